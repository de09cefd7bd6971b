import { map, NormalisedBlur, type Plane } from '../raster/index.ts';
import { landmarksOf, onPart, pointsOf } from './part.ts';
import { regionOn, REGIONS } from './regions.ts';
import type { Rgb, Side, SkinPhoto } from './types.ts';

/** A bag is a lit bulge over a shadow: a band of light and dark of this size, mm. */
const FINE_MM = 1.2;
const WIDE_MM = 6;
const SHARE = 0.75;
const MOST = 0.35;
/** What is lighter than its surroundings is lowered by less: the bulge may keep a little light. */
const LIT_SHARE = 0.5;
const MARGIN_MM = 10;

/** Log gain that flattens the lower lid of one side: its shadow is filled, its bulge lowered. */
export function lidBag(photo: SkinPhoto, side: Side): Rgb {
	const region = landmarksOf(REGIONS.undereye.landmarks, side);
	return onPart(photo, pointsOf(photo, region), MARGIN_MM, (part) => {
		const mm = part.grid.pxPerMm;
		const { skin, feather } = part.masks;
		const near = new NormalisedBlur(skin, FINE_MM * mm).of(part.logY);
		const far = new NormalisedBlur(skin, WIDE_MM * mm).of(part.logY);
		const weight: Plane = map(regionOn(part, 'undereye', side), feather, (r, f) => r * f);
		const gain = map(near, far, weight, (n, f, w) => {
			if (w === 0) return 0;
			const dark = f - n;
			return SHARE * w * MOST * Math.tanh((dark > 0 ? dark : LIT_SHARE * dark) / MOST);
		});
		return [gain, gain, gain];
	});
}
