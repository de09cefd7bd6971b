/** A made-up patient of whom there is something of every kind, in one folder. */
import type { Kept } from '../../src/lib/record/folder.ts';
import { entrySchema } from '../../src/lib/record/schema.ts';
import type { Entry } from '../../src/lib/record/types.ts';

/** Kept in the clinic's own scope, and so of no patient. A new kind is a patient's until it is named here. */
const CLINIC_KINDS: readonly Entry['kind'][] = [
	'consent-text',
	'letterhead',
	'age-rule',
	'advice-rule',
	'person',
	'place',
	'backup',
	'owner-key',
	'upgraded',
	'licence',
	'outbox',
	'lead-keys',
	'kit-key',
	'instruction',
	'retention',
	'purge',
	'complaint-readers',
	'consultants',
	'yearly'
];

/** Of a patient, and in no ordinary copy: only some people read them. */
const CONFIDENTIAL_KINDS: readonly Entry['kind'][] = ['complaint', 'complaint-step'];

export const PATIENT_KINDS: readonly Entry['kind'][] = entrySchema.options
	.map(({ entries }) => entries.kind.literal)
	.filter((kind) => !CLINIC_KINDS.includes(kind) && !CONFIDENTIAL_KINDS.includes(kind));

export const ANA = 'a'.repeat(32);

const idOf = (at: number): string => at.toString(16).padStart(32, '0');
const AT = Date.UTC(2026, 10, 3, 9, 30);
const HASH = 'd'.repeat(64);
const [VISIT, SHOT, NOTE, HANDOVER, SIGNED, REQUEST] = [1, 2, 3, 4, 5, 6].map(idOf) as [
	string,
	string,
	string,
	string,
	string,
	string
];
export const ASSETS = { photograph: idOf(101), thumbnail: idOf(102), signed: idOf(103) } as const;

const card = {
	name: 'Zoë Ångström',
	born: { day: '1984-02-29' },
	number: 'A-17',
	contact: { phone: '+1 555 0100', email: 'zoe@example.org', address: 'Long Street 1' },
	nextOfKin: { name: 'Max Ångström', contact: '+1 555 0101', informed: true },
	gp: { name: 'Dr Okafor', practice: 'River Surgery', address: 'Mill Lane 2', isTold: true }
};
const words = {
	title: 'Toxin',
	about: 'What is done there.',
	risks: ['A bruise may follow.'],
	aftercare: 'No sun for a day.',
	reflectionDays: 3
};
const here = { at: AT, by: ANA };
const visit = { consultation: VISIT, ...here };

const ENTRIES: readonly Entry[] = [
	{
		kind: 'cover',
		card,
		startedAt: AT,
		lastVisit: AT,
		followUp: '2027-02-03',
		treatments: ['jaw_masseter'],
		thumbnail: ASSETS.thumbnail,
		trail: { n: 0, hash: HASH }
	},
	{ kind: 'card-change', ...here, before: { ...card, number: 'A-16' } },
	{ kind: 'consent', ...visit, words: 1, guardian: { name: 'Eva', relation: 'mother' } },
	{
		kind: 'concerns',
		consultation: VISIT,
		list: [{ area: 'lips', at: [-4.5, 38.25], text: 'they turn down' }]
	},
	{
		kind: 'answers',
		...visit,
		answers: [
			{
				item: 'anticoagulants',
				answer: {
					state: 'given',
					choices: ['yes'],
					text: 'since May',
					treatments: [{ what: 'filler', by: 'Dr Who', when: '2019', source: 'document' }]
				}
			},
			{ item: 'sleep', answer: { state: 'declined' } }
		],
		unchanged: ['smoking'],
		reopened: ['stress']
	},
	{ kind: 'talk', ...visit, flag: 'bleeding', outcome: 'talked' },
	{
		kind: 'advice',
		...visit,
		suggestion: 'retinoid-timing',
		outcome: 'taken',
		into: 'plan',
		text: 'Ask when it was used last.'
	},
	{
		kind: 'treatment-plan',
		...visit,
		marks: [
			{
				id: idOf(201),
				shape: 'point',
				at: [{ on: [1, 2, 3], weights: [0.5, 0.25, 0.25], away: [0.5, -60, 1] }],
				item: idOf(202),
				note: 'deep'
			}
		],
		items: [
			{
				id: idOf(202),
				treatment: 'jaw_masseter',
				product: 'Toxin 100',
				gtin: '01234567890128',
				amount: 12.5,
				unit: 'U',
				site: 'both sides',
				lot: 'L1',
				expiry: '2028-01-31'
			}
		],
		note: 'slowly',
		quote: { currency: 'EUR', lines: [{ text: 'Toxin, one area', price: 300.5 }] }
	},
	{
		kind: 'outcome',
		...visit,
		instrument: 'satisfaction',
		version: 1,
		answers: [
			{ item: 'lips', value: 4 },
			{ item: 'nose', value: null }
		],
		score: null
	},
	{ kind: 'postponement', ...visit, handover: HANDOVER },
	{ kind: 'withdrawal', ...visit, signature: SIGNED, reason: 'thought again' },
	{ kind: 'referral', ...visit, to: 'Dr Strange', reason: 'a lump' },
	{
		kind: 'purpose',
		...here,
		purpose: 'training',
		state: 'given',
		words: 1,
		guardian: null,
		how: 'in-writing',
		until: '2030-01-31'
	},
	{
		kind: 'release',
		...visit,
		what: 'picture',
		content: 'pair',
		uses: ['record', 'simulation', 'training'],
		fee: ''
	},
	{
		kind: 'request-step',
		request: REQUEST,
		...here,
		step: { what: 'answered', outcome: 'partly', reason: 'some is not ours', file: 'copy.zip' }
	},
	{ kind: 'restriction', ...here, isOn: false, reason: 'it was corrected' },
	{ kind: 'hold', ...here, isOn: false, reason: 'the claim is settled' },
	{
		kind: 'disclosure',
		...here,
		to: { kind: 'gp', name: 'Dr Okafor' },
		basis: 'consent',
		reason: 'asked for it',
		fields: ['identity', 'history'],
		sha256: HASH,
		bytes: 4096,
		lock: 'passphrase'
	},
	{
		kind: 'imported',
		...here,
		people: [{ person: idOf(301), name: 'Dr Elsewhere' }],
		trail: [
			{
				kind: 'audit',
				n: 0,
				at: AT,
				by: idOf(301),
				deed: 'patient-added',
				scope: idOf(302),
				record: null,
				previous: '0'.repeat(64),
				hash: HASH
			}
		]
	},
	{ kind: 'unit', consultation: VISIT, seq: 7 },
	{
		kind: 'lead',
		lead: 'abcdefghij12345',
		...visit,
		contact: { name: 'Zoë', phone: '+1 555 0102', email: 'z@example.org' },
		interests: ['lips'],
		consent: { words: 1, at: AT },
		sentAt: AT + 1000
	},
	{
		kind: 'study',
		photograph: SHOT,
		quarterTurns: 1,
		landmarks: null,
		scale: { irisDiameter: 11.75, pupilDistance: 63.25 },
		variants: { A: { jaw_masseter: { left: 1.375, right: 0.125 } }, B: {}, C: {} },
		shown: 'A',
		unlinked: ['jaw_masseter'],
		marks: {
			strokes: [{ kind: 'protect', points: [[1.5, 2.25]], radiusMm: 2 }],
			folds: [{ fold: 'nasolabial', side: 'left', line: [[3, 4]] }]
		}
	},
	{
		kind: 'controller',
		...visit,
		consultant: { id: idOf(601), name: 'Dr Bell', contact: 'bell@example.org' },
		isJoint: true
	},
	{ kind: 'statement', note: NOTE, ...here, text: 'I said it otherwise' },
	{
		kind: 'audit',
		n: 0,
		...here,
		deed: 'patient-added',
		scope: idOf(303),
		record: null,
		previous: '0'.repeat(64),
		hash: HASH
	}
];

const NAMED: readonly Kept[] = [
	{
		id: VISIT,
		entry: {
			kind: 'consultation',
			startedAt: AT,
			by: ANA,
			followUp: '2027-02-03',
			treatedOn: '2026-11-05'
		}
	},
	{
		id: SHOT,
		entry: {
			kind: 'photograph',
			consultation: VISIT,
			asset: ASSETS.photograph,
			thumbnail: ASSETS.thumbnail,
			openedAt: AT,
			view: 'frontal',
			standardView: 'front',
			source: 'camera',
			width: 30,
			height: 40,
			observation: {
				landmarks: Array.from({ length: 478 * 3 }, (_, at) => at / 7),
				pose: Array.from({ length: 16 }, (_, at) => at / 3),
				blendshapes: { jawOpen: 0.125 }
			},
			model: 'face-landmarker',
			app: '0.1.0'
		}
	},
	{ id: NOTE, entry: { kind: 'note', ...visit, text: 'first words', amends: null } },
	{
		id: HANDOVER,
		entry: {
			kind: 'handover',
			...visit,
			zone: 'Europe/London',
			text: idOf(401),
			version: 2,
			words,
			closing: 'They are illustrations.'
		}
	},
	{
		id: SIGNED,
		entry: {
			kind: 'signature',
			consultation: VISIT,
			by: ANA,
			handover: HANDOVER,
			variant: 'A',
			pictures: [{ asset: ASSETS.signed, isIllustration: true }],
			terms: {
				signer: 'guardian',
				handedAt: AT,
				signedAt: AT + 5000,
				reflectionDays: 3,
				acknowledged: 1
			},
			mark: { kind: 'drawn', width: 300, height: 100, strokes: [[[1.5, 2]]] },
			seal: { text: HASH, plan: HASH, pictures: [HASH], terms: HASH, mark: HASH, whole: HASH }
		}
	},
	{
		id: REQUEST,
		entry: { kind: 'request', ...here, right: 'access', received: '2026-11-01', about: 'all of it' }
	}
];

/** All of it; every id is its own. */
export const WHOLE_PATIENT: readonly Kept[] = [
	...NAMED,
	...ENTRIES.map((entry, at) => ({ id: idOf(500 + at), entry }))
];
