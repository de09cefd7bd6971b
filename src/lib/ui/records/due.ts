import { r } from '../messages/records.en.ts';
import { daysBetween, formatDay } from './days.ts';

/** How late a follow-up is, or when it is due; both YYYY-MM-DD. */
export function dueWords(day: string, now: string): string {
	return r('due.on', { when: whenWords(daysBetween(now, day)), day: formatDay(day) });
}

function whenWords(days: number): string {
	if (days < 0) return r('due.late', { days: -days });
	if (days === 0) return r('due.today');
	return days === 1 ? r('due.tomorrow') : r('due.in', { days });
}
