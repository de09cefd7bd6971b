/** What stands on the clinic's papers, from what is kept of a visit. */
import type {
	Advice,
	AuditRow,
	Block,
	Card,
	Concern,
	ConsentWords,
	Handed,
	Note,
	Paper,
	PaperHead,
	PlanContent,
	Referral,
	Signed
} from '../../record/index.ts';
import { PRODUCT_NAME } from '../../product.ts';
import { formatMoney, formatPlain } from '../format.ts';
import { languageTag, listed } from '../language.ts';
import { areaName, treatmentName } from '../messages/index.ts';
import { p } from '../messages/papers.en.ts';
import { l } from '../messages/timeline.en.ts';
import { formatDay, formatMoment } from '../records/days.ts';

/** One of a visit's pictures, labelled. */
export type PaperShot = {
	readonly bytes: Uint8Array<ArrayBuffer>;
	readonly isIllustration: boolean;
	/** Its view, as it is called. */
	readonly view: string;
	/** When the photograph was opened, milliseconds since 1970. */
	readonly at: number;
};

/** A text that was signed, and how that stands. */
export type SignedText = {
	readonly words: ConsentWords;
	readonly version: number;
	readonly signature: Signed;
	readonly code: string;
	/** "Unchanged since.", or what was changed. */
	readonly standing: string;
};

export type VisitFacts = {
	/** YYYY-MM-DD. */
	readonly today: string;
	readonly letterhead: PaperHead | null;
	/** Null while nobody is named. */
	readonly card: Card | null;
	readonly startedAt: number;
	readonly concerns: readonly Concern[];
	readonly pictures: readonly PaperShot[];
	/** What is illustrated, by ids of the catalogue. */
	readonly illustrated: readonly string[];
	readonly plan: PlanContent;
	readonly signed: readonly SignedText[];
	/** Of the texts that were handed over, and what else was taken into it. */
	readonly aftercare: readonly string[];
	/** What the clinician took into the plan of what was suggested. */
	readonly advice: readonly Advice[];
	/** YYYY-MM-DD. */
	readonly followUp: string | null;
	readonly referrals: readonly Pick<Referral, 'at' | 'to'>[];
	readonly notes: readonly Note[];
	readonly trail: readonly AuditRow[];
	readonly nameOf: (person: string) => string;
};

export const heading = (text: string): Block => ({ kind: 'heading', text });
export const text = (words: string, faint = false): Block => ({ kind: 'text', text: words, faint });
/** Nothing where there is nothing to say. */
export const section = (title: string, blocks: readonly Block[]): readonly Block[] =>
	blocks.length === 0 ? [] : [heading(title), ...blocks];

/** In the patient's words and without what is the clinic's alone. */
export function patientReport(facts: VisitFacts): Paper {
	const signed = facts.signed.flatMap(signedBlocks);
	return {
		...frameOf(facts, p('paper.visit'), p('paper.foot.patient')),
		blocks: [
			...aboutPatient(facts),
			...section(p('paper.concerns'), concernBlocks(facts)),
			...pictureBlocks(facts),
			...section(p('paper.plan'), planBlocks(facts, false)),
			...section(p('paper.consents'), signed),
			...section(p('paper.aftercare'), listOf(facts.aftercare)),
			...followUpBlocks(facts),
			...section(p('paper.referrals'), referralBlocks(facts))
		]
	};
}

/** With lots, notes and what the audit trail says. */
export function clinicReport(facts: VisitFacts): Paper {
	const { plan, advice, notes, trail, nameOf } = facts;
	const last = trail.at(-1);
	return {
		...frameOf(facts, p('paper.clinic'), p('paper.foot.clinic')),
		blocks: [
			...aboutPatient(facts),
			...section(p('paper.concerns.clinic'), concernBlocks(facts)),
			...pictureBlocks(facts),
			...section(p('paper.plan'), planBlocks(facts, true)),
			...section(p('paper.plan.note'), [
				...(plan.note.trim() === '' ? [] : [text(plan.note)]),
				...advice.map((one) => noteBlock(one, nameOf))
			]),
			...section(p('paper.consents.clinic'), facts.signed.flatMap(signedBlocks)),
			...section(p('paper.aftercare'), listOf(facts.aftercare)),
			...followUpBlocks(facts),
			...section(p('paper.referrals'), referralBlocks(facts)),
			...section(
				p('paper.notes'),
				notes.map((note) => noteBlock(note, nameOf))
			),
			...section(
				p('paper.trail'),
				last === undefined
					? []
					: [text(p('paper.trail.about', { count: trail.length, hash: last.hash }), true)]
			)
		]
	};
}

function noteBlock(
	{ at, by, text: words }: Pick<Note, 'at' | 'by' | 'text'>,
	nameOf: VisitFacts['nameOf']
): Block {
	return text(p('paper.note', { moment: formatMoment(at), who: nameOf(by), text: words }));
}

/** To a colleague elsewhere. */
export function referralLetter(facts: VisitFacts, to: string, reason: string, by: string): Paper {
	return {
		...frameOf(facts, p('paper.letter'), p('paper.foot.clinic')),
		blocks: [
			text(p('paper.to', { to })),
			...aboutPatient(facts),
			...(reason.trim() === '' ? [] : [text(reason)]),
			...section(p('paper.concerns.clinic'), concernBlocks(facts)),
			...section(p('paper.plan'), planBlocks(facts, false)),
			...pictureBlocks(facts),
			text(p('paper.regards')),
			text(by)
		]
	};
}

/** Null where no line is in the plan's quote. */
export function quotePaper(facts: VisitFacts): Paper | null {
	const { quote } = facts.plan;
	if (quote === null || quote.lines.length === 0) return null;
	const money = (sum: number) => formatMoney(sum, quote.currency);
	const total = quote.lines.reduce((so, { price }) => so + (price ?? 0), 0);
	const isOpen = quote.lines.some(({ price }) => price === null);
	const sum = p(isOpen ? 'paper.quote.total.open' : 'paper.quote.total');
	const rows = quote.lines.map((line) => [
		line.text,
		line.price === null ? p('paper.quote.open') : money(line.price)
	]);
	return {
		...frameOf(facts, p('paper.quote'), p('paper.foot.clinic')),
		blocks: [
			...aboutPatient(facts),
			{
				kind: 'table',
				head: [p('paper.quote.what'), p('paper.quote.price')],
				rows: [...rows, [sum, money(total)]]
			},
			text(p('paper.quote.about'), true)
		]
	};
}

export function frameOf(
	{ today, letterhead }: Pick<VisitFacts, 'today' | 'letterhead'>,
	title: string,
	foot: string
) {
	return { title, lang: languageTag(), day: today, letterhead, foot: `${foot} ${PRODUCT_NAME}` };
}

function aboutPatient({ card, startedAt }: VisitFacts): readonly Block[] {
	const lines = [p('paper.patient', { name: card?.name ?? p('paper.anonymous') })];
	const born = card?.born ?? null;
	if (born !== null) {
		lines.push(
			'day' in born ? p('paper.born.day', { day: formatDay(born.day) }) : p('paper.born.year', born)
		);
	}
	if (card !== null && card.number !== '') lines.push(p('paper.number', card));
	lines.push(p('paper.of', { day: formatDay(startedAt) }));
	return [text(lines.join(' · '))];
}

export function concernBlocks({ concerns }: Pick<VisitFacts, 'concerns'>): readonly Block[] {
	return listOf(concerns.map(concernText));
}

/** What brings a patient: where, and in their own words. */
export function concernText({ area, text: words }: Concern): string {
	return [area === '' ? '' : areaName(area), words.trim()].filter((one) => one !== '').join(': ');
}

function pictureBlocks({ pictures }: VisitFacts): readonly Block[] {
	if (pictures.length === 0) return [];
	const shown = pictures.map(({ bytes, isIllustration, view, at }) => {
		const caption = isIllustration
			? p('paper.illustration', { view })
			: p('paper.photograph', { view, day: formatDay(at) });
		return { bytes, caption, alt: caption };
	});
	return [
		heading(p('paper.pictures')),
		...(pictures.some(({ isIllustration }) => isIllustration)
			? [text(p('paper.pictures.about'))]
			: []),
		{ kind: 'pictures', pictures: shown }
	];
}

export function planBlocks(
	{ plan, illustrated }: Pick<VisitFacts, 'plan' | 'illustrated'>,
	hasLots: boolean
): readonly Block[] {
	const names = listed(illustrated.map((id) => treatmentName(id)));
	const blocks: Block[] = names === '' ? [] : [text(p('paper.plan.illustrated', { list: names }))];
	if (plan.items.length === 0) return blocks;
	const lots = hasLots ? [p('paper.plan.lot'), p('paper.plan.expiry')] : [];
	const head = [
		p('paper.plan.treatment'),
		p('paper.plan.product'),
		p('paper.plan.amount'),
		p('paper.plan.site'),
		...lots
	];
	const rows = plan.items.map(({ treatment, product, amount, unit, site, lot, expiry }) => [
		treatment === null ? '' : treatmentName(treatment),
		product,
		amount === null ? '' : `${formatPlain(amount)} ${unit}`.trim(),
		site,
		...(hasLots ? [lot, expiry === null ? '' : formatDay(expiry)] : [])
	]);
	return [...blocks, { kind: 'table', head, rows }];
}

/** A text as it was handed over, and how it was signed; `pictures` as they were shown, null for one that is lost. */
export function handedPaper(
	handed: Handed,
	signed: SignedText | null,
	pictures: readonly (Pick<PaperShot, 'bytes' | 'isIllustration'> | null)[],
	day: string
): Paper {
	const { title, about, risks } = handed.words;
	const shown = pictures.flatMap((one, n) => {
		if (one === null) return [];
		const caption = l(one.isIllustration ? 'text.illustration' : 'text.picture', { n: n + 1 });
		return [{ bytes: one.bytes, caption, alt: caption }];
	});
	return {
		...frameOf({ today: day, letterhead: null }, title, p('paper.foot.clinic')),
		blocks: [
			text(p('sign.handed.on', { day: formatDay(handed.at) }), true),
			...(about.trim() === '' ? [] : [text(about)]),
			...section(l('text.risks'), listOf(risks)),
			text(handed.closing),
			...section(
				l('text.shown'),
				shown.length === 0 ? [] : [{ kind: 'pictures', pictures: shown }]
			),
			...(pictures.includes(null) ? [text(l('text.lost'))] : []),
			...(signed === null ? [] : signedBlocks(signed))
		]
	};
}

function signedBlocks({ words, version, signature, code, standing }: SignedText): Block[] {
	const { mark, terms, withdrawal } = signature;
	const who = p(`sign.by.${terms.signer}`);
	const moment = formatMoment(terms.signedAt);
	const lines = [
		`${p('sign.signed', { moment, who })}. ${standing}`,
		...(withdrawal === null ? [] : [p('sign.withdrawn', { day: formatDay(withdrawal.at) })]),
		p('sign.code', { code })
	];
	return [
		text(p('paper.consent.title', { title: words.title, version })),
		mark.kind === 'typed'
			? text(p('paper.consent.typed', mark))
			: { ...mark, kind: 'drawing', alt: p('paper.consent.drawing') },
		text(lines.join('\n'), true)
	];
}

function followUpBlocks({ followUp }: VisitFacts): readonly Block[] {
	if (followUp === null) return [];
	return [
		heading(p('paper.follow-up')),
		text(p('paper.follow-up.on', { day: formatDay(followUp) }))
	];
}

function referralBlocks({ referrals }: VisitFacts): readonly Block[] {
	return listOf(referrals.map(({ at, to }) => p('paper.referral', { day: formatDay(at), to })));
}

function listOf(items: readonly string[]): readonly Block[] {
	const said = items.filter((one) => one !== '');
	return said.length === 0 ? [] : [{ kind: 'list', items: said }];
}
