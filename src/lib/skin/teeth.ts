import {
	erode,
	fillPolygon,
	gaussian,
	map,
	normalised,
	plane,
	smoothstep,
	type Plane
} from '../raster/index.ts';
import { labOf, linearOf } from './lab.ts';
import { onPart, pointsOf } from './part.ts';
import { INNER_LIPS } from './prepare.ts';
import { noGain, perChannel } from './rgb.ts';
import type { Layer, Rgb, SkinPhoto } from './types.ts';

/** Holds lips and some of the skin around them. */
const MARGIN_MM = 14;
/** The rim of the lips belongs to the lips, mm. */
const RIM_MM = 0.5;
/** Lightness of teeth against the brightest in the mouth: shadows between and behind are not teeth. */
const DARK = [0.42, 0.58] as const;
/** Nothing darker than this is a tooth in a photograph, L*. */
const LEAST_LIGHTNESS = [35, 48] as const;
/** Teeth are hardly red: gums and lips are, a* against the teeth's own. */
const REDNESS = [7, 12] as const;
/** And less red than the skin around the mouth by this, a*. */
const PALER_THAN_SKIN = [1, 5] as const;
/** In any light, a*. */
const MOST_RED = [14, 20] as const;
/** Teeth that show over less than this do not show, mm². */
const LEAST_AREA = 12;
/** Yellow goes by this share of what lies beyond `PALE`, by `MOST_PALER` at most; b*. */
const YELLOW_SHARE = 0.5;
const PALE = 1.5;
const MOST_PALER = 7;
/** Pink, the reflection of lips and gums, would turn violet: it goes along; a*. */
const PINK_SHARE = 0.3;
/** Linear light that nothing is raised beyond. */
const BRIGHTEST = 0.98;
/** And they become this much lighter, with less as they come near white; L*. */
const LIGHTER = 4;
const WHITE = [78, 94] as const;
/** The shade of a tooth, not its texture, mm. */
const SHADE_MM = 0.7;
const FEATHER_MM = 0.3;

/** Log gain that gives visible teeth a paler, slightly lighter shade; nothing on lips and gums. */
export function teeth(photo: SkinPhoto): Layer {
	return onPart(photo, pointsOf(photo, INNER_LIPS), MARGIN_MM, paler);
}

function paler(part: SkinPhoto): Rgb {
	const mm = part.grid.pxPerMm;
	const mask = teethOn(part);
	if (sumOf(mask) < LEAST_AREA * mm * mm) return noGain(mask);
	const shade = perChannel((c) => normalised(part.linear[c], mask, SHADE_MM * mm));
	const soft = map(gaussian(mask, FEATHER_MM * mm), mask, (s, m) => Math.min(s, m));
	const gain = noGain(mask);
	for (let i = 0; i < mask.data.length; i++) {
		const weight = soft.data[i]!;
		if (weight < 0.01) continue;
		const now = [0, 1, 2].map((c) => Math.max(1e-3, shade[c]!.data[i]!)) as [
			number,
			number,
			number
		];
		const [lightness, a, b] = labOf(...now);
		const target = linearOf([
			lightness + LIGHTER * (1 - smoothstep(WHITE[0], WHITE[1], lightness)),
			a - PINK_SHARE * Math.max(0, a),
			b - Math.min(MOST_PALER, YELLOW_SHARE * Math.max(0, b - PALE))
		]);
		for (let c = 0; c < 3; c++) {
			const room = Math.max(0, Math.log(BRIGHTEST / Math.max(1e-3, part.linear[c]!.data[i]!)));
			gain[c]!.data[i] = weight * Math.min(room, Math.log(Math.max(1e-3, target[c]!) / now[c]!));
		}
	}
	return gain;
}

function sumOf({ data }: Plane): number {
	return data.reduce((sum, value) => sum + value, 0);
}

/** How surely each sample between the lips is a tooth, 0–1. */
function teethOn(part: SkinPhoto): Plane {
	const { width, height, pxPerMm: mm } = part.grid;
	const outline = fillPolygon(width, height, pointsOf(part, INNER_LIPS));
	const open = erode(outline, RIM_MM * mm);
	const result = plane(width, height);
	const lightness = new Float32Array(width * height);
	const red = new Float32Array(width * height);
	const seen: number[] = [];
	open.data.forEach((inside, i) => {
		if (inside === 0) return;
		const [l, a] = labOf(part.linear[0].data[i]!, part.linear[1].data[i]!, part.linear[2].data[i]!);
		lightness[i] = l;
		red[i] = a;
		if (inside > 0.5) seen.push(i);
	});
	if (seen.length < LEAST_AREA * mm * mm) return result;
	const brightest = seen.toSorted((i, k) => lightness[k]! - lightness[i]!);
	const bright = brightest.slice(0, Math.ceil(seen.length / 10));
	const light = lightness[bright.at(-1)!]!;
	const ownRed = bright.map((i) => red[i]!).toSorted((x, y) => x - y)[bright.length >> 1]!;
	const skinRed = rednessAround(part);
	open.data.forEach((inside, i) => {
		if (inside === 0) return;
		result.data[i] =
			inside *
			smoothstep(DARK[0], DARK[1], lightness[i]! / light) *
			smoothstep(LEAST_LIGHTNESS[0], LEAST_LIGHTNESS[1], lightness[i]!) *
			(1 - smoothstep(REDNESS[0], REDNESS[1], red[i]! - ownRed)) *
			smoothstep(PALER_THAN_SKIN[0], PALER_THAN_SKIN[1], skinRed - red[i]!) *
			(1 - smoothstep(MOST_RED[0], MOST_RED[1], red[i]!));
	});
	return result;
}

/** Mean a* of the skin in the part; that of clearly red lips where none is seen. */
function rednessAround({ linear, masks }: SkinPhoto): number {
	let [r, g, b, mass] = [0, 0, 0, 0];
	masks.feather.data.forEach((weight, i) => {
		r += weight * linear[0].data[i]!;
		g += weight * linear[1].data[i]!;
		b += weight * linear[2].data[i]!;
		mass += weight;
	});
	return mass === 0 ? MOST_RED[1] : labOf(r / mass, g / mass, b / mass)[1];
}
