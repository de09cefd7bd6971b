import { describe, expect, it } from 'vitest';
import type { Kept } from './folder.ts';
import { EMPTY_PLAN, planBefore, planIn, planVersions, versionOf } from './treatment-plan.ts';
import type { PlanContent } from './types.ts';

const [ANA, BEN] = ['a'.repeat(32), 'b'.repeat(32)];
const MINUTE = 60_000;

const visit = (id: string, startedAt: number): Kept => ({
	id,
	entry: { kind: 'consultation', startedAt, by: ANA, followUp: null, treatedOn: null }
});
const saying = (note: string): PlanContent => ({ ...EMPTY_PLAN, note });
const drawn = (note: string): PlanContent => ({
	...saying(note),
	items: [
		{
			id: 'c'.repeat(32),
			treatment: null,
			product: 'Filler',
			gtin: '09501101530003',
			amount: null,
			unit: 'mL',
			site: '',
			lot: '',
			expiry: null
		}
	]
});

describe('a treatment plan', () => {
	it('goes on in one version while one person writes without a pause', () => {
		const first = versionOf([], 'v', saying('one'), { at: 0, by: ANA });
		const second = versionOf([first], 'v', saying('two'), { at: 29 * MINUTE, by: ANA });
		const third = versionOf([second], 'v', saying('three'), { at: 58 * MINUTE, by: ANA });
		expect(second.id).toBe(first.id);
		expect(third).toEqual({
			id: first.id,
			entry: {
				kind: 'treatment-plan',
				consultation: 'v',
				at: 58 * MINUTE,
				by: ANA,
				...saying('three')
			}
		});
	});

	it('leaves what a colleague wrote, and what was written earlier', () => {
		const first = versionOf([], 'v', saying('one'), { at: 0, by: ANA });
		const other = versionOf([first], 'v', saying('two'), { at: MINUTE, by: BEN });
		const later = versionOf([first], 'v', saying('two'), { at: 30 * MINUTE, by: ANA });
		expect(other.id).not.toBe(first.id);
		expect(later.id).not.toBe(first.id);
		expect(planIn([other, first], 'v')?.entry.note).toBe('two');
		expect(planIn([first, other], 'another')).toBeUndefined();
	});

	it('follows that of the last visit before it which has one', () => {
		const entries = [
			visit('old', 1),
			visit('last', 2),
			visit('empty', 3),
			visit('here', 4),
			visit('later', 5),
			versionOf([], 'old', drawn('old'), { at: 1, by: ANA }),
			versionOf([], 'last', drawn('last'), { at: 2, by: ANA }),
			versionOf([], 'empty', saying('only words'), { at: 3, by: ANA }),
			versionOf([], 'later', drawn('later'), { at: 5, by: ANA })
		];
		expect(planBefore(entries, 'here')?.note).toBe('last');
		expect(planBefore(entries, 'last')?.note).toBe('old');
		expect(planBefore(entries, 'old')).toBeNull();
	});
});

describe('the versions of a plan', () => {
	const [item] = drawn('').items;
	const other = { ...item!, id: 'd'.repeat(32), product: 'Toxin' };
	const written = (at: number, by: string, content: PlanContent): Kept => ({
		id: String(at),
		entry: { kind: 'treatment-plan', consultation: 'v', at, by, ...content }
	});
	const first = written(1, ANA, drawn(''));
	const second = written(2, BEN, {
		...EMPTY_PLAN,
		note: 'slowly',
		items: [{ ...item!, amount: 0.5 }, other]
	});
	const third = written(3, ANA, { ...EMPTY_PLAN, note: 'slowly', items: [other] });

	it('say who changed what and when, the newest first', () => {
		const versions = planVersions([third, first, second], 'v');
		expect(versions.map(({ at, by }) => [at, by])).toEqual([
			[3, ANA],
			[2, BEN],
			[1, ANA]
		]);
		const [last, middle, begun] = versions.map(({ changes }) => changes);
		expect(begun).toMatchObject({ added: [item], removed: [], changed: [], isNoteChanged: false });
		expect(middle).toMatchObject({
			added: [other],
			removed: [],
			changed: [{ before: { amount: null }, after: { amount: 0.5 } }],
			isNoteChanged: true,
			isQuoteChanged: false
		});
		expect(last).toMatchObject({ added: [], changed: [], isNoteChanged: false });
		expect(last?.removed.map(({ id }) => id)).toEqual([item!.id]);
	});

	it('count the marks that came, went and moved', () => {
		const mark = (id: string, note: string): PlanContent['marks'][number] => ({
			id,
			shape: 'point',
			at: [{ on: [1, 2, 3], weights: [1, 0, 0], away: null }],
			item: null,
			note
		});
		const before = written(1, ANA, { ...EMPTY_PLAN, marks: [mark('a', ''), mark('b', '')] });
		const after = written(2, ANA, { ...EMPTY_PLAN, marks: [mark('b', 'deep'), mark('c', '')] });
		expect(planVersions([before, after], 'v')[0]?.changes.marks).toEqual({
			added: 1,
			removed: 1,
			changed: 1
		});
	});

	it('are of one visit', () => {
		expect(planVersions([first], 'w')).toEqual([]);
	});
});
