import type { Born } from './types.ts';

/** Whom the law and this app call grown-up. */
export const OF_AGE = 18;

/** Where a clinic works, as far as the law of it says otherwise who may be injected for their looks. */
export const REGIONS = ['england', 'elsewhere'] as const;
export type Region = (typeof REGIONS)[number];

/**
 * Whether nobody under 18 is injected there, before a clinic says otherwise. England: Botulinum Toxin and
 * Cosmetic Fillers (Children) Act 2021. Of nowhere else is such a law known here; where it is not said where a
 * clinic works, the strictest one counts.
 */
export function sparesMinors(region: Region | null): boolean {
	return region !== 'elsewhere';
}

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
