import { normalised, scaled, type Plane } from '../raster/index.ts';
import type { SkinPhoto } from './types.ts';

/** What is finer than this is a pore, mm. */
const PORE_MM = 0.45;
/** Beyond this pores give way to a beauty filter (skin.md §7). */
const STRONGEST = 0.4;
/** Share of skin below which the blur has nothing to go by. */
const LEAST_SKIN = 1e-3;

/**
 * Luminance without pores, ln Y, and how strongly each sample is drawn to it at full strength, 0–0.4.
 * The renderer compares each pixel of the photograph with `base`, at whatever resolution it has.
 */
export function pores(photo: SkinPhoto): { readonly weight: Plane; readonly base: Plane } {
	const { skin, feather } = photo.masks;
	const base = normalised(photo.logY, skin, PORE_MM * photo.grid.pxPerMm);
	for (let at = 0; at < skin.data.length; at++) {
		if (skin.data[at]! <= LEAST_SKIN) base.data[at] = photo.logY.data[at]!;
	}
	return { weight: scaled(feather, STRONGEST), base };
}
