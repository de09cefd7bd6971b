/** Comparing pictures: how far two are apart, what a warp did to background and outline. */
import { MIRROR, type FaceObservation } from '../../src/lib/face/index.ts';
import type { Size, Vec2 } from '../../src/lib/geometry/index.ts';
import type { Pixels } from '../../src/lib/photo/index.ts';
import { sampleField, type Field } from '../../src/lib/warp/index.ts';
import { luma } from './optical-flow.ts';

/** A part of a picture, in place of what was there. */
export type Patch = Pixels & { readonly x: number; readonly y: number };

/** px kept away from what a mask marks. */
const CLEARANCE = 3;

export type Difference = {
	/** Largest difference of one channel, 0–255. */
	readonly largest: number;
	/** Share of pixels with a channel that differs by more than 1. */
	readonly beyondOne: number;
};

/** @throws RangeError for pictures of different size */
export function differenceOf(a: Pixels, b: Pixels): Difference {
	if (a.width !== b.width || a.height !== b.height) throw new RangeError('sizes differ');
	let [largest, beyond] = [0, 0];
	for (let i = 0; i < a.width * a.height; i++) {
		const difference = channelDifference(a, b, i);
		if (difference > largest) largest = difference;
		if (difference > 1) beyond += 1;
	}
	return { largest, beyondOne: beyond / (a.width * a.height) };
}

/** Largest channel difference of one pixel, by its number row by row. */
export function channelDifference({ data: a }: Pixels, { data: b }: Pixels, pixel: number): number {
	const i = 4 * pixel;
	return Math.max(
		Math.abs(a[i]! - b[i]!),
		Math.abs(a[i + 1]! - b[i + 1]!),
		Math.abs(a[i + 2]! - b[i + 2]!),
		Math.abs(a[i + 3]! - b[i + 3]!)
	);
}

/** For each pixel 1 where the square of `clearance` px around it holds nothing of the mask, else 0. */
export function clearOf(
	mask: Uint8Array,
	{ width, height }: Size,
	clearance = CLEARANCE
): Uint8Array {
	const across = new Uint8Array(mask.length);
	for (let y = 0; y < height; y++) {
		for (let x = 0; x < width; x++) {
			let clear = 1;
			for (let k = -clearance; k <= clearance; k++) {
				const at = Math.min(width - 1, Math.max(0, x + k));
				if (mask[y * width + at]! > 0) clear = 0;
			}
			across[y * width + x] = clear;
		}
	}
	const clear = new Uint8Array(mask.length);
	for (let y = 0; y < height; y++) {
		for (let x = 0; x < width; x++) {
			let all = 1;
			for (let k = -clearance; k <= clearance; k++) {
				const at = Math.min(height - 1, Math.max(0, y + k));
				if (across[at * width + x] === 0) all = 0;
			}
			clear[y * width + x] = all;
		}
	}
	return clear;
}

/**
 * Largest channel difference over pixels that are clear of a mask (`clearOf`), both themselves and the
 * place that they take their colour from. With the person mask: what became of the background. A soft
 * fringe of hair is not background: it moves with the person.
 */
export function changeAwayFrom(
	clear: Uint8Array,
	before: Pixels,
	after: Pixels,
	backward: Field
): number {
	const { width, height } = before;
	const [a, b] = [before, after].map(({ data }) => new Uint32Array(data.buffer, data.byteOffset));
	let largest = 0;
	for (let i = 0; i < width * height; i++) {
		if (clear[i] === 0 || a![i] === b![i]) continue;
		const difference = channelDifference(before, after, i);
		if (difference > largest && isClear(clear, before, sourceOf(backward, i, width))) {
			largest = difference;
		}
	}
	return largest;
}

/** A field's displacement below this, px, moves nothing that could be seen. */
const STILL = 0.05;

/**
 * How many pixels are clear of a mask, take their colour from such a place, and are moved by the
 * field: what would change if the field alone decided.
 */
export function movedAwayFrom(clear: Uint8Array, size: Size, backward: Field): number {
	const { x, y, width, height } = backward.box;
	const [left, right] = [Math.max(0, Math.floor(x)), Math.min(size.width, Math.ceil(x + width))];
	const [top, bottom] = [Math.max(0, Math.floor(y)), Math.min(size.height, Math.ceil(y + height))];
	let moved = 0;
	for (let row = top; row < bottom; row++) {
		for (let column = left; column < right; column++) {
			const i = row * size.width + column;
			if (clear[i] === 0) continue;
			const source = sourceOf(backward, i, size.width);
			const distance = Math.hypot(source[0] - column - 0.5, source[1] - row - 0.5);
			if (distance > STILL && isClear(clear, size, source)) moved += 1;
		}
	}
	return moved;
}

/** Where the pixel takes its colour from, px. */
function sourceOf(backward: Field, pixel: number, width: number): Vec2 {
	const [x, y] = [(pixel % width) + 0.5, Math.floor(pixel / width) + 0.5];
	const [dx, dy] = sampleField(backward, x, y);
	return [x + dx, y + dy];
}

function isClear(clear: Uint8Array, { width, height }: Size, [x, y]: Vec2): boolean {
	const isInside = x >= 0 && y >= 0 && x < width && y < height;
	return isInside && clear[Math.floor(y) * width + Math.floor(x)] === 1;
}

/** What counts as the rim of an outline, px beyond the half-transparent pixels of the person. */
const RIM = 3;
/** A colour that comes from this far outside of the person is the background's, px. */
const BACKGROUND_FROM = 5;

export type Rim = {
	/** How many pixels of the old rim show background now. */
	readonly pixels: number;
	/** Root mean square of how far these depart from the median of the 5 × 5 around them, grey levels. */
	readonly roughness: number;
};

/**
 * What stands out where the person drew back from its old outline: over the pixels that lay within
 * RIM of the solid person and moved by 2 px at least, and now show what lies BACKGROUND_FROM away
 * from it. A rim left behind is a line of specks: its pixels are unlike those around them.
 */
export function rimLeftBehind(person: Uint8Array, after: Pixels, backward: Field): Rim {
	const { width, height } = after;
	const solid = person.map((alpha) => (alpha >= 128 ? 1 : 0));
	const offRim = clearOf(solid, after, RIM);
	const background = clearOf(solid, after, BACKGROUND_FROM);
	const grey = luma(after).data;
	let [pixels, squares] = [0, 0];
	for (let y = 2; y < height - 2; y++) {
		for (let x = 2; x < width - 2; x++) {
			const at = y * width + x;
			if (offRim[at] === 1) continue;
			const [dx, dy] = sampleField(backward, x + 0.5, y + 0.5);
			if (Math.hypot(dx, dy) < 2) continue;
			const [column, row] = [Math.floor(x + 0.5 + dx), Math.floor(y + 0.5 + dy)];
			if (column < 0 || row < 0 || column >= width || row >= height) continue;
			if (background[row * width + column] === 0) continue;
			const around = Array.from({ length: 25 }, (_, k) => {
				return grey[at + (Math.floor(k / 5) - 2) * width + (k % 5) - 2]!;
			});
			pixels += 1;
			squares += (grey[at]! - around.sort((a, b) => a - b)[12]!) ** 2;
		}
	}
	return { pixels, roughness: Math.sqrt(squares / Math.max(1, pixels)) };
}

/** The picture with a part of it replaced; itself where there is nothing to replace. */
export function patched(picture: Pixels, patch: Patch | null): Pixels {
	if (patch === null) return picture;
	const data = Uint8ClampedArray.from(picture.data);
	const length = 4 * patch.width;
	for (let row = 0; row < patch.height; row++) {
		const line = patch.data.subarray(row * length, (row + 1) * length);
		data.set(line, 4 * ((patch.y + row) * picture.width + patch.x));
	}
	return { ...picture, data };
}

/** The mirror image: left and right exchanged. */
export function mirroredPixels({ width, height, data }: Pixels): Pixels {
	const mirrored = new Uint8ClampedArray(data.length);
	for (let y = 0; y < height; y++) {
		for (let x = 0; x < width; x++) {
			const from = 4 * (y * width + width - 1 - x);
			mirrored.set(data.subarray(from, from + 4), 4 * (y * width + x));
		}
	}
	return { width, height, data: mirrored };
}

export function mirroredMask(mask: Uint8Array, { width }: Size): Uint8Array {
	return mask.map((_, i) => mask[i - (i % width) + width - 1 - (i % width)]!);
}

/** The same face in the mirror: columns exchanged, subject's left for right. */
export function mirroredObservation(
	{ landmarks, pose }: FaceObservation,
	width: number
): FaceObservation {
	const exchanged = new Float64Array(landmarks.length);
	for (let landmark = 0; landmark < landmarks.length / 3; landmark++) {
		const from = 3 * MIRROR[landmark]!;
		exchanged[3 * landmark] = width - landmarks[from]!;
		exchanged[3 * landmark + 1] = landmarks[from + 1]!;
		exchanged[3 * landmark + 2] = landmarks[from + 2]!;
	}
	// x ↦ −x on both sides of the matrix: entries that mix x with another axis change their sign.
	const flipped = pose.map((value, i) => ((i % 4 === 0) === i < 4 ? value : -value));
	return { landmarks: exchanged, pose: flipped, blendshapes: null };
}
