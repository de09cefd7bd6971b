import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasCardNumber } from './card-number.ts';

/** With the digit that makes them add up, counted another way than the code does. */
function withCheck(digits: readonly number[]): string {
	const total = (check: number): number =>
		[...digits, check].reverse().reduce((sum, digit, at) => {
			const worth = at % 2 === 0 ? digit : [0, 2, 4, 6, 8, 1, 3, 5, 7, 9][digit]!;
			return sum + worth;
		}, 0);
	const check = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].find((one) => total(one) % 10 === 0)!;
	return [...digits, check].join('');
}

const numbers = fc
	.array(fc.integer({ min: 0, max: 9 }), { minLength: 12, maxLength: 18 })
	.map(withCheck)
	.filter((number) => new Set(number).size > 1);

describe('the number of a payment card', () => {
	it.each([
		'4111 1111 1111 1111',
		'card 5500-0000-0000-0004, thanks',
		'378282246310005',
		'6304000000000000'
	])('is seen in “%s”', (text) => {
		expect(hasCardNumber(text)).toBe(true);
	});

	it.each([
		'',
		'+44 20 7946 0000',
		'4111 1111 1111 1112',
		'0000 0000 0000 0000',
		'41111111111111111111111'
	])('is not seen in “%s”', (text) => {
		expect(hasCardNumber(text)).toBe(false);
	});

	it('is seen wherever it stands, and not once a digit is another', () => {
		fc.assert(
			fc.property(numbers, fc.nat(), fc.integer({ min: 1, max: 9 }), (number, at, by) => {
				expect(hasCardNumber(`paid with ${number}.`)).toBe(true);
				const place = at % number.length;
				const changed = (Number(number[place]) + by) % 10;
				expect(
					hasCardNumber(number.slice(0, place) + String(changed) + number.slice(place + 1))
				).toBe(false);
			})
		);
	});
});
