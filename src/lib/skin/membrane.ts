import type { Plane } from '../raster/index.ts';

/** What the solver does with a sample. */
export const OUTSIDE = 0;
export const FREE = 1;
export const FIXED = 2;

const MOST_SWEEPS = 160;
/** A sweep that changes nothing by more than this is the last one. */
const SETTLED = 1e-7;

/** Free samples that depend on none of each other. */
type Cells = {
	readonly at: Int32Array;
	/** Four neighbours of each; what lies outside is the sample after the last, which stays 0. */
	readonly around: Int32Array;
	/** One over the number of its neighbours that count. */
	readonly share: Float64Array;
};

/**
 * Harmonic fill: free samples of `values` become as smooth as a membrane hung on the fixed ones; it
 * ends freely at samples outside, which stay as they are. Successive over-relaxation in alternating
 * order (Young 1954), so that left and right are treated alike.
 */
export function membrane(values: Plane, role: Uint8Array): Plane {
	const { width, height } = values;
	const film = new Float64Array(values.data.length + 1);
	film.set(values.data);
	// Best for the slowest wave across the narrower side of the free samples.
	const span = Math.max(4, narrower(role, width, height));
	const relaxation = 2 / (1 + Math.sin(Math.PI / span));
	const cells = [cellsOf(role, width, 0), cellsOf(role, width, 1)] as const;
	for (let sweep = 0; sweep < MOST_SWEEPS; sweep++) {
		const even = relax(film, cells[0], relaxation);
		const odd = relax(film, cells[1], relaxation);
		if (Math.max(even, odd) < SETTLED) break;
	}
	return { width, height, data: Float32Array.from(film.subarray(0, -1)) };
}

/** Free samples of one colour of a chessboard. */
function cellsOf(role: Uint8Array, width: number, colour: number): Cells {
	const at: number[] = [];
	const around: number[] = [];
	const share: number[] = [];
	const counts = (sample: number): boolean => (role[sample] ?? OUTSIDE) !== OUTSIDE;
	for (let k = 0; k < role.length; k++) {
		const i = k % width;
		if (role[k] !== FREE || (i + (k - i) / width) % 2 !== colour) continue;
		const neighbours = [
			i > 0 && counts(k - 1) ? k - 1 : role.length,
			i + 1 < width && counts(k + 1) ? k + 1 : role.length,
			counts(k - width) ? k - width : role.length,
			counts(k + width) ? k + width : role.length
		];
		const count = neighbours.filter((neighbour) => neighbour < role.length).length;
		if (count === 0) continue;
		at.push(k);
		around.push(...neighbours);
		share.push(1 / count);
	}
	return {
		at: Int32Array.from(at),
		around: Int32Array.from(around),
		share: Float64Array.from(share)
	};
}

/** Gives the largest change. */
function relax(film: Float64Array, { at, around, share }: Cells, relaxation: number): number {
	let most = 0;
	for (let k = 0, n = 0; k < at.length; k++, n += 4) {
		const sum =
			film[around[n]!]! + film[around[n + 1]!]! + film[around[n + 2]!]! + film[around[n + 3]!]!;
		const change = relaxation * (share[k]! * sum - film[at[k]!]!);
		film[at[k]!] = film[at[k]!]! + change;
		const size = change < 0 ? -change : change;
		if (size > most) most = size;
	}
	return most;
}

/** The largest number of free samples in a row or in a column, the smaller of the two: a band's width. */
function narrower(role: Uint8Array, width: number, height: number): number {
	const rows = new Int32Array(height);
	const columns = new Int32Array(width);
	for (let j = 0, at = 0; j < height; j++) {
		for (let i = 0; i < width; i++, at++) {
			if (role[at] !== FREE) continue;
			rows[j] = rows[j]! + 1;
			columns[i] = columns[i]! + 1;
		}
	}
	const most = (counts: Int32Array): number => counts.reduce((a, b) => Math.max(a, b), 0);
	return Math.min(most(rows), most(columns));
}
