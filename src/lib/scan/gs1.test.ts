import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseGs1 } from './gs1.ts';

const GS = '\u001d';
const YEAR = 2026;
const GTIN = '09501101530003';
const read = (text: string) => parseGs1(text, YEAR);

describe('a pack', () => {
	it('tells product, expiry and lot, in whatever order', () => {
		const whole = { gtin: GTIN, lot: 'AB-123', expiry: '2028-07-15' };
		expect(read(`01${GTIN}1728071510AB-123`)).toEqual(whole);
		expect(read(`10AB-123${GS}01${GTIN}17280715`)).toEqual(whole);
		expect(read(`${GS}17280715${GS}10AB-123${GS}01${GTIN}`)).toEqual(whole);
		expect(read(`]d201${GTIN}1728071510AB-123`)).toEqual(whole);
	});

	it('tells it among what is not asked for', () => {
		const serial = `21X1${GS}`;
		expect(read(`01${GTIN}${serial}1728071510L1${GS}24099${GS}3103000125`)).toEqual({
			gtin: GTIN,
			lot: 'L1',
			expiry: '2028-07-15'
		});
		// A serial number may hold what looks like another element.
		expect(read(`01${GTIN}2117280715`)).toEqual({ gtin: GTIN, lot: null, expiry: null });
	});

	it('expires on the last of its month where no day is printed', () => {
		expect(read('17280200')?.expiry).toBe('2028-02-29');
		expect(read('17270200')?.expiry).toBe('2027-02-28');
		expect(read('17271200')?.expiry).toBe('2027-12-31');
	});

	it('expires in the nearest century', () => {
		const inYear = (year: number) => parseGs1('17900101', year)?.expiry?.slice(0, 4);
		expect(inYear(2026)).toBe('1990');
		expect(inYear(2040)).toBe('2090');
		expect(parseGs1('17050101', 2085)?.expiry).toBe('2105-01-01');
	});

	it('is known by the number of a shop as well', () => {
		expect(read('4006381333931')).toEqual({ gtin: '04006381333931', lot: null, expiry: null });
		expect(read('4006381333932')).toBeNull();
	});

	it.each([
		['nothing', ''],
		['separators alone', GS + GS],
		['words', 'Filler 1 mL'],
		['an address', 'https://example.org/01/09501101530003'],
		['a wrong check digit', `01${GTIN.slice(0, -1)}417280715`],
		['a number that is cut off', `01${GTIN.slice(0, -1)}`],
		['letters in the number', '010950110153000X'],
		['a month that is none', '17281315'],
		['a day that is none', '17280230'],
		['letters in the date', '1728O715'],
		['a date that is cut off', `01${GTIN}1728`],
		['a fixed length that is broken', `0109501${GS}101530003`],
		['an empty lot', `01${GTIN}10${GS}17280715`],
		['a lot that is too long', `10${'A'.repeat(21)}`],
		['a lot with a space', '10AB 123'],
		['two lots', `10A${GS}10B`],
		['nothing of the three', '21SERIAL']
	])('that says %s is not believed', (_, text) => {
		expect(read(text)).toBeNull();
	});

	it('comes back whatever lot and day it was printed with', () => {
		const letters = fc.stringMatching(/^[A-Za-z0-9\-./]{1,20}$/);
		const days = fc.date({
			min: new Date('2000-01-01T00:00Z'),
			max: new Date('2070-12-31T00:00Z'),
			noInvalidDate: true
		});
		fc.assert(
			fc.property(letters, days, (lot, date) => {
				const expiry = date.toISOString().slice(0, 10);
				const printed = expiry.slice(2).replaceAll('-', '');
				expect(read(`10${lot}${GS}17${printed}01${GTIN}`)).toEqual({ gtin: GTIN, lot, expiry });
			})
		);
	});

	it('never throws', () => {
		fc.assert(fc.property(fc.string(), (text) => void read(text)));
	});
});
