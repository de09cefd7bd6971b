/** What an exported picture file says of itself: the way back for whoever checks one. */
import { AppError } from '../errors.ts';
import type { Size } from '../geometry/index.ts';
import { hasText, type Bytes } from './bytes.ts';
import { EXIF, frameSize, ICC, isFrameHeader, jpegSegments, MARKER } from './jpeg.ts';
import { isJpegPicture, WEBP_PICTURE_CHUNKS, XMP_JPEG, XMP_PNG } from './marking.ts';
import { headerSize, PNG_PICTURE_CHUNKS, pngChunks } from './png.ts';
import { recognise } from './recognise.ts';
import type { PictureFormat } from './types.ts';
import { pictureSize, webpChunks } from './webp.ts';

export type PictureFacts = {
	readonly format: PictureFormat;
	readonly size: Size;
	readonly xmp: string | null;
	/** Every other part that is not needed for the pixels: EXIF, profiles, texts, appended bytes … */
	readonly otherMetadata: readonly string[];
};

const APPENDED = 'appended';
const text = (bytes: Bytes): string => new TextDecoder().decode(bytes);

function jpegFacts(bytes: Bytes): PictureFacts {
	let size: Size = { width: 0, height: 0 };
	let xmp: string | null = null;
	let length = 0;
	const otherMetadata: string[] = [];
	for (const segment of jpegSegments(bytes)) {
		const { marker, payload } = segment;
		length += segment.bytes.length;
		if (isFrameHeader(marker)) size = frameSize(segment);
		if (isJpegPicture(segment)) continue;
		if (hasText(payload, XMP_JPEG)) xmp = text(payload.subarray(XMP_JPEG.length));
		else if (hasText(payload, EXIF)) otherMetadata.push('EXIF');
		else if (hasText(payload, ICC)) otherMetadata.push('ICC');
		else otherMetadata.push(marker === MARKER.COM ? 'COM' : `APP${marker - MARKER.APP0}`);
	}
	if (length < bytes.length) otherMetadata.push(APPENDED);
	return { format: 'jpeg', size, xmp, otherMetadata };
}

function pngFacts(bytes: Bytes): PictureFacts {
	let size: Size = { width: 0, height: 0 };
	let xmp: string | null = null;
	let length = 8;
	const otherMetadata: string[] = [];
	for (const { type, data, bytes: chunk, sound } of pngChunks(bytes)) {
		length += chunk.length;
		if (!sound()) otherMetadata.push(`damaged ${type}`);
		if (type === 'IHDR') size = headerSize(data);
		if (PNG_PICTURE_CHUNKS.includes(type)) continue;
		if (type === 'iTXt' && hasText(data, XMP_PNG)) xmp = text(data.subarray(XMP_PNG.length));
		else otherMetadata.push(type);
	}
	if (length < bytes.length) otherMetadata.push(APPENDED);
	return { format: 'png', size, xmp, otherMetadata };
}

function webpFacts(bytes: Bytes): PictureFacts {
	let size: Size | undefined;
	let xmp: string | null = null;
	let length = 12;
	const otherMetadata: string[] = [];
	for (const chunk of webpChunks(bytes)) {
		length += chunk.bytes.length;
		size ??= pictureSize(chunk);
		if (chunk.type === 'XMP ') xmp = text(chunk.data);
		else if (!WEBP_PICTURE_CHUNKS.includes(chunk.type) && chunk.type !== 'VP8X') {
			otherMetadata.push(chunk.type);
		}
	}
	if (length < bytes.length) otherMetadata.push(APPENDED);
	return { format: 'webp', size: size ?? { width: 0, height: 0 }, xmp, otherMetadata };
}

/** Errors: AppError `photo.*` for what is no PNG, JPEG or WebP. */
export function readPictureFacts(bytes: Bytes): PictureFacts {
	const container = recognise(bytes);
	if (container === 'jpeg') return jpegFacts(bytes);
	if (container === 'png') return pngFacts(bytes);
	if (container === 'webp') return webpFacts(bytes);
	throw new AppError('photo.unsupported-kind', { details: { kind: container } });
}
