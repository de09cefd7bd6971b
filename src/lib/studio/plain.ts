import { openPhoto, storePhoto } from '../photo/index.ts';
import type { NewPhotograph, VisitPlan } from '../record/index.ts';
import { newDocument } from './document.ts';
import type { PhotographOrigin } from './origin.ts';
import { studyOf, withVisitPlan } from './study.ts';

/**
 * A photograph in which no face is followed, such as one in profile, as it is to be kept: to be looked at
 * and compared, not illustrated on. `app`: which version keeps it. Errors: AppError `photo.*`.
 */
export async function plainPhotograph(
	file: Blob,
	origin: PhotographOrigin,
	plan: VisitPlan | null,
	app: string
): Promise<NewPhotograph> {
	const { pixels } = await openPhoto(file);
	const { width, height } = pixels;
	const side = Math.min(width, height);
	const middle = { x: (width - side) / 2, y: (height - side) / 2, width: side, height: side };
	const { bytes, thumbnail } = await storePhoto(pixels, middle);
	return {
		photograph: {
			openedAt: Date.now(),
			view: 'profile',
			...origin,
			width,
			height,
			observation: null,
			model: '',
			app
		},
		study: studyOf(withVisitPlan(newDocument(), plan)),
		bytes,
		thumbnail
	};
}
