import type { Rect, Size } from '../geometry/index.ts';
import { filters, type Filters, type Laid, type Taps } from './simd/index.ts';
import { copied, roomFor, type Plane } from './types.ts';

/** Hermite step from 0 at `from` to 1 at `to`. */
export function smoothstep(from: number, to: number, value: number): number {
	const t = (value - from) / (to - from);
	if (t <= 0) return 0;
	return t < 1 ? t * t * (3 - 2 * t) : 1;
}

/** Value at the point (x, y) in pixels (centres at halves); the border repeats. */
export function bilinear({ width, height, data }: Plane, x: number, y: number): number {
	const px = Math.max(0, Math.min(width - 1, x - 0.5));
	const py = Math.max(0, Math.min(height - 1, y - 0.5));
	const left = Math.floor(px);
	const right = Math.min(width - 1, left + 1);
	const top = Math.floor(py);
	const above = top * width;
	const below = Math.min(height - 1, top + 1) * width;
	const tx = px - left;
	const upper = data[above + left]! * (1 - tx) + data[above + right]! * tx;
	const lower = data[below + left]! * (1 - tx) + data[below + right]! * tx;
	return upper + (lower - upper) * (py - top);
}

/** Area average where it shrinks, linear interpolation where it grows; the border repeats. */
function taps(size: number, to: number): Taps {
	const ratio = size / to;
	const reach = Math.max(1, ratio);
	const begins = new Int32Array(to + 1);
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
		for (let n = begins[i]!; n < weights.length; n++) weights[n] = weights[n]! / sum;
		begins[i + 1] = pixels.length;
	}
	return { begins, pixels: Int32Array.from(pixels), weights: Float32Array.from(weights) };
}

/** The plane at another size over the same area: area average where it shrinks, else linear. */
export function resize(source: Plane, width: number, height: number): Plane {
	if (width === source.width && height === source.height) return copied(source);
	const on = filters();
	return lifted(on, resized(on, on.lay(source, wholeOf(source)), width, height));
}

/** The same of what is laid. */
export function resized(on: Filters, laid: Laid, width: number, height: number): Laid {
	return on.sample(laid, taps(laid.height, height), taps(laid.width, width));
}

export function wholeOf({ width, height }: Size): Rect {
	return { x: 0, y: 0, width, height };
}

/** What was laid as a plane by itself. */
export function lifted(on: Filters, laid: Laid): Plane {
	const result = roomFor(laid);
	on.lift(laid, result, wholeOf(laid));
	return result;
}
