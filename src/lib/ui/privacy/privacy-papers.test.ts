import { describe, expect, it } from 'vitest';
import { ANA, PATIENT_KINDS, WHOLE_PATIENT } from '../../../../tests/support/whole-patient.ts';
import type { PurposeView } from '../../record/index.ts';
import { formatMoment } from '../records/days.ts';
import { copyPaper, refusalLetter, type CopyFacts } from './privacy-papers.ts';

const training: PurposeView = {
	purpose: 'training',
	basis: 'consent',
	state: 'not-asked',
	last: null,
	answers: [],
	released: []
};
const noGp: PurposeView = {
	...training,
	purpose: 'inform-gp',
	basis: 'objection',
	state: 'declined',
	last: {
		purpose: 'inform-gp',
		state: 'declined',
		words: 1,
		guardian: null,
		how: 'in-person',
		until: null,
		at: Date.UTC(2026, 10, 3, 12),
		by: ANA
	}
};
const facts: CopyFacts = {
	today: '2026-11-27',
	letterhead: null,
	what: 'access',
	responsible: [
		{
			consultant: { id: 'b'.repeat(32), name: 'Dr Bell', contact: 'bell@example.org' },
			visits: [
				{ consultation: 'c'.repeat(32), startedAt: Date.UTC(2026, 10, 3, 12), isJoint: true },
				{ consultation: 'd'.repeat(32), startedAt: Date.UTC(2026, 8, 1, 12), isJoint: false }
			]
		}
	],
	purposes: [training],
	released: [],
	requests: [],
	kept: ['Record of treatment: kept until 1 Jan 2036 at least'],
	disclosures: [],
	entries: WHOLE_PATIENT,
	nameOf: (person) => (person === ANA ? 'Dr Ana' : person)
};
const paper = copyPaper(facts);
const cells = new Set(
	paper.blocks.flatMap((block) => (block.kind === 'table' ? block.rows.flat() : []))
);

/** What must be readable of a value; what nobody reads on paper stands in the data. */
function leaves(value: unknown, key = ''): string[] {
	if (Array.isArray(value) && value.every((one) => typeof one === 'number')) {
		return value.length > 16 || value.length === 0 ? [] : [value.join(', ')];
	}
	if (typeof value === 'object' && value !== null) {
		return Object.entries(value).flatMap(([name, one]) => leaves(one, name));
	}
	if (value === null || value === '') return [];
	if (typeof value === 'number' && value > 1e12) return [formatMoment(value)];
	return [key === 'by' && value === ANA ? 'Dr Ana' : `${value as string | number | boolean}`];
}

describe('the copy for a patient', () => {
	it('shows every field of every kind that a file can hold', () => {
		const kinds = WHOLE_PATIENT.map(({ entry }) => entry.kind);
		expect([...new Set(kinds)].toSorted()).toEqual([...PATIENT_KINDS].toSorted());
		for (const { entry } of WHOLE_PATIENT) {
			const { kind, ...fields } = entry;
			expect(paper.blocks).toContainEqual({ kind: 'text', text: kind, faint: false });
			for (const leaf of leaves(fields)) expect(cells, `${kind}: ${leaf}`).toContain(leaf);
		}
	});

	it('says what is agreed to, what left, and how long it is kept', () => {
		expect(cells).toContain('Not asked');
		expect(JSON.stringify(paper.blocks)).toContain('kept until 1 Jan 2036');
		expect(JSON.stringify(paper.blocks)).toContain('Nothing did.');
	});

	it('says what it may mean where the GP is not told, and there alone', () => {
		const of = (view: PurposeView): string =>
			JSON.stringify(copyPaper({ ...facts, purposes: [view] }).blocks);
		expect(of(noGp)).toContain('Objects, 3 Nov 2026. A GP who is not told may prescribe');
		const isGiven = { ...noGp, state: 'given', last: { ...noGp.last!, state: 'given' } } as const;
		for (const one of [isGiven, { ...noGp, state: 'not-asked', last: null } as const, training]) {
			expect(of(one)).not.toContain('who is not told');
		}
	});

	it('says who is responsible for what, and how to reach them', () => {
		const lines = paper.blocks.flatMap((block) => (block.kind === 'text' ? [block.text] : []));
		expect(lines).toContain(
			'Dr Bell (bell@example.org) answers alone for the visits of 1 Sept 2026: turn to them with your rights.'
		);
		expect(lines).toContain(
			'Dr Bell (bell@example.org) and the clinic answer together for the visits of 3 Nov 2026: turn to either with your rights.'
		);
	});

	it('has nobody’s name in its title or foot', () => {
		expect(`${paper.title} ${paper.foot}`).not.toMatch(/Zoë|Ana/);
		const letter = refusalLetter({ today: '2026-11-27', letterhead: null }, 'Zoë', 'A claim');
		expect(`${letter.title} ${letter.foot}`).not.toContain('Zoë');
		expect(JSON.stringify(letter.blocks)).toContain('A claim');
	});
});
