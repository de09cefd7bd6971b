/** Animations of two frames out of two still pictures of one size. */
import type { Size } from '../../src/lib/geometry/index.ts';
import { joined, u32, type Bytes } from '../../src/lib/photo/bytes.ts';
import { PNG_SIGNATURE, pngChunk, pngChunks } from '../../src/lib/photo/png.ts';
import { webpChunks } from '../../src/lib/photo/webp.ts';
import { IEND } from '../corpus/writers/png.ts';
import { animatedWebp } from '../corpus/writers/webp.ts';

export type Frames = readonly [first: Bytes, second: Bytes];

/** From plain WebP files, as a browser writes them for an opaque canvas. */
export function movingWebp([first, second]: Frames, { width, height }: Size): Bytes {
	const chunk = (still: Bytes): Bytes => {
		const picture = [...webpChunks(still)].find(({ type }) => type.startsWith('VP8 '));
		if (picture === undefined) throw new Error('not a plain lossy WebP');
		return picture.bytes;
	};
	return animatedWebp([chunk(first), chunk(second)], width, height);
}

/** From PNG files of one colour type (APNG 1.0, now part of PNG's third edition). */
export function movingPng([first, second]: Frames, size: Size): Bytes {
	const header = [...pngChunks(first)].find(({ type }) => type === 'IHDR');
	if (header === undefined) throw new Error('not a PNG');
	return joined(
		PNG_SIGNATURE,
		header.bytes,
		pngChunk('acTL', joined(u32(2), u32(0))),
		frameControl(0, size),
		pngChunk('IDAT', dataOf(first)),
		frameControl(1, size),
		pngChunk('fdAT', joined(u32(2), dataOf(second))),
		IEND
	);
}

/** A whole frame for a tenth of a second. */
function frameControl(sequence: number, { width, height }: Size): Bytes {
	const numbers = [sequence, width, height, 0, 0].map(u32);
	return pngChunk('fcTL', joined(...numbers, Uint8Array.of(0, 1, 0, 10, 0, 0)));
}

function dataOf(png: Bytes): Bytes {
	const parts = [...pngChunks(png)].filter(({ type }) => type === 'IDAT');
	return joined(...parts.map(({ data }) => data));
}
