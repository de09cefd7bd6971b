import { expect, it } from 'vitest';
import { LANGUAGES, listed, preferredLanguage } from './language.ts';

it.each([
	[null, ['de-AT', 'en'], 'de'],
	[null, ['fr', 'ar-EG'], 'ar'],
	[null, ['fr', 'it'], 'en'],
	[null, [], 'en'],
	['ar', ['de'], 'ar'],
	['en', ['de'], 'en'],
	['constructor', ['de'], 'de']
] as const)('chosen %j in a browser of %j: %s', (chosen, ofBrowser, id) => {
	expect(preferredLanguage([chosen, ...ofBrowser]).id).toBe(id);
});

it.each(LANGUAGES)('$name writes days and numbers in Latin digits', ({ locale }) => {
	const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' });
	expect(day.format(new Date(2026, 10, 26, 9))).toMatch(/26.*2026/);
	expect(new Intl.NumberFormat(locale).format(1234.5)).toMatch(/^1.234.5$/);
});

it.each([
	['en', 'lips, chin'],
	['de', 'lips, chin'],
	['ar', 'lips، chin']
] as const)('in %s parts beside each other have the comma of the language: %s', (id, line) => {
	const spoken = LANGUAGES.find((one) => one.id === id);
	expect(listed(['lips', '', ' ', 'chin'], spoken)).toBe(line);
	expect(listed([], spoken)).toBe('');
});
