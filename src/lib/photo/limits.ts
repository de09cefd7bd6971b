import { AppError } from '../errors.ts';
import type { Size } from '../geometry/index.ts';

const MEGAPIXEL = 1_000_000;
const MAX_MIB = 40;
const MAX_MEGAPIXELS = 64;
const MAX_SIDE = 16_384;
/** No face with enough pixels to work on fits in less. */
const MIN_SIDE = 32;

/** The most pixels that the rest of the app works on. */
const WORKING_PIXELS = 12 * MEGAPIXEL;

/** Before a byte is read. */
export function checkLength(bytes: number): void {
	if (bytes === 0) throw new AppError('photo.empty');
	if (bytes > MAX_MIB * 2 ** 20) {
		throw new AppError('photo.too-many-bytes', { details: { bytes, limitMiB: MAX_MIB } });
	}
}

/** Before a pixel is allocated: what the header says. */
export function checkSize({ width, height }: Size): void {
	if (width === 0 || height === 0) throw new AppError('photo.decode-failed');
	if (Math.max(width, height) > MAX_SIDE) {
		throw new AppError('photo.too-wide', { details: { width, height, limit: MAX_SIDE } });
	}
	if (width * height > MAX_MEGAPIXELS * MEGAPIXEL) {
		throw new AppError('photo.too-many-pixels', {
			details: { width, height, limitMP: MAX_MEGAPIXELS }
		});
	}
	if (Math.min(width, height) < MIN_SIDE) {
		throw new AppError('photo.too-small', { details: { width, height, limit: MIN_SIDE } });
	}
}

/** The size of the working copy: the same shape, at most 12 MP. */
export function workingSize({ width, height }: Size): Size {
	const pixels = width * height;
	if (pixels <= WORKING_PIXELS) return { width, height };
	const ratio = Math.sqrt(WORKING_PIXELS / pixels);
	return { width: Math.floor(width * ratio), height: Math.floor(height * ratio) };
}
