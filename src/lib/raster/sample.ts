import { plane, type Plane } from './types.ts';

/** Hermite step from 0 at `from` to 1 at `to`. */
export function smoothstep(from: number, to: number, value: number): number {
	const t = Math.max(0, Math.min(1, (value - from) / (to - from)));
	return t * t * (3 - 2 * t);
}

/** Value at the point (x, y) in pixels (centres at halves); the border repeats. */
export function bilinear({ width, height, data }: Plane, x: number, y: number): number {
	const px = Math.max(0, Math.min(width - 1, x - 0.5));
	const py = Math.max(0, Math.min(height - 1, y - 0.5));
	const left = Math.floor(px);
	const top = Math.floor(py);
	const right = Math.min(width - 1, left + 1);
	const bottom = Math.min(height - 1, top + 1);
	const tx = px - left;
	const upper = data[top * width + left]! * (1 - tx) + data[top * width + right]! * tx;
	const lower = data[bottom * width + left]! * (1 - tx) + data[bottom * width + right]! * tx;
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
	if (width === source.width && height === source.height) {
		return { ...source, data: source.data.slice() };
	}
	// The pass that leaves fewer pixels to the other comes first.
	return height < source.height
		? acrossTo(downTo(source, height), width)
		: downTo(acrossTo(source, width), height);
}

function acrossTo(source: Plane, width: number): Plane {
	if (width === source.width) return source;
	const { from, pixel, weight } = taps(source.width, width);
	const result = plane(width, source.height);
	for (let j = 0, to = 0; j < source.height; j++) {
		const line = j * source.width;
		for (let i = 0; i < width; i++, to++) {
			let sum = 0;
			for (let n = from[i]!; n < from[i + 1]!; n++) {
				sum += weight[n]! * source.data[line + pixel[n]!]!;
			}
			result.data[to] = sum;
		}
	}
	return result;
}

function downTo(source: Plane, height: number): Plane {
	if (height === source.height) return source;
	const { width } = source;
	const { from, pixel, weight } = taps(source.height, height);
	const result = plane(width, height);
	const { data } = result;
	for (let j = 0; j < height; j++) {
		for (let n = from[j]!; n < from[j + 1]!; n++) {
			const share = weight[n]!;
			for (let to = j * width, at = pixel[n]! * width; to < (j + 1) * width; to++, at++) {
				data[to] = data[to]! + share * source.data[at]!;
			}
		}
	}
	return result;
}
