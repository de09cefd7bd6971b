/** JPEG (ITU-T T.81): segments, size, orientation. */
import { AppError } from '../errors.ts';
import { hasText, Reader, type Bytes } from './bytes.ts';
import { exifOrientation } from './exif.ts';
import type { Inspection } from './inspection.ts';
import { checkSize } from './limits.ts';

export const MARKER = {
	SOF0: 0xc0,
	DHT: 0xc4,
	JPG: 0xc8,
	DAC: 0xcc,
	SOF15: 0xcf,
	RST0: 0xd0,
	RST7: 0xd7,
	SOI: 0xd8,
	EOI: 0xd9,
	SOS: 0xda,
	APP0: 0xe0,
	APP1: 0xe1,
	APP2: 0xe2,
	APP14: 0xee,
	APP15: 0xef,
	COM: 0xfe
} as const;
const TEM = 0x01;

export const EXIF = 'Exif\0\0';
export const ICC = 'ICC_PROFILE\0';

export type JpegSegment = {
	readonly marker: number;
	/** From its 0xFF; a scan's entropy-coded data included. */
	readonly bytes: Bytes;
	/** Without marker and length. */
	readonly payload: Bytes;
};

/** Offset of the marker that ends the entropy-coded data at `start`: the next 0xFF that is one. */
function endOfScan(bytes: Bytes, start: number): number {
	let at = start;
	for (;;) {
		at = bytes.indexOf(0xff, at);
		const next = at === -1 ? undefined : bytes[at + 1];
		if (next === undefined) throw new AppError('photo.truncated');
		const isData = next === 0 || (next >= MARKER.RST0 && next <= MARKER.RST7);
		if (!isData && next !== 0xff) return at;
		at += next === 0xff ? 1 : 2;
	}
}

/** The next marker; what stands before it is skipped, as libjpeg does. */
function nextMarker(reader: Reader): number {
	while (reader.u8() !== 0xff);
	let marker = reader.u8();
	while (marker === 0xff) marker = reader.u8();
	return marker;
}

/**
 * The segments from SOI to EOI, lazily, so that a size beyond the limits is refused before the scans
 * are walked. Ends at the first EOI: whatever was appended is not part of the picture. A file that
 * ends before it was cut short.
 */
export function* jpegSegments(bytes: Bytes): Generator<JpegSegment> {
	const reader = new Reader(bytes);
	for (;;) {
		const marker = nextMarker(reader);
		const start = reader.position - 2;
		const bare =
			marker === MARKER.SOI ||
			marker === MARKER.EOI ||
			marker === TEM ||
			(marker >= MARKER.RST0 && marker <= MARKER.RST7);
		let payload = bytes.subarray(0, 0);
		if (!bare) {
			const length = reader.u16();
			if (length < 2) throw new AppError('photo.decode-failed');
			payload = reader.take(length - 2);
			if (marker === MARKER.SOS) reader.position = endOfScan(bytes, reader.position);
		}
		yield { marker, bytes: bytes.subarray(start, reader.position), payload };
		if (marker === MARKER.EOI) return;
	}
}

/** SOF0…SOF15 without the three codes in between that mean something else. */
export function isFrameHeader(marker: number): boolean {
	return (
		marker >= MARKER.SOF0 &&
		marker <= MARKER.SOF15 &&
		marker !== MARKER.DHT &&
		marker !== MARKER.JPG &&
		marker !== MARKER.DAC
	);
}

function isNeeded({ marker, payload }: JpegSegment): boolean {
	if (marker === MARKER.APP0) return hasText(payload, 'JFIF\0');
	if (marker === MARKER.APP2) return hasText(payload, ICC);
	if (marker === MARKER.APP14) return hasText(payload, 'Adobe');
	return !(marker > MARKER.APP0 && marker <= MARKER.APP15) && marker !== MARKER.COM;
}

export function frameSize({ payload }: JpegSegment): { width: number; height: number } {
	const reader = new Reader(payload, 1, payload.length, 'photo.decode-failed');
	const height = reader.u16();
	return { width: reader.u16(), height };
}

export function inspectJpeg(bytes: Bytes): Inspection {
	const decodable: Bytes[] = [];
	let size: Inspection['size'] | undefined;
	let orientation: Inspection['orientation'] | undefined;
	let hasScan = false;
	for (const segment of jpegSegments(bytes)) {
		const { marker, payload } = segment;
		if (isFrameHeader(marker)) {
			// A second frame belongs to the hierarchical mode, which no browser decodes.
			if (size !== undefined) throw new AppError('photo.decode-failed');
			size = frameSize(segment);
			checkSize(size);
		} else if (marker === MARKER.APP1 && hasText(payload, EXIF)) {
			orientation ??= exifOrientation(payload.subarray(EXIF.length));
		} else if (marker === MARKER.SOS) hasScan = true;
		if (isNeeded(segment)) decodable.push(segment.bytes);
	}
	if (size === undefined || !hasScan) throw new AppError('photo.decode-failed');
	orientation ??= 1;
	return {
		kind: 'jpeg',
		size,
		uncropped: size,
		orientation,
		animated: false,
		decodable,
		colour: null
	};
}
