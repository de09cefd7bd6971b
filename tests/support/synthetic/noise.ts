/** Reproducible noise over space: the same point has the same value in every picture. */
import type { Vec3 } from '../../../src/lib/geometry/index.ts';

/** −1…1. */
export type Noise = (at: Vec3) => number;

/** A whole point of space → −1…1 (integer hash after T. Wang, 2007). */
function valueAt(x: number, y: number, z: number, seed: number): number {
	let h = Math.imul(x, 374761393) ^ Math.imul(y, 668265263) ^ Math.imul(z, 2147483647);
	h = Math.imul(h ^ Math.imul(seed, 1274126177) ^ (h >>> 13), 1103515245);
	h = Math.imul(h ^ (h >>> 15), 2246822519);
	return ((h ^ (h >>> 16)) >>> 0) / 2 ** 31 - 1;
}

function smooth(t: number): number {
	return t * t * (3 - 2 * t);
}

/** Between two neighbouring points of the lattice along x. */
function rowAt(x: number, y: number, z: number, t: number, seed: number): number {
	return valueAt(x, y, z, seed) * (1 - t) + valueAt(x + 1, y, z, seed) * t;
}

/** Value noise (K. Perlin's lattice with values instead of gradients), one cell per `wavelength`. */
export function noise(wavelength: number, seed: number): Noise {
	return ([px, py, pz]) => {
		const x = px / wavelength;
		const y = py / wavelength;
		const z = pz / wavelength;
		const ix = Math.floor(x);
		const iy = Math.floor(y);
		const iz = Math.floor(z);
		const tx = smooth(x - ix);
		const ty = smooth(y - iy);
		const tz = smooth(z - iz);
		const near = rowAt(ix, iy, iz, tx, seed) * (1 - ty) + rowAt(ix, iy + 1, iz, tx, seed) * ty;
		const far =
			rowAt(ix, iy, iz + 1, tx, seed) * (1 - ty) + rowAt(ix, iy + 1, iz + 1, tx, seed) * ty;
		return near * (1 - tz) + far * tz;
	};
}
