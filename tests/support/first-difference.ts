/**
 * Where two rows of bytes differ first; −1 where they are the same. `toEqual` takes each byte for an
 * object: seconds for a picture.
 */
export function firstDifference(
	a: Uint8Array | Uint8ClampedArray,
	b: Uint8Array | Uint8ClampedArray
): number {
	if (a.length !== b.length) return Math.min(a.length, b.length);
	return a.findIndex((byte, at) => byte !== b[at]);
}
