/** A PNG writer for every colour type and depth, interlaced or not. */
import { joined, u32, type Bytes } from '../../../src/lib/photo/bytes.ts';
import { PNG_SIGNATURE, pngChunk } from '../../../src/lib/photo/png.ts';
import { heightOf, pixelOf, QUILT, widthOf, type Quilt } from './quilt.ts';

export type ColourType = 0 | 2 | 3 | 4 | 6;

export type PngOptions = {
	readonly width: number;
	readonly height: number;
	readonly type: ColourType;
	readonly depth: number;
	/** Samples of a pixel, 0…2^depth − 1. */
	readonly pixel: (x: number, y: number) => readonly number[];
	readonly interlaced?: boolean;
	/** Whole chunks between IHDR and IDAT. */
	readonly before?: readonly Bytes[];
	/** Whole chunks between IDAT and IEND. */
	readonly after?: readonly Bytes[];
};

const ADAM7 = [
	[0, 0, 8, 8],
	[4, 0, 8, 8],
	[0, 4, 4, 8],
	[2, 0, 4, 4],
	[0, 2, 2, 4],
	[1, 0, 2, 2],
	[0, 1, 1, 2]
] as const;

async function through(bytes: Bytes, stream: CompressionStream): Promise<Bytes> {
	const piped = new Blob([bytes]).stream().pipeThrough(stream);
	return new Uint8Array(await new Response(piped).arrayBuffer());
}

export function deflated(bytes: Bytes): Promise<Bytes> {
	return through(bytes, new CompressionStream('deflate'));
}

function packed(samples: readonly number[], depth: number): number[] {
	if (depth === 16) return samples.flatMap((sample) => [sample >> 8, sample & 0xff]);
	if (depth === 8) return [...samples];
	const bytes: number[] = [];
	const perByte = 8 / depth;
	for (let start = 0; start < samples.length; start += perByte) {
		let byte = 0;
		for (let n = 0; n < perByte; n++) byte = (byte << depth) | (samples[start + n] ?? 0);
		bytes.push(byte);
	}
	return bytes;
}

function scanlines({ width, height, depth, pixel, interlaced = false }: PngOptions): Bytes {
	const bytes: number[] = [];
	for (const [left, top, right, down] of interlaced ? ADAM7 : [[0, 0, 1, 1] as const]) {
		for (let y = top; y < height && left < width; y += down) {
			const samples: number[] = [];
			for (let x = left; x < width; x += right) samples.push(...pixel(x, y));
			bytes.push(0, ...packed(samples, depth));
		}
	}
	return Uint8Array.from(bytes);
}

export function header(
	width: number,
	height: number,
	depth: number,
	type: ColourType,
	interlaced = false
): Bytes {
	return pngChunk(
		'IHDR',
		joined(u32(width), u32(height), Uint8Array.of(depth, type, 0, 0, interlaced ? 1 : 0))
	);
}

export const IEND = pngChunk('IEND', new Uint8Array());

async function png(options: PngOptions): Promise<Bytes> {
	const { width, height, depth, type, interlaced, before = [], after = [] } = options;
	return joined(
		PNG_SIGNATURE,
		header(width, height, depth, type, interlaced),
		...before,
		pngChunk('IDAT', await deflated(scanlines(options))),
		...after,
		IEND
	);
}

export function quiltPng(
	options: Partial<PngOptions> & { readonly quilt?: Quilt } = {}
): Promise<Bytes> {
	const { quilt = QUILT, ...rest } = options;
	return png({
		width: widthOf(quilt),
		height: heightOf(quilt),
		type: 2,
		depth: 8,
		pixel: (x, y) => pixelOf(quilt, x, y),
		...rest
	});
}

/** One colour, one bit per pixel: a few kilobytes whatever the size. */
export async function largePng(width: number, height: number): Promise<Bytes> {
	const lines = new Uint8Array(height * (1 + Math.ceil(width / 8)));
	return joined(
		PNG_SIGNATURE,
		header(width, height, 1, 0),
		pngChunk('IDAT', await deflated(lines)),
		IEND
	);
}
