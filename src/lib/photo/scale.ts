/** Reducing a picture, row by row, so that a large one never stands in memory twice. */
import type { Size } from '../geometry/index.ts';
import { linearToSrgb, srgbToLinear } from '../raster/index.ts';
import type { Pixels } from './types.ts';

const CHANNELS = 3;
/** Radius of the kernel at full size. */
const RADIUS = 2;
const LEVELS = 16_384;

const TO_LINEAR = Float32Array.from({ length: 256 }, (_, level) => srgbToLinear(level / 255));
const FROM_LINEAR = Uint8ClampedArray.from({ length: LEVELS + 1 }, (_, level) =>
	Math.round(linearToSrgb(level / LEVELS) * 255)
);

/** Catmull-Rom (Keys 1981, a = −½). */
function kernel(distance: number): number {
	const x = Math.abs(distance);
	if (x < 1) return (1.5 * x - 2.5) * x * x + 1;
	return x < RADIUS ? ((-0.5 * x + 2.5) * x - 4) * x + 2 : 0;
}

/** For each target pixel of one axis, the first source pixel and the weights from there, sum 1. */
type Taps = { readonly first: Int32Array; readonly count: number; readonly weights: Float32Array };

/** The kernel is stretched by the reduction, so that it averages all that falls on a target pixel. */
function tapsFor(source: number, target: number): Taps {
	const ratio = source / target;
	const count = Math.min(source, Math.ceil(2 * RADIUS * ratio) + 1);
	const first = new Int32Array(target);
	const weights = new Float32Array(target * count);
	for (let to = 0; to < target; to++) {
		const centre = (to + 0.5) * ratio;
		const start = Math.round(centre - RADIUS * ratio);
		const from = Math.max(0, Math.min(source - count, start));
		first[to] = from;
		let sum = 0;
		for (let tap = 0; tap < count; tap++) {
			const weight = kernel((from + tap + 0.5 - centre) / ratio);
			weights[to * count + tap] = weight;
			sum += weight;
		}
		for (let tap = 0; tap < count; tap++) weights[to * count + tap]! /= sum;
	}
	return { first, count, weights };
}

/**
 * Takes the rows of an opaque RGBA picture from top to bottom and gives the reduced picture:
 * antialiased Catmull-Rom in linear light. `target` is not larger than `source` on either side.
 */
export class RowReducer {
	readonly #source: Size;
	readonly #target: Size;
	readonly #across: Taps;
	readonly #down: Taps;
	/** The last rows already reduced across, in a ring; linear light, three channels. */
	readonly #ring: Float32Array[];
	readonly #line: Float32Array;
	readonly #data: Uint8ClampedArray<ArrayBuffer>;
	#taken = 0;
	#written = 0;

	constructor(source: Size, target: Size) {
		this.#source = source;
		this.#target = target;
		this.#across = tapsFor(source.width, target.width);
		this.#down = tapsFor(source.height, target.height);
		const row = target.width * CHANNELS;
		this.#ring = Array.from({ length: this.#down.count }, () => new Float32Array(row));
		this.#line = new Float32Array(source.width * CHANNELS);
		this.#data = new Uint8ClampedArray(target.width * target.height * 4).fill(255);
	}

	/** `rows` holds whole rows of the source, RGBA. */
	push(rows: Uint8ClampedArray): void {
		const stride = this.#source.width * 4;
		for (let start = 0; start < rows.length; start += stride) {
			this.#reduceAcross(rows.subarray(start, start + stride));
			this.#taken += 1;
			while (this.#written < this.#target.height && this.#taken >= this.#rowsFor(this.#written)) {
				this.#reduceDown(this.#written++);
			}
		}
	}

	/** Call once, after the last row. */
	finish(): Pixels {
		return { width: this.#target.width, height: this.#target.height, data: this.#data };
	}

	/** How many source rows the target row `to` waits for. */
	#rowsFor(to: number): number {
		return this.#down.first[to]! + this.#down.count;
	}

	#reduceAcross(row: Uint8ClampedArray): void {
		const line = this.#line;
		for (let x = 0, at = 0; x < row.length; x += 4) {
			line[at++] = TO_LINEAR[row[x]!]!;
			line[at++] = TO_LINEAR[row[x + 1]!]!;
			line[at++] = TO_LINEAR[row[x + 2]!]!;
		}
		const { first, count, weights } = this.#across;
		const out = this.#ring[this.#taken % this.#ring.length]!;
		for (let to = 0; to < this.#target.width; to++) {
			let red = 0;
			let green = 0;
			let blue = 0;
			let from = first[to]! * CHANNELS;
			for (let at = to * count; at < (to + 1) * count; at++) {
				const weight = weights[at]!;
				red += weight * line[from]!;
				green += weight * line[from + 1]!;
				blue += weight * line[from + 2]!;
				from += CHANNELS;
			}
			out[to * CHANNELS] = red;
			out[to * CHANNELS + 1] = green;
			out[to * CHANNELS + 2] = blue;
		}
	}

	#reduceDown(to: number): void {
		const { first, count, weights } = this.#down;
		const width = this.#target.width;
		const sum = new Float32Array(width * CHANNELS);
		for (let tap = 0; tap < count; tap++) {
			const weight = weights[to * count + tap]!;
			const row = this.#ring[(first[to]! + tap) % this.#ring.length]!;
			for (let at = 0; at < sum.length; at++) sum[at]! += weight * row[at]!;
		}
		let out = to * width * 4;
		for (let at = 0; at < sum.length; at += CHANNELS) {
			this.#data[out] = shade(sum[at]!);
			this.#data[out + 1] = shade(sum[at + 1]!);
			this.#data[out + 2] = shade(sum[at + 2]!);
			out += 4;
		}
	}
}

function shade(light: number): number {
	return FROM_LINEAR[Math.min(LEVELS, Math.max(0, Math.round(light * LEVELS)))]!;
}
