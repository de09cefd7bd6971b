import { describe, expect, it } from 'vitest';
import {
	formatBytes,
	formatDecimal,
	formatMoney,
	formatPlain,
	formatValue,
	typedDecimal
} from './format.ts';
import { LANGUAGES } from './language.ts';

describe('formatValue', () => {
	it.each([
		[1.46, 'mm', true, '+1.5\u00a0mm'],
		[1.46, 'mm/side', false, '1.5\u00a0mm'],
		[-2, 'mm', true, '−2.0\u00a0mm'],
		[7.96, 'deg', true, '+8.0°'],
		[49.6, '%', false, '50\u00a0%']
	] as const)('writes %d %s in its own unit', (value, unit, signed, text) => {
		expect(formatValue(value, unit, signed)).toBe(text);
	});

	it('gives what is shown as zero no sign', () => {
		expect(formatValue(-0.02, 'mm', true)).toBe('0.0\u00a0mm');
		expect(formatValue(0.4, '%', true)).toBe('0\u00a0%');
	});
});

it.each([
	[40_000, '0.0\u00a0MB'],
	[3_260_000, '3.3\u00a0MB'],
	[812_000_000, '812\u00a0MB'],
	[1_000_000_000, '1.0\u00a0GB'],
	[10_737_418_240, '11\u00a0GB']
])('writes %d bytes as %s', (bytes, text) => {
	expect(formatBytes(bytes)).toBe(text);
});

it.each([
	['1.5', 1.5],
	['1,5', 1.5],
	['−2,25', -2.25],
	['-2.', -2],
	['+.5', 0.5],
	['١٫٥', 1.5],
	['\u200e−۱۲', -12],
	[' ', null],
	['1.500,5', Number.NaN],
	['1e3', Number.NaN],
	['2 mm', Number.NaN]
])('%j is typed as %d', (text, value) => {
	expect(typedDecimal(text)).toBe(value);
});

it.each(LANGUAGES)('what $name puts into a field can be read back', (spoken) => {
	for (const value of [0, 0.55, -3.25, 1200]) {
		expect(typedDecimal(formatPlain(value, spoken))).toBe(value);
	}
});

it('follows the language in decimal signs and in money', () => {
	expect(formatDecimal(1.46, 1, 'de-DE')).toBe('1,5');
	expect(formatMoney(1234.5, 'EUR', 'de-DE')).toBe('1.234,50\u00a0€');
	expect(formatMoney(1234.5, 'EUR', 'en-GB')).toBe('€1,234.50');
});
