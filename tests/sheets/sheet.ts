import { joined, type Bytes } from '../../src/lib/photo/bytes.ts';
import { PNG_SIGNATURE, pngChunk } from '../../src/lib/photo/png.ts';
import type { Rect } from '../../src/lib/geometry/index.ts';
import type { Pixels } from '../../src/lib/photo/index.ts';
import { deflated, header, IEND } from '../corpus/writers/png.ts';

/** Tiles of one size in columns and rows. */
export class Sheet {
	readonly pixels: Pixels;
	readonly #tile: number;

	constructor(tile: number, columns: number, rows: number) {
		const [width, height] = [tile * columns, tile * rows];
		this.pixels = { width, height, data: new Uint8ClampedArray(4 * width * height).fill(255) };
		this.#tile = tile;
	}

	/** `place` of the picture on one tile: area average where it shrinks, else linear. */
	lay(picture: Pixels, place: Rect, column: number, row: number): void {
		const tile = this.#tile;
		const step = place.width / tile;
		const taps = Math.max(1, Math.round(step));
		for (let j = 0; j < tile; j++) {
			for (let i = 0; i < tile; i++) {
				const to = 4 * ((row * tile + j) * this.pixels.width + column * tile + i);
				for (let c = 0; c < 3; c++) {
					let sum = 0;
					for (let v = 0; v < taps; v++) {
						for (let u = 0; u < taps; u++) {
							const x = place.x + (i + (u + 0.5) / taps) * step;
							const y = place.y + (j + (v + 0.5) / taps) * step;
							sum += linearAt(picture, x - 0.5, y - 0.5, c);
						}
					}
					this.pixels.data[to + c] = sum / (taps * taps);
				}
			}
		}
	}
}

function linearAt({ width, height, data }: Pixels, x: number, y: number, channel: number): number {
	const at = (i: number, j: number): number => {
		const inX = Math.max(0, Math.min(width - 1, i));
		const inY = Math.max(0, Math.min(height - 1, j));
		return data[4 * (inY * width + inX) + channel]!;
	};
	const [left, top] = [Math.floor(x), Math.floor(y)];
	const [tx, ty] = [x - left, y - top];
	const upper = at(left, top) * (1 - tx) + at(left + 1, top) * tx;
	const lower = at(left, top + 1) * (1 - tx) + at(left + 1, top + 1) * tx;
	return upper + (lower - upper) * ty;
}

export async function rgbaPng({ width, height, data }: Pixels): Promise<Bytes> {
	const lines = new Uint8Array(height * (1 + 4 * width));
	for (let j = 0; j < height; j++) {
		lines.set(data.subarray(4 * j * width, 4 * (j + 1) * width), j * (1 + 4 * width) + 1);
	}
	return joined(
		PNG_SIGNATURE,
		header(width, height, 8, 6),
		pngChunk('IDAT', await deflated(lines)),
		IEND
	);
}
