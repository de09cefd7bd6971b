import { describe, expect, it } from 'vitest';
import { Directory, type Query } from './directory.ts';
import type { Card, Cover } from './types.ts';

const EMPTY: Card = {
	name: '',
	born: null,
	number: '',
	contact: { phone: '', email: '', address: '' },
	nextOfKin: null
};

function cover(card: Partial<Card> | null, more: Partial<Cover> = {}): Cover {
	return {
		kind: 'cover',
		card: card === null ? null : { ...EMPTY, ...card },
		startedAt: 0,
		lastVisit: null,
		followUp: null,
		treatments: [],
		thumbnail: null,
		trail: null,
		...more
	};
}

function directory(): Directory {
	const made = new Directory();
	made.set(
		'zoe',
		cover(
			{ name: 'Zoë Ångström-Smith', born: { day: '1984-03-07' }, number: 'K 17' },
			{ lastVisit: 9, followUp: '2027-01-15', treatments: ['lip_upper_volume'] }
		)
	);
	made.set(
		'ann',
		cover({ name: 'Ann Smith', born: { year: 1990 } }, { lastVisit: 7, followUp: '2026-11-30' })
	);
	made.set(
		'bo',
		cover({ name: 'bo', contact: { phone: '+44 7700 900123', email: 'bo@x.org', address: '' } })
	);
	made.set('early', cover(null, { startedAt: 1 }));
	made.set('late', cover(null, { startedAt: 2, followUp: '2026-11-01' }));
	return made;
}

function found(query: Partial<Query>): readonly string[] {
	const all = { text: '', treatments: [], dueBy: null };
	return directory()
		.find({ ...all, ...query })
		.map(({ folder }) => folder);
}

describe('the directory', () => {
	it('lists patients by name, whatever the case and the marks, and nobody anonymous', () => {
		expect(found({})).toEqual(['ann', 'bo', 'zoe']);
	});

	it.each([
		['smith', ['ann', 'zoe']],
		['SMI zo', ['zoe']],
		['angstrom', ['zoe']],
		['Ångs', ['zoe']],
		['mith', []],
		['1984', ['zoe']],
		['07 03 1984', ['zoe']],
		['7 3 1984', ['zoe']],
		['7 4 1984', []],
		['1990', ['ann']],
		['k 17', ['zoe']],
		['447700', ['bo']],
		['bo@x', ['bo']],
		['nobody', []]
	])('finds by “%s”', (text, patients) => {
		expect(found({ text })).toEqual(patients);
	});

	it('finds by a treatment of any illustration', () => {
		expect(found({ text: 'upper', treatments: ['lip_upper_volume'] })).toEqual(['zoe']);
		expect(found({ text: 'chin', treatments: ['chin_projection'] })).toEqual([]);
	});

	it('lists follow-ups by their day', () => {
		expect(found({ dueBy: '2026-12-31' })).toEqual(['ann']);
		expect(found({ dueBy: '2027-01-15' })).toEqual(['ann', 'zoe']);
		expect(found({ dueBy: '2026-11-29' })).toEqual([]);
	});

	it('lists who is to be seen by a day, with and without a name', () => {
		const due = (by: string) =>
			directory()
				.due(by)
				.map(({ folder }) => folder);
		expect(due('2026-10-31')).toEqual([]);
		expect(due('2026-11-30')).toEqual(['late', 'ann']);
		expect(due('2027-01-15')).toEqual(['late', 'ann', 'zoe']);
	});

	it('lists the last visits and the anonymous, the newest first', () => {
		const rows = (list: readonly { folder: string }[]) => list.map(({ folder }) => folder);
		expect(rows(directory().recent(5, new Set()))).toEqual(['zoe', 'ann']);
		expect(rows(directory().recent(1, new Set()))).toEqual(['zoe']);
		expect(rows(directory().recent(5, new Set(['zoe'])))).toEqual(['ann']);
		expect(rows(directory().anonymous)).toEqual(['late', 'early']);
	});

	it('forgets who is erased, follows who is renamed, and who gets a name', () => {
		const own = directory();
		own.set('zoe', cover({ name: 'Zoe Jones' }));
		own.set('late', cover({ name: 'Carl' }));
		own.delete('bo');
		const names = own.find({ text: '', treatments: [], dueBy: null }).map(({ card }) => card.name);
		expect(names).toEqual(['Ann Smith', 'Carl', 'Zoe Jones']);
		expect(own.find({ text: 'smith', treatments: [], dueBy: null })).toHaveLength(1);
		expect(own.anonymous.map(({ folder }) => folder)).toEqual(['early']);
	});
});
