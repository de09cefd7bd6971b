import { AppError } from '../errors.ts';
import type { Size } from '../geometry/index.ts';
import { workingSize } from './limits.ts';
import { RowReducer } from './scale.ts';
import type { Pixels } from './types.ts';

/** Small enough for every browser's canvas, large enough that the calls do not count. */
const STRIP_PIXELS = 2 ** 21;

/** An opaque 2D context in sRGB whose pixels are read back: kept in memory, not on the graphics card. */
export function drawingContext({ width, height }: Size): OffscreenCanvasRenderingContext2D {
	const canvas = new OffscreenCanvas(width, height);
	const context = canvas.getContext('2d', {
		alpha: false,
		colorSpace: 'srgb',
		willReadFrequently: true
	});
	if (context === null) throw new AppError('unexpected', { retryable: true });
	return context;
}

/** Rows of the picture over white, strip by strip from the top. */
function* strips(bitmap: ImageBitmap): Generator<Uint8ClampedArray> {
	const { width, height } = bitmap;
	const rows = Math.min(height, Math.max(1, Math.floor(STRIP_PIXELS / width)));
	const context = drawingContext({ width, height: rows });
	context.fillStyle = 'white';
	for (let top = 0; top < height; top += rows) {
		const count = Math.min(rows, height - top);
		context.fillRect(0, 0, width, rows);
		context.drawImage(bitmap, 0, top, width, count, 0, 0, width, count);
		yield context.getImageData(0, 0, width, count).data;
	}
}

/** The working copy of a decoded picture: sRGB, opaque over white, at most 12 MP. */
export function rasterise(bitmap: ImageBitmap): Pixels {
	const { width, height } = bitmap;
	const target = workingSize({ width, height });
	if (target.width === width && target.height === height) {
		const data = new Uint8ClampedArray(width * height * 4);
		let offset = 0;
		for (const strip of strips(bitmap)) {
			data.set(strip, offset);
			offset += strip.length;
		}
		return { width, height, data };
	}
	const reducer = new RowReducer({ width, height }, target);
	for (const strip of strips(bitmap)) reducer.push(strip);
	return reducer.finish();
}
