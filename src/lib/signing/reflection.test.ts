import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarDay, maySign, opensOn } from './index.ts';

const HOUR = 3_600_000;
/** With and without daylight saving, by half and quarter hours, and where a day was left out (Apia, 2011). */
const ZONES = [
	'UTC',
	'Europe/London',
	'America/St_Johns',
	'Asia/Kathmandu',
	'Australia/Lord_Howe',
	'Pacific/Apia',
	'America/Sao_Paulo',
	'Pacific/Kiritimati'
];
const zone = fc.constantFrom(...ZONES);
const instant = fc.integer({ min: Date.UTC(2000, 0), max: Date.UTC(2060, 0) });
const days = fc.integer({ min: 0, max: 60 });

const london = (text: string): number => Date.parse(text);

describe('the time to think', () => {
	it('ends on the same day of the week two weeks later, whatever the hour', () => {
		const handed = { at: london('2026-11-02T17:30Z'), zone: 'Europe/London', days: 14 };
		expect(opensOn(handed.at, 14, handed.zone)).toBe('2026-11-16');
		expect(maySign(handed, london('2026-11-15T23:59:59.999Z'))).toBe(false);
		expect(maySign(handed, london('2026-11-16T00:00Z'))).toBe(true);
	});

	it('is counted in days of the calendar where the clocks change', () => {
		// 25 October 2026 has 25 hours in London, and begins at 23:00 UTC.
		const handed = { at: london('2026-10-24T08:00Z'), zone: 'Europe/London', days: 1 };
		expect(maySign(handed, london('2026-10-24T22:59Z'))).toBe(false);
		expect(maySign(handed, london('2026-10-24T23:00Z'))).toBe(true);
		expect(opensOn(handed.at, 2, handed.zone)).toBe('2026-10-26');
	});

	it('is none where there are no days, but signing never comes before handing over', () => {
		const handed = { at: london('2026-11-02T17:30Z'), zone: 'Europe/London', days: 0 };
		expect(maySign(handed, handed.at)).toBe(true);
		expect(maySign(handed, handed.at - 1)).toBe(false);
	});

	it('opens on the day itself without days, and a day later with each', () => {
		fc.assert(
			fc.property(instant, days, zone, (at, count, where) => {
				expect(opensOn(at, 0, where)).toBe(calendarDay(at, where));
				const [one, next] = [opensOn(at, count, where), opensOn(at, count + 1, where)];
				expect(Date.parse(next) - Date.parse(one)).toBe(24 * HOUR);
			})
		);
	});

	it('is the same for all who were handed it on one day', () => {
		fc.assert(
			fc.property(instant, instant, days, zone, (at, apart, count, where) => {
				const other = at + (apart % (24 * HOUR));
				const isOneDay = calendarDay(at, where) === calendarDay(other, where);
				expect(opensOn(at, count, where) === opensOn(other, count, where)).toBe(isOneDay);
			})
		);
	});

	it('once over stays over, and is over within the hours that its days can have', () => {
		fc.assert(
			fc.property(instant, fc.integer({ min: 0, max: 9 }), zone, (at, count, where) => {
				const handed = { at, zone: where, days: count };
				// A day has 22 hours at the least where clocks go on by two, and none where it was left out.
				const latest = at + (count * 24 + 2) * HOUR;
				expect(maySign(handed, latest)).toBe(true);
				if (count === 0) return;
				const earliest = at + ((count - 1) * 24 - 26) * HOUR;
				expect(maySign(handed, earliest)).toBe(false);
				const opens = Array.from({ length: count * 24 + 3 }, (_, hour) =>
					maySign(handed, at + hour * HOUR)
				);
				expect(opens.lastIndexOf(false)).toBe(opens.indexOf(true) - 1);
			}),
			{ numRuns: 16 }
		);
	});
});
