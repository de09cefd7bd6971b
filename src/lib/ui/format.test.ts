import { describe, expect, it } from 'vitest';
import { formatValue } from './format.ts';

describe('formatValue', () => {
	it.each([
		[1.46, 'mm', true, '+1.5 mm'],
		[1.46, 'mm/side', false, '1.5 mm'],
		[-2, 'mm', true, '−2.0 mm'],
		[7.96, 'deg', true, '+8.0°'],
		[49.6, '%', false, '50 %']
	] as const)('writes %d %s in its own unit', (value, unit, signed, text) => {
		expect(formatValue(value, unit, signed)).toBe(text);
	});

	it('gives what is shown as zero no sign', () => {
		expect(formatValue(-0.02, 'mm', true)).toBe('0.0 mm');
		expect(formatValue(0.4, '%', true)).toBe('0 %');
	});
});
