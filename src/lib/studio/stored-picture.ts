/** Photographs as the vault has them, opened beside the studio: nothing of it is the live job. */
import { AppError } from '../errors.ts';
import { observeFace, turnedObservation, type Face } from '../face/index.ts';
import { openPhoto, turnPhoto, type Pixels } from '../photo/index.ts';
import type { StoredPhotograph } from '../record/index.ts';
import { documentOf } from './study.ts';
import type { StudioDocument } from './document.ts';

/** A photograph of a file as it was left: turned, with the landmarks that a person has put right. */
export type StoredPicture = {
	readonly photograph: string;
	readonly openedAt: number;
	readonly face: Face;
	readonly pixels: Pixels;
	readonly document: StudioDocument;
};

/** Errors: AppError `face.none` for one in which no face is followed; `photo.*`. */
export async function storedPicture({
	kept,
	bytes,
	photograph,
	study
}: StoredPhotograph): Promise<StoredPicture> {
	if (photograph.observation === null) throw new AppError('face.none');
	const document = documentOf(study);
	const { quarterTurns, landmarks, scale } = document;
	const { pixels, upright } = await opened({ bytes, study });
	const found = {
		...photograph.observation,
		landmarks: Float64Array.from(photograph.observation.landmarks)
	};
	const observation = turnedObservation(found, pixels, quarterTurns);
	const size = { width: upright.width, height: upright.height };
	const face = observeFace(observation, landmarks ?? observation.landmarks, scale, size);
	const { openedAt } = photograph;
	return { photograph: kept.photograph, openedAt, face, pixels: upright, document };
}

/** A photograph as it is shown, also one in which no face is followed. Errors: AppError `photo.*`. */
export async function uprightOf(stored: StoredPhotograph): Promise<Pixels> {
	return (await opened(stored)).upright;
}

/** As it is kept, and as a person has turned it. */
async function opened({
	bytes,
	study: { quarterTurns }
}: Pick<StoredPhotograph, 'bytes' | 'study'>) {
	const { pixels } = await openPhoto(new Blob([bytes]));
	const upright = quarterTurns === 0 ? pixels : await turnPhoto(pixels, quarterTurns);
	return { pixels, upright };
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
