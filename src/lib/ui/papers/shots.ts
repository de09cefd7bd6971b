import type { PictureLabel } from '../../photo/index.ts';
import type { VisitFile } from '../../record/index.ts';
import type { VisitPictures } from '../../studio/index.ts';
import { PRODUCT_NAME } from '../../product.ts';
import { viewName } from '../follow/view-name.ts';
import { t } from '../messages/index.ts';
import { formatLongDay } from '../records/days.ts';
import { illustrationLabel } from '../workspace/time.ts';
import type { PaperShot } from './papers.ts';

/**
 * What every picture of a visit is called in its pixels. `isDemonstration`: the visit is not a counted one.
 * `timeOf`: when one was taken that was opened then, in words.
 */
export function pictureLabel(
	version: string,
	isDemonstration: boolean,
	timeOf = formatLongDay
): (openedAt: number) => PictureLabel {
	return (openedAt) => ({
		illustration: illustrationLabel(null, isDemonstration),
		photograph: t('label.photograph'),
		date: timeOf(openedAt),
		appVersion: `${PRODUCT_NAME} ${version}`
	});
}

/** The pictures of a visit, labelled, as they are signed and put on paper. Errors: AppError. */
export async function shotsOf(
	visit: Pick<VisitFile, 'shots' | 'variant'>,
	pictures: Pick<VisitPictures, 'draw'>,
	version: string,
	isDemonstration: boolean
): Promise<readonly PaperShot[]> {
	const { shots, variant } = visit;
	const drawn = await pictures.draw(
		shots.map(({ id }) => id),
		variant,
		pictureLabel(version, isDemonstration)
	);
	return drawn.flatMap(({ photograph, isIllustration, bytes }) => {
		const shot = shots.find(({ id }) => id === photograph)?.photograph;
		if (shot === undefined) return [];
		return [{ bytes, isIllustration, view: viewName(shot), at: shot.openedAt }];
	});
}
