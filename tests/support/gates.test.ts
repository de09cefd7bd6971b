import { describe, expect, it } from 'vitest';
import { cell, markdown, median, misses, unaccounted, unread, type Reading } from './gates.ts';

const reading = (value: number, bounds: Reading['bounds'] = [1, 2]): Reading => ({
	gate: 'pores',
	value,
	bounds,
	digits: 2
});
const judged = (...readings: Reading[]) => [{ name: 'a', readings }];
const known = (value: number) => [{ photograph: 'a', gate: 'pores', value }];

describe('a gate', () => {
	it('is kept on its bounds, missed beyond them and by what is no number', () => {
		expect([1, 1.5, 2].map((value) => misses(reading(value)))).toEqual([false, false, false]);
		expect([0.99, 2.01, NaN].map((value) => misses(reading(value)))).toEqual([true, true, true]);
	});

	it('does not judge what is only shown', () => {
		expect(misses(reading(9, null))).toBe(false);
		expect(cell([reading(9, null)])).toBe('9.00');
	});
});

describe('the known misses', () => {
	it('account for a miss as far as it is known, to the digit that is printed', () => {
		expect(unaccounted(judged(reading(0.904)), known(0.9))).toEqual([]);
		expect(unaccounted(judged(reading(0.896)), known(0.9))).toEqual([]);
	});

	it('do not account for a worse one, nor for one that is not listed', () => {
		expect(unaccounted(judged(reading(0.88)), known(0.9))).toEqual([
			'a: pores is 0.88, worse than the 0.9 that is known'
		]);
		expect(unaccounted(judged(reading(0.88)), [])).toEqual(['a: pores is 0.88, beyond 1 to 2']);
		expect(unaccounted(judged(reading(NaN)), known(0.9))).toHaveLength(1);
	});

	it('are stale once the gate is kept, or does not apply any more', () => {
		const stale = ['a: pores misses no more: take it off the list'];
		expect(unaccounted(judged(reading(1.5)), known(0.9))).toEqual(stale);
		expect(unaccounted(judged(), known(0.9))).toEqual(stale);
	});

	it('say nothing of photographs that were not looked at', () => {
		expect(unaccounted([{ name: 'b', readings: [] }], known(0.9))).toEqual([]);
	});
});

describe('the table', () => {
	it('marks each miss, and the cell that has none', () => {
		expect(cell([reading(1.5), reading(1.25)])).toBe('1.50, 1.25 ✓');
		expect(cell([reading(1.5), reading(3)])).toBe('1.50, 3.00 ✗');
		expect(cell([])).toBe('–');
		expect(cell([unread('b')])).toBe('–');
		expect(cell([unread('b'), reading(1.5)])).toBe('–, 1.50 ✓');
	});

	it('is Markdown', () => {
		expect(markdown(['a', 'b'], [['1', '2']])).toEqual(['| a | b |', '| --- | --- |', '| 1 | 2 |']);
	});
});

it('takes the middle, or the mean of the two in the middle', () => {
	expect(median([3, 1, 2])).toBe(2);
	expect(median([4, 1, 2, 3])).toBe(2.5);
	expect(median([])).toBeNaN();
});
