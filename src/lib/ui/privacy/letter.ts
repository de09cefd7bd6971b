/** What stands in a letter to somebody else, and how it is opened. */
import type { Block, Card, Note, Paper, PaperHead, VisitSummary } from '../../record/index.ts';
import type { Basis, SharedField } from '../../retention/index.ts';
import { BASIS_WORDS, o } from '../messages/oversight.en.ts';
import { p } from '../messages/papers.en.ts';
import { concernBlocks, frameOf, heading, planBlocks, section, text } from '../papers/papers.ts';
import { formatDay, formatMoment } from '../records/days.ts';

export type LetterFacts = {
	/** YYYY-MM-DD. */
	readonly today: string;
	readonly letterhead: PaperHead | null;
	readonly to: string;
	readonly basis: Basis;
	readonly reason: string;
	readonly card: Card | null;
	/** Question and answer. */
	readonly history: readonly (readonly [question: string, answer: string])[];
	/** The newest first. */
	readonly visits: readonly VisitSummary[];
	readonly notes: readonly Note[];
	readonly photographs: readonly {
		readonly bytes: Uint8Array<ArrayBuffer>;
		readonly at: number;
		readonly view: string;
	}[];
	readonly nameOf: (person: string) => string;
};

/** Only what was chosen stands in it. */
export function disclosureLetter(facts: LetterFacts, fields: readonly SharedField[]): Paper {
	const { to, basis, reason } = facts;
	const has = (field: SharedField): boolean => fields.includes(field);
	const ground = o('letter.basis', { basis: BASIS_WORDS[basis] });
	return {
		...frameOf(facts, o('letter.title'), o('letter.foot')),
		blocks: [
			text(o('letter.to', { name: to })),
			text([ground, reason].filter((part) => part !== '').join('\n'), true),
			...(has('identity') ? identityBlocks(facts) : []),
			...(has('contact') ? contactBlocks(facts) : []),
			...(has('history') ? historyBlocks(facts) : []),
			...facts.visits.flatMap((visit) => visitBlocks(visit, has)),
			...(has('notes') ? noteBlocks(facts) : []),
			...(has('photographs') ? photographBlocks(facts) : [])
		]
	};
}

function identityBlocks({ card }: LetterFacts): readonly Block[] {
	const lines = [p('paper.patient', { name: card?.name ?? p('paper.anonymous') })];
	const born = card?.born ?? null;
	if (born !== null) {
		lines.push(
			'day' in born ? p('paper.born.day', { day: formatDay(born.day) }) : p('paper.born.year', born)
		);
	}
	return [text(lines.join(' · '))];
}

function contactBlocks({ card }: LetterFacts): readonly Block[] {
	const { phone, email, address } = card?.contact ?? { phone: '', email: '', address: '' };
	const lines = [phone, email, address].filter((line) => line !== '');
	return section(o('letter.contact'), lines.length === 0 ? [] : [text(lines.join('\n'))]);
}

function historyBlocks({ history }: LetterFacts): readonly Block[] {
	const items = history.map(([question, answer]) => `${question}: ${answer}`);
	return section(o('letter.history'), items.length === 0 ? [] : [{ kind: 'list', items }]);
}

function visitBlocks(
	{ startedAt, treatedOn, concerns, plan }: VisitSummary,
	has: (field: SharedField) => boolean
): readonly Block[] {
	const isPlanned = has('plan') || has('products');
	const done = treatedOn === null ? [] : [text(o('letter.treated', { day: formatDay(treatedOn) }))];
	return section(o('letter.visit', { day: formatDay(startedAt) }), [
		...(has('reasons') ? concernBlocks({ concerns }) : []),
		...(isPlanned ? done : []),
		...(isPlanned && plan !== null ? planBlocks({ plan, illustrated: [] }, has('products')) : [])
	]);
}

function noteBlocks({ notes, nameOf }: LetterFacts): readonly Block[] {
	return section(
		p('paper.notes'),
		notes.map(({ at, by, text: words }) =>
			text(p('paper.note', { moment: formatMoment(at), who: nameOf(by), text: words }))
		)
	);
}

function photographBlocks({ photographs }: LetterFacts): readonly Block[] {
	if (photographs.length === 0) return [];
	const pictures = photographs.map(({ bytes, at, view }) => {
		const caption = p('paper.photograph', { view, day: formatDay(at) });
		return { bytes, caption, alt: caption };
	});
	return [heading(p('paper.pictures')), { kind: 'pictures', pictures }];
}

/** For the reader, without anything of the patient. */
export function howToOpen(today: string, letterhead: PaperHead | null): Paper {
	return {
		...frameOf({ today, letterhead }, o('how.title'), o('how.foot')),
		blocks: [
			{
				kind: 'list',
				items: [
					o('how.one'),
					o('how.two'),
					o('how.three'),
					o('how.key'),
					o('how.four'),
					o('how.five')
				]
			}
		]
	};
}
