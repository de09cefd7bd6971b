import type { Size } from '../geometry/index.ts';
import { copied, plane, type Plane } from './types.ts';

/** Hermite step from 0 at `from` to 1 at `to`. */
export function smoothstep(from: number, to: number, value: number): number {
	const t = (value - from) / (to - from);
	if (t <= 0) return 0;
	return t < 1 ? t * t * (3 - 2 * t) : 1;
}

/** Value at the point (x, y) in pixels (centres at halves); the border repeats. */
export function bilinear(source: Plane, x: number, y: number): number {
	const { width, data } = source;
	return between(source, x, y, (column, row) => data[row * width + column]!);
}

/** As `bilinear`, of the values that `at` gives for pixels. */
export function between(
	{ width, height }: Size,
	x: number,
	y: number,
	at: (column: number, row: number) => number
): number {
	const px = Math.max(0, Math.min(width - 1, x - 0.5));
	const py = Math.max(0, Math.min(height - 1, y - 0.5));
	const left = Math.floor(px);
	const top = Math.floor(py);
	const right = Math.min(width - 1, left + 1);
	const bottom = Math.min(height - 1, top + 1);
	const tx = px - left;
	const upper = at(left, top) * (1 - tx) + at(right, top) * tx;
	const lower = at(left, bottom) * (1 - tx) + at(right, bottom) * tx;
	return upper + (lower - upper) * (py - top);
}

/** Pixel i of the target is the weighted sum of the source's from[i] … from[i + 1] − 1 of `pixel`. */
type Taps = {
	readonly from: Int32Array;
	readonly pixel: Int32Array;
	readonly weight: Float32Array;
};

/** Area average where it shrinks, linear interpolation where it grows; the border repeats. */
function taps(size: number, to: number): Taps {
	const ratio = size / to;
	const reach = Math.max(1, ratio);
	const from = new Int32Array(to + 1);
	const pixels: number[] = [];
	const weights: number[] = [];
	for (let i = 0; i < to; i++) {
		const centre = (i + 0.5) * ratio;
		const first = Math.floor(centre - reach / 2 - 0.5);
		let sum = 0;
		for (let k = first; k < first + Math.ceil(reach) + 2; k++) {
			const distance = Math.abs(k + 0.5 - centre);
			// A box of the target pixel's width over boxes of one source pixel: a trapezoid.
			const share = ratio > 1 ? Math.min(1, (ratio + 1) / 2 - distance) : 1 - distance;
			if (share <= 1e-6) continue;
			pixels.push(Math.max(0, Math.min(size - 1, k)));
			weights.push(share);
			sum += share;
		}
		for (let n = from[i]!; n < weights.length; n++) weights[n] = weights[n]! / sum;
		from[i + 1] = pixels.length;
	}
	return { from, pixel: Int32Array.from(pixels), weight: Float32Array.from(weights) };
}

/** The plane at another size over the same area: area average where it shrinks, else linear. */
export function resize(source: Plane, width: number, height: number): Plane {
	if (width === source.width && height === source.height) return copied(source);
	if (width >= source.width && height >= source.height) return enlarged(source, width, height);
	const rows = taps(source.height, height);
	const columns = taps(source.width, width);
	const sums = new Float64Array(source.width);
	const result = plane(width, height);
	for (let j = 0; j < height; j++) {
		sumDown(source, rows, j, sums);
		sumAcross(sums, columns, result.data, j * width);
	}
	return result;
}

/** Weighted sums of the rows of the source that lie under row j of the target. */
function sumDown(
	{ width, data }: Plane,
	{ from, pixel, weight }: Taps,
	j: number,
	sums: Float64Array
): void {
	sums.fill(0);
	for (let n = from[j]!; n < from[j + 1]!; n++) {
		const share = weight[n]!;
		const line = pixel[n]! * width;
		for (let i = 0; i < width; i++) sums[i] = sums[i]! + share * data[line + i]!;
	}
}

function sumAcross(
	row: Float64Array,
	{ from, pixel, weight }: Taps,
	into: Float32Array,
	start: number
): void {
	for (let i = 0; i + 1 < from.length; i++) {
		let sum = 0;
		for (let n = from[i]!; n < from[i + 1]!; n++) sum += weight[n]! * row[pixel[n]!]!;
		into[start + i] = sum;
	}
}

/** Linear between the pixels: rows first, so that a row of the target is cheap. */
function enlarged(source: Plane, width: number, height: number): Plane {
	const result = plane(width, height);
	const to = result.data;
	const columns = placesOf(source.width, width);
	const rows = placesOf(source.height, height);
	const row = new Float64Array(source.width + 1);
	for (let j = 0; j < height; j++) {
		const down = rows.share[j]!;
		const above = rows.first[j]! * source.width;
		const below = Math.min(source.height - 1, rows.first[j]! + 1) * source.width;
		for (let i = 0; i < source.width; i++) {
			const upper = source.data[above + i]!;
			row[i] = upper + down * (source.data[below + i]! - upper);
		}
		row[source.width] = row[source.width - 1]!;
		for (let i = 0, at = j * width; i < width; i++, at++) {
			const left = row[columns.first[i]!]!;
			to[at] = left + columns.share[i]! * (row[columns.first[i]! + 1]! - left);
		}
	}
	return result;
}

/** Per pixel of `to` the one of `size` before its centre, and the share of the next one. */
function placesOf(
	size: number,
	to: number
): { readonly first: Int32Array; readonly share: Float64Array } {
	const first = new Int32Array(to);
	const share = new Float64Array(to);
	for (let k = 0; k < to; k++) {
		const place = Math.max(0, Math.min(size - 1, ((k + 0.5) * size) / to - 0.5));
		first[k] = Math.floor(place);
		share[k] = place - first[k]!;
	}
	return { first, share };
}
