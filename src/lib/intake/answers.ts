import { ITEMS } from './questions.ts';
import type {
	Answer,
	Batch,
	Item,
	ItemId,
	Known,
	NewAnswer,
	Standing,
	Standings
} from './types.ts';

/** Nothing chosen and nothing written. */
export const NO_ANSWER: Extract<Answer, { readonly state: 'given' }> = {
	state: 'given',
	choices: [],
	text: '',
	treatments: []
};

/** How every question stands in a visit, from all that was ever kept in its file. */
export function standingsIn(batches: readonly Batch[], consultation: string): Standings {
	const inOrder = batches.toSorted((a, b) => a.at - b.at);
	return new Map(ITEMS.map((item) => [item.id, standingOf(item, inOrder, consultation)]));
}

function standingOf(item: Item, batches: readonly Batch[], consultation: string): Standing {
	const given = batches
		.flatMap(({ answers, ...batch }): Known[] =>
			answers
				.filter((one) => one.item === item.id)
				.map(({ answer }) => ({
					answer,
					at: batch.at,
					by: batch.by,
					consultation: batch.consultation
				}))
		)
		.toReversed();
	const counts = item.isOfTheDay
		? given.filter((known) => known.consultation === consultation)
		: given;
	const [newest] = counts;
	const before = given.filter((known) => known !== newest);
	if (newest === undefined || newest.answer.state === 'not-asked') {
		const none = { confirmedAt: null, isConfirmedHere: false };
		return { state: 'open', known: newest ?? null, ...none, before };
	}
	const confirmed = confirmationsOf(
		item,
		batches.filter(({ at }) => at >= newest.at)
	);
	const isHere = newest.consultation === consultation;
	const isConfirmedHere = !isHere && confirmed.has(consultation);
	return {
		state: isHere || isConfirmedHere ? 'settled' : 'earlier',
		known: newest,
		confirmedAt: [...confirmed.values()].at(-1) ?? null,
		isConfirmedHere,
		before
	};
}

/** In which visits it was said to hold, and when; without those in which that was a mistake. */
function confirmationsOf({ id }: Item, batches: readonly Batch[]): ReadonlyMap<string, number> {
	const confirmed = new Map<string, number>();
	for (const { consultation, at, unchanged, reopened } of batches) {
		if (reopened.includes(id)) confirmed.delete(consultation);
		if (unchanged.includes(id)) confirmed.set(consultation, at);
	}
	return confirmed;
}

/** With answers that are being given in a visit, and are not kept yet. */
export function withAnswers(
	standings: Standings,
	answers: readonly NewAnswer[],
	consultation: string
): Standings {
	const given = answers.map(({ item, answer }): [ItemId, Standing] => {
		const known = { answer, consultation, at: Infinity, by: '' };
		const state = answer.state === 'not-asked' ? 'open' : 'settled';
		const none = { confirmedAt: null, isConfirmedHere: false };
		return [item, { state, known, ...none, before: standings.get(item)?.before ?? [] }];
	});
	return new Map([...standings, ...given]);
}

/** What a choice makes of an answer: chosen again it is taken back, and "none of these" stands alone. */
export function withChoice(item: Item, before: Answer | null, option: string): Answer {
	const given = before?.state === 'given' ? before : NO_ANSWER;
	const none = item.hasNone ? item.options[0] : null;
	const isChosen = given.choices.includes(option);
	if (isChosen)
		return emptied({ ...given, choices: given.choices.filter((one) => one !== option) });
	const others = item.ways === 'one' || option === none ? [] : given.choices;
	return { ...given, choices: [...others.filter((one) => one !== none), option] };
}

/** An answer that says nothing any more is none. */
export function emptied(answer: Answer): Answer {
	if (answer.state !== 'given') return answer;
	const { choices, text, treatments } = answer;
	const isEmpty = choices.length === 0 && text === '' && treatments.length === 0;
	return isEmpty ? { state: 'not-asked' } : answer;
}

/** Whether the answers that count hold one of these options. */
export function holds(standings: Standings, item: Item['id'], options: readonly string[]): boolean {
	const answer = standings.get(item)?.known?.answer;
	return answer?.state === 'given' && answer.choices.some((one) => options.includes(one));
}
