/** Faces that are drawn, where photographs are too small or nobody knows their outline. */
import type { Mm, Size } from '../../src/lib/geometry/index.ts';
import {
	syntheticPicture,
	type Backdrop,
	type SyntheticPicture
} from '../support/synthetic/picture.ts';

/** Room around the middle between the eyes, mm. */
export type Framing = { readonly beside: Mm; readonly above: Mm; readonly below: Mm };

/** The face and little else. */
export const CLOSE: Framing = { beside: 100, above: 95, below: 125 };
/** With room for the background beside the head. */
export const WIDE: Framing = { beside: 160, above: 130, below: 170 };

export type Sitting = {
	readonly yaw: number;
	readonly pxPerMm: number;
	readonly framing: Framing;
	readonly backdrop?: Backdrop;
};

export function sizeOf({ framing, pxPerMm }: Sitting): Size {
	return {
		width: 2 * framing.beside * pxPerMm,
		height: (framing.above + framing.below) * pxPerMm
	};
}

export function drawn(sitting: Sitting): SyntheticPicture {
	const { framing, backdrop, ...view } = sitting;
	const { pxPerMm } = view;
	return syntheticPicture({
		...view,
		closedMouth: true,
		picture: sizeOf(sitting),
		eyes: [framing.beside * pxPerMm, framing.above * pxPerMm],
		...(backdrop === undefined ? {} : { backdrop })
	});
}
