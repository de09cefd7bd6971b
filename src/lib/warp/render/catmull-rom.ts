/**
 * Catmull-Rom interpolation (cubic convolution with a = −0.5; Keys 1981). It passes through its
 * samples, so a picture at scale 1 and whole offset comes back bit for bit.
 */
import type { RgbaImage } from '../render-types.ts';

/** The four tap weights for a position `t` (0–1) between the second and the third tap. */
export function catmullRomWeights(t: number): [number, number, number, number] {
	return [
		((-0.5 * t + 1) * t - 0.5) * t,
		(1.5 * t - 2.5) * t * t + 1,
		((-1.5 * t + 2) * t + 0.5) * t,
		(0.5 * t - 0.5) * t * t
	];
}

/** Sub-pixel positions of the integer path: fine enough that no value is off by half a level. */
const PHASES = 1024;
const PHASE_BITS = 10;
const WEIGHT_BITS = 11;
const UNIT = 1 / 2 ** (2 * WEIGHT_BITS);

/** Weights in 1/2048, four per phase, summing to 2048 exactly: two passes then fit 32-bit integers. */
const WEIGHTS = integerWeights();

function integerWeights(): Int32Array {
	const one = 2 ** WEIGHT_BITS;
	const table = new Int32Array(4 * PHASES);
	for (let phase = 0; phase < PHASES; phase++) {
		const exact = catmullRomWeights(phase / PHASES);
		let sum = 0;
		for (let k = 0; k < 4; k++) {
			const weight = Math.round(exact[k]! * one);
			table[4 * phase + k] = weight;
			sum += weight;
		}
		const nearest = 4 * phase + (phase < PHASES / 2 ? 1 : 2);
		table[nearest] = table[nearest]! + one - sum;
	}
	return table;
}

/** An image as the integer path reads it: one 32-bit word per pixel, red in the low byte. */
export type Words = {
	readonly width: number;
	readonly height: number;
	readonly words: Int32Array;
};

export function wordsOf(image: RgbaImage): Words {
	const { width, height } = image;
	const data = image.data.byteOffset % 4 === 0 ? image.data : image.data.slice();
	return { width, height, words: new Int32Array(data.buffer, data.byteOffset, width * height) };
}

/**
 * Colour at (x, y), in pixels from the centre of the first pixel, into `out` (red, green, blue
 * 0–255, overshoot kept). The border repeats.
 */
export function catmullRomAt(image: Words, x: number, y: number, out: Float64Array): void {
	const fixedX = Math.floor(x * PHASES + 0.5);
	const fixedY = Math.floor(y * PHASES + 0.5);
	const left = (fixedX >> PHASE_BITS) - 1;
	const top = (fixedY >> PHASE_BITS) - 1;
	const phaseX = (fixedX & (PHASES - 1)) << 2;
	const phaseY = (fixedY & (PHASES - 1)) << 2;
	const w0 = WEIGHTS[phaseX]!;
	const w1 = WEIGHTS[phaseX + 1]!;
	const w2 = WEIGHTS[phaseX + 2]!;
	const w3 = WEIGHTS[phaseX + 3]!;
	const { width, height, words } = image;
	const inside = left >= 0 && top >= 0 && left + 3 < width && top + 3 < height;
	let r = 0;
	let g = 0;
	let b = 0;
	for (let k = 0; k < 4; k++) {
		let c0: number;
		let c1: number;
		let c2: number;
		let c3: number;
		if (inside) {
			const at = (top + k) * width + left;
			c0 = words[at]!;
			c1 = words[at + 1]!;
			c2 = words[at + 2]!;
			c3 = words[at + 3]!;
		} else {
			const line = clampIndex(top + k, height) * width;
			c0 = words[line + clampIndex(left, width)]!;
			c1 = words[line + clampIndex(left + 1, width)]!;
			c2 = words[line + clampIndex(left + 2, width)]!;
			c3 = words[line + clampIndex(left + 3, width)]!;
		}
		const weight = WEIGHTS[phaseY + k]!;
		const red =
			Math.imul(w0, c0 & 255) +
			Math.imul(w1, c1 & 255) +
			Math.imul(w2, c2 & 255) +
			Math.imul(w3, c3 & 255);
		const green =
			Math.imul(w0, (c0 >>> 8) & 255) +
			Math.imul(w1, (c1 >>> 8) & 255) +
			Math.imul(w2, (c2 >>> 8) & 255) +
			Math.imul(w3, (c3 >>> 8) & 255);
		const blue =
			Math.imul(w0, (c0 >>> 16) & 255) +
			Math.imul(w1, (c1 >>> 16) & 255) +
			Math.imul(w2, (c2 >>> 16) & 255) +
			Math.imul(w3, (c3 >>> 16) & 255);
		r = (r + Math.imul(weight, red)) | 0;
		g = (g + Math.imul(weight, green)) | 0;
		b = (b + Math.imul(weight, blue)) | 0;
	}
	out[0] = r * UNIT;
	out[1] = g * UNIT;
	out[2] = b * UNIT;
}

function clampIndex(index: number, size: number): number {
	return index < 0 ? 0 : index >= size ? size - 1 : index;
}
