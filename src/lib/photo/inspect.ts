import type { Bytes } from './bytes.ts';
import type { Inspection } from './inspection.ts';
import { inspectIsobmff } from './isobmff.ts';
import { inspectJpeg } from './jpeg.ts';
import { inspectPng } from './png.ts';
import { recognise, type Container } from './recognise.ts';
import { inspectWebp } from './webp.ts';

const INSPECTORS: Readonly<Record<Container, (bytes: Bytes) => Inspection>> = {
	jpeg: inspectJpeg,
	png: inspectPng,
	webp: inspectWebp,
	isobmff: inspectIsobmff
};

/**
 * What a whole file is and whether it may be decoded, from its structure alone and without
 * allocating a pixel. Errors: AppError `photo.*` for everything that will not be opened.
 */
export function inspect(bytes: Bytes): Inspection {
	return INSPECTORS[recognise(bytes)](bytes);
}
