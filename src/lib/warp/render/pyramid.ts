import type { Size } from '../../geometry/index.ts';
import type { RgbaImage } from '../render-types.ts';
import { TO_LINEAR, TO_SRGB } from './srgb.ts';

const SMALLEST_SIDE = 8;
const MOST_LEVELS = 7;

/** Which source pixels one halved pixel averages, along one axis: `start` and `count` weights each. */
type Halving = {
	readonly size: number;
	readonly count: 2 | 3;
	readonly start: Int32Array;
	readonly weights: Float32Array;
};

/**
 * An odd size is divided evenly too (each new pixel covers a little more than two), so that the
 * pyramid of a mirrored picture is the mirrored pyramid.
 */
function halving(size: number): Halving {
	const half = Math.max(1, size >> 1);
	const span = size / half;
	const count = size === 2 * half || size === 1 ? 2 : 3;
	const start = new Int32Array(half);
	const weights = new Float32Array(half * count);
	for (let i = 0; i < half; i++) {
		const from = i * span;
		const to = from + span;
		const first = Math.min(Math.floor(from), Math.max(0, size - count));
		start[i] = first;
		for (let k = 0; k < count; k++) {
			const covered = Math.min(to, first + k + 1) - Math.max(from, first + k);
			weights[i * count + k] = Math.max(0, covered) / span;
		}
	}
	return { size: half, count, start, weights };
}

/**
 * Area average of an image at half its size, in linear light: averaged sRGB values would darken
 * hair, lashes and every other fine pattern as the picture shrinks.
 */
function halve(image: RgbaImage): RgbaImage {
	const columns = halving(image.width);
	const rows = halving(image.height);
	const source = image.data;
	const data = new Uint8ClampedArray(4 * columns.size * rows.size);
	const stride = 4 * image.width;
	let out = 0;
	for (let j = 0; j < rows.size; j++) {
		for (let i = 0; i < columns.size; i++) {
			let r = 0;
			let g = 0;
			let b = 0;
			let line = rows.start[j]! * stride + 4 * columns.start[i]!;
			for (let v = 0; v < rows.count; v++) {
				const rowWeight = rows.weights[j * rows.count + v]!;
				if (rowWeight === 0) continue;
				for (let u = 0; u < columns.count; u++) {
					const weight = rowWeight * columns.weights[i * columns.count + u]!;
					if (weight === 0) continue;
					const at = line + 4 * u;
					r += weight * TO_LINEAR[source[at]!]!;
					g += weight * TO_LINEAR[source[at + 1]!]!;
					b += weight * TO_LINEAR[source[at + 2]!]!;
				}
				line += stride;
			}
			data[out] = TO_SRGB[(r + 0.5) | 0]!;
			data[out + 1] = TO_SRGB[(g + 0.5) | 0]!;
			data[out + 2] = TO_SRGB[(b + 0.5) | 0]!;
			data[out + 3] = 255;
			out += 4;
		}
	}
	return { width: columns.size, height: rows.size, data };
}

/** How many levels the pyramid of a picture has; level 0 is the picture itself. */
export function levelCount(width: number, height: number): number {
	const halvings = Math.floor(Math.log2(Math.min(width, height) / SMALLEST_SIDE));
	return Math.max(1, Math.min(MOST_LEVELS, halvings + 1));
}

/** Size of a level: the one that graphics hardware gives mip level n. */
export function levelSize({ width, height }: Size, level: number): Size {
	return { width: Math.max(1, width >> level), height: Math.max(1, height >> level) };
}

/** What samplers read: the levels of a picture of `size`. */
export type Levels = {
	readonly size: Size;
	readonly count: number;
	level(index: number): RgbaImage;
};

/** The picture and its halved copies, made when first asked for; of `levelSize` each. */
export class Pyramid implements Levels {
	readonly size: Size;
	readonly count: number;
	readonly #levels: RgbaImage[];

	constructor(picture: RgbaImage) {
		this.size = { width: picture.width, height: picture.height };
		this.count = levelCount(picture.width, picture.height);
		this.#levels = [picture];
	}

	level(index: number): RgbaImage {
		let level = this.#levels[this.#levels.length - 1]!;
		while (this.#levels.length <= index) {
			level = halve(level);
			this.#levels.push(level);
		}
		return this.#levels[index]!;
	}
}
