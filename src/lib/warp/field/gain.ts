import type { Basis } from './basis.ts';
import type { DrivenPoint } from './drive.ts';
import type { Flow } from './flow.ts';
import { toColumn, toRow, type Lattice } from './grid.ts';

/** Tabulated at these shares of the range's end, linear between them, constant below the first. */
const KNOTS = [0.15, 0.55, 1] as const;
const CLAMP = [0.8, 1.3] as const;
const ITERATIONS = 3;
/** A movement seen at less than this share of what is asked says nothing about the gain. */
const USABLE = 0.2;

/** Gains at KNOTS for positive and negative slider values. */
type Table = { readonly positive: readonly number[]; readonly negative: readonly number[] };

/** One table for both sides moved alike, and, where the sides are free, one for each alone. */
export type Gains = {
	readonly range: readonly [number, number];
	readonly both: Table;
	readonly right: Table;
	readonly left: Table;
};

/**
 * How much stronger than asked the velocity must be so that the exponential moves the treatment's
 * points by what is asked: Σ(d·D)/Σ(D·D) = slider over `points`, clamped (field.md 4).
 */
export function tabulateGains(
	lattice: Lattice,
	basis: Basis,
	points: readonly DrivenPoint[],
	range: readonly [number, number],
	flow: Flow
): Gains {
	const both = tabulate(lattice, basis, points, range, 1, 1, flow);
	if (basis.columns === 2) return { range, both, right: both, left: both };
	return {
		range,
		both,
		right: tabulate(lattice, basis, points, range, 1, 0, flow),
		left: tabulate(lattice, basis, points, range, 0, 1, flow)
	};
}

/** Slider values of the two sides → factors on their velocities. */
export function gainsAt(gains: Gains, right: number, left: number): readonly [number, number] {
	const alike =
		right * left > 0
			? Math.min(Math.abs(right), Math.abs(left)) / Math.max(Math.abs(right), Math.abs(left))
			: 0;
	const blend = (alone: Table, value: number): number =>
		alike * lookUp(gains.both, gains.range, value) +
		(1 - alike) * lookUp(alone, gains.range, value);
	return [blend(gains.right, right), blend(gains.left, left)];
}

function tabulate(
	lattice: Lattice,
	basis: Basis,
	points: readonly DrivenPoint[],
	range: readonly [number, number],
	right: number,
	left: number,
	flow: Flow
): Table {
	flow.clear();
	flow.add(basis, right, left);
	const asked = points.map(({ at, d, right: share }) => {
		const part = basis.columns === 2 ? 1 : share * right + (1 - share) * left;
		return {
			column: toColumn(lattice, at[0]),
			row: toRow(lattice, at[1]),
			x: (part * d[0] * lattice.pxPerMm) / lattice.cellX,
			y: (part * d[1] * lattice.pxPerMm) / lattice.cellY
		};
	});
	// Cells differ in width and height: compare in px.
	const wx = lattice.cellX ** 2;
	const wy = lattice.cellY ** 2;
	const norm = asked.reduce((sum, { x, y }) => sum + wx * x * x + wy * y * y, 0);
	const gainFor = (value: number): number => {
		if (value === 0 || norm === 0) return 1;
		let gain = 1;
		for (let i = 0; i < ITERATIONS; i++) {
			let sum = 0;
			for (const { column, row, x, y } of asked) {
				const [dx, dy] = flow.carry(column, row, value * gain);
				sum += wx * dx * x + wy * dy * y;
			}
			const reached = sum / (norm * value);
			if (reached <= USABLE) break;
			gain = Math.min(CLAMP[1], Math.max(CLAMP[0], gain / reached));
		}
		return gain;
	};
	return {
		positive: KNOTS.map((knot) => gainFor(knot * Math.max(0, range[1]))),
		negative: KNOTS.map((knot) => gainFor(knot * Math.min(0, range[0])))
	};
}

function lookUp(table: Table, range: readonly [number, number], value: number): number {
	const gains = value >= 0 ? table.positive : table.negative;
	const share = value / (value >= 0 ? range[1] : range[0]);
	if (!(share > KNOTS[0])) return gains[0]!;
	for (let i = 1; i < KNOTS.length; i++) {
		const [a, b] = [KNOTS[i - 1]!, KNOTS[i]!];
		if (share <= b) return gains[i - 1]! + ((share - a) / (b - a)) * (gains[i]! - gains[i - 1]!);
	}
	return gains[KNOTS.length - 1]!;
}
