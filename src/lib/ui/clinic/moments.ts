import { formatDay, formatMoment } from '../records/days.ts';
import { c } from '../messages/console.en.ts';

/** UTC seconds: "26 Nov 2026". */
export function dayOf(seconds: number): string {
	return formatDay(1000 * seconds);
}

/** UTC seconds, or never: "26 Nov 2026, 10:20". */
export function momentOf(seconds: number | null): string {
	return seconds === null ? c('never') : formatMoment(1000 * seconds);
}
