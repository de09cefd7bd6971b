import type { Bytes } from './bytes.ts';
import type { Orientation } from './orient.ts';

const ORIENTATION = 0x0112;
const ENTRY = 12;
const SHORT = 3;
const LONG = 4;

export type IfdEntry = { readonly tag: number; readonly type: number; readonly value: number };

/**
 * The first directory of a TIFF structure (TIFF 6.0 §2): each entry with its first SHORT or LONG, or
 * the offset that stands in its place. A broken structure gives what could be read of it.
 */
export function firstIfd(tiff: Bytes): readonly IfdEntry[] {
	const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
	if (tiff.length < 10) return [];
	const order = view.getUint16(0);
	if (order !== 0x4949 && order !== 0x4d4d) return [];
	const little = order === 0x4949;
	const directory = view.getUint32(4, little);
	if (directory + 2 > tiff.length) return [];
	const promised = view.getUint16(directory, little);
	const present = Math.floor((tiff.length - directory - 2) / ENTRY);
	return Array.from({ length: Math.min(promised, present) }, (_, index) => {
		const at = directory + 2 + index * ENTRY;
		const type = view.getUint16(at + 2, little);
		return {
			tag: view.getUint16(at, little),
			type,
			value: type === SHORT ? view.getUint16(at + 8, little) : view.getUint32(at + 8, little)
		};
	});
}

/** EXIF orientation of a TIFF structure; upright where there is none or it is not one of 1…8. */
export function exifOrientation(tiff: Bytes): Orientation {
	const entry = firstIfd(tiff).find(({ tag }) => tag === ORIENTATION);
	if (entry === undefined || (entry.type !== SHORT && entry.type !== LONG)) return 1;
	const value = entry.value;
	return value >= 1 && value <= 8 ? (value as Orientation) : 1;
}
