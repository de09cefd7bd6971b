/** A patient's own record in plain words, to be read by them: no other person is named in it. */
import type {
	AuditRow,
	Block,
	Card,
	Concern,
	Disclosure,
	Paper,
	PurposeView,
	Visit
} from '../../record/index.ts';
import { listed } from '../language.ts';
import { treatmentName } from '../messages/index.ts';
import { own } from '../messages/own-record.en.ts';
import { DEED_WORDS, o, RECIPIENT_WORDS } from '../messages/oversight.en.ts';
import { PURPOSE_WORDS } from '../messages/privacy.en.ts';
import { r } from '../messages/records.en.ts';
import { viewName } from '../follow/view-name.ts';
import { concernText, frameOf, section, text } from '../papers/papers.ts';
import { formatBorn, formatDay, formatMoment } from '../records/days.ts';
import { standingText } from './standing.ts';

export type OwnFacts = {
	/** YYYY-MM-DD. */
	readonly today: string;
	/** Null while nobody is named. */
	readonly card: Card | null;
	/** The newest first. */
	readonly visits: readonly OwnVisit[];
	readonly purposes: readonly PurposeView[];
	/** In order. */
	readonly trail: readonly AuditRow[];
	/** What was given away, by the id that a row names. */
	readonly given: ReadonlyMap<string, Pick<Disclosure, 'to'>>;
};

type OwnVisit = Pick<Visit, 'consultation' | 'photographs' | 'treatments' | 'handed'> & {
	readonly concerns: readonly Concern[];
};

/** Looking, and what left. */
const SHOWN: ReadonlySet<AuditRow['deed']> = new Set([
	'folder-opened',
	'glass-broken',
	'record-handed',
	'picture-released',
	'copy-made',
	'trail-exported',
	'disclosed',
	'contacts-listed',
	'numbers-released',
	'lead-sent'
]);

export function ownRecord(facts: OwnFacts): Paper {
	const { visits } = facts;
	return {
		...frameOf({ today: facts.today, letterhead: null }, own('title'), o('journey.paper.foot')),
		blocks: [
			text(own('about'), true),
			...section(own('card.title'), cardBlocks(facts.card)),
			...section(
				own('visits.title'),
				visits.length === 0 ? [text(own('visits.none'))] : visits.flatMap(visitBlocks)
			),
			...section(own('photographs.title'), photographBlocks(visits)),
			...section(own('agreed.title'), agreedBlocks(facts)),
			...section(own('looks.title'), lookBlocks(facts)),
			text(own('more'))
		]
	};
}

function cardBlocks(card: Card | null): readonly Block[] {
	if (card === null) return [text(own('card.anonymous'))];
	const { name, born, number, contact, nextOfKin, gp = null } = card;
	const facts = [
		[r('card.name'), name],
		[r('card.born'), formatBorn(born)],
		[r('card.number'), number],
		[r('card.phone'), contact.phone],
		[r('card.email'), contact.email],
		[r('card.address'), contact.address]
	] as const;
	const items = facts
		.filter(([, value]) => value !== '')
		.map(([what, value]) => own('card.line', { what, value }));
	if (nextOfKin !== null) items.push(own('card.kin'));
	if (gp !== null) items.push(own(gp.isTold ? 'card.gp.told' : 'card.gp.untold'));
	return [{ kind: 'list', items }];
}

function visitBlocks(visit: OwnVisit): readonly Block[] {
	const { startedAt, treatedOn, followUp } = visit.consultation;
	const facts = visit.concerns.map((one) => own('visits.said', { words: concernText(one) }));
	if (visit.treatments.length > 0) {
		const what = listed(visit.treatments.map((id) => treatmentName(id)));
		facts.push(own('visits.shown', { what }));
	}
	if (treatedOn !== null) facts.push(own('visits.treated', { day: formatDay(treatedOn) }));
	if (followUp !== null) facts.push(own('visits.next', { day: formatDay(followUp) }));
	const day = text(own('visits.of', { day: formatDay(startedAt) }));
	return facts.length === 0 ? [day] : [day, { kind: 'list', items: facts }];
}

function photographBlocks(visits: readonly OwnVisit[]): readonly Block[] {
	const rows = visits
		.flatMap(({ photographs }) => photographs)
		.toSorted((a, b) => b.photograph.openedAt - a.photograph.openedAt)
		.map(({ photograph }) => [formatMoment(photograph.openedAt), viewName(photograph)]);
	if (rows.length === 0) return [text(own('photographs.none'))];
	return [{ kind: 'table', head: [own('photographs.when'), own('photographs.view')], rows }];
}

function agreedBlocks({ purposes, visits }: OwnFacts): readonly Block[] {
	const texts = visits
		.flatMap(({ handed }) => handed)
		.map(({ words, at, signature }) => [
			own('agreed.text', { title: words.title }),
			signature === null
				? own('agreed.handed', { day: formatDay(at) })
				: signature.withdrawal === null
					? own('agreed.signed', { day: formatDay(signature.terms.signedAt) })
					: own('agreed.withdrawn', { day: formatDay(signature.withdrawal.at) })
		]);
	const rows = purposes.map((one) => [PURPOSE_WORDS[one.purpose].asks, standingText(one)]);
	return [
		{ kind: 'table', head: [own('agreed.what'), own('agreed.state')], rows: [...rows, ...texts] }
	];
}

/** The newest first. Reasons that were given are words of others, and may name somebody. */
function lookBlocks({ trail, given }: OwnFacts): readonly Block[] {
	const rows = trail
		.filter(({ deed }) => SHOWN.has(deed))
		.toReversed()
		.map(({ at, deed, record }) => {
			const what = DEED_WORDS[deed];
			const to = record === null ? undefined : given.get(record)?.to.kind;
			return [
				formatMoment(at),
				to === undefined ? what : own('looks.to', { what, whom: RECIPIENT_WORDS[to] })
			];
		});
	return [
		text(own('looks.about'), true),
		{ kind: 'table', head: [own('looks.when'), own('looks.what')], rows }
	];
}
