import { describe, expect, it } from 'vitest';
import { sha256 } from '../../digest.ts';
import { ar } from './all.ar.ts';
import { de } from './all.de.ts';
import { ADVICE_WORDS, ENGLISH_ADVICE } from './advice.en.ts';
import { CAPTURE_WORDS } from './capture.en.ts';
import { RULE_WORDS } from './clinic-rules.en.ts';
import { ENGLISH_STARTS } from './consent-starts.en.ts';
import { CONSULTANT_WORDS } from './consultants.en.ts';
import { CONSOLE_WORDS, DEEDS } from './console.en.ts';
import { DEVICE_WORDS } from './device.en.ts';
import { en, ENGLISH_GESTURES, ENGLISH_KEYS } from './en.ts';
import { ENGLISH_ERRORS, ENGLISH_REFUSALS } from './errors.en.ts';
import { FEEDBACK_WORDS } from './feedback.en.ts';
import { FOLLOW_WORDS } from './follow.en.ts';
import {
	ENGLISH_FLAGS,
	ENGLISH_ITEMS,
	ENGLISH_KINDS,
	ENGLISH_OPTIONS,
	ENGLISH_PAGES,
	INTAKE_WORDS
} from './history.en.ts';
import { LEAVING_WORDS } from './leaving.en.ts';
import { LICENCE_WORDS } from './licence.en.ts';
import { LINE_WORDS } from './lines.en.ts';
import { ENGLISH_NOTICES, ENGLISH_WARNINGS } from './notices.en.ts';
import {
	ENGLISH_BASES,
	ENGLISH_CLASSES,
	ENGLISH_FIELDS,
	ENGLISH_FILE_DEEDS,
	ENGLISH_RECIPIENTS,
	OVERSIGHT_WORDS
} from './oversight.en.ts';
import { OUTCOME_WORDS } from './outcomes.en.ts';
import { OWN_ACCOUNT_WORDS } from './own-account.en.ts';
import { OWN_RECORD_WORDS } from './own-record.en.ts';
import { ENGLISH_CLOSING, PAPER_WORDS } from './papers.en.ts';
import { PASSWORD_WORDS } from './password.en.ts';
import { PLAN_WORDS } from './plan.en.ts';
import { ENGLISH_PURPOSES, ENGLISH_RIGHTS, PRIVACY_WORDS } from './privacy.en.ts';
import { PUBLIC_WORDS } from './public.en.ts';
import { ENGLISH_LEAD_CONSENT, RECORD_WORDS } from './records.en.ts';
import { SUPPORT_WORDS } from './support.en.ts';
import { TEACHING_WORDS } from './teaching.en.ts';
import type { Translation } from './translation.ts';
import { TIMELINE_WORDS } from './timeline.en.ts';
import { TREATMENT_WORDS } from './treatments.en.ts';
import { LOST_WORDS } from './lost.en.ts';
import { TRIPTYCH_WORDS } from './triptych.en.ts';
import { ENGLISH_PHOTO_CONSENT, VISIT_WORDS } from './visit.en.ts';
import { WRITING_WORDS } from './writing.en.ts';
import { YEARLY_WORDS } from './yearly.en.ts';

const english: Translation = {
	publicPages: PUBLIC_WORDS,
	studio: en,
	gestures: ENGLISH_GESTURES,
	keys: ENGLISH_KEYS,
	errors: ENGLISH_ERRORS,
	refusals: ENGLISH_REFUSALS,
	warnings: ENGLISH_WARNINGS,
	notices: ENGLISH_NOTICES,
	treatments: TREATMENT_WORDS,
	lines: LINE_WORDS,
	capture: CAPTURE_WORDS,
	console: CONSOLE_WORDS,
	deeds: DEEDS,
	device: DEVICE_WORDS,
	follow: FOLLOW_WORDS,
	history: INTAKE_WORDS,
	historyPages: ENGLISH_PAGES,
	historyItems: ENGLISH_ITEMS,
	historyOptions: ENGLISH_OPTIONS,
	flags: ENGLISH_FLAGS,
	kinds: ENGLISH_KINDS,
	advice: ADVICE_WORDS,
	advices: ENGLISH_ADVICE,
	licence: LICENCE_WORDS,
	outcomes: OUTCOME_WORDS,
	papers: PAPER_WORDS,
	closing: ENGLISH_CLOSING,
	starts: ENGLISH_STARTS,
	plan: PLAN_WORDS,
	rules: RULE_WORDS,
	records: RECORD_WORDS,
	leadConsent: ENGLISH_LEAD_CONSENT,
	timeline: TIMELINE_WORDS,
	lost: LOST_WORDS,
	triptych: TRIPTYCH_WORDS,
	visit: VISIT_WORDS,
	photoConsent: ENGLISH_PHOTO_CONSENT,
	privacy: PRIVACY_WORDS,
	purposes: ENGLISH_PURPOSES,
	rights: ENGLISH_RIGHTS,
	oversight: OVERSIGHT_WORDS,
	classes: ENGLISH_CLASSES,
	recipients: ENGLISH_RECIPIENTS,
	bases: ENGLISH_BASES,
	fields: ENGLISH_FIELDS,
	fileDeeds: ENGLISH_FILE_DEEDS,
	account: OWN_ACCOUNT_WORDS,
	ownRecord: OWN_RECORD_WORDS,
	password: PASSWORD_WORDS,
	consultants: CONSULTANT_WORDS,
	support: SUPPORT_WORDS,
	feedback: FEEDBACK_WORDS,
	leaving: LEAVING_WORDS,
	teaching: TEACHING_WORDS,
	writing: WRITING_WORDS,
	yearly: YEARLY_WORDS
};

/** Of every class that any of the languages counts by. */
const COUNTS = [0, 1, 2, 3, 11, 100];

/** Values that a message may do more with than say them. */
const WORDS = ['role', 'time'];

type Said = { readonly words: readonly string[]; readonly asked: readonly string[] };

/** What a message says of each count, and which values it asks for. */
function said(message: unknown): Said {
	if (typeof message === 'string') return { words: [message], asked: [] };
	if (typeof message !== 'function') return { words: [], asked: [] };
	const asked = new Set<string>();
	const words = COUNTS.flatMap((count) => {
		const values = new Proxy(
			{},
			{
				get: (_, name) => {
					asked.add(String(name));
					return WORDS.includes(String(name)) ? 'x' : count;
				}
			}
		);
		const answer = (message as (values: unknown) => unknown)(values);
		return typeof answer === 'string' ? [answer] : Object.values(answer as Record<string, string>);
	});
	return { words, asked: [...asked].sort() };
}

/** By the path of their keys. */
function messagesOf(value: unknown, path: string): readonly (readonly [string, unknown])[] {
	if (typeof value !== 'object' || value === null) return [[path, value]];
	return Object.entries(value).flatMap(([key, inside]) => messagesOf(inside, `${path}/${key}`));
}

const ENGLISH = new Map(messagesOf(english, ''));
const sentencesOf = (language: Translation): readonly (readonly [string, string])[] =>
	messagesOf(language, '').flatMap(([path, message]) =>
		said(message).words.map((words) => [path, words] as const)
	);

describe.each([
	['German', de],
	['Arabic', ar]
] as const)('%s', (_name, language) => {
	it('has the keys of the English messages, each asking for the same values', () => {
		const own = new Map(messagesOf(language, ''));
		const isList = (path: string) => /\/(?:gestures|keys)\//u.test(path);
		expect([...own.keys()].filter((path) => !isList(path)).sort()).toEqual(
			[...ENGLISH.keys()].filter((path) => !isList(path)).sort()
		);
		for (const [path, message] of own) {
			if (isList(path)) continue;
			expect([path, said(message).asked]).toEqual([path, said(ENGLISH.get(path)).asked]);
		}
	});

	it('says something with all values where English does, and never shouts', () => {
		for (const [path, words] of sentencesOf(language)) {
			expect(words.trim() === '', path).toBe(ENGLISH.get(path) === '');
			expect(words, path).not.toMatch(/undefined|NaN|\[object|!/u);
		}
	});

	it('has as many gestures and keys to show', () => {
		expect(language.gestures).toHaveLength(english.gestures.length);
		expect(language.keys).toHaveLength(english.keys.length);
	});
});

/** The one way to name it is to deny it. */
const DENIAL = 'وعدًا بنتيجة';

it.each([
	['German', de, /ergebnis|resultat|vorhersag|prognos/iu],
	['Arabic', ar, /نتيج|نتائج|تنبّ?ؤ|توقّ?ع/u]
] as const)('%s promises and foretells nothing', (_name, language, forbidden) => {
	const promising = sentencesOf(language).filter(([, words]) =>
		forbidden.test(words.replaceAll(DENIAL, ''))
	);
	expect(promising).toEqual([]);
});

/** Names of things, files and keys that have no other in Arabic. */
const LATIN =
	/Vultus|III|JPEG|PNG|WebP|AVIF|HEIC|HEIF|GIF|SVG|TIFF|PDF|RAW|BMP|Photoshop|XL|ZIP|CSV|WebGPU|WebGL|Escape|Esc|Shift|Ctrl|Delete|Safari|Chrome|Edge|Firefox|AGE-SECRET-KEY-1|age1|age -d -o letter\.pdf letter\.pdf\.age|letter\.pdf(?:\.age)?|age-encryption\.org|\bage\b|record\.json|\.tar\.age|backup|(?:Davis|Donath) \d+, Plast Reconstr Surg|An Bras Dermatol|doi [\d./A-Z]+/gu;

it('nothing of the Arabic was left in English', () => {
	const left = sentencesOf(ar).filter(([, words]) =>
		/[A-Za-z]{3,}/u.test(words.replaceAll(LATIN, ''))
	);
	expect(left).toEqual([]);
});

it('what is the same in German is so because both have the word', () => {
	const same = messagesOf(de, '')
		.filter(([path, words]) => typeof words === 'string' && words === ENGLISH.get(path))
		.map(([, words]) => words as string)
		.filter((words) => /\p{L}{3}/u.test(words));
	expect([...new Set(same)].sort()).toMatchInlineSnapshot(`
		[
		  "Albumin",
		  "Auto",
		  "Code",
		  "Computer",
		  "Diabetes",
		  "England",
		  "Esc Esc",
		  "Filler",
		  "Format",
		  "Hyaluronidase",
		  "III",
		  "Isotretinoin",
		  "Latex",
		  "Link",
		  "Make-up",
		  "Melasma",
		  "Menopause",
		  "Name",
		  "Operation",
		  "Passphrase",
		  "Patient",
		  "Pause",
		  "Plan",
		  "Psoriasis",
		  "Retinoid",
		  "Serum",
		  "Stress",
		  "Studio",
		  "Studio – Vultus",
		  "Tablet",
		  "Vegan",
		  "Vitiligo",
		  "Vultus",
		  "WebGL 2",
		  "WebGPU",
		  "age -d -o letter.pdf letter.pdf.age",
		]
	`);
});

it('each text that patients agree to has a number of its own, and is changed only under another', async () => {
	const texts = [english, de, ar].flatMap(({ photoConsent, leadConsent, purposes }) => {
		const asked = Object.entries(purposes.words).map(([purpose, { asks }]) => [purpose, asks]);
		return [
			['photographs', photoConsent] as const,
			['leads', leadConsent] as const,
			['purposes', { number: purposes.number, words: [JSON.stringify(asked)] }] as const
		];
	});
	const hashes = await Promise.all(
		texts.map(async ([what, { number, words }]) => [
			`${what} ${number}`,
			await sha256(new TextEncoder().encode(words.join('\n')))
		])
	);
	expect(Object.fromEntries(hashes)).toEqual({
		'leads 1': '460597fef31148327cf8c72641b984378ed56a7bc401d56c699964f8b3626a4f',
		'leads 2': '7eb8c2e62240a031bb307815a54510e6063281f818e97c3cbd5868dd56cd0901',
		'leads 3': '5bc1e6ab369413b62710d7682d0a5abd9dcfdf6ee70ff51b6d6b10b7ee44b8e0',
		'photographs 1': '18aec491badf55505875e43e38eea6a410b6d235d9da27830d0cd78919eff644',
		'photographs 2': '87c95d3aaa8637d03531693ad2ab4012dadfc4bee9e8b9ecf9b7eeb4307bdeee',
		'photographs 3': '0dcfadf3c96f2d253971269d19ae594e7285ae15ffd559aed4ba3e531e35ab69',
		'purposes 4': 'f91a50ab765f0c9d8492c7894a2dbec129f629bda67ef4f5b2d983dc72938622',
		'purposes 5': '794042e01493ee32bc62cb15dc1122f0164183f153638b88e63ca4f5e2d04bdb',
		'purposes 6': 'd71330f564371d62e60260a9bcd1533ad3e7f53a9b6235e085f5b0f08489e6d3'
	});
});
