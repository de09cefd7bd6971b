/**
 * Lanczos3 interpolation for export, widened where the field shrinks the picture. On sRGB values:
 * its negative lobes ring visibly beside dark hair in linear light, and at the widenings that can
 * occur (≤ 2) the error of averaging sRGB values is below what a viewer can see.
 */
import type { RgbaImage } from '../render-types.ts';
import { MAX_WIDENING } from './law.ts';

export const LOBES = 3;
/** Table steps per unit; linear interpolation between them is exact to 4e-6. */
export const KERNEL_STEPS = 512;
const MOST_TAPS = 2 * LOBES * MAX_WIDENING + 1;

/** Lanczos3 at 0, 1/512, … 3, and one more zero so that interpolation may read past the end. */
export const LANCZOS3 = Float32Array.from({ length: LOBES * KERNEL_STEPS + 2 }, (_, step) =>
	step % KERNEL_STEPS === 0 ? Number(step === 0) : lanczos(step / KERNEL_STEPS)
);

function lanczos(x: number): number {
	if (x >= LOBES) return 0;
	const angle = Math.PI * x;
	return (LOBES * Math.sin(angle) * Math.sin(angle / LOBES)) / (angle * angle);
}

const weightsX = new Float64Array(MOST_TAPS);
const weightsY = new Float64Array(MOST_TAPS);

/** Weights of `count` taps from `first` on around `position`, summing to 1. */
function fillWeights(
	weights: Float64Array,
	position: number,
	first: number,
	count: number,
	widening: number
): void {
	let sum = 0;
	for (let k = 0; k < count; k++) {
		const place = (Math.abs(first + k - position) / widening) * KERNEL_STEPS;
		const step = Math.min(LOBES * KERNEL_STEPS, Math.floor(place));
		const low = LANCZOS3[step]!;
		const weight = low + (LANCZOS3[step + 1]! - low) * (place - step);
		weights[k] = weight;
		sum += weight;
	}
	for (let k = 0; k < count; k++) weights[k] = weights[k]! / sum;
}

/**
 * Colour at (x, y), in pixels from the centre of the first pixel, into `out` (red, green, blue
 * 0–255, overshoot kept). The border repeats. `widening` 1–MAX_WIDENING stretches the kernel.
 */
export function lanczosAt(
	image: RgbaImage,
	x: number,
	y: number,
	widening: number,
	out: Float64Array
): void {
	const reach = LOBES * widening;
	const left = Math.ceil(x - reach);
	const top = Math.ceil(y - reach);
	const columns = Math.floor(x + reach) - left + 1;
	const rows = Math.floor(y + reach) - top + 1;
	fillWeights(weightsX, x, left, columns, widening);
	fillWeights(weightsY, y, top, rows, widening);
	const { width, height, data } = image;
	let r = 0;
	let g = 0;
	let b = 0;
	for (let v = 0; v < rows; v++) {
		const line = Math.max(0, Math.min(height - 1, top + v)) * width;
		let red = 0;
		let green = 0;
		let blue = 0;
		for (let u = 0; u < columns; u++) {
			const at = 4 * (line + Math.max(0, Math.min(width - 1, left + u)));
			const weight = weightsX[u]!;
			red += weight * data[at]!;
			green += weight * data[at + 1]!;
			blue += weight * data[at + 2]!;
		}
		r += weightsY[v]! * red;
		g += weightsY[v]! * green;
		b += weightsY[v]! * blue;
	}
	out[0] = r;
	out[1] = g;
	out[2] = b;
}
