import { expect, it } from 'vitest';
import { formatDay, today } from './days.ts';

it('a day is the one of the calendar on the wall, whatever the hour', () => {
	expect(today(new Date(2026, 0, 5, 0, 1))).toBe('2026-01-05');
	expect(today(new Date(2026, 11, 31, 23, 59))).toBe('2026-12-31');
	expect(formatDay('2026-11-26')).toBe('26 Nov 2026');
	expect(formatDay(new Date(2026, 10, 26, 9).getTime())).toBe('26 Nov 2026');
});
