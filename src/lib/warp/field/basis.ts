import type { Face } from '../../face/index.ts';
import { GRID } from '../types.ts';
import type { Lattice } from './grid.ts';
import { wendland } from './kernel.ts';
import type { SolvedTreatment } from './solve.ts';

/**
 * basis[m, c] = Σₙ wendland(|nodes[m] − points[n]| · inverseRadius) · coefficients[n, c], the
 * contract of models/warp/velocity-basis.onnx.
 */
export type BasisRequest = {
	/** [M, 2] mm, in rows of equal y: rows and the points in each ascending. */
	readonly nodes: Float32Array<ArrayBuffer>;
	/** [N, 2] mm. */
	readonly points: Float32Array<ArrayBuffer>;
	/** 1/mm. */
	readonly inverseRadius: number;
	/** [N, columns]. */
	readonly coefficients: Float32Array<ArrayBuffer>;
	readonly columns: number;
};

/** Returns [M, columns]. */
export type BasisEvaluator = (request: BasisRequest) => Promise<Float32Array> | Float32Array;

/** Velocity per slider unit over the part of a lattice where it is not zero. */
export type Basis = {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
	readonly columns: 2 | 4;
	/** [height, width, columns], cells per slider unit. */
	readonly data: Float32Array;
	/** [height, width, 2], the same where both sides' sliders stand alike: the sum of the two. */
	readonly linked: Float32Array;
	/** Per row, the columns of the lattice outside which it is zero: [from, to). */
	readonly from: Int32Array;
	readonly to: Int32Array;
};

/** Velocities below this at the end of the slider's range, mm, are dropped: 1/200 px at 12 px/mm. */
const NEGLIGIBLE_MM = 0.0004;

/** The evaluator in plain TypeScript: each point touches only the nodes within its radius. */
export function evaluateBasis(request: BasisRequest): Float32Array {
	const { nodes, points, inverseRadius, coefficients, columns } = request;
	const count = nodes.length / 2;
	const sums = new Float64Array(count * columns);
	let width = 1;
	while (width < count && nodes[2 * width + 1] === nodes[1]) width++;
	const radius = 1 / inverseRadius;
	for (let n = 0; n < points.length / 2; n++) {
		const px = points[2 * n]!;
		const py = points[2 * n + 1]!;
		for (let row = 0; row < count; row += width) {
			const dy = nodes[2 * row + 1]! - py;
			if (Math.abs(dy) >= radius) continue;
			for (let m = row; m < row + width; m++) {
				const dx = nodes[2 * m]! - px;
				if (Math.abs(dx) >= radius) continue;
				const weight = wendland(Math.sqrt(dx * dx + dy * dy) * inverseRadius);
				for (let c = 0; c < columns; c++) {
					sums[m * columns + c]! += weight * coefficients[n * columns + c]!;
				}
			}
		}
	}
	return Float32Array.from(sums);
}

/**
 * The treatment's basis over the lattice: evaluated where its kernels reach, faded to zero at the
 * border of the box, trimmed to where it is felt. `largestValue` is the slider's largest magnitude.
 */
export async function basisOver(
	lattice: Lattice,
	face: Face,
	solved: SolvedTreatment,
	largestValue: number,
	evaluate: BasisEvaluator
): Promise<Basis> {
	const { columns } = solved;
	const reach = reachOf(lattice, face, solved);
	const data = new Float32Array(reach.width * reach.height * columns);
	const from = new Int32Array(reach.height).fill(GRID);
	const to = new Int32Array(reach.height);
	if (data.length > 0) {
		const values = await evaluate({
			nodes: nodesOf(lattice, face, reach),
			points: Float32Array.from(solved.points),
			inverseRadius: 1 / solved.radiusMm,
			coefficients: Float32Array.from(solved.coefficients),
			columns
		});
		const negligible = (NEGLIGIBLE_MM * lattice.pxPerMm) / largestValue;
		for (let row = 0; row < reach.height; row++) {
			for (let column = 0; column < reach.width; column++) {
				const at = (row * reach.width + column) * columns;
				const fade = lattice.taper[reach.y + row]! * lattice.taper[reach.x + column]!;
				let felt = false;
				for (let c = 0; c < columns; c++) {
					const px = fade * values[at + c]!;
					data[at + c] = px / (c % 2 === 0 ? lattice.cellX : lattice.cellY);
					felt ||= Math.abs(px) > negligible;
				}
				if (!felt) {
					data.fill(0, at, at + columns);
					continue;
				}
				from[row] = Math.min(from[row]!, reach.x + column);
				to[row] = reach.x + column + 1;
			}
		}
	}
	return { ...reach, columns, data, linked: linkedSides(data, columns), from, to };
}

function linkedSides(data: Float32Array, columns: 2 | 4): Float32Array {
	if (columns === 2) return data;
	return new Float32Array(data.length / 2).map((_, i) => {
		const at = 4 * (i >> 1) + (i & 1);
		return data[at]! + data[at + 2]!;
	});
}

type Reach = {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
};

/** The interior points of the lattice within the radius of any of the treatment's points. */
function reachOf(lattice: Lattice, face: Face, solved: SolvedTreatment): Reach {
	if (solved.points.length === 0) return { x: 0, y: 0, width: 0, height: 0 };
	const k = lattice.pxPerMm;
	let left = Infinity;
	let right = -Infinity;
	let top = Infinity;
	let bottom = -Infinity;
	for (let n = 0; n < solved.points.length; n += 2) {
		left = Math.min(left, solved.points[n]! - solved.radiusMm);
		right = Math.max(right, solved.points[n]! + solved.radiusMm);
		top = Math.min(top, solved.points[n + 1]! - solved.radiusMm);
		bottom = Math.max(bottom, solved.points[n + 1]! + solved.radiusMm);
	}
	const column = (mm: number): number => (face.box.x + mm * k - lattice.box.x) / lattice.cellX;
	const row = (mm: number): number => (face.box.y + mm * k - lattice.box.y) / lattice.cellY;
	const x = Math.max(1, Math.ceil(column(left)));
	const y = Math.max(1, Math.ceil(row(top)));
	return {
		x,
		y,
		width: Math.max(0, Math.min(GRID - 2, Math.floor(column(right))) - x + 1),
		height: Math.max(0, Math.min(GRID - 2, Math.floor(row(bottom))) - y + 1)
	};
}

function nodesOf(lattice: Lattice, face: Face, reach: Reach): Float32Array<ArrayBuffer> {
	const k = lattice.pxPerMm;
	const nodes = new Float32Array(2 * reach.width * reach.height);
	for (let row = 0; row < reach.height; row++) {
		const y = (lattice.box.y + (reach.y + row) * lattice.cellY - face.box.y) / k;
		for (let column = 0; column < reach.width; column++) {
			const at = 2 * (row * reach.width + column);
			nodes[at] = (lattice.box.x + (reach.x + column) * lattice.cellX - face.box.x) / k;
			nodes[at + 1] = y;
		}
	}
	return nodes;
}
