import libheifUrl from 'libheif-js/libheif-wasm/libheif.wasm?url';
import { AppError } from '../errors.ts';
import type { QuarterTurns, Rect } from '../geometry/index.ts';
import heicWorker from './heic.worker.ts?worker&url';
import { checkLength } from './limits.ts';
import photoWorker from './photo.worker.ts?worker&url';
import type {
	EncodeOptions,
	OpenedPhoto,
	OpenOptions,
	PictureContent,
	Pixels,
	StorablePhoto
} from './types.ts';
import { WorkerRoom } from './worker-room.ts';

/** 64 MP take 4 s on a laptop, and on a busy one several times that. */
const DECODE_LIMIT_MS = 24_000;
/** libheif in wasm takes 5 s for 48 MP on a fast laptop; a tablet takes several times that. */
const HEIC_LIMIT_MS = 30_000;

const photos = new WorkerRoom(photoWorker, 'photo', DECODE_LIMIT_MS);
const heics = new WorkerRoom(heicWorker, 'heic', HEIC_LIMIT_MS);

async function openHeic(source: Blob, options: OpenOptions): Promise<OpenedPhoto> {
	const codecUrl = new URL(libheifUrl, location.href).href;
	try {
		const opened = await heics.run({ type: 'open', source, codecUrl }, options);
		if (opened === 'needs-heic-codec') throw new AppError('photo.heic-unavailable');
		return opened;
	} finally {
		// What the codec allocated for one picture it never gives back.
		heics.end();
	}
}

/**
 * A file as an upright sRGB picture over white, of at most 12 MP, recognised by its content and
 * limited before it is decoded, in a worker. Nothing but pixels comes out. Errors: AppError
 * `photo.*`, `cancelled`.
 */
export async function openPhoto(source: Blob, options: OpenOptions = {}): Promise<OpenedPhoto> {
	checkLength(source.size);
	const opened = await photos.run({ type: 'open', source }, options);
	return opened === 'needs-heic-codec' ? openHeic(source, options) : opened;
}

/** The photograph turned clockwise, losslessly. Transfers `pixels.data` away. Errors: AppError. */
export async function turnPhoto(pixels: Pixels, turns: QuarterTurns): Promise<Pixels> {
	return photos.run({ type: 'turn', pixels, turns });
}

/**
 * The photograph as it is kept, and its thumbnail, a square around `portrait` (px). Transfers
 * `pixels.data` away. Errors: AppError `photo.encode-failed`.
 */
export async function storePhoto(pixels: Pixels, portrait: Rect): Promise<StorablePhoto> {
	return photos.run({ type: 'store', pixels, portrait });
}

/**
 * A picture file at working resolution, with its label drawn into the pixels and, where it is or
 * holds an illustration, with the XMP that says so; no other metadata. The pixels stay the caller's.
 * Errors: AppError `photo.encode-failed`, `cancelled`.
 */
export async function encodePicture(
	content: PictureContent,
	{ signal, ...options }: EncodeOptions
): Promise<Blob> {
	return photos.run({ type: 'encode', content, options }, { signal });
}
