import type { QuarterTurns, Size } from '../geometry/index.ts';
import type { Pixels } from './types.ts';

/** EXIF 2.32 §4.6.4 A: where the stored rows and columns stand in the upright picture. */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

/** 5…8 turn the picture on its side. */
export function uprightSize({ width, height }: Size, orientation: Orientation): Size {
	return orientation >= 5 ? { width: height, height: width } : { width, height };
}

/** Start, step to the right and step down in the stored picture, in pixels, for each upright pixel. */
function walk(stored: Size, orientation: Orientation): [number, number, number] {
	const width: number = stored.width;
	const right = width - 1;
	const bottom = (stored.height - 1) * width;
	const walks: Record<Orientation, [number, number, number]> = {
		1: [0, 1, width],
		2: [right, -1, width],
		3: [bottom + right, -1, -width],
		4: [bottom, 1, -width],
		5: [0, width, 1],
		6: [bottom, -width, 1],
		7: [bottom + right, -width, -1],
		8: [right, width, -1]
	};
	return walks[orientation];
}

/** The upright picture: an exact rearrangement of pixels. The same object when it already is. */
export function oriented(pixels: Pixels, orientation: Orientation): Pixels {
	if (orientation === 1) return pixels;
	const size = uprightSize(pixels, orientation);
	const [start, right, down] = walk(pixels, orientation);
	const stored = new Uint32Array(pixels.data.buffer, pixels.data.byteOffset);
	const upright = new Uint32Array(size.width * size.height);
	let index = 0;
	for (let y = 0; y < size.height; y++) {
		let from = start + y * down;
		for (let x = 0; x < size.width; x++) {
			upright[index++] = stored[from]!;
			from += right;
		}
	}
	return { ...size, data: new Uint8ClampedArray(upright.buffer) };
}

const BY_TURNS: Record<QuarterTurns, Orientation> = { 0: 1, 1: 6, 2: 3, 3: 8 };

/** The picture turned clockwise: an exact rearrangement of pixels. */
export function turned(pixels: Pixels, turns: QuarterTurns): Pixels {
	return oriented(pixels, BY_TURNS[turns]);
}
