import { describe, expect, it } from 'vitest';
import { formatBytes, formatValue } from './format.ts';

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
