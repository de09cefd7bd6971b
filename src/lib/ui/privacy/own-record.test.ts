import { describe, expect, it } from 'vitest';
import { ANA } from '../../../../tests/support/whole-patient.ts';
import type { AuditRow, Block, Card } from '../../record/index.ts';
import { formatMoment } from '../records/days.ts';
import { ownRecord, type OwnFacts } from './own-record.ts';

const AT = Date.UTC(2026, 10, 3, 12);
const [VISIT, GIVEN] = ['1'.repeat(32), '2'.repeat(32)];
const OTHERS = ['Max', 'Okafor', 'River Surgery', 'Eva', 'Ana', 'Bell', 'solicitor'];

const card: Card = {
	name: 'Zoë Ångström',
	born: { year: 1984 },
	number: 'A-17',
	contact: { phone: '+1 555 0100', email: '', address: 'Long Street 1' },
	nextOfKin: { name: 'Max Ångström', contact: 'Max, at home', informed: true },
	gp: { name: 'Dr Okafor', practice: 'River Surgery', address: '', isTold: false }
};
const row = (n: number, deed: AuditRow['deed'], more: Partial<AuditRow> = {}): AuditRow => ({
	kind: 'audit',
	n,
	at: AT + n,
	by: ANA,
	deed,
	scope: null,
	record: null,
	previous: '',
	hash: '',
	...more
});

const FACTS: OwnFacts = {
	today: '2026-11-27',
	card,
	visits: [
		{
			consultation: {
				kind: 'consultation',
				startedAt: AT,
				by: ANA,
				followUp: '2027-02-03',
				treatedOn: '2026-11-04'
			},
			photographs: [
				{
					id: '3'.repeat(32),
					variants: ['A'],
					photograph: {
						kind: 'photograph',
						consultation: VISIT,
						asset: VISIT,
						thumbnail: VISIT,
						openedAt: AT,
						view: 'oblique',
						standardView: 'oblique-left',
						source: 'camera',
						width: 1,
						height: 1,
						observation: null,
						model: '',
						app: ''
					}
				}
			],
			treatments: ['jaw_masseter'],
			concerns: [{ area: 'lips', at: [0, 0], text: 'they turn down' }],
			handed: [
				{
					kind: 'handover',
					id: VISIT,
					consultation: VISIT,
					at: AT,
					zone: 'UTC',
					by: ANA,
					text: VISIT,
					version: 1,
					words: { title: 'Toxin', about: '', risks: [], aftercare: '', reflectionDays: 0 },
					closing: '',
					opensOn: '2026-11-03',
					postponedAt: null,
					signature: null
				}
			]
		}
	],
	purposes: [
		{
			purpose: 'training',
			basis: 'consent',
			state: 'given',
			answers: [],
			released: [],
			last: {
				purpose: 'training',
				state: 'given',
				words: 1,
				guardian: { name: 'Eva', relation: 'mother' },
				how: 'in-person',
				until: null,
				at: AT,
				by: ANA
			}
		}
	],
	trail: [
		row(0, 'patient-added'),
		row(1, 'folder-opened'),
		row(2, 'hold-set', { reason: 'A letter of a solicitor' }),
		row(3, 'glass-broken', { reason: 'Dr Bell asked' }),
		row(4, 'disclosed', { record: GIVEN }),
		row(5, 'record-handed')
	],
	given: new Map([[GIVEN, { to: { kind: 'gp', name: 'Dr Okafor' } }]])
};

/** All that stands in it, line by line. */
function wordsIn(blocks: readonly Block[]): readonly string[] {
	return blocks.flatMap((block) => {
		if (block.kind === 'heading' || block.kind === 'text') return [block.text];
		if (block.kind === 'list') return block.items;
		return block.kind === 'table' ? block.rows.map((cells) => cells.join(' | ')) : [];
	});
}

describe('the record that a patient reads', () => {
	const words = wordsIn(ownRecord(FACTS).blocks);

	it('has their details, visits, photographs and agreements in plain words', () => {
		expect(words).toEqual(
			expect.arrayContaining([
				'Name: Zoë Ångström',
				'Date of birth: 1984',
				'Clinic’s own number: A-17',
				'Telephone: +1 555 0100',
				'Address: Long Street 1',
				'Somebody who may be called for you is noted.',
				'Your GP is noted, and is not told of treatments.',
				'Visit of 3 Nov 2026',
				'What brought you – Lips: they turn down',
				'Illustrated: Jaw slimming',
				'Carried out on 4 Nov 2026',
				'To be seen again on 3 Feb 2027',
				`${formatMoment(AT)} | 45° left`,
				'Text “Toxin” | Handed over on 3 Nov 2026, not signed'
			])
		);
		expect(words.join('\n')).toMatch(/for teaching\..* \| Agreed, 3 Nov 2026/);
	});

	it('says who looked and what left, the newest first, and of what was done nothing else', () => {
		const looks = words.slice(words.indexOf('Who looked, and what left') + 2, -1);
		expect(looks.map((line) => line.split(' | ')[1])).toEqual([
			'You were given your file to read',
			'Somebody was given something: The patient’s doctor',
			'What is kept for some people was looked at',
			'Your file was looked at'
		]);
	});

	it('names nobody else, and nobody in its title', () => {
		const paper = ownRecord(FACTS);
		const said = JSON.stringify(paper);
		for (const name of OTHERS) expect(said).not.toContain(name);
		expect(`${paper.title} ${paper.foot}`).not.toContain('Zoë');
	});

	it('says where there is nothing yet', () => {
		const bare = wordsIn(ownRecord({ ...FACTS, card: null, visits: [] }).blocks);
		expect(bare).toEqual(
			expect.arrayContaining(['No name is kept.', 'No visit is kept.', 'No photograph is kept.'])
		);
	});
});
