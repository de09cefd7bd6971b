/** From the bytes of a file to the working copy; runs in a worker. */
import { AppError } from '../errors.ts';
import type { Size } from '../geometry/index.ts';
import type { Bytes } from './bytes.ts';
import { inspect } from './inspect.ts';
import type { Inspection } from './inspection.ts';
import { oriented, uprightSize } from './orient.ts';
import { checkPixelData } from './png-data.ts';
import { rasterise } from './rasterise.ts';
import type { OpenedPhoto, PhotoNotice } from './types.ts';

/** A decoder for what this browser cannot decode itself. */
export type Codec = (bytes: Bytes, inspection: Inspection) => Promise<ImageBitmap>;

/** Thrown up to the main thread, which then starts the worker that has the codec. */
export class NeedsHeicCodec extends Error {}

async function decodeNatively({ kind, decodable }: Inspection): Promise<ImageBitmap> {
	try {
		// Of several parts, Firefox decodes it in a page and not in a worker.
		const whole = await new Blob([...decodable]).arrayBuffer();
		return await createImageBitmap(new Blob([whole], { type: `image/${kind}` }));
	} catch (cause) {
		throw new AppError('photo.decode-failed', { cause });
	}
}

async function decode(bytes: Bytes, inspection: Inspection, heic?: Codec): Promise<ImageBitmap> {
	if (inspection.kind !== 'heic') return decodeNatively(inspection);
	if (heic !== undefined) return heic(bytes, inspection);
	try {
		return await decodeNatively(inspection);
	} catch {
		throw new NeedsHeicCodec();
	}
}

/** What the header promised, and the limits let in; a decoder that gives something else is wrong. */
function decodedSize({ width, height }: ImageBitmap, { size, uncropped }: Inspection): Size {
	const promised = [size, uncropped].some(
		(promise) => promise.width === width && promise.height === height
	);
	if (!promised) throw new AppError('photo.decode-failed', { details: { width, height } });
	return { width, height };
}

function noticesFor(inspection: Inspection, isScaled: boolean): PhotoNotice[] {
	return [
		...(inspection.animated ? (['first-frame-only'] as const) : []),
		...(isScaled ? (['scaled-down'] as const) : [])
	];
}

/** Errors: AppError `photo.*`; NeedsHeicCodec where neither the browser nor `heic` can decode it. */
export async function decodePhoto(bytes: Bytes, heic?: Codec): Promise<OpenedPhoto> {
	const inspection = inspect(bytes);
	if (inspection.kind === 'png') await checkPixelData(bytes);
	const bitmap = await decode(bytes, inspection, heic);
	try {
		const size = decodedSize(bitmap, inspection);
		const pixels = oriented(rasterise(bitmap), inspection.orientation);
		const original = uprightSize(size, inspection.orientation);
		const notices = noticesFor(inspection, pixels.width < original.width);
		return { pixels, kind: inspection.kind, original, notices };
	} finally {
		bitmap.close();
	}
}
