/**
 * How long somebody has to think before they may sign. Counted in days of the calendar where the text
 * was handed over, because that is how people count: a text of fourteen days, handed over on a Monday
 * at whatever hour, may be signed from the Monday two weeks later. Daylight saving and the length of a
 * day do not matter. With no days it may be signed at once.
 */

const DAY_MS = 86_400_000;

/** YYYY-MM-DD. `at`: milliseconds since 1970; `zone`: an IANA name. Errors: RangeError for none. */
export function calendarDay(at: number, zone: string): string {
	const parts = new Intl.DateTimeFormat('en-GB', {
		timeZone: zone,
		calendar: 'gregory',
		numberingSystem: 'latn',
		year: 'numeric',
		month: '2-digit',
		day: '2-digit'
	}).formatToParts(at);
	const [year, month, day] = (['year', 'month', 'day'] as const).map(
		(type) => parts.find((part) => part.type === type)?.value ?? ''
	);
	return `${year?.padStart(4, '0')}-${month}-${day}`;
}

/** The first day on which it may be signed, YYYY-MM-DD there. `days`: whole, from 0. */
export function opensOn(handedAt: number, days: number, zone: string): string {
	const handed = Date.parse(calendarDay(handedAt, zone));
	return new Date(handed + days * DAY_MS).toISOString().slice(0, 10);
}

export type HandedOver = {
	/** Milliseconds since 1970. */
	readonly at: number;
	/** Where that was: an IANA name. */
	readonly zone: string;
	/** To think. */
	readonly days: number;
};

/** A clock that stands before the handing over allows nothing. */
export function maySign({ at, zone, days }: HandedOver, now: number): boolean {
	return now >= at && calendarDay(now, zone) >= opensOn(at, days, zone);
}
