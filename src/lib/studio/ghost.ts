import { openPhoto, turnPhoto } from '../photo/index.ts';
import type { Photograph, RecordRoom, StandardView, VisitPlace } from '../record/index.ts';
import { bitmapOf } from './stored-picture.ts';

/** Longest side, px: it is laid faintly over a preview. */
const SIDE = 1280;

/**
 * The newest photograph of this view from an earlier visit, upright, to be taken again like it; null where
 * there is none. Errors: AppError `vault.*`, `photo.*`.
 */
export async function ghostOf(
	room: Pick<RecordRoom, 'folder' | 'reopen'>,
	{ folder, consultation }: VisitPlace,
	view: StandardView
): Promise<ImageBitmap | null> {
	const { entries } = await room.folder(folder);
	const [earlier] = entries
		.flatMap(({ id, entry }) =>
			entry.kind === 'photograph' && entry.consultation !== consultation && shows(entry, view)
				? [{ id, ...entry }]
				: []
		)
		.sort((a, b) => b.openedAt - a.openedAt);
	if (earlier === undefined) return null;
	const { bytes, study } = await room.reopen(folder, earlier.id);
	const { pixels } = await openPhoto(new Blob([bytes]));
	const { quarterTurns } = study;
	const upright = quarterTurns === 0 ? pixels : await turnPhoto(pixels, quarterTurns);
	return (await bitmapOf(upright, SIDE)).bitmap;
}

/** What was taken for no view in particular, from the front, is as good as one that was. */
function shows({ standardView, view }: Photograph, wanted: StandardView): boolean {
	return standardView === null ? wanted === 'front' && view === 'frontal' : standardView === wanted;
}
