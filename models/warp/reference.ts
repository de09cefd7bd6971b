/** What the two graphs compute, written plainly in double precision: the yardstick of the tests. */

/** Catmull–Rom; see flow.ts. */
const CUBIC_COEFFICIENT = -0.5;

export type Points = Float64Array;

/**
 * @param nodes M × (x, y), mm
 * @param points N × (x, y), mm
 * @param coefficients N × C
 * @returns M × C
 */
export function velocityBasis(
	nodes: Points,
	points: Points,
	radius: number,
	coefficients: Float64Array
): Float64Array {
	const count = points.length / 2;
	const columns = coefficients.length / count;
	const basis = new Float64Array((nodes.length / 2) * columns);
	for (let node = 0; node < nodes.length / 2; node++) {
		for (let point = 0; point < count; point++) {
			const dx = nodes[2 * node]! - points[2 * point]!;
			const dy = nodes[2 * node + 1]! - points[2 * point + 1]!;
			const weight = wendlandC2(Math.hypot(dx, dy) / radius);
			for (let column = 0; column < columns; column++) {
				const coefficient = coefficients[point * columns + column]!;
				basis[node * columns + column]! += weight * coefficient;
			}
		}
	}
	return basis;
}

/** φ(r) = (1 − r)⁴ (4r + 1) below 1, else 0. */
export function wendlandC2(r: number): number {
	return r < 1 ? (1 - r) ** 4 * (4 * r + 1) : 0;
}

/** Displacement at grid points, row-major, in pixels. */
export type Planes = { readonly x: Float64Array; readonly y: Float64Array };

export type Grid = {
	/** Points on a side. */
	readonly side: number;
	/** Cells per pixel. */
	readonly perPx: readonly [x: number, y: number];
};

/** exp(v) − id by scaling and squaring. */
export function exponential(velocity: Planes, grid: Grid, squarings: number): Planes {
	const scale = 2 ** -squarings;
	let u: Planes = { x: velocity.x.map((v) => v * scale), y: velocity.y.map((v) => v * scale) };
	for (let squaring = 0; squaring < squarings; squaring++) u = add(u, compose(u, u, grid));
	return u;
}

/** outer ∘ (id + inner). */
export function compose(outer: Planes, inner: Planes, grid: Grid): Planes {
	const { side, perPx } = grid;
	const at = (plane: Float64Array): Float64Array =>
		plane.map((_, index) =>
			sampleCubic(
				plane,
				side,
				(index % side) + inner.x[index]! * perPx[0],
				Math.floor(index / side) + inner.y[index]! * perPx[1]
			)
		);
	return { x: at(outer.x), y: at(outer.y) };
}

export function add(a: Planes, b: Planes): Planes {
	return {
		x: a.x.map((value, index) => value + b.x[index]!),
		y: a.y.map((value, index) => value + b.y[index]!)
	};
}

/** Position in cells. Taps beyond the grid repeat its outermost points. */
function sampleCubic(plane: Float64Array, side: number, x: number, y: number): number {
	const clamp = (cell: number): number => Math.min(Math.max(cell, 0), side - 1);
	const [left, top] = [Math.floor(x) - 1, Math.floor(y) - 1];
	let sum = 0;
	for (let row = top; row < top + 4; row++) {
		for (let column = left; column < left + 4; column++) {
			const weight = cubic(x - column) * cubic(y - row);
			sum += weight * plane[clamp(row) * side + clamp(column)]!;
		}
	}
	return sum;
}

/** R. Keys, IEEE Trans. ASSP 29 (1981), 1153–1160. */
function cubic(distance: number): number {
	const a = CUBIC_COEFFICIENT;
	const t = Math.abs(distance);
	if (t <= 1) return (a + 2) * t ** 3 - (a + 3) * t ** 2 + 1;
	if (t < 2) return a * t ** 3 - 5 * a * t ** 2 + 8 * a * t - 4 * a;
	return 0;
}

/** Smallest determinant of I + ∇u over the grid points. */
export function minJacobian(u: Planes, { side, perPx }: Grid): number {
	const gradient = (plane: Float64Array, x: number, y: number, dx: number, dy: number): number => {
		const clamp = (cell: number): number => Math.min(Math.max(cell, 0), side - 1);
		const [x0, x1, y0, y1] = [clamp(x - dx), clamp(x + dx), clamp(y - dy), clamp(y + dy)];
		const span = x1 - x0 + y1 - y0;
		return (plane[y1 * side + x1]! - plane[y0 * side + x0]!) / span;
	};
	let smallest = Number.POSITIVE_INFINITY;
	for (let y = 0; y < side; y++) {
		for (let x = 0; x < side; x++) {
			const xByX = gradient(u.x, x, y, 1, 0) * perPx[0];
			const yByX = gradient(u.y, x, y, 1, 0) * perPx[0];
			const xByY = gradient(u.x, x, y, 0, 1) * perPx[1];
			const yByY = gradient(u.y, x, y, 0, 1) * perPx[1];
			smallest = Math.min(smallest, (1 + xByX) * (1 + yByY) - yByX * xByY);
		}
	}
	return smallest;
}
