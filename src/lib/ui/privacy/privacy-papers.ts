/** What a patient is given of their file, for people to read, from what is kept. */
import type {
	Block,
	Disclosure,
	Entry,
	OpenRequest,
	Paper,
	PaperHead,
	PurposeView,
	Release,
	Responsible
} from '../../record/index.ts';
import { PRODUCT_NAME } from '../../product.ts';
import { languageTag, listed } from '../language.ts';
import { co } from '../messages/consultants.en.ts';
import { p } from '../messages/papers.en.ts';
import { PURPOSE_WORDS, RIGHT_WORDS, y } from '../messages/privacy.en.ts';
import { formatDay, formatMoment } from '../records/days.ts';
import { responsibleLines, visitsText } from './responsible.ts';
import { disclosureText, releaseText, standingText } from './standing.ts';

export type CopyFacts = {
	/** YYYY-MM-DD. */
	readonly today: string;
	readonly letterhead: PaperHead | null;
	readonly what: 'access' | 'portability';
	/** Everybody but the clinic who answers for a visit. */
	readonly responsible: readonly Responsible[];
	readonly purposes: readonly PurposeView[];
	readonly released: readonly Release[];
	readonly requests: readonly OpenRequest[];
	/** How long what is in it stays, a line for each. */
	readonly kept: readonly string[];
	/** What others were given of it. */
	readonly disclosures: readonly Disclosure[];
	/** Everything in the folder: nothing is chosen from it. */
	readonly entries: readonly { readonly id: string; readonly entry: Entry }[];
	readonly nameOf: (person: string) => string;
};

/** Milliseconds since 1970 under these names. */
const MOMENTS: ReadonlySet<string> = new Set([
	'at',
	'startedAt',
	'lastVisit',
	'openedAt',
	'handedAt',
	'signedAt',
	'sentAt'
]);
/** Of more numbers than this nobody reads on paper. */
const MOST_NUMBERS = 16;

const heading = (text: string): Block => ({ kind: 'heading', text });
const text = (words: string, faint = false): Block => ({ kind: 'text', text: words, faint });

/** All that is kept of a patient: what it is for, who had it, how long it stays, and every field of it. */
export function copyPaper(facts: CopyFacts): Paper {
	const { what, purposes, released, requests, kept, disclosures, entries, nameOf } = facts;
	const asked = requests.map(
		({ right, received, due, answer }) =>
			`${RIGHT_WORDS[right]}. ${y('requests.received', { day: formatDay(received) })}. ${
				answer === null
					? y('requests.due.by', { day: formatDay(due) })
					: `${y(`outcome.${answer.outcome}`)}. ${answer.reason}`
			}`
	);
	return {
		...frameOf(facts, y(`paper.${what}`)),
		blocks: [
			text(y('paper.rights')),
			text(y('paper.automated'), true),
			heading(co('paper.title')),
			...responsibleLines(facts.responsible).map((line) => text(line)),
			heading(y('paper.purposes')),
			{
				kind: 'table',
				head: [y('paper.purposes.head'), y('paper.state.head')],
				rows: purposes.map((one) => [PURPOSE_WORDS[one.purpose].asks, standingWords(one)])
			},
			heading(y('paper.released')),
			listOr(
				[...released.map(releaseText), ...disclosures.map(disclosureText)],
				y('paper.released.none')
			),
			heading(y('paper.requests')),
			listOr(asked, y('paper.requests.none')),
			heading(y('paper.kept-until')),
			listOr(kept, y('paper.kept-until.about')),
			heading(y('paper.all')),
			text(y('paper.all.about'), true),
			...entries.flatMap(({ entry }) => entryBlocks(entry, nameOf))
		]
	};
}

/** As `standingText`; where the GP is not told, also what that may mean. */
function standingWords(view: PurposeView): string {
	const standing = standingText(view);
	const isObjected = view.state === 'declined' || view.state === 'withdrawn';
	const isUntold = view.purpose === 'inform-gp' && isObjected;
	return isUntold ? `${standing}. ${y('paper.gp-untold')}` : standing;
}

/** What lies beside the data of a consultant's own visits. */
export function consultantPaper(
	facts: Pick<CopyFacts, 'today' | 'letterhead'>,
	who: Responsible
): Paper {
	const { name, contact } = who.consultant;
	return {
		...frameOf(facts, co('paper.consultant')),
		blocks: [
			text(`${name}, ${contact}`),
			text(visitsText(who)),
			heading(co('paper.title')),
			...responsibleLines([who]).map((line) => text(line))
		]
	};
}

/** Why a file is not erased, for whoever asked for it. */
export function refusalLetter(
	facts: Pick<CopyFacts, 'today' | 'letterhead'>,
	name: string,
	reason: string
): Paper {
	return {
		...frameOf(facts, y('paper.refusal')),
		foot: p('paper.foot.patient'),
		blocks: [
			text(y('paper.refusal.dear', { name })),
			text(y('paper.refusal.asked')),
			text(reason),
			text(y('paper.refusal.then')),
			text(formatDay(facts.today), true)
		]
	};
}

function frameOf({ today, letterhead }: Pick<CopyFacts, 'today' | 'letterhead'>, title: string) {
	return {
		title,
		lang: languageTag(),
		day: today,
		letterhead,
		foot: `${PRODUCT_NAME} · ${y('paper.foot')}`
	};
}

function entryBlocks({ kind, ...fields }: Entry, nameOf: CopyFacts['nameOf']): readonly Block[] {
	return [
		text(kind),
		{
			kind: 'table',
			head: [y('paper.field'), y('paper.value')],
			rows: Object.entries(fields).flatMap(([field, value]) => rowsOf(field, value, nameOf))
		}
	];
}

/** Each leaf with its way from the entry: schemas are not asked, so no field can be forgotten. */
function rowsOf(path: string, value: unknown, nameOf: CopyFacts['nameOf']): string[][] {
	const key = path.split(' ').at(-1) ?? '';
	if (value === null || value === '') return [[path, y('paper.nothing')]];
	if (typeof value === 'number') {
		return [[path, MOMENTS.has(key) ? formatMoment(value) : String(value)]];
	}
	if (typeof value === 'string') return [[path, key === 'by' ? nameOf(value) : value]];
	if (typeof value !== 'object') return [[path, value === true ? 'true' : 'false']];
	if (Array.isArray(value) && value.every((one) => typeof one === 'number')) {
		const isLong = value.length > MOST_NUMBERS;
		return [
			[path, isLong ? y('paper.numbers', { count: value.length }) : listed(value.map(String))]
		];
	}
	const inner = Array.isArray(value)
		? value.map((one: unknown, at) => [String(at + 1), one] as const)
		: Object.entries(value);
	if (inner.length === 0) return [[path, y('paper.nothing')]];
	return inner.flatMap(([name, one]) => rowsOf(`${path} ${name}`, one, nameOf));
}

function listOr(items: readonly string[], none: string): Block {
	return items.length === 0 ? text(none) : { kind: 'list', items };
}
