import { intersection, type Rect } from '../geometry/index.ts';
import {
	boundsWhere,
	cut,
	gaussian,
	NormalisedBlur,
	plane,
	resize,
	scratched,
	smoothstep,
	widened,
	type Plane
} from '../raster/index.ts';
import { faceRect, NO_LAYER, partOf } from './part.ts';
import { meanOf, perChannel } from './rgb.ts';
import type { Layer, Rgb, SkinPhoto } from './types.ts';

/** The skin around that gives the colour, mm: patches of melasma are 5 to 30 mm wide. */
const BASE_MM = 10;
/** Skin farther from the brush than this says little of its base, mm. */
const REACH_MM = 2.5 * BASE_MM;
/** Pores and fine lines stay, mm. */
const FINEST_MM = 0.5;
/** Patches are smooth: the colour is found on a grid this coarse, px/mm. */
const COARSE_PX_PER_MM = 1.6;
/** Density beyond the base at which skin within the brush counts as pigmented. */
const PIGMENTED = [0.01, 0.05] as const;
const LEAST = 0.01;
const SHARE = 0.85;
const MOST = 0.7;

/**
 * Log gain that evens diffuse pigment (melasma) where a person has brushed: what is darker than the
 * unpigmented skin around, per channel. `brush`: 0–1 on the grid. Not found by itself, because no fixed
 * axis of colour tells pigment from the shading of a fold.
 */
export function brushedPigment(photo: SkinPhoto, brush: Plane): Layer {
	const rect = surroundingsOf(photo, brush);
	if (rect === null) return NO_LAYER;
	return scratched(() => ({ rect, gain: even(partOf(photo, rect), cut(brush, rect)) }));
}

/** The brushed skin of the face, with what gives its base; null where there is none. */
function surroundingsOf(photo: SkinPhoto, { width, height, data }: Plane): Rect | null {
	const face = faceRect(photo);
	const brushed = boundsWhere(width, height, (at) => data[at] !== 0);
	const around = brushed && widened(brushed, REACH_MM * photo.grid.pxPerMm, photo.grid);
	return face && around && intersection(face, around);
}

function even(part: SkinPhoto, brush: Plane): Rgb {
	const { width, height } = brush;
	const reduction = Math.max(1, Math.floor(part.grid.pxPerMm / COARSE_PX_PER_MM));
	const small = (source: Plane) =>
		resize(source, Math.ceil(width / reduction), Math.ceil(height / reduction));
	const density = perChannel((c) => small(part.density[c]));
	const [skin, within] = [small(part.masks.skin), small(brush)];
	const mm = (part.grid.pxPerMm * skin.width) / width;
	const base = baseOf(density, skin, within, mm);
	const fine = new NormalisedBlur(skin, FINEST_MM * mm);
	const { feather } = part.masks;
	return perChannel((c) => {
		const change = fine.of(density[c]);
		for (let i = 0; i < change.data.length; i++) {
			const excess = Math.max(0, change.data[i]! - base[c].data[i]! - LEAST);
			change.data[i] = skin.data[i]! > 0 ? SHARE * MOST * Math.tanh(excess / MOST) : 0;
		}
		const gain = resize(change, width, height);
		for (let i = 0; i < gain.data.length; i++) {
			gain.data[i] = gain.data[i]! * brush.data[i]! * feather.data[i]!;
		}
		return gain;
	});
}

/** Density of the skin around without what is pigmented: first all outside the brush, then both. */
function baseOf(density: Rgb, skin: Plane, within: Plane, mm: number): Rgb {
	const mean = meanOf(density);
	const outside = knownWhere(skin, (i) => within.data[i]!);
	const first = new NormalisedBlur(outside, BASE_MM * mm).of(mean);
	const fine = gaussian(mean, FINEST_MM * mm);
	const known = knownWhere(
		skin,
		(i) => within.data[i]! * smoothstep(PIGMENTED[0], PIGMENTED[1], fine.data[i]! - first.data[i]!)
	);
	const blur = new NormalisedBlur(known, BASE_MM * mm);
	return perChannel((c) => blur.of(density[c]));
}

function knownWhere(skin: Plane, covered: (i: number) => number): Plane {
	const known = plane(skin.width, skin.height);
	for (let i = 0; i < known.data.length; i++) {
		known.data[i] = skin.data[i]! * (1 - 0.98 * Math.min(1, covered(i)));
	}
	return known;
}
