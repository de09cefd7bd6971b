/** Photographs as the vault has them, opened beside the studio: nothing of it is the live job. */
import { AppError } from '../errors.ts';
import type { Face } from '../face/index.ts';
import { openPhoto, turnPhoto, type Pixels } from '../photo/index.ts';
import type { StoredPhotograph } from '../record/index.ts';
import type { Relaxation } from '../treatment/index.ts';
import { faceOf, relaxationIn } from './at-rest.ts';
import { documentOf } from './study.ts';
import type { StudioDocument } from './document.ts';

/** A photograph of a file as it was left: turned, with the landmarks that a person has put right. */
export type StoredPicture = {
	readonly photograph: string;
	readonly openedAt: number;
	readonly face: Face;
	readonly pixels: Pixels;
	readonly document: StudioDocument;
	readonly relaxation: Relaxation;
};

/** Errors: AppError `face.none` for one in which no face is followed; `photo.*`. */
export async function storedPicture(stored: StoredPhotograph): Promise<StoredPicture> {
	const { kept, photograph, study } = stored;
	const face = faceOf(stored);
	if (face === null) throw new AppError('face.none');
	return {
		photograph: kept.photograph,
		openedAt: photograph.openedAt,
		face,
		pixels: await uprightOf(stored),
		document: documentOf(study),
		relaxation: relaxationIn(stored)
	};
}

/** A photograph as a person has turned it, also one in which no face is followed. Errors: AppError `photo.*`. */
export async function uprightOf({
	bytes,
	study: { quarterTurns }
}: Pick<StoredPhotograph, 'bytes' | 'study'>): Promise<Pixels> {
	const { pixels } = await openPhoto(new Blob([bytes]));
	return quarterTurns === 0 ? pixels : turnPhoto(pixels, quarterTurns);
}

/** For the screen, no longer than `side`, px; `scale` is its px by the picture's. */
export async function bitmapOf(
	{ data, width, height }: Pixels,
	side: number
): Promise<{ readonly bitmap: ImageBitmap; readonly scale: number }> {
	const scale = Math.min(1, side / Math.max(width, height));
	const bitmap = await createImageBitmap(new ImageData(data, width, height), {
		resizeWidth: Math.round(width * scale),
		resizeHeight: Math.round(height * scale),
		resizeQuality: 'high'
	});
	return { bitmap, scale };
}
