/** A photograph as it is kept: encoded anew from its pixels, and small for lists. Runs in a worker. */
import { AppError } from '../errors.ts';
import type { Rect } from '../geometry/index.ts';
import { drawingContext } from './rasterise.ts';
import type { Pixels, StorablePhoto } from './types.ts';

/** High enough that it is not seen, also where an illustration stretches it. */
const QUALITY = 0.95;
const THUMBNAIL_QUALITY = 0.8;
/** Twice what a list shows, for dense screens. */
const THUMBNAIL_SIDE = 192;

async function jpegOf(canvas: OffscreenCanvas, quality: number): Promise<Uint8Array<ArrayBuffer>> {
	const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality });
	if (blob.type !== 'image/jpeg') throw new AppError('photo.encode-failed');
	return new Uint8Array(await blob.arrayBuffer());
}

/** The largest square around the middle of `region` that is in the picture and not far larger. */
function squareAround(region: Rect, { width, height }: Pixels): Rect {
	const side = Math.min(width, height, Math.max(region.width, region.height));
	const within = (centre: number, length: number): number =>
		Math.min(length - side, Math.max(0, centre - side / 2));
	const x = within(region.x + region.width / 2, width);
	const y = within(region.y + region.height / 2, height);
	return { x, y, width: side, height: side };
}

/** `portrait`: what the thumbnail shows, px. Errors: AppError `photo.encode-failed`. */
export async function store(pixels: Pixels, portrait: Rect): Promise<StorablePhoto> {
	const { width, height, data } = pixels;
	const whole = drawingContext({ width, height });
	whole.putImageData(new ImageData(data, width, height), 0, 0);
	const small = drawingContext({ width: THUMBNAIL_SIDE, height: THUMBNAIL_SIDE });
	small.imageSmoothingQuality = 'high';
	const from = squareAround(portrait, pixels);
	small.drawImage(
		whole.canvas,
		from.x,
		from.y,
		from.width,
		from.height,
		0,
		0,
		THUMBNAIL_SIDE,
		THUMBNAIL_SIDE
	);
	return {
		bytes: await jpegOf(whole.canvas, QUALITY),
		thumbnail: await jpegOf(small.canvas, THUMBNAIL_QUALITY)
	};
}
