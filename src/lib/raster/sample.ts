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

type Taps = { readonly start: Int32Array; readonly weights: Float32Array; readonly count: number };

/** Area average where it shrinks, linear interpolation where it grows; per target pixel. */
function taps(from: number, to: number): Taps {
	const ratio = from / to;
	const reach = Math.max(1, ratio);
	const count = Math.ceil(reach) + 2;
	const start = new Int32Array(to);
	const weights = new Float32Array(to * count);
	for (let i = 0; i < to; i++) {
		const centre = (i + 0.5) * ratio;
		const first = Math.floor(centre - reach / 2 - 0.5);
		start[i] = first;
		let sum = 0;
		for (let k = 0; k < count; k++) {
			const distance = Math.abs(first + k + 0.5 - centre);
			// A box of the target pixel's width over boxes of one source pixel: a trapezoid.
			const share =
				ratio > 1
					? Math.max(0, Math.min(1, (ratio + 1) / 2 - distance))
					: Math.max(0, 1 - distance);
			weights[i * count + k] = share;
			sum += share;
		}
		for (let k = 0; k < count; k++) weights[i * count + k] = weights[i * count + k]! / sum;
	}
	return { start, weights, count };
}

/** The plane at another size over the same area: area average where it shrinks, else linear. */
export function resize(source: Plane, width: number, height: number): Plane {
	if (width === source.width && height === source.height) {
		return { ...source, data: source.data.slice() };
	}
	const columns = taps(source.width, width);
	const rows = taps(source.height, height);
	const across = plane(width, source.height);
	for (let j = 0; j < source.height; j++) {
		const line = j * source.width;
		for (let i = 0; i < width; i++) {
			let sum = 0;
			for (let k = 0; k < columns.count; k++) {
				const weight = columns.weights[i * columns.count + k]!;
				if (weight === 0) continue;
				const at = Math.max(0, Math.min(source.width - 1, columns.start[i]! + k));
				sum += weight * source.data[line + at]!;
			}
			across.data[j * width + i] = sum;
		}
	}
	const result = plane(width, height);
	for (let j = 0; j < height; j++) {
		for (let k = 0; k < rows.count; k++) {
			const weight = rows.weights[j * rows.count + k]!;
			if (weight === 0) continue;
			const from = Math.max(0, Math.min(source.height - 1, rows.start[j]! + k)) * width;
			const to = j * width;
			for (let i = 0; i < width; i++) {
				result.data[to + i] = result.data[to + i]! + weight * across.data[from + i]!;
			}
		}
	}
	return result;
}
