import { gaussian, map, NormalisedBlur, smoothstep, type Plane } from '../raster/index.ts';
import { regionOn } from './regions.ts';
import type { Rgb, Side, SkinPhoto } from './types.ts';

/** Dents of acne lie between these, mm: finer is texture, wider is the shape of the cheek. */
const FINE_MM = 0.4;
const WIDE_MM = 2.2;
const SHARE = 0.4;
const MOST = 0.12;
/** Local deviation of the band, log luminance: plain cheeks stay below, dented ones are above. */
const ROUGH = [0.03, 0.055] as const;
const ROUGH_MM = 6;

/** Log gain that flattens shallow dents on one cheek, their shadows and their lit rims alike. */
export function scars(photo: SkinPhoto, side: Side): Rgb {
	const mm = photo.grid.pxPerMm;
	const { skin, feather } = photo.masks;
	const wide = new NormalisedBlur(skin, WIDE_MM * mm).of(photo.logY);
	const band = map(gaussian(photo.logY, FINE_MM * mm), wide, (fine, base) => fine - base);
	const power = new NormalisedBlur(skin, ROUGH_MM * mm).of(map(band, (b) => Math.min(0.04, b * b)));
	const weight: Plane = map(
		regionOn(photo, 'cheek', side),
		feather,
		power,
		(r, f, p) => r * f * smoothstep(ROUGH[0], ROUGH[1], Math.sqrt(Math.max(0, p)))
	);
	const gain = map(band, weight, (b, w) => (w === 0 ? 0 : -SHARE * w * MOST * Math.tanh(b / MOST)));
	return [gain, gain, gain];
}
