import {
	dilate,
	gaussian,
	map,
	NormalisedBlur,
	plane,
	smoothstep,
	type Plane
} from '../raster/index.ts';
import { luminance, perChannel } from './rgb.ts';
import type { Rgb, SkinPhoto } from './types.ts';

const DARKEST = 0.004;
const BASE_MM = 5;
const FIRST_BASE_MM = 6;
const FINE_MM = 0.3;
const SATURATION_MM = 0.5;
const SMOOTH_MM = 0.25;
/** ln Y above the base that belongs to rounded skin, not to shine. */
const ROUNDING = 0.06;
/** Share of the shine's log luminance that is taken away, and of the base's colour put back. */
const SHARE = 0.65;
const COLOUR_SHARE = 0.8;
/** Excess at which the colour counts as washed out. */
const WASHED = 0.12;
/** Linear light between which a channel loses its room upwards. */
const FULL = [0.5, 0.8] as const;

/**
 * Log gain that takes shine from skin: what lies above the luminance of the skin around and is washed
 * out or clipped. The colour of the skin around is put back, or grey patches would stay; no channel is
 * raised where it is close to clipping.
 */
export function shine(photo: SkinPhoto): Rgb {
	const mm = photo.grid.pxPerMm;
	const { skin, feather } = photo.masks;
	const base = matteBase(photo);
	const local = perChannel((c) =>
		map(gaussian(photo.linear[c], FINE_MM * mm), (value) => Math.max(DARKEST, value))
	);
	const washed = gaussian(
		combine(skin, (i) => saturationAt(base, i) - saturationAt(local, i)),
		SATURATION_MM * mm
	);
	const gain = perChannel(() => plane(skin.width, skin.height));
	for (let i = 0; i < skin.data.length; i++) {
		if (feather.data[i] === 0) continue;
		const [r, g, b] = [local[0].data[i]!, local[1].data[i]!, local[2].data[i]!];
		const [br, bg, bb] = [base[0].data[i]!, base[1].data[i]!, base[2].data[i]!];
		const rise = Math.log(luminance(r, g, b) / luminance(br, bg, bb));
		if (!(rise > ROUNDING)) continue;
		const specular = Math.max(
			smoothstep(0.02, 0.1, washed.data[i]!),
			smoothstep(0.75, 0.95, Math.min(r, g, b))
		);
		const over = (rise - ROUNDING) * specular;
		const colour = COLOUR_SHARE * (1 - Math.exp(-over / WASHED));
		gain[0].data[i] = colour * (Math.log(br / r) + rise) - SHARE * over;
		gain[1].data[i] = colour * (Math.log(bg / g) + rise) - SHARE * over;
		gain[2].data[i] = colour * (Math.log(bb / b) + rise) - SHARE * over;
	}
	return perChannel((c) => bounded(gaussian(gain[c], SMOOTH_MM * mm), photo.linear[c], feather));
}

/** Linear colour of the skin around that neither shines nor lies in shadow. */
function matteBase(photo: SkinPhoto): Rgb {
	const mm = photo.grid.pxPerMm;
	const { skin } = photo.masks;
	const [red, green, blue] = photo.linear;
	const y = map(red, green, blue, luminance);
	const around = new NormalisedBlur(skin, FIRST_BASE_MM * mm).of(y);
	const matte = map(skin, y, around, (s, value, mean) =>
		value < 1.02 * mean && value > 0.5 * mean ? s + 1e-4 : 1e-4
	);
	const blur = new NormalisedBlur(matte, BASE_MM * mm);
	return perChannel((c) => map(blur.of(photo.linear[c]), (value) => Math.max(DARKEST, value)));
}

function saturationAt([red, green, blue]: Rgb, i: number): number {
	const [r, g, b] = [red.data[i]!, green.data[i]!, blue.data[i]!];
	return 1 - Math.min(r, g, b) / Math.max(r, g, b);
}

function combine({ width, height }: Plane, of: (i: number) => number): Plane {
	const result = plane(width, height);
	for (let i = 0; i < result.data.length; i++) result.data[i] = of(i);
	return result;
}

/** Within the mask, and upwards only as far as the brightest sample beside it leaves room. */
function bounded(gain: Plane, linear: Plane, feather: Plane): Plane {
	return map(gain, dilate(linear, 1), feather, (g, brightest, f) =>
		g > 0 ? f * g * (1 - smoothstep(FULL[0], FULL[1], brightest)) : f * g
	);
}
