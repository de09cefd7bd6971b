import { expect, it } from 'vitest';
import { LANGUAGES, preferredLanguage } from './language.ts';

it.each([
	[null, ['de-AT', 'en'], 'de'],
	[null, ['fr', 'ar-EG'], 'ar'],
	[null, ['fr', 'it'], 'en'],
	[null, [], 'en'],
	['ar', ['de'], 'ar'],
	['en', ['de'], 'en'],
	['constructor', ['de'], 'de']
] as const)('chosen %j in a browser of %j: %s', (chosen, ofBrowser, id) => {
	expect(preferredLanguage(chosen, ofBrowser).id).toBe(id);
});

it.each(LANGUAGES)('$name writes days and numbers in Latin digits', ({ locale }) => {
	const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' });
	expect(day.format(new Date(2026, 10, 26, 9))).toMatch(/26.*2026/);
	expect(new Intl.NumberFormat(locale).format(1234.5)).toMatch(/^1.234.5$/);
});
