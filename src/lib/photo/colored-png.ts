import { ascii, joined, u32, u32Little, type Bytes } from './bytes.ts';
import type { Colour } from './inspection.ts';
import { PNG_SIGNATURE, pngChunk } from './png.ts';
import type { Pixels } from './types.ts';

const STORED_BLOCK = 0xffff;
const RGBA = 6;

function adler32(bytes: Bytes): number {
	let a = 1;
	let b = 0;
	// 5552 = the most bytes whose sums stay below 2³² (RFC 1950).
	for (let start = 0; start < bytes.length; start += 5552) {
		const end = Math.min(start + 5552, bytes.length);
		for (let at = start; at < end; at++) {
			a += bytes[at]!;
			b += a;
		}
		a %= 65521;
		b %= 65521;
	}
	return ((b << 16) | a) >>> 0;
}

/** zlib without compression: a file that lives for one decode need not be small. */
function stored(bytes: Bytes): Bytes {
	const parts: Bytes[] = [Uint8Array.of(0x78, 0x01)];
	for (let start = 0; start < bytes.length; start += STORED_BLOCK) {
		const block = bytes.subarray(start, start + STORED_BLOCK);
		const isLast = start + STORED_BLOCK >= bytes.length ? 1 : 0;
		const length = u32Little(block.length | (~block.length << 16));
		parts.push(Uint8Array.of(isLast), length, block);
	}
	return joined(...parts, u32(adler32(bytes)));
}

function colourChunk(colour: Colour): Bytes {
	if (colour.kind === 'icc')
		return pngChunk('iCCP', joined(ascii('x\0\0'), stored(colour.profile)));
	// RGB in full range.
	return pngChunk('cICP', Uint8Array.of(colour.primaries, colour.transfer, 0, 1));
}

/** A PNG that says in which colours its numbers are: how a browser is asked to convert them. */
export function coloredPng({ width, height, data }: Pixels, colour: Colour): Bytes {
	const row = width * 4;
	const lines = new Uint8Array(height * (row + 1));
	for (let y = 0; y < height; y++) {
		lines.set(data.subarray(y * row, (y + 1) * row), y * (row + 1) + 1);
	}
	const header = joined(u32(width), u32(height), Uint8Array.of(8, RGBA, 0, 0, 0));
	return joined(
		PNG_SIGNATURE,
		pngChunk('IHDR', header),
		colourChunk(colour),
		pngChunk('IDAT', stored(lines)),
		pngChunk('IEND', new Uint8Array())
	);
}
