import { gaussian, map, NormalisedBlur, type Plane } from '../raster/index.ts';
import { perChannel } from './rgb.ts';
import type { Rgb, SkinPhoto } from './types.ts';

/** Diffuse pigment is lifted to the skin this far around the brushed area, mm. */
const BASE_MM = 10;
const FINE_MM = 1;
const SHARE = 0.7;
const MOST = 0.5;

/**
 * Log gain that evens diffuse pigment (melasma) inside a brushed area, 0–1 on the grid: fixed axes of
 * melanin mistake the shadow of a fold for pigment, so a person says where it lies.
 */
export function brushed(photo: SkinPhoto, area: Plane): Rgb {
	const mm = photo.grid.pxPerMm;
	const { skin, feather } = photo.masks;
	const beside = new NormalisedBlur(
		map(skin, area, (s, a) => s * (1 - 0.98 * a)),
		BASE_MM * mm
	);
	const weight = map(area, feather, (a, f) => a * f);
	return perChannel((c) => {
		const here = gaussian(photo.density[c], FINE_MM * mm);
		return map(here, beside.of(photo.density[c]), weight, (d, base, w) =>
			w === 0 ? 0 : SHARE * w * MOST * Math.tanh(Math.max(0, d - base) / MOST)
		);
	});
}
