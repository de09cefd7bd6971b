/** Days of the calendar alone: no hour and no zone, so a request is due on the same day everywhere. */

const MONTHS_TO_ANSWER = 1;
/** For a complex request, on top. */
const MONTHS_MORE = 2;

/** The corresponding day so many months later; the month's last where it has no such day. YYYY-MM-DD. */
export function monthsAfter(day: string, months: number): string {
	const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
	const last = new Date(Date.UTC(year, month - 1 + months + 1, 0));
	return new Date(
		Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), Math.min(date, last.getUTCDate()))
	)
		.toISOString()
		.slice(0, 10);
}

/**
 * The last day on which a request is to be answered: one calendar month after it was received (UK and EU
 * GDPR, Article 12 (3); ICO: the corresponding date), two more where that was extended.
 */
export function dueOn(received: string, isExtended: boolean): string {
	return monthsAfter(received, MONTHS_TO_ANSWER + (isExtended ? MONTHS_MORE : 0));
}
