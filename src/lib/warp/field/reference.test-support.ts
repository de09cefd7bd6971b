/**
 * The field written plainly in double precision over the whole grid, with nothing saved: the
 * yardstick of the field's tests.
 */
import type { Face } from '../../face/index.ts';
import type { Treatment } from '../../treatment/index.ts';
import { GRID, SQUARINGS } from '../types.ts';

/** Displacement or velocity in px at the lattice's points: x plane, y plane. */
export type Planes = readonly [Float64Array, Float64Array];

const RIDGE = 0.02;
const TAPER_CELLS = 6;

/**
 * Velocity over the face's box of a treatment whose two sides get these factors; `pins` are held
 * where a handle reaches them.
 */
export function referenceVelocity(
	face: Face,
	treatment: Treatment,
	right: number,
	left: number,
	pins: readonly number[] = []
): Planes {
	const k = face.scale.pxPerMm;
	const r = face.pose.rotation;
	const seen = (landmark: number): boolean => face.visible[landmark] === 1;
	const handles = treatment.handles.filter(({ landmark }) => seen(landmark));
	const reached = (landmark: number): boolean =>
		handles.some(
			(handle) =>
				Math.hypot(
					face.landmarks[3 * landmark]! - face.landmarks[3 * handle.landmark]!,
					face.landmarks[3 * landmark + 1]! - face.landmarks[3 * handle.landmark + 1]!
				) <
				treatment.radiusMm * k
		);
	const anchors = [...new Set([...treatment.anchors, ...pins.filter(reached)])].filter(seen);
	const points = [...handles.map(({ landmark }) => landmark), ...anchors].map(
		(landmark) =>
			[face.landmarks[3 * landmark]! / k, face.landmarks[3 * landmark + 1]! / k] as const
	);
	const vectors = points.map((_, i) => {
		const handle = handles[i];
		if (!handle) return [0, 0];
		const [x, y, z] = handle.d;
		const side = treatment.independentSides
			? right * handle.right + left * (1 - handle.right)
			: right;
		return [
			side * k * (r[0] * x + r[1] * y + r[2] * z),
			-side * k * (r[3] * x + r[4] * y + r[5] * z)
		];
	});
	const kernel = (ax: number, ay: number, bx: number, by: number): number => {
		const q = Math.hypot(ax - bx, ay - by) / treatment.radiusMm;
		return q < 1 ? (1 - q) ** 4 * (4 * q + 1) : 0;
	};
	const matrix = points.map(([ax, ay], i) => [
		...points.map(([bx, by], j) => kernel(ax, ay, bx, by) + (i === j ? RIDGE : 0)),
		...vectors[i]!
	]);
	const coefficients = eliminate(matrix, points.length);

	const planes = [new Float64Array(GRID * GRID), new Float64Array(GRID * GRID)] as const;
	for (let row = 0; row < GRID; row++) {
		for (let column = 0; column < GRID; column++) {
			const x = (face.box.x + (column / (GRID - 1)) * face.box.width) / k;
			const y = (face.box.y + (row / (GRID - 1)) * face.box.height) / k;
			const fade = taper(row) * taper(column);
			points.forEach(([px, py], n) => {
				const weight = fade * kernel(x, y, px, py);
				planes[0][row * GRID + column]! += weight * coefficients[n]![0]!;
				planes[1][row * GRID + column]! += weight * coefficients[n]![1]!;
			});
		}
	}
	return planes;
}

function taper(index: number): number {
	const t = Math.min(1, index / TAPER_CELLS, (GRID - 1 - index) / TAPER_CELLS);
	return t * t * (3 - 2 * t);
}

/** Gauss's elimination with pivots of [A | B]; the rows of A⁻¹B. */
function eliminate(matrix: number[][], n: number): number[][] {
	for (let i = 0; i < n; i++) {
		let pivot = i;
		for (let j = i + 1; j < n; j++) {
			if (Math.abs(matrix[j]![i]!) > Math.abs(matrix[pivot]![i]!)) pivot = j;
		}
		[matrix[i], matrix[pivot]] = [matrix[pivot]!, matrix[i]!];
		for (let j = 0; j < n; j++) {
			if (j === i) continue;
			const factor = matrix[j]![i]! / matrix[i]![i]!;
			if (factor === 0) continue;
			for (let c = i; c < matrix[j]!.length; c++) matrix[j]![c]! -= factor * matrix[i]![c]!;
		}
	}
	return matrix.slice(0, n).map((row, i) => row.slice(n).map((value) => value / row[i]!));
}

/** exp(sign · v) − id by scaling and squaring, all squarings by sixteen taps. */
export function referenceExponential(face: Face, velocity: Planes, sign: 1 | -1): Planes {
	const scale = sign / 2 ** SQUARINGS;
	let u: Planes = [velocity[0].map((v) => v * scale), velocity[1].map((v) => v * scale)];
	for (let k = 0; k < SQUARINGS; k++) u = sum(u, composed(face, u, u));
	return u;
}

/** outer ∘ (id + inner). */
export function composed(face: Face, outer: Planes, inner: Planes): Planes {
	const cellX = face.box.width / (GRID - 1);
	const cellY = face.box.height / (GRID - 1);
	const at = (plane: Float64Array): Float64Array =>
		plane.map((_, i) => {
			const column = i % GRID;
			const row = (i - column) / GRID;
			return cubic(plane, column + inner[0][i]! / cellX, row + inner[1][i]! / cellY);
		});
	return [at(outer[0]), at(outer[1])];
}

export function sum(a: Planes, b: Planes): Planes {
	return [a[0].map((v, i) => v + b[0][i]!), a[1].map((v, i) => v + b[1][i]!)];
}

function cubic(plane: Float64Array, x: number, y: number): number {
	const clamp = (i: number): number => Math.min(GRID - 1, Math.max(0, i));
	const [left, top] = [Math.floor(x), Math.floor(y)];
	let total = 0;
	for (let row = top - 1; row <= top + 2; row++) {
		let along = 0;
		for (let column = left - 1; column <= left + 2; column++) {
			along += catmullRom(x - column) * plane[clamp(row) * GRID + clamp(column)]!;
		}
		total += catmullRom(y - row) * along;
	}
	return total;
}

function catmullRom(distance: number): number {
	const t = Math.abs(distance);
	if (t < 1) return 1.5 * t * t * t - 2.5 * t * t + 1;
	return t < 2 ? -0.5 * t * t * t + 2.5 * t * t - 4 * t + 2 : 0;
}

/** As numpy.gradient: central differences inside, one-sided on the border. */
export function referenceMinJacobian(face: Face, [ux, uy]: Planes): number {
	const cells = [face.box.width / (GRID - 1), face.box.height / (GRID - 1)] as const;
	let smallest = Infinity;
	for (let row = 0; row < GRID; row++) {
		for (let column = 0; column < GRID; column++) {
			const [x0, x1] = [Math.max(0, column - 1), Math.min(GRID - 1, column + 1)];
			const [y0, y1] = [Math.max(0, row - 1), Math.min(GRID - 1, row + 1)];
			const byX = (u: Float64Array): number =>
				(u[row * GRID + x1]! - u[row * GRID + x0]!) / ((x1 - x0) * cells[0]);
			const byY = (u: Float64Array): number =>
				(u[y1 * GRID + column]! - u[y0 * GRID + column]!) / ((y1 - y0) * cells[1]);
			smallest = Math.min(smallest, (1 + byX(ux)) * (1 + byY(uy)) - byX(uy) * byY(ux));
		}
	}
	return smallest;
}
