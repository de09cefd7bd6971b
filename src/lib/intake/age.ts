import type { Born } from './types.ts';

/** Whom the law and this app call grown-up. */
export const OF_AGE = 18;

/**
 * The day of the calendar on which an instant falls, YYYY-MM-DD: that of the device's own time zone, or of
 * a named one. `at`: milliseconds since 1970. Errors: RangeError for a time zone that there is not.
 */
export function dayAt(at: number, timeZone?: string): string {
	const format = new Intl.DateTimeFormat('en-GB', {
		calendar: 'gregory',
		numberingSystem: 'latn',
		year: 'numeric',
		month: '2-digit',
		day: '2-digit',
		...(timeZone === undefined ? {} : { timeZone })
	});
	const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]));
	const year = (parts.get('year') ?? '').padStart(4, '0');
	return `${year}-${parts.get('month') ?? ''}-${parts.get('day') ?? ''}`;
}

/**
 * How old somebody is on a day (YYYY-MM-DD), in completed years; negative before their birth. Whoever
 * was born on 29 February has their birthday on 1 March of years without that day. Of a birth year alone
 * the youngest age that is possible counts: that of 31 December.
 */
export function ageOn(born: Born, day: string): number {
	const birth = 'day' in born ? born.day : `${String(born.year).padStart(4, '0')}-12-31`;
	const years = Number(day.slice(0, 4)) - Number(birth.slice(0, 4));
	// 02-29 sorts between 02-28 and 03-01, wherever the day is missing.
	return birth.slice(5) <= day.slice(5) ? years : years - 1;
}
