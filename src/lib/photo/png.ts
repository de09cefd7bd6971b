/** PNG (W3C, third edition): chunks, size, orientation. */
import { AppError } from '../errors.ts';
import { ascii, crc32, joined, Reader, u32, type Bytes } from './bytes.ts';
import { exifOrientation } from './exif.ts';
import type { Inspection } from './inspection.ts';
import { checkSize } from './limits.ts';

export const PNG_SIGNATURE: Bytes = Uint8Array.of(137, 80, 78, 71, 13, 10, 26, 10);

/** What a decoder needs for the pixels. */
export const PNG_PICTURE_CHUNKS = ['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND'];
/** What it needs besides for their colours. */
const COLOUR_CHUNKS = ['cHRM', 'gAMA', 'iCCP', 'sBIT', 'sRGB', 'cICP'];

export type PngChunk = {
	readonly type: string;
	/** With length and checksum. */
	readonly bytes: Bytes;
	readonly data: Bytes;
	/** Whether the checksum fits. */
	readonly sound: () => boolean;
};

/** The chunks up to IEND, lazily; a file that ends before it was cut short. */
export function* pngChunks(bytes: Bytes): Generator<PngChunk> {
	const reader = new Reader(bytes, PNG_SIGNATURE.length);
	for (;;) {
		const start = reader.position;
		const length = reader.u32();
		const type = reader.text(4);
		const data = reader.take(length);
		const checksum = reader.u32();
		const checked = bytes.subarray(start + 4, start + 8 + length);
		yield {
			type,
			bytes: bytes.subarray(start, reader.position),
			data,
			sound: () => crc32(checked) === checksum
		};
		if (type === 'IEND') return;
	}
}

/** A whole chunk, checksum included. */
export function pngChunk(type: string, data: Bytes): Bytes {
	const checked = joined(ascii(type), data);
	return joined(u32(data.length), checked, u32(crc32(checked)));
}

export function headerSize(data: Bytes): { width: number; height: number } {
	const reader = new Reader(data, 0, data.length, 'photo.decode-failed');
	return { width: reader.u32(), height: reader.u32() };
}

function isCritical(type: string): boolean {
	return type.charCodeAt(0) < 0x60;
}

export function inspectPng(bytes: Bytes): Inspection {
	const decodable: Bytes[] = [PNG_SIGNATURE];
	let size: Inspection['size'] | undefined;
	let orientation: Inspection['orientation'] = 1;
	let animated = false;
	let hasPixels = false;
	for (const { type, data, bytes: chunk, sound } of pngChunks(bytes)) {
		if (size === undefined) {
			// Also the one sign of Apple's own variant, whose first chunk is CgBI.
			if (type !== 'IHDR') throw new AppError('photo.decode-failed');
			size = headerSize(data);
			checkSize(size);
		}
		const needed = PNG_PICTURE_CHUNKS.includes(type) || COLOUR_CHUNKS.includes(type);
		if (!needed && type !== 'eXIf' && type !== 'acTL') continue;
		if (!sound()) {
			if (isCritical(type)) throw new AppError('photo.decode-failed');
			continue;
		}
		if (needed) decodable.push(chunk);
		if (type === 'IDAT') hasPixels = true;
		else if (type === 'eXIf') orientation = exifOrientation(data);
		else if (type === 'acTL') animated = new Reader(data, 0, data.length).u32() > 1;
	}
	if (size === undefined || !hasPixels) throw new AppError('photo.decode-failed');
	return { kind: 'png', size, uncropped: size, orientation, animated, decodable, colour: null };
}
