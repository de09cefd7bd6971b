/** What stands on the clinic's papers, from what is kept of a visit. */
import type {
	AuditRow,
	Block,
	Card,
	Concern,
	ConsentWords,
	Note,
	Paper,
	PaperHead,
	PlanContent,
	Referral,
	Signed
} from '../../record/index.ts';
import { PRODUCT_NAME } from '../../product.ts';
import { areaName, treatmentName } from '../messages/index.ts';
import { p } from '../messages/papers.en.ts';
import { formatDay, formatMoment } from '../records/days.ts';

export const LANG = 'en-GB';

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
	/** Of the texts that were handed over. */
	readonly aftercare: readonly string[];
	/** YYYY-MM-DD. */
	readonly followUp: string | null;
	readonly referrals: readonly Pick<Referral, 'at' | 'to'>[];
	readonly notes: readonly Note[];
	readonly trail: readonly AuditRow[];
	readonly nameOf: (person: string) => string;
};

const heading = (text: string): Block => ({ kind: 'heading', text });
const text = (words: string, faint = false): Block => ({ kind: 'text', text: words, faint });
/** Nothing where there is nothing to say. */
const section = (title: string, blocks: readonly Block[]): readonly Block[] =>
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
	const { plan, notes, trail, nameOf } = facts;
	const last = trail.at(-1);
	return {
		...frameOf(facts, p('paper.clinic'), p('paper.foot.clinic')),
		blocks: [
			...aboutPatient(facts),
			...section(p('paper.concerns.clinic'), concernBlocks(facts)),
			...pictureBlocks(facts),
			...section(p('paper.plan'), planBlocks(facts, true)),
			...section(p('paper.plan.note'), plan.note.trim() === '' ? [] : [text(plan.note)]),
			...section(p('paper.consents.clinic'), facts.signed.flatMap(signedBlocks)),
			...section(p('paper.aftercare'), listOf(facts.aftercare)),
			...followUpBlocks(facts),
			...section(p('paper.referrals'), referralBlocks(facts)),
			...section(
				p('paper.notes'),
				notes.map(({ at, by, text: words }) =>
					text(p('paper.note', { moment: formatMoment(at), who: nameOf(by), text: words }))
				)
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
	const money = new Intl.NumberFormat(LANG, { style: 'currency', currency: quote.currency });
	const total = quote.lines.reduce((so, { price }) => so + (price ?? 0), 0);
	const isOpen = quote.lines.some(({ price }) => price === null);
	const sum = p(isOpen ? 'paper.quote.total.open' : 'paper.quote.total');
	const rows = quote.lines.map((line) => [
		line.text,
		line.price === null ? p('paper.quote.open') : money.format(line.price)
	]);
	return {
		...frameOf(facts, p('paper.quote'), p('paper.foot.clinic')),
		blocks: [
			...aboutPatient(facts),
			{
				kind: 'table',
				head: [p('paper.quote.what'), p('paper.quote.price')],
				rows: [...rows, [sum, money.format(total)]]
			},
			text(p('paper.quote.about'), true)
		]
	};
}

function frameOf({ today, letterhead }: VisitFacts, title: string, foot: string) {
	return { title, lang: LANG, day: today, letterhead, foot: `${foot} ${PRODUCT_NAME}` };
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

function concernBlocks({ concerns }: VisitFacts): readonly Block[] {
	return listOf(
		concerns.map(({ area, text: words }) =>
			[area === '' ? '' : areaName(area), words.trim()].filter((one) => one !== '').join(': ')
		)
	);
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

function planBlocks({ plan, illustrated }: VisitFacts, hasLots: boolean): readonly Block[] {
	const names = illustrated.map((id) => treatmentName(id)).join(', ');
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
		amount === null ? '' : `${amount} ${unit}`.trim(),
		site,
		...(hasLots ? [lot, expiry === null ? '' : formatDay(expiry)] : [])
	]);
	return [...blocks, { kind: 'table', head, rows }];
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
