import { expect, it } from 'vitest';
import { daysAfter, daysBetween, formatDay, today } from './days.ts';
import { dueWords } from './due.ts';

it('a day is the one of the calendar on the wall, whatever the hour', () => {
	expect(today(new Date(2026, 0, 5, 0, 1))).toBe('2026-01-05');
	expect(today(new Date(2026, 11, 31, 23, 59))).toBe('2026-12-31');
	expect(formatDay('2026-11-26')).toBe('26 Nov 2026');
	expect(formatDay(new Date(2026, 10, 26, 9).getTime())).toBe('26 Nov 2026');
});

it('days are counted by the calendar, over months, years and changed clocks', () => {
	expect(daysAfter('2026-12-28', 7)).toBe('2027-01-04');
	expect(daysAfter('2028-03-01', -1)).toBe('2028-02-29');
	expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
	expect(daysBetween('2026-10-26', '2026-10-24')).toBe(-2);
});

it.each([
	['2026-11-26', 'Due today, 26 Nov 2026'],
	['2026-11-25', 'A day late, 25 Nov 2026'],
	['2026-11-13', '13 days late, 13 Nov 2026'],
	['2026-11-12', '2 weeks late, 12 Nov 2026'],
	['2026-08-26', '3 months late, 26 Aug 2026'],
	['2026-11-27', 'Due tomorrow, 27 Nov 2026'],
	['2026-12-02', 'Due in 6 days, 2 Dec 2026']
])('a follow-up on %s is, on 26 November 2026: %s', (day, words) => {
	expect(dueWords(day, '2026-11-26')).toBe(words);
});
