import {
	gaussian,
	LEAST_LIGHT,
	luminance,
	map,
	NormalisedBlur,
	plane,
	product,
	resize,
	scratched,
	smoothstep,
	type Plane
} from '../raster/index.ts';
import { onFace } from './part.ts';
import { noGain, perChannel } from './rgb.ts';
import type { Layer, Rgb, SkinPhoto } from './types.ts';

const LEAST_WEIGHT = 1e-4;
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
/** Share of its saturation that skin loses to shine: a share, as light skin has less to lose. */
const WASHED_OUT = [0.04, 0.2] as const;
const LEAST_SATURATION = 0.15;
/** Excess at which the colour counts as washed out. */
const WASHED = 0.12;
/** Linear light between which a channel loses its room upwards. */
const FULL = [0.5, 0.8] as const;

/** The skin around is smooth: it is found on a grid this coarse, px/mm. */
const COARSE_PX_PER_MM = 1.6;

/**
 * Log gain that takes shine from skin: what lies above the luminance of the skin around and is washed
 * out or clipped. The colour of the skin around is put back, or grey patches would stay; no channel is
 * raised where it is close to clipping.
 */
export function shine(photo: SkinPhoto): Layer {
	return onFace(photo, matted);
}

function matted(photo: SkinPhoto): Rgb {
	const mm = photo.grid.pxPerMm;
	const { skin, feather } = photo.masks;
	const base = scratched(() => matteBase(photo));
	const local = perChannel((c) => gaussian(photo.linear[c], FINE_MM * mm));
	const washed = scratched(() => gaussian(lostSaturation(base, local), SATURATION_MM * mm));
	const gain = noGain(skin);
	for (let i = 0; i < skin.data.length; i++) {
		if (feather.data[i] === 0) continue;
		const r = Math.max(LEAST_LIGHT, local[0].data[i]!);
		const g = Math.max(LEAST_LIGHT, local[1].data[i]!);
		const b = Math.max(LEAST_LIGHT, local[2].data[i]!);
		const br = base[0].data[i]!;
		const bg = base[1].data[i]!;
		const bb = base[2].data[i]!;
		const rise = Math.log(luminance(r, g, b) / luminance(br, bg, bb));
		if (!(rise > ROUNDING)) continue;
		const specular = Math.max(
			smoothstep(WASHED_OUT[0], WASHED_OUT[1], washed.data[i]!),
			smoothstep(0.75, 0.95, Math.min(r, g, b))
		);
		if (specular === 0) continue;
		const over = (rise - ROUNDING) * specular;
		const colour = COLOUR_SHARE * (1 - Math.exp(-over / WASHED));
		gain[0].data[i] = bounded(colour * (Math.log(br / r) + rise) - SHARE * over, r);
		gain[1].data[i] = bounded(colour * (Math.log(bg / g) + rise) - SHARE * over, g);
		gain[2].data[i] = bounded(colour * (Math.log(bb / b) + rise) - SHARE * over, b);
	}
	return perChannel((c) => scratched(() => product(gaussian(gain[c], SMOOTH_MM * mm), feather)));
}

/** Upwards only as far as there is room below white. */
function bounded(gain: number, linear: number): number {
	return gain > 0 ? gain * (1 - smoothstep(FULL[0], FULL[1], linear)) : gain;
}

/** Linear colour of the skin around that neither shines nor lies in shadow. */
function matteBase(photo: SkinPhoto): Rgb {
	const { width, height, pxPerMm } = photo.grid;
	const reduction = Math.max(1, Math.floor(pxPerMm / COARSE_PX_PER_MM));
	const small = (source: Plane) =>
		resize(source, Math.ceil(width / reduction), Math.ceil(height / reduction));
	const linear = perChannel((c) => small(photo.linear[c]));
	const skin = small(photo.masks.skin);
	const mm = (pxPerMm * skin.width) / width;
	const y = map(...linear, luminance);
	const around = new NormalisedBlur(skin, FIRST_BASE_MM * mm).of(y);
	const matte = map(skin, y, around, (s, value, mean) =>
		value < 1.02 * mean && value > 0.5 * mean ? s + LEAST_WEIGHT : LEAST_WEIGHT
	);
	const blur = new NormalisedBlur(matte, BASE_MM * mm);
	return perChannel((c) => {
		const base = map(blur.of(linear[c]), (value) => Math.max(LEAST_LIGHT, value));
		return resize(base, width, height);
	});
}

/** Share of the saturation of the skin around that each place lacks. */
function lostSaturation(base: Rgb, local: Rgb): Plane {
	const result = saturationOf(local);
	const whole = saturationOf(base).data;
	for (let i = 0; i < whole.length; i++) {
		result.data[i] = (whole[i]! - result.data[i]!) / Math.max(LEAST_SATURATION, whole[i]!);
	}
	return result;
}

function saturationOf([red, green, blue]: Rgb): Plane {
	const result = plane(red.width, red.height);
	for (let i = 0; i < result.data.length; i++) {
		const r = red.data[i]!;
		const g = green.data[i]!;
		const b = blue.data[i]!;
		result.data[i] = 1 - Math.min(r, g, b) / Math.max(r, g, b, LEAST_LIGHT);
	}
	return result;
}
