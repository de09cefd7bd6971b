import { grow, intersection, type Rect, type Size } from '../geometry/index.ts';
import { unwritten, zeros } from './scratch.ts';

/** One value per pixel, row-major; pixel (i, j) is centred at (i + 0.5, j + 0.5). */
export type Plane = {
	readonly width: number;
	readonly height: number;
	readonly data: Float32Array<ArrayBuffer>;
};

export function plane(width: number, height: number, value = 0): Plane {
	const data = zeros(width * height);
	return { width, height, data: value === 0 ? data : data.fill(value) };
}

/** Of whatever was there before, to be written over whole. */
export function roomFor({ width, height }: Size): Plane {
	return { width, height, data: unwritten(width * height) };
}

/**
 * The smallest rectangle of pixels around those for which `is` holds; null where there is none. Asks
 * only from the border inwards.
 */
export function boundsWhere(
	width: number,
	height: number,
	is: (at: number) => boolean
): Rect | null {
	const size = width * height;
	let first = 0;
	while (first < size && !is(first)) first++;
	if (first === size) return null;
	let last = size - 1;
	while (!is(last)) last--;
	const top = Math.floor(first / width);
	const bottom = Math.floor(last / width);
	let left = Math.min(first % width, last % width);
	let right = Math.max(first % width, last % width);
	for (let line = top * width; line <= bottom * width; line += width) {
		let i = 0;
		while (i < left && !is(line + i)) i++;
		left = i;
		i = width - 1;
		while (i > right && !is(line + i)) i--;
		right = i;
	}
	return { x: left, y: top, width: right - left + 1, height: bottom - top + 1 };
}

/** The same values once more. */
export function copied({ width, height, data }: Plane): Plane {
	const result = roomFor({ width, height });
	result.data.set(data);
	return result;
}

/** `rect` and whole pixels around it, as far as the plane goes. */
export function widened(rect: Rect, margin: number, { width, height }: Size): Rect | null {
	return intersection(grow(rect, Math.ceil(margin)), { x: 0, y: 0, width, height });
}

/** The part of a plane within `rect` (whole pixels inside it). */
export function cut({ width, data }: Plane, rect: Rect): Plane {
	const result = roomFor(rect);
	for (let j = 0; j < rect.height; j++) {
		const from = (rect.y + j) * width + rect.x;
		result.data.set(data.subarray(from, from + rect.width), j * rect.width);
	}
	return result;
}

/** A plane of one value that holds `part` within `rect`. */
export function pasted(part: Plane, rect: Rect, width: number, height: number, value = 0): Plane {
	const result = plane(width, height, value);
	for (let j = 0; j < rect.height; j++) {
		const line = part.data.subarray(j * rect.width, (j + 1) * rect.width);
		result.data.set(line, (rect.y + j) * width + rect.x);
	}
	return result;
}

/** A new plane of `f` of the values at each pixel of one, two or three planes of the same size. */
export function map(a: Plane, f: (a: number) => number): Plane;
export function map(a: Plane, b: Plane, f: (a: number, b: number) => number): Plane;
export function map(
	a: Plane,
	b: Plane,
	c: Plane,
	f: (a: number, b: number, c: number) => number
): Plane;
export function map(a: Plane, ...rest: readonly (Plane | ((...v: number[]) => number))[]): Plane {
	const f = rest[rest.length - 1] as (...v: number[]) => number;
	const others = rest.slice(0, -1) as Plane[];
	const b = others[0]?.data;
	const c = others[1]?.data;
	const result = roomFor(a);
	const { data } = a;
	const to = result.data;
	if (c !== undefined && b !== undefined) {
		for (let i = 0; i < data.length; i++) to[i] = f(data[i]!, b[i]!, c[i]!);
	} else if (b !== undefined) {
		for (let i = 0; i < data.length; i++) to[i] = f(data[i]!, b[i]!);
	} else {
		for (let i = 0; i < data.length; i++) to[i] = f(data[i]!);
	}
	return result;
}
