/** Gates 5 to 7 of the skin effects: what changes the colour of skin. */
import { itaOf, poreRatio } from '../support/skin-figures.ts';
import type { Plane } from '../../src/lib/raster/index.ts';
import type { SkinPhoto } from '../../src/lib/skin/types.ts';
import { ANY, reading, type Reading } from '../support/gates.ts';
import { colourShift, shareOf, touchedSkin } from '../support/tone-figures.ts';

/** An effect that touches less of the skin than this has found nothing to do. */
const LEAST_TOUCHED = 0.002;

/** Readings over the skin that an effect has touched; none where it has found nothing to do. */
export function ofTouched(
	was: SkinPhoto,
	is: SkinPhoto,
	read: (touched: Plane, share: number) => readonly Reading[]
): readonly Reading[] {
	const touched = touchedSkin(was, is);
	const share = shareOf(touched, was.masks.feather);
	return share < LEAST_TOUCHED ? [] : read(touched, share);
}

/** Gate 5. */
export function underEyeReadings(was: SkinPhoto, is: SkinPhoto): readonly Reading[] {
	return ofTouched(was, is, (touched) => {
		const { lightness, hue } = colourShift(was, is, touched);
		return [
			reading('under-eye pores', poreRatio(was, is, touched), 2, [0.98, 1.05]),
			reading('under-eye ΔL*', lightness, 1, [0, 5]),
			reading('under-eye hue', hue, 1, [-6, 6])
		];
	});
}

/** Gate 6. */
export function spotReadings(was: SkinPhoto, is: SkinPhoto): readonly Reading[] {
	return ofTouched(was, is, (_, share) => [
		reading('spots pores', poreRatio(was, is, was.masks.feather), 2, [0.88, ANY]),
		reading('spots touched', 100 * share, 0, [-ANY, 15])
	]);
}

/** Gate 7. */
export function rednessReadings(was: SkinPhoto, is: SkinPhoto): readonly Reading[] {
	return ofTouched(was, is, (touched) => {
		const { redness, hue } = colourShift(was, is, touched);
		const { skin } = was.masks;
		return [
			reading('redness ΔITA', itaOf(is, skin) - itaOf(was, skin), 1, [-4, 4]),
			reading('redness Δa*', redness, 1, [-4, -0.5]),
			reading('redness hue', hue, 1, [-5, 5]),
			reading('redness pores', poreRatio(was, is, touched), 2, [0.98, 1.05])
		];
	});
}

/** Gate 7. */
export function shineReadings(was: SkinPhoto, is: SkinPhoto, clipped: number): readonly Reading[] {
	return ofTouched(was, is, (touched) => {
		const { lightness, hue } = colourShift(was, is, touched);
		return [
			reading('shine hue', hue, 1, [-4, 4]),
			reading('shine ΔL*', lightness, 1, [-7, ANY]),
			reading('shine pores', poreRatio(was, is, touched), 2, [0.8, ANY]),
			reading('shine clipped', clipped, 0, [-ANY, 0])
		];
	});
}
