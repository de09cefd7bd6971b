/** A lossless WebP writer (RFC 9649 §3) for pictures with at most two levels per channel. */
import { joined, type Bytes } from '../../../src/lib/photo/bytes.ts';
import { extendedHeader, webpChunk, webpFile } from '../../../src/lib/photo/webp.ts';
import { heightOf, pixelOf, QUILT, widthOf, type Quilt } from './quilt.ts';

class LittleBits {
	readonly #bytes: number[] = [];
	#byte = 0;
	#count = 0;

	write(value: number, count: number): void {
		for (let bit = 0; bit < count; bit++) {
			this.#byte |= ((value >>> bit) & 1) << this.#count;
			this.#count += 1;
			if (this.#count === 8) {
				this.#bytes.push(this.#byte);
				this.#byte = 0;
				this.#count = 0;
			}
		}
	}

	bytes(): Bytes {
		return Uint8Array.from(this.#count > 0 ? [...this.#bytes, this.#byte] : this.#bytes);
	}
}

/** Low and high level of a channel, which is one symbol where they are the same. */
type Levels = readonly [low: number, high: number];

function header(width: number, height: number, alpha: boolean): LittleBits {
	const bits = new LittleBits();
	bits.write(0x2f, 8);
	bits.write(width - 1, 14);
	bits.write(height - 1, 14);
	bits.write(alpha ? 1 : 0, 1);
	bits.write(0, 3);
	// No transform, no colour cache, one group of prefix codes.
	bits.write(0, 3);
	return bits;
}

function simpleCode(bits: LittleBits, [low, high]: Levels): void {
	const isPair = low !== high;
	bits.write(1, 1);
	bits.write(isPair ? 1 : 0, 1);
	bits.write(1, 1);
	bits.write(low, 8);
	if (isPair) bits.write(high, 8);
}

const BOTH: Levels = [40, 220];

export function quiltVp8l(quilt: Quilt = QUILT): Bytes {
	const bits = header(widthOf(quilt), heightOf(quilt), false);
	for (const levels of [BOTH, BOTH, BOTH, [255, 255] as const, [0, 0] as const]) {
		simpleCode(bits, levels);
	}
	for (let y = 0; y < heightOf(quilt); y++) {
		for (let x = 0; x < widthOf(quilt); x++) {
			const [red, green, blue] = pixelOf(quilt, x, y);
			for (const level of [green, red, blue]) bits.write(level === BOTH[1] ? 1 : 0, 1);
		}
	}
	return webpChunk('VP8L', bits.bytes());
}

/** One colour: no bits per pixel at all, so 27 bytes hold any size. */
export function plainVp8l(
	width: number,
	height: number,
	[red, green, blue, alpha]: readonly number[]
): Bytes {
	const bits = header(width, height, alpha !== 255);
	for (const level of [green!, red!, blue!, alpha!, 0]) simpleCode(bits, [level, level]);
	return webpChunk('VP8L', bits.bytes());
}

export function quiltWebp(quilt: Quilt = QUILT): Bytes {
	return joined(...webpFile([quiltVp8l(quilt)]));
}

export function extendedWebp(
	flags: number,
	before: readonly Bytes[],
	picture: Bytes,
	after: readonly Bytes[],
	quilt: Quilt = QUILT
): Bytes {
	const size = { width: widthOf(quilt), height: heightOf(quilt) };
	return joined(...webpFile([extendedHeader(flags, size), ...before, picture, ...after]));
}

/** Frames of the whole canvas, 100 ms each. */
export function animatedWebp(frames: readonly Bytes[], width: number, height: number): Bytes {
	const size = { width, height };
	const little24 = (value: number): number[] => [value, value >> 8, value >> 16];
	const chunks = frames.map((frame) =>
		webpChunk(
			'ANMF',
			joined(
				Uint8Array.of(
					0,
					0,
					0,
					0,
					0,
					0,
					...little24(width - 1),
					...little24(height - 1),
					100,
					0,
					0,
					2
				),
				frame
			)
		)
	);
	const animation = webpChunk('ANIM', Uint8Array.of(255, 255, 255, 255, 0, 0));
	return joined(...webpFile([extendedHeader(0x02, size), animation, ...chunks]));
}
