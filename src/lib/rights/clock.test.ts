import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { dueOn, monthsAfter } from './clock.ts';

const ZONE = process.env['TZ'];
afterEach(() => {
	if (ZONE === undefined) delete process.env['TZ'];
	else process.env['TZ'] = ZONE;
});

const ZONES = ['UTC', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Europe/London', 'Asia/Kathmandu'];
const days = fc
	.date({ min: new Date('1999-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
	.map((date) => date.toISOString().slice(0, 10));
const monthIndex = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
const lengthOf = (day: string): number =>
	new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 0)).getUTCDate();

describe('the month in which a request is answered', () => {
	it.each([
		['2026-01-31', '2026-02-28'],
		['2028-01-31', '2028-02-29'],
		['2026-08-31', '2026-09-30'],
		['2026-09-30', '2026-10-30'],
		['2026-12-15', '2027-01-15'],
		['2026-03-29', '2026-04-29']
	])('from %s ends on %s', (received, due) => {
		expect(dueOn(received, false)).toBe(due);
	});

	it('is the next month, on the same day or its last, in every zone', () => {
		fc.assert(
			fc.property(
				days,
				fc.constantFrom(...ZONES),
				fc.integer({ min: 1, max: 3 }),
				(day, zone, months) => {
					process.env['TZ'] = zone;
					const due = monthsAfter(day, months);
					expect(monthIndex(due)).toBe(monthIndex(day) + months);
					expect(Number(due.slice(8))).toBe(Math.min(Number(day.slice(8)), lengthOf(due)));
				}
			)
		);
	});

	it('is two months longer where it was extended, counted from the day of receipt', () => {
		fc.assert(
			fc.property(days, (day) => {
				expect(dueOn(day, true)).toBe(monthsAfter(day, 3));
				expect(dueOn(day, true) > dueOn(day, false)).toBe(true);
			})
		);
		expect(dueOn('2025-11-30', true)).toBe('2026-02-28');
	});
});
