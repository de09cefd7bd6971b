import type { Card } from '../../record/index.ts';
import { language } from '../language.ts';

/** Milliseconds since 1970, or YYYY-MM-DD: "26 Nov 2026". */
export function formatDay(day: number | string, locale = language().locale): string {
	const at = typeof day === 'number' ? day : new Date(`${day}T12:00`);
	return new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(at);
}

/** Of a card: the day, or the year where only that is known; empty where neither is. */
export function formatBorn(born: Card['born']): string {
	if (born === null) return '';
	return 'day' in born ? formatDay(born.day) : String(born.year);
}

/** With the month in full, as it stands in a picture: "26 November 2026". */
export function formatLongDay(at: number): string {
	return new Intl.DateTimeFormat(language().locale, { dateStyle: 'long' }).format(at);
}

export function formatMoment(at: number, locale = language().locale): string {
	return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(at);
}

/** Here and now, YYYY-MM-DD. */
export function today(now = new Date()): string {
	const two = (part: number): string => String(part).padStart(2, '0');
	return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

const DAY_MS = 86_400_000;

/** YYYY-MM-DD, so many days later; negative is before. */
export function daysAfter(day: string, days: number): string {
	return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}

/** From one YYYY-MM-DD to another, in days of the calendar. */
export function daysBetween(from: string, to: string): number {
	return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}
