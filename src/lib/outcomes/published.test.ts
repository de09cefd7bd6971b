import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { published, SMALLEST } from './published.ts';
import type { Cell } from './types.ts';

const cellsOf = (counts: readonly number[]): readonly Cell[] =>
	counts.map((count, at) => ({ key: [String(at)], count }));
const shownOf = (counts: readonly number[]): readonly number[] =>
	published(cellsOf(counts)).cells.map(({ count }) => count);

describe('a table that may leave the clinic', () => {
	it('tells no cell of fewer than ten, and none by subtraction', () => {
		fc.assert(
			fc.property(fc.array(fc.nat(40), { maxLength: 12 }), (counts) => {
				const { cells, rest, total } = published(cellsOf(counts));
				for (const { count } of cells) expect(count).toBeGreaterThanOrEqual(SMALLEST);
				const hidden = counts.length - cells.length;
				if (rest === 'none') expect(hidden).toBe(0);
				else expect(hidden).toBeGreaterThan(0);
				const told = cells.reduce((sum, { count }) => sum + count, 0);
				if (total === null) expect(rest).toBe('withheld');
				else if (hidden > 0) {
					// What is left when all that is told is taken away is of many, and of more than one cell.
					expect(total - told).toBe(rest);
					expect(rest).toBeGreaterThanOrEqual(SMALLEST);
					expect(hidden).toBeGreaterThanOrEqual(2);
				}
			})
		);
	});

	it('hides no more than it must', () => {
		expect(shownOf([10, 11, 12])).toEqual([10, 11, 12]);
		expect(shownOf([30, 4, 20, 7, 12])).toEqual([30, 20, 12]);
		expect(shownOf([30, 4, 20, 12])).toEqual([30, 20]);
		expect(shownOf([30, 9, 9, 20])).toEqual([30]);
		expect(shownOf([30, 20, 4, 20])).toEqual([30]);
		expect(published(cellsOf([3, 4])).rest).toBe('withheld');
		expect(published(cellsOf([6, 7]))).toEqual({ cells: [], rest: 13, total: 13 });
		expect(published(cellsOf([0, 25]))).toEqual({ cells: [], rest: 25, total: 25 });
		expect(published([])).toEqual({ cells: [], rest: 'none', total: 0 });
	});

	it('keeps the order of its cells, whatever was hidden', () => {
		expect(published(cellsOf([20, 3, 30, 8, 10])).cells.map(({ key }) => key[0])).toEqual([
			'0',
			'2',
			'4'
		]);
	});

	/**
	 * Against somebody who knows the very rule: of all tables that would be published alike, no cell is the same
	 * in every one. A smaller `k` keeps them countable; where the sum is told no table beyond these can look so.
	 */
	it.each([
		[1, 9],
		[2, 9],
		[3, 12],
		[4, 9]
	])('of %i cells cannot be computed back by who knows the rule', (length, most) => {
		const K = 3;
		const alike = new Map<string, number[][]>();
		const tables = (counts: number[]): void => {
			if (counts.length === length) {
				const key = JSON.stringify(published(cellsOf(counts), K));
				alike.set(key, [...(alike.get(key) ?? []), counts]);
			} else for (let next = 0; next <= most; next++) tables([...counts, next]);
		};
		tables([]);
		let looked = 0;
		for (const [key, group] of alike) {
			const { cells, total } = JSON.parse(key) as ReturnType<typeof published>;
			if (total !== null && total > most) continue;
			const shown = new Set(cells.map(({ key: [at] }) => Number(at)));
			for (let at = 0; at < length; at++) {
				if (shown.has(at)) continue;
				looked += 1;
				const values = new Set(group.map((counts) => counts[at]));
				expect(values.size, `${key} ${String(at)}`).toBeGreaterThan(1);
			}
		}
		expect(looked).toBeGreaterThan(0);
	});
});
