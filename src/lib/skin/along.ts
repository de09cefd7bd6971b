import { plane, type Plane } from '../raster/index.ts';

/**
 * Digital lines of one direction that together cover a plane once: pixel k of the line `v` is
 * `lane[k] + v · across`. They are laid from the middle outwards, so that a mirrored plane has
 * mirrored lines.
 */
type Lines = {
	readonly lane: Int32Array;
	/** How far each step lies from the first axis, in lines. */
	readonly offset: Int32Array;
	readonly across: number;
	readonly count: number;
	readonly least: number;
	readonly most: number;
};

function linesOf(width: number, height: number, angle: number): Lines {
	const flat = Math.abs(Math.cos(angle)) >= Math.abs(Math.sin(angle)) - 1e-9;
	const slope = flat ? Math.tan(angle) : 1 / Math.tan(angle);
	const steps = flat ? width : height;
	const stride = flat ? 1 : width;
	const across = flat ? width : 1;
	const count = flat ? height : width;
	const offset = Int32Array.from({ length: steps }, (_, k) => {
		const exact = slope * (k - (steps - 1) / 2);
		return Math.sign(exact) * Math.round(Math.abs(exact));
	});
	const lane = offset.map((off, k) => k * stride + off * across);
	const ends = [offset[0]!, offset[steps - 1]!];
	return { lane, offset, across, count, least: Math.min(...ends), most: Math.max(...ends) };
}

/** Radii of two boxes whose convolution has the variance `sigma²`, as nearly as whole pixels allow. */
function boxesOf(sigma: number): readonly [number, number] {
	const wanted = 3 * sigma * sigma;
	const first = Math.max(0, Math.floor((Math.sqrt(1 + 2 * wanted) - 1) / 2));
	const second = Math.max(
		first,
		Math.round((Math.sqrt(1 + 4 * (wanted - first * (first + 1))) - 1) / 2)
	);
	return [first, second];
}

/**
 * Blur along straight lines at `angle` (radians, from the x axis towards y) by two boxes of together
 * the deviation `sigma` (px): constant time per pixel. The border repeats.
 */
export function alongLines(source: Plane, angle: number, sigma: number): Plane {
	const { width, height } = source;
	const result = plane(width, height);
	const lines = linesOf(width, height, angle);
	const { lane, offset, across, count, least, most } = lines;
	const step = 1 / Math.max(Math.abs(Math.cos(angle)), Math.abs(Math.sin(angle)));
	const [a, b] = boxesOf(sigma / step);
	const pad = a + b;
	const steps = lane.length;
	const given = new Float32Array(steps + 2 * pad);
	const once = new Float32Array(steps + 2 * pad);
	const from = source.data;
	const to = result.data;
	const share = 1 / ((2 * a + 1) * (2 * b + 1));
	const rising = offset[steps - 1]! >= offset[0]!;
	for (let v = -most; v < count - least; v++) {
		let first = 0;
		let end = steps;
		if (rising) {
			while (first < end && v + offset[first]! < 0) first += 1;
			while (end > first && v + offset[end - 1]! >= count) end -= 1;
		} else {
			while (first < end && v + offset[first]! >= count) first += 1;
			while (end > first && v + offset[end - 1]! < 0) end -= 1;
		}
		const length = end - first;
		if (length === 0) continue;
		const base = v * across;
		for (let k = 0; k < length; k++) given[pad + k] = from[lane[first + k]! + base]!;
		given.fill(given[pad]!, 0, pad);
		given.fill(given[pad + length - 1]!, pad + length, length + 2 * pad);
		let sum = 0;
		for (let k = 0; k <= 2 * a; k++) sum += given[k]!;
		const inner = length + 2 * b;
		for (let k = 0; k < inner; k++) {
			once[k] = sum;
			sum += given[k + 2 * a + 1]! - given[k]!;
		}
		sum = 0;
		for (let k = 0; k <= 2 * b; k++) sum += once[k]!;
		for (let k = 0; k < length; k++) {
			to[lane[first + k]! + base] = share * sum;
			sum += once[k + 2 * b + 1]! - once[k]!;
		}
	}
	return result;
}
