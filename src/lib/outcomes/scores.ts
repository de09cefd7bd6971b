import { INSTRUMENTS, instrumentOf } from './instruments.ts';
import type { Instrument, OutcomeAnswer, Point, Series, Told } from './types.ts';

/**
 * As the instrument was published; null where it has no score, or an answer is missing of those that make it.
 */
export function scoreOf(
	{ published }: Instrument,
	answers: readonly OutcomeAnswer[]
): number | null {
	if (published === null) return null;
	const most = Math.max(...published.responses.map(({ value }) => value));
	const least = Math.min(...published.responses.map(({ value }) => value));
	let sum = 0;
	for (const { id, isReversed } of published.items) {
		const value = answers.find(({ item }) => item === id)?.value ?? null;
		if (value === null) return null;
		sum += isReversed ? value - least : most - value;
	}
	return sum;
}

/** What was answered over time, a line for each score and for each area. What this version does not know is none. */
export function seriesOf(all: readonly Told[]): readonly Series[] {
	const told = all.toSorted((a, b) => a.at - b.at);
	return INSTRUMENTS.flatMap((instrument): readonly Series[] => {
		const own = told.filter((one) => one.instrument === instrument.id);
		const { id, range } = instrument;
		if (own.length === 0) return [];
		if (instrument.published !== null) {
			return [{ instrument: id, item: null, range, points: own.map(scored) }];
		}
		const items = [...new Set(own.flatMap(({ answers }) => answers.map(({ item }) => item)))];
		return items.map((item) => ({
			instrument: id,
			item,
			range,
			points: own.flatMap(({ at, answers }): Point[] => {
				const answer = answers.find((one) => one.item === item);
				if (answer === undefined || answer.value === null) return [];
				return [{ at, value: answer.value, answered: 1, of: 1 }];
			})
		}));
	}).filter(({ points }) => points.length > 0);
}

function scored({ instrument, answers, score, at }: Told): Point {
	return {
		at,
		value: score,
		answered: answers.filter(({ value }) => value !== null).length,
		of: instrumentOf(instrument)?.published?.items.length ?? answers.length
	};
}
