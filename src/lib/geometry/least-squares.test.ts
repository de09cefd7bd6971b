import { expect, test } from 'vitest';
import { leastSquares } from './index.ts';

test('an overdetermined line is fitted through its scatter', () => {
	// y = 2x + 1, with residuals that cancel in both normal equations.
	const rows = [
		[0, 1, 1.5],
		[1, 1, 2],
		[2, 1, 5],
		[3, 1, 7.5],
		[4, 1, 8],
		[5, 1, 11]
	];
	const [slope, offset] = leastSquares(rows, 2);
	const residual = (row: number[]) => row[2]! - slope! * row[0]! - offset!;
	expect(rows.reduce((sum, row) => sum + residual(row), 0)).toBeCloseTo(0, 9);
	expect(rows.reduce((sum, row) => sum + residual(row) * row[0]!, 0)).toBeCloseTo(0, 9);
	expect(slope).toBeCloseTo(1.9429, 4);
});

test('rows that need pivoting are solved exactly', () => {
	const solution = [3, -2, 0.5];
	const rows = [
		[0, 1, 1],
		[1, 0, 1],
		[1, 1, 0],
		[2, 1, 1]
	].map((row) => [...row, row.reduce((sum, value, k) => sum + value * solution[k]!, 0)]);
	leastSquares(rows, 3).forEach((value, k) => expect(value).toBeCloseTo(solution[k]!, 9));
});

test('rows that leave an unknown open are refused', () => {
	expect(() => leastSquares([[1, 1, 2]], 2)).toThrow(RangeError);
	expect(() => leastSquares([], 1)).toThrow(RangeError);
});
