import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ageOn, dayAt, REGIONS, sparesMinors } from './age.ts';

const ZONES = [
	'Pacific/Kiritimati',
	'Pacific/Auckland',
	'Asia/Kathmandu',
	'Europe/London',
	'UTC',
	'America/St_Johns',
	'America/Los_Angeles',
	'Pacific/Pago_Pago'
];
const HOUR = 3_600_000;
const instants = fc.integer({ min: Date.UTC(1930, 0, 1), max: Date.UTC(2090, 0, 1) });
const days = instants.map((at) => new Date(at).toISOString().slice(0, 10));
const plain = days.filter((day) => !day.endsWith('02-29'));

/** The same date of another year. */
const yearsAfter = (day: string, years: number): string =>
	`${Number(day.slice(0, 4)) + years}${day.slice(4)}`;
const dayBefore = (day: string): string =>
	new Date(Date.parse(day) - 24 * HOUR).toISOString().slice(0, 10);

describe('an age on a day', () => {
	it('turns on the birthday, and not a day sooner', () => {
		fc.assert(
			fc.property(plain, fc.integer({ min: 1, max: 100 }), (day, years) => {
				const birthday = yearsAfter(day, years);
				expect(ageOn({ day }, birthday)).toBe(years);
				expect(ageOn({ day }, dayBefore(birthday))).toBe(years - 1);
			})
		);
	});

	it('turns on 1 March for whoever was born on 29 February, where there is no such day', () => {
		const day = '2008-02-29';
		expect(ageOn({ day }, '2026-02-28')).toBe(17);
		expect(ageOn({ day }, '2026-03-01')).toBe(18);
		expect(ageOn({ day }, '2028-02-28')).toBe(19);
		expect(ageOn({ day }, '2028-02-29')).toBe(20);
	});

	it('never falls as days go by', () => {
		fc.assert(
			fc.property(days, days, days, (born, one, other) => {
				const [first, last] = [one, other].toSorted();
				expect(ageOn({ day: born }, first!)).toBeLessThanOrEqual(ageOn({ day: born }, last!));
			})
		);
	});

	it('is of a birth year the youngest that anybody born in it can be', () => {
		fc.assert(
			fc.property(days, days, (born, day) => {
				const year = Number(born.slice(0, 4));
				const youngest = ageOn({ year }, day);
				const age = ageOn({ day: born }, day);
				expect(youngest).toBeLessThanOrEqual(age);
				expect(youngest).toBe(ageOn({ day: `${born.slice(0, 4)}-12-31` }, day));
			})
		);
		expect(ageOn({ year: 2008 }, '2026-12-30')).toBe(17);
		expect(ageOn({ year: 2008 }, '2026-12-31')).toBe(18);
	});
});

describe('the day of an instant', () => {
	it('begins at the midnight of its time zone, whichever it is', () => {
		fc.assert(
			fc.property(instants, fc.constantFrom(...ZONES), (at, zone) => {
				const clock = new Intl.DateTimeFormat('en-GB', {
					timeZone: zone,
					hourCycle: 'h23',
					hour: '2-digit'
				});
				const [day, next] = [dayAt(at, zone), dayAt(at + HOUR, zone)];
				const [hour, later] = [at, at + HOUR].map((one) => Number(clock.format(one)));
				// The clock starts again from the top exactly when the day does.
				expect(next > day).toBe(later! < hour!);
				expect(day).toMatch(/^\d{4}-\d\d-\d\d$/);
			})
		);
	});

	it('differs between clinics at the same instant, and the age with it', () => {
		const midnight = Date.UTC(2026, 10, 27, 0, 30);
		expect(dayAt(midnight, 'Europe/London')).toBe('2026-11-27');
		expect(dayAt(midnight, 'America/Los_Angeles')).toBe('2026-11-26');
		const born = { day: '2008-11-27' };
		expect(ageOn(born, dayAt(midnight, 'Europe/London'))).toBe(18);
		expect(ageOn(born, dayAt(midnight, 'America/Los_Angeles'))).toBe(17);
	});

	it('is that of the device where no zone is named', () => {
		const at = Date.UTC(2026, 5, 1, 12);
		expect(dayAt(at)).toBe(dayAt(at, Intl.DateTimeFormat().resolvedOptions().timeZone));
	});
});

it('nobody under 18 is injected in England, nor where it is not said where that is', () => {
	expect(REGIONS.filter(sparesMinors)).toEqual(['england']);
	expect(sparesMinors(null)).toBe(true);
});
