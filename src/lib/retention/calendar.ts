import type { Born } from '../intake/index.ts';
import type { Day, Span } from './types.ts';

const DAY_MS = 86_400_000;

const two = (part: number): string => String(part).padStart(2, '0');

/** A day that a year lacks, 29 February, is the one after it: nothing goes a day early. */
export function yearsAfter(day: Day, years: number): Day {
	const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
	const on = new Date(Date.UTC(year + years, month - 1, date));
	return `${String(on.getUTCFullYear()).padStart(4, '0')}-${two(on.getUTCMonth() + 1)}-${two(on.getUTCDate())}`;
}

export function after(day: Day, span: Span): Day {
	if ('years' in span) return yearsAfter(day, span.years);
	return new Date(Date.parse(day) + span.days * DAY_MS).toISOString().slice(0, 10);
}

/** The later one. */
export function later(one: Day, other: Day): Day {
	return one > other ? one : other;
}

/** The last day on which somebody may have been born. */
export function youngest(born: Born): Day {
	return 'day' in born ? born.day : `${String(born.year).padStart(4, '0')}-12-31`;
}
