import { describe, expect, it } from 'vitest';
import { formatValue } from './format.ts';

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
