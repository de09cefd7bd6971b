/** WebP (RFC 9649): chunks, size, orientation. */
import { AppError } from '../errors.ts';
import type { Size } from '../geometry/index.ts';
import { ascii, hasText, joined, Reader, u32Little, type Bytes } from './bytes.ts';
import { exifOrientation } from './exif.ts';
import type { Inspection } from './inspection.ts';
import { EXIF } from './jpeg.ts';
import { checkSize } from './limits.ts';

export const WEBP_FLAG = {
	animation: 0x02,
	xmp: 0x04,
	exif: 0x08,
	alpha: 0x10,
	icc: 0x20
} as const;
const FORM = 12;
const FRAME_HEADER = 16;

export type WebpChunk = {
	readonly type: string;
	/** With header and padding. */
	readonly bytes: Bytes;
	readonly data: Bytes;
};

/** The chunks of `bytes` between the two offsets, all of which must lie inside. */
function* chunksBetween(bytes: Bytes, start: number, end: number): Generator<WebpChunk> {
	const reader = new Reader(bytes, start, end);
	while (reader.left > 0) {
		const from = reader.position;
		const type = reader.text(4);
		const length = reader.u32Little();
		const data = reader.take(length);
		// Some writers leave out the last padding byte.
		if (length % 2 === 1 && reader.left > 0) reader.skip(1);
		yield { type, bytes: bytes.subarray(from, reader.position), data };
	}
}

/** The chunks of the RIFF form; what was appended after it is not part of the picture. */
export function webpChunks(bytes: Bytes): Generator<WebpChunk> {
	const reader = new Reader(bytes, 4);
	const length = reader.u32Little();
	const end = 8 + length;
	if (end > bytes.length) throw new AppError('photo.truncated');
	return chunksBetween(bytes, FORM, end);
}

export function webpChunk(type: string, data: Bytes): Bytes {
	return joined(
		ascii(type),
		u32Little(data.length),
		data,
		data.length % 2 === 1 ? new Uint8Array(1) : new Uint8Array()
	);
}

export function webpFile(chunks: readonly Bytes[]): Bytes[] {
	const length = chunks.reduce((sum, chunk) => sum + chunk.length, 4);
	return [joined(ascii('RIFF'), u32Little(length), ascii('WEBP')), ...chunks];
}

export function extendedHeader(flags: number, { width, height }: Size): Bytes {
	const data = joined(
		Uint8Array.of(flags, 0, 0, 0),
		u32Little(width - 1).subarray(0, 3),
		u32Little(height - 1).subarray(0, 3)
	);
	return webpChunk('VP8X', data);
}

/** A little-endian integer of `count` bytes. */
function little(data: Bytes, offset: number, count: number): number {
	const reader = new Reader(data, 0, data.length, 'photo.decode-failed');
	reader.skip(offset);
	return reader.take(count).reduceRight((value, byte) => value * 256 + byte, 0);
}

/** Size of the picture in a chunk, undefined where the chunk is no picture. */
export function pictureSize({ type, data }: WebpChunk): Size | undefined {
	if (type === 'VP8X') return { width: little(data, 4, 3) + 1, height: little(data, 7, 3) + 1 };
	if (type === 'VP8L') {
		if (data[0] !== 0x2f) throw new AppError('photo.decode-failed');
		const bits = little(data, 1, 4);
		return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
	}
	if (type !== 'VP8 ') return undefined;
	// RFC 6386 §9.1: a key frame, its start code, then 14 bits for each side.
	const isKeyFrame = (little(data, 0, 1) & 1) === 0;
	if (!isKeyFrame || little(data, 3, 3) !== 0x2a019d) throw new AppError('photo.decode-failed');
	return { width: little(data, 6, 2) & 0x3fff, height: little(data, 8, 2) & 0x3fff };
}

function isPicture({ type }: WebpChunk): boolean {
	return type === 'VP8 ' || type === 'VP8L';
}

/** The picture of an animation's frame must fill what the frame says. */
function checkFrame({ data }: WebpChunk): void {
	const frame = { width: little(data, 6, 3) + 1, height: little(data, 9, 3) + 1 };
	const picture = [...chunksBetween(data, FRAME_HEADER, data.length)].find(isPicture);
	checkSame(picture === undefined ? undefined : pictureSize(picture), frame);
}

/** A picture larger than its file says would be allocated unseen by the limits. */
function checkSame(picture: Size | undefined, canvas: Size): void {
	if (picture?.width !== canvas.width || picture.height !== canvas.height) {
		throw new AppError('photo.decode-failed');
	}
}

export function inspectWebp(bytes: Bytes): Inspection {
	let size: Size | undefined;
	let orientation: Inspection['orientation'] = 1;
	let flags = 0;
	let frames = 0;
	let picture: WebpChunk | undefined;
	const needed: Bytes[] = [];
	for (const chunk of webpChunks(bytes)) {
		const { type, data } = chunk;
		if (size === undefined) {
			size = pictureSize(chunk);
			if (size === undefined) throw new AppError('photo.decode-failed');
			checkSize(size);
			if (type === 'VP8X') flags = little(data, 0, 1);
		}
		if (isPicture(chunk)) picture ??= chunk;
		else if (type === 'ANMF' && ++frames === 1) checkFrame(chunk);
		else if (type === 'EXIF') {
			// The specification wants the bare TIFF structure; some writers keep JPEG's preamble.
			orientation = exifOrientation(hasText(data, EXIF) ? data.subarray(EXIF.length) : data);
		}
		const isStill = type === 'ICCP' || type === 'ALPH' || chunk === picture;
		if (isStill || type === 'ANIM' || (type === 'ANMF' && frames === 1)) needed.push(chunk.bytes);
	}
	if (size === undefined || (picture === undefined && frames === 0)) {
		throw new AppError('photo.decode-failed');
	}
	if (picture !== undefined) checkSame(pictureSize(picture), size);
	const kept = flags & (WEBP_FLAG.icc | WEBP_FLAG.alpha | WEBP_FLAG.animation);
	const isExtended = picture === undefined || needed.length > 1;
	const decodable = webpFile(isExtended ? [extendedHeader(kept, size), ...needed] : needed);
	return {
		kind: 'webp',
		size,
		uncropped: size,
		orientation,
		animated: frames > 1,
		decodable,
		colour: null
	};
}
