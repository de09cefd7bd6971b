import { describe, expect, it } from 'vitest';
import type { Paper, Signed } from '../../record/index.ts';
import {
	clinicReport,
	patientReport,
	quotePaper,
	referralLetter,
	type VisitFacts
} from './papers.ts';

const hash = '0'.repeat(64);
const seal = { text: hash, plan: hash, pictures: [], terms: hash, mark: hash, whole: hash };
const signature: Signed = {
	kind: 'signature',
	id: 's',
	consultation: 'v',
	by: 'ana',
	handover: 'h',
	variant: 'A',
	pictures: [],
	terms: {
		signer: 'patient',
		handedAt: Date.UTC(2026, 10, 1, 12),
		signedAt: Date.UTC(2026, 10, 27, 12),
		reflectionDays: 14,
		acknowledged: 1
	},
	mark: {
		kind: 'drawn',
		width: 300,
		height: 100,
		strokes: [
			[
				[0, 0],
				[9, 9]
			]
		]
	},
	seal,
	withdrawal: null
};
const words = {
	title: 'Filler',
	about: '',
	risks: ['Bruising'],
	aftercare: '',
	reflectionDays: 14
};

const FACTS: VisitFacts = {
	today: '2026-11-27',
	letterhead: null,
	card: {
		name: 'Zoë Ångström',
		born: { day: '1984-03-02' },
		number: '77',
		contact: { phone: '', email: '', address: '' },
		nextOfKin: null
	},
	startedAt: Date.UTC(2026, 10, 27, 9),
	concerns: [
		{ area: 'lips', at: [0, 0], text: 'They look so thin' },
		{ area: '', at: [0, 0], text: 'I look tired' }
	],
	pictures: [
		{
			bytes: new Uint8Array([1]),
			isIllustration: false,
			view: 'Front',
			at: Date.UTC(2026, 10, 27, 9)
		},
		{
			bytes: new Uint8Array([2]),
			isIllustration: true,
			view: 'Front',
			at: Date.UTC(2026, 10, 27, 9)
		}
	],
	illustrated: ['lip_width'],
	plan: {
		marks: [],
		items: [
			{
				id: 'i',
				treatment: null,
				product: 'Gel 7',
				amount: 0.5,
				unit: 'mL',
				site: 'Upper lip',
				lot: 'LOT-31',
				expiry: '2027-05-01',
				gtin: ''
			}
		],
		note: 'Slow on the left',
		quote: {
			currency: 'GBP',
			lines: [
				{ text: 'Gel 7', price: 250 },
				{ text: 'Second session', price: null }
			]
		}
	},
	signed: [
		{ words, version: 3, signature, code: 'AAAA-BBBB-CCCC-DDDD', standing: 'Unchanged since.' }
	],
	aftercare: ['Do not press.'],
	advice: [
		{
			kind: 'advice',
			consultation: 'v',
			at: Date.UTC(2026, 10, 27, 10),
			by: 'ana',
			suggestion: 'retinoid-timing',
			outcome: 'taken',
			into: 'plan',
			text: 'Ask when the cream was used last'
		}
	],
	followUp: '2026-12-11',
	referrals: [{ at: Date.UTC(2026, 10, 27, 10), to: 'Dr Brown, Leeds' }],
	notes: [
		{
			kind: 'note',
			consultation: 'v',
			at: Date.UTC(2026, 10, 27, 11),
			by: 'ana',
			text: 'Nervous',
			amends: null
		}
	],
	trail: [
		{
			kind: 'audit',
			n: 0,
			at: 0,
			by: 'ana',
			deed: 'consent-given',
			scope: null,
			record: null,
			previous: hash,
			hash: 'ab'.repeat(32)
		}
	],
	nameOf: () => 'Ana'
};

/** Everything that can be read on it. */
function readable({ title, foot, blocks }: Paper): string {
	const said = blocks.flatMap((block): readonly string[] => {
		if (block.kind === 'list') return block.items;
		if (block.kind === 'table') return [...block.head, ...block.rows.flat()];
		if (block.kind === 'pictures') return block.pictures.map(({ caption }) => caption);
		if (block.kind === 'code') return block.groups;
		return [block.kind === 'drawing' ? block.alt : block.text];
	});
	return [title, ...said, foot].join('\n');
}

const QUOTED = /£|250|Second session/;

describe('the report', () => {
	it('says to the patient what they said, what is planned and what they signed', () => {
		const paper = readable(patientReport(FACTS));
		for (const part of [
			'Zoë Ångström',
			'Born on 2 Mar 1984',
			'Lips: They look so thin',
			'I look tired',
			'Gel 7',
			'0.5 mL',
			'Filler (version 3)',
			'AAAA-BBBB-CCCC-DDDD',
			'Do not press.',
			'On 11 Dec 2026.',
			'On 27 Nov 2026 a referral letter was written to: Dr Brown, Leeds'
		]) {
			expect(paper).toContain(part);
		}
	});

	it('has nothing in it for the patient that is the clinic’s alone', () => {
		const paper = readable(patientReport(FACTS));
		for (const part of [/LOT-31/, /Slow on the left/, /Nervous/, /abab/, QUOTED]) {
			expect(paper).not.toMatch(part);
		}
	});

	it('has lots, notes and the audit trail for the clinic, and no prices', () => {
		const paper = readable(clinicReport(FACTS));
		for (const part of ['LOT-31', '1 May 2027', 'Slow on the left', 'Ana: Nervous', 'abab']) {
			expect(paper).toContain(part);
		}
		expect(paper).not.toMatch(QUOTED);
	});

	it('says under each altered picture what it is, and above them what they are not', () => {
		const { blocks } = patientReport(FACTS);
		const [pictures] = blocks.flatMap((block) =>
			(block.kind === 'pictures' ? block.pictures : []).slice(1)
		);
		expect(pictures?.caption).toBe('Illustration, Front: not a promise of outcome');
		expect(readable(patientReport(FACTS))).toContain('no promise of an outcome');
		const plain = { ...FACTS, pictures: FACTS.pictures.slice(0, 1) };
		expect(readable(clinicReport(plain))).not.toContain('drawn by a computer');
	});

	it('leaves out what there is nothing of, and says nobody’s name in its title', () => {
		const empty: VisitFacts = {
			...FACTS,
			card: null,
			concerns: [],
			pictures: [],
			illustrated: [],
			plan: { marks: [], items: [], note: '', quote: null },
			signed: [],
			aftercare: [],
			advice: [],
			followUp: null,
			referrals: [],
			notes: [],
			trail: []
		};
		expect(patientReport(empty).blocks.map(({ kind }) => kind)).toEqual(['text']);
		for (const paper of [patientReport(FACTS), clinicReport(FACTS)]) {
			expect(paper.title).not.toMatch(/Zoë|Ångström/);
		}
	});
});

describe('letter and quote', () => {
	it('write to a colleague without lots, notes and prices', () => {
		const paper = readable(referralLetter(FACTS, 'Dr Brown, Leeds', 'Please see her nose.', 'Ana'));
		expect(paper).toMatch(/To: Dr Brown, Leeds[\s\S]*Please see her nose\.[\s\S]*Ana/);
		for (const part of [/LOT-31/, /Nervous/, QUOTED]) expect(paper).not.toMatch(part);
	});

	it('add up the prices that are there, and say which are open', () => {
		const quote = quotePaper(FACTS);
		expect(quote).not.toBeNull();
		const paper = readable(quote as Paper);
		expect(paper).toMatch(
			/Gel 7\n£250\.00\nSecond session\nto be agreed\nIn all, without what is to be agreed\n£250\.00/
		);
		expect(quotePaper({ ...FACTS, plan: { ...FACTS.plan, quote: null } })).toBeNull();
	});
});
