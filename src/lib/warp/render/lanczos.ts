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
/** Taps of the widest kernel, along one axis. */
export const MOST_TAPS = 2 * LOBES * MAX_WIDENING + 1;

/** Lanczos3 at 0, 1/512, … 3, and one more zero so that interpolation may read past the end. */
export const LANCZOS3 = Float32Array.from({ length: LOBES * KERNEL_STEPS + 2 }, (_, step) =>
	step % KERNEL_STEPS === 0 ? Number(step === 0) : lanczos(step / KERNEL_STEPS)
);

function lanczos(x: number): number {
	if (x >= LOBES) return 0;
	const angle = Math.PI * x;
	return (LOBES * Math.sin(angle) * Math.sin(angle / LOBES)) / (angle * angle);
}

/** Sub-pixel positions of the plain path, as fine as Catmull-Rom's. */
const PHASES = 1024;
const PHASE_BITS = 10;
/** Normalised weights of the six taps of the plain kernel, per phase. */
const PLAIN = plainWeights();

function plainWeights(): Float64Array {
	const taps = 2 * LOBES;
	const table = new Float64Array(taps * PHASES);
	for (let phase = 0; phase < PHASES; phase++) {
		const weights = Array.from({ length: taps }, (_, k) =>
			kernelAt(Math.abs(k + 1 - LOBES - phase / PHASES))
		);
		const sum = weights.reduce((total, weight) => total + weight, 0);
		weights.forEach((weight, k) => (table[taps * phase + k] = weight / sum));
	}
	return table;
}

/** The tabulated kernel at a distance in pixels. */
function kernelAt(distance: number): number {
	const place = distance * KERNEL_STEPS;
	const step = Math.min(LOBES * KERNEL_STEPS, Math.floor(place));
	const low = LANCZOS3[step]!;
	return low + (LANCZOS3[step + 1]! - low) * (place - step);
}

const weightsX = new Float64Array(MOST_TAPS);
const weightsY = new Float64Array(MOST_TAPS);
const columnOffsets = new Int32Array(MOST_TAPS);

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
		const weight = kernelAt(Math.abs(first + k - position) / widening);
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
	if (widening === 1 && plainAt(image, x, y, out)) return;
	const reach = LOBES * widening;
	const left = Math.ceil(x - reach);
	const top = Math.ceil(y - reach);
	const columns = Math.floor(x + reach) - left + 1;
	const rows = Math.floor(y + reach) - top + 1;
	fillWeights(weightsX, x, left, columns, widening);
	fillWeights(weightsY, y, top, rows, widening);
	const { width, height, data } = image;
	for (let u = 0; u < columns; u++) {
		columnOffsets[u] = 4 * Math.max(0, Math.min(width - 1, left + u));
	}
	let r = 0;
	let g = 0;
	let b = 0;
	for (let v = 0; v < rows; v++) {
		const line = 4 * width * Math.max(0, Math.min(height - 1, top + v));
		let red = 0;
		let green = 0;
		let blue = 0;
		for (let u = 0; u < columns; u++) {
			const at = line + columnOffsets[u]!;
			const weight = weightsX[u]!;
			red += weight * data[at]!;
			green += weight * data[at + 1]!;
			blue += weight * data[at + 2]!;
		}
		const weight = weightsY[v]!;
		r += weight * red;
		g += weight * green;
		b += weight * blue;
	}
	out[0] = r;
	out[1] = g;
	out[2] = b;
}

/** The common case, unwidened and away from the border; false where it does not apply. */
function plainAt(image: RgbaImage, x: number, y: number, out: Float64Array): boolean {
	const { width, height, data } = image;
	const fixedX = Math.floor(x * PHASES + 0.5);
	const fixedY = Math.floor(y * PHASES + 0.5);
	const left = (fixedX >> PHASE_BITS) - LOBES + 1;
	const top = (fixedY >> PHASE_BITS) - LOBES + 1;
	if (left < 0 || top < 0 || left + 6 > width || top + 6 > height) return false;
	const phaseX = 6 * (fixedX & (PHASES - 1));
	const phaseY = 6 * (fixedY & (PHASES - 1));
	const w0 = PLAIN[phaseX]!;
	const w1 = PLAIN[phaseX + 1]!;
	const w2 = PLAIN[phaseX + 2]!;
	const w3 = PLAIN[phaseX + 3]!;
	const w4 = PLAIN[phaseX + 4]!;
	const w5 = PLAIN[phaseX + 5]!;
	for (let c = 0; c < 3; c++) {
		let sum = 0;
		let at = 4 * (top * width + left) + c;
		for (let v = 0; v < 6; v++) {
			const across =
				w0 * data[at]! +
				w1 * data[at + 4]! +
				w2 * data[at + 8]! +
				w3 * data[at + 12]! +
				w4 * data[at + 16]! +
				w5 * data[at + 20]!;
			sum += PLAIN[phaseY + v]! * across;
			at += 4 * width;
		}
		out[c] = sum;
	}
	return true;
}
