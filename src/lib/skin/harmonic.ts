import { plane, type Plane } from '../raster/index.ts';

/** What the solver does with a sample. */
export const OUTSIDE = 0;
export const FREE = 1;
export const FIXED = 2;

/** Over-relaxation; close to the best for regions of some 60 samples across. */
const RELAXATION = 1.9;
const SWEEPS = 160;

/**
 * Harmonic fill: free samples of `values` become as smooth as a soap film hung on the fixed ones;
 * towards samples outside, nothing flows (Neumann). Alternating successive over-relaxation, started
 * from both ends, so that it treats left and right alike.
 */
export function harmonic(values: Plane, role: Uint8Array): Plane {
	const { width, height } = values;
	const result = plane(width, height);
	result.data.set(values.data);
	const film = result.data;
	const relax = (i: number, j: number): void => {
		const at = j * width + i;
		if (role[at] !== FREE) return;
		let [sum, count] = [0, 0];
		if (i > 0 && role[at - 1] !== OUTSIDE) [sum, count] = [sum + film[at - 1]!, count + 1];
		if (i + 1 < width && role[at + 1] !== OUTSIDE) [sum, count] = [sum + film[at + 1]!, count + 1];
		if (j > 0 && role[at - width] !== OUTSIDE) [sum, count] = [sum + film[at - width]!, count + 1];
		if (j + 1 < height && role[at + width] !== OUTSIDE) {
			[sum, count] = [sum + film[at + width]!, count + 1];
		}
		if (count > 0) film[at] = film[at]! + RELAXATION * (sum / count - film[at]!);
	};
	for (let sweep = 0; sweep < SWEEPS; sweep++) {
		// Odd and even samples of a chessboard depend on each other only, so their order does not matter.
		for (let colour = 0; colour < 2; colour++) {
			for (let j = 0; j < height; j++) {
				for (let i = (j + colour) % 2; i < width; i += 2) relax(i, j);
			}
		}
	}
	return result;
}
