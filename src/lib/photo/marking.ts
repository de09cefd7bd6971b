/**
 * What stands in an exported file besides its pixels: nothing, or one XMP packet.
 *
 * An illustration, and a pair that holds one, is marked with IPTC's DigitalSourceType. A photograph
 * is not: every term of that vocabulary for it ("digitalCapture", "negativeFilm" …) states an origin
 * that nobody here has seen, and a wrong statement of origin is worse than none.
 */
import { AppError } from '../errors.ts';
import type { Size } from '../geometry/index.ts';
import { ascii, hasText, joined, type Bytes } from './bytes.ts';
import { jpegSegments, MARKER, type JpegSegment } from './jpeg.ts';
import { PNG_PICTURE_CHUNKS, PNG_SIGNATURE, pngChunk, pngChunks } from './png.ts';
import type { PictureFormat } from './types.ts';
import { extendedHeader, pictureSize, WEBP_FLAG, webpChunk, webpChunks, webpFile } from './webp.ts';

export const ALGORITHMICALLY_ENHANCED =
	'http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicallyEnhanced';
export const XMP_JPEG = 'http://ns.adobe.com/xap/1.0/\0';
export const XMP_PNG = 'XML:com.adobe.xmp\0\0\0\0\0';

/** IPTC Photo Metadata 2023.1, Digital Source Type, in an XMP packet (ISO 16684-1). */
export const ILLUSTRATION_XMP = [
	'<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>',
	'<x:xmpmeta xmlns:x="adobe:ns:meta/">',
	'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
	'<rdf:Description rdf:about=""',
	' xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"',
	` Iptc4xmpExt:DigitalSourceType="${ALGORITHMICALLY_ENHANCED}"/>`,
	'</rdf:RDF>',
	'</x:xmpmeta>',
	'<?xpacket end="r"?>'
].join('');

function jpegSegment(marker: number, payload: Bytes): Bytes {
	const length = payload.length + 2;
	return joined(Uint8Array.of(0xff, marker, length >> 8, length), payload);
}

/** The JFIF header and what the pixels need: tables, frame, scans. */
export function isJpegPicture({ marker, payload }: JpegSegment): boolean {
	if (marker === MARKER.APP0) return hasText(payload, 'JFIF\0');
	return !(marker > MARKER.APP0 && marker <= MARKER.APP15) && marker !== MARKER.COM;
}

function markedJpeg(bytes: Bytes, xmp: Bytes | null): Bytes[] {
	const parts: Bytes[] = [];
	let header = 0;
	for (const segment of jpegSegments(bytes)) {
		if (!isJpegPicture(segment)) continue;
		parts.push(segment.bytes);
		if (segment.marker === MARKER.SOI || segment.marker === MARKER.APP0) header = parts.length;
	}
	if (xmp !== null) {
		parts.splice(header, 0, jpegSegment(MARKER.APP1, joined(ascii(XMP_JPEG), xmp)));
	}
	return parts;
}

function markedPng(bytes: Bytes, xmp: Bytes | null): Bytes[] {
	const parts: Bytes[] = [PNG_SIGNATURE];
	for (const { type, bytes: chunk } of pngChunks(bytes)) {
		if (PNG_PICTURE_CHUNKS.includes(type)) parts.push(chunk);
		if (type === 'IHDR' && xmp !== null) {
			parts.push(pngChunk('iTXt', joined(ascii(XMP_PNG), xmp)));
		}
	}
	return parts;
}

export const WEBP_PICTURE_CHUNKS = ['VP8 ', 'VP8L', 'ALPH'];

function markedWebp(bytes: Bytes, xmp: Bytes | null): Bytes[] {
	let size: Size | undefined;
	const parts: Bytes[] = [];
	for (const chunk of webpChunks(bytes)) {
		if (!WEBP_PICTURE_CHUNKS.includes(chunk.type)) continue;
		size ??= pictureSize(chunk);
		parts.push(chunk.bytes);
	}
	if (size === undefined) throw new AppError('photo.encode-failed');
	if (xmp === null) return webpFile(parts);
	return webpFile([extendedHeader(WEBP_FLAG.xmp, size), ...parts, webpChunk('XMP ', xmp)]);
}

const MARKERS = { jpeg: markedJpeg, png: markedPng, webp: markedWebp } as const;

/** The encoder's file without anything but its opaque picture, and with `xmp` where there is one. */
export function marked(bytes: Bytes, format: PictureFormat, xmp: string | null): Bytes[] {
	return MARKERS[format](bytes, xmp === null ? null : new TextEncoder().encode(xmp));
}
