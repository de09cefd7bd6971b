import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fileName } from './names.ts';

test('a file name says what it is and when it was made', () => {
	const date = new Date(2026, 10, 24, 14, 32);
	expect(fileName('illustration', 'png', date)).toBe('vultus-illustration-2026-11-24-1432.png');
	expect(fileName('photograph', 'jpeg', date)).toBe('vultus-photograph-2026-11-24-1432.jpg');
	expect(fileName('pair', 'webp', new Date(2027, 0, 2, 3, 4))).toBe(
		'vultus-pair-2027-01-02-0304.webp'
	);
});

test('a file name needs no escaping anywhere', () => {
	const date = fc.date({
		min: new Date(2000, 0, 1),
		max: new Date(2100, 0, 1),
		noInvalidDate: true
	});
	fc.assert(
		fc.property(date, (when) => {
			expect(fileName('pair', 'jpeg', when)).toMatch(/^[a-z]+-pair-\d{4}-\d\d-\d\d-\d{4}\.jpg$/);
		})
	);
});
