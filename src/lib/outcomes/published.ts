import type { Cell, PublishedTable } from './types.ts';

/** Of fewer than so many people nothing is told (`k`). */
export const SMALLEST = 10;

/**
 * A table without its small cells. They are told together, and the smallest of the others with them while that
 * would tell too much: while one alone is hidden, while all of them are fewer than `smallest`, or while they
 * are so many that each must be one less than that. Where no larger cell is left to hide them among, neither
 * they nor the total are told. Cells that nobody is in count among the small ones.
 *
 * Nobody can compute a hidden cell, not even by this rule: cells of the same size are hidden together, so
 * the hidden ones could always stand in another order, or, where all are alike, one more here and one less
 * there. A patient is to be counted once in a cell. There is one sum, over the whole table: sums of rows and
 * columns would have to be hidden with every cell in them.
 */
export function published(cells: readonly Cell[], smallest = SMALLEST): PublishedTable {
	const small = cells.filter(({ count }) => count < smallest).length;
	const total = sum(cells);
	if (small === 0) return { cells, rest: 'none', total };
	const sizes = [...new Set(cells.map(({ count }) => count))].sort((a, b) => a - b);
	for (const size of [smallest - 1, ...sizes.filter((count) => count >= smallest)]) {
		const hidden = cells.filter(({ count }) => count <= size);
		const rest = sum(hidden);
		const isFull = hidden.length === small && rest === small * (smallest - 1);
		if (hidden.length < 2 || rest < smallest || isFull) continue;
		return { cells: cells.filter(({ count }) => count > size), rest, total };
	}
	return { cells: [], rest: 'withheld', total: null };
}

function sum(cells: readonly Cell[]): number {
	return cells.reduce((all, { count }) => all + count, 0);
}
