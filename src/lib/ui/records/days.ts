const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium' });
const MOMENT = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });

/** Milliseconds since 1970, or YYYY-MM-DD: "26 Nov 2026". */
export function formatDay(day: number | string): string {
	return DAY.format(typeof day === 'number' ? day : new Date(`${day}T12:00`));
}

export function formatMoment(at: number): string {
	return MOMENT.format(at);
}

/** Here and now, YYYY-MM-DD. */
export function today(now = new Date()): string {
	const two = (part: number): string => String(part).padStart(2, '0');
	return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
