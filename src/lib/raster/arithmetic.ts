import { roomFor, type Plane } from './types.ts';

/*
 * Per pixel as `map`, but without a call per pixel: whole planes of half a million samples go through
 * these many times for each face.
 */

/** a · b. */
export function product(a: Plane, b: Plane): Plane {
	const result = roomFor(a);
	const to = result.data;
	for (let i = 0; i < to.length; i++) to[i] = a.data[i]! * b.data[i]!;
	return result;
}

/** a − b. */
export function difference(a: Plane, b: Plane): Plane {
	const result = roomFor(a);
	const to = result.data;
	for (let i = 0; i < to.length; i++) to[i] = a.data[i]! - b.data[i]!;
	return result;
}

/** The larger of the two. */
export function larger(a: Plane, b: Plane): Plane {
	const result = roomFor(a);
	const to = result.data;
	for (let i = 0; i < to.length; i++) to[i] = a.data[i]! > b.data[i]! ? a.data[i]! : b.data[i]!;
	return result;
}

/** a · factor + addend. */
export function scaled(a: Plane, factor: number, addend = 0): Plane {
	const result = roomFor(a);
	const to = result.data;
	for (let i = 0; i < to.length; i++) to[i] = factor * a.data[i]! + addend;
	return result;
}
