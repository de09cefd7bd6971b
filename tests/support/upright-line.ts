/** An upright line painted on a picture, and how far it has moved sideways in another. */
import type { Pixels } from '../../src/lib/photo/index.ts';
import { luma, type Gray } from './optical-flow.ts';

/** px; thin enough to be a line, wide enough to be placed to a fraction of a pixel. */
const LINE_WIDTH = 2;
/** px to each side over which the line is compared. */
const REACH = 5;
const ITERATIONS = 20;
/** px; a step below this ends the iteration. */
const CONVERGED = 1e-3;

/** The picture with a line whose middle is the column border `x`, black on light and white on dark. */
export function withUprightLine(picture: Pixels, x: number): Pixels {
	const { width, height } = picture;
	const grey = luma(picture).data;
	const data = Uint8ClampedArray.from(picture.data);
	const from = Math.max(0, x - LINE_WIDTH / 2);
	for (let y = 0; y < height; y++) {
		const value = (grey[y * width + from] ?? 0) > 127 ? 0 : 255;
		const start = 4 * (y * width + from);
		for (let i = 0; i < 4 * LINE_WIDTH; i += 4) data.fill(value, start + i, start + i + 3);
	}
	return { width, height, data };
}

/**
 * How far what stands around `x` in row `y` has moved to the right, px: the shift that fits best, by
 * B. D. Lucas and T. Kanade's method (1981) in one dimension.
 */
export function sidewaysShift(before: Gray, after: Gray, x: number, y: number): number {
	let shift = 0;
	for (let round = 0; round < ITERATIONS; round++) {
		let [error, slope] = [0, 0];
		for (let column = x - REACH; column < x + REACH; column++) {
			const gradient = (at(before, column + 1, y) - at(before, column - 1, y)) / 2;
			error += gradient * (at(before, column, y) - at(after, column + shift, y));
			slope += gradient * gradient;
		}
		if (slope === 0) return 0;
		const step = error / slope;
		shift += step;
		if (Math.abs(step) < CONVERGED) break;
	}
	return shift;
}

/** Columns around the line that `sidewaysShift` reads. */
export function neighbourhood(x: number): { readonly from: number; readonly to: number } {
	return { from: x - REACH - 1, to: x + REACH + 1 };
}

/** Between two columns of a row, borders repeated. */
function at({ width, data }: Gray, column: number, y: number): number {
	const x = Math.min(width - 1, Math.max(0, column));
	const left = Math.floor(x);
	const right = Math.min(width - 1, left + 1);
	const share = x - left;
	return data[y * width + left]! * (1 - share) + data[y * width + right]! * share;
}
