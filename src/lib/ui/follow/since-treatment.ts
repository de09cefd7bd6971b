import { f } from '../messages/follow.en.ts';
import { daysBetween } from '../records/days.ts';

/** Up to here in days, then in weeks, then in months. */
const IN_DAYS = 14;
const IN_WEEKS = 26 * 7;
const DAYS_PER_MONTH = 365.25 / 12;

/**
 * How long after the last treatment a day is, in words; null where there was none before. All are
 * YYYY-MM-DD; `treated` in any order, null where nothing was carried out.
 */
export function sinceTreatment(day: string, treated: readonly (string | null)[]): string | null {
	const [last] = treated
		.filter((one): one is string => one !== null && one <= day)
		.sort()
		.reverse();
	return last === undefined ? null : afterWords(daysBetween(last, day));
}

function afterWords(days: number): string {
	if (days === 0) return f('since.same-day');
	if (days < IN_DAYS) return f('since.days', { count: days });
	if (days < IN_WEEKS) return f('since.weeks', { count: Math.round(days / 7) });
	return f('since.months', { count: Math.round(days / DAYS_PER_MONTH) });
}
