import type { Rect, Vec2 } from '../geometry/index.ts';
import {
	convexHull,
	cut,
	dilate,
	fillPolygon,
	gaussian,
	NormalisedBlur,
	pasted,
	plane,
	resize,
	smoothstep,
	type Plane
} from '../raster/index.ts';
import { blobsOn, type Blobs } from './blobs.ts';
import { ownersOf, withoutSpecks, type Owners } from './owners.ts';
import { faceRect, partOf, pointsOf } from './part.ts';
import { perChannel } from './rgb.ts';
import type { Rgb, SkinPhoto } from './types.ts';

/** Strongest and median response to a dark line over all its directions, ln Y (skin.md §3a). */
export type LineResponse = { readonly strongest: Plane; readonly median: Plane };

export type SpotKind = 'pigment' | 'blemish';

/** One spot, that a person can tap to keep. */
type Spot = {
	/** Grid px. */
	readonly centre: Vec2;
	readonly radiusMm: number;
	readonly kind: SpotKind;
};

export type Spots = {
	readonly all: readonly Spot[];
	/** Grid of the face, and the part of it that the planes below cover. */
	readonly size: Readonly<Record<'width' | 'height', number>>;
	readonly rect: Rect;
	/** Log gain that takes out every spot. */
	readonly gain: Rgb;
	/** Share of it that is red. */
	readonly red: Plane;
	readonly owners: Owners;
};

/** Where a beard grows: below a line from the ears to the nose. */
const BEARD = [
	132, 58, 172, 136, 150, 149, 176, 148, 152, 377, 400, 378, 379, 365, 397, 288, 361, 2
];
/** A dot of stubble or a pore, in density, and the share of them around that makes a beard. */
const DOT = 0.03;
const STUBBLE = [0.02, 0.045] as const;
/** What is darker than this is no noise; less contrast than `LEAST` is no spot. */
const NOT_NOISE = 0.15;
const NOISE_SHARE = 3;
const LEAST = 0.02;
/** Share of spots around at which they are the texture of the skin. */
const DENSE = [0.045, 0.1] as const;
/** Cores smaller than this are pores, mm². */
const LEAST_AREA = 0.5;
/** Around, mm. */
const AROUND_MM = 6;
/** The skin between spots, which fills them, mm. */
const BASE_MM = 2.5;
const FINE_MM = 0.22;
const RIM_MM = 0.5;
const SOFT_MM = 0.35;
/** A spot's own mean decides between red and brown, mm. */
const COLOUR_MM = 0.6;
/** Ratio of red to green density: haemoglobin 0.44, melanin 1.16. */
const RED_TO_BROWN = [0.55, 0.75] as const;
/** Bounds of the density taken out. */
const MOST_LIGHTER = 0.9;
const MOST_DARKER = 0.1;

/**
 * Dark spots of 0.6 to 3 mm radius, brown (freckles, moles) and red (blemishes): darker than every
 * direction around, filled from the skin between them. Stubble, lines and dense texture are left out.
 * `lines`: on the photo's grid. Null where no face is seen.
 */
export function findSpots(photo: SkinPhoto, lines: LineResponse): Spots | null {
	const rect = faceRect(photo);
	if (rect === null) return null;
	const part = partOf(photo, rect);
	const sureness = surenessOf(part, {
		strongest: cut(lines.strongest, rect),
		median: cut(lines.median, rect)
	});
	const { gain, red } = fillOf(part, sureness);
	const owners = ownersOf(sureness, gain[1]);
	const all = owners.found.map(({ centre, samples }): Spot => {
		const redness = samples.reduce((sum, at) => sum + red.data[at]!, 0) / samples.length;
		return {
			centre: [centre[0] + rect.x, centre[1] + rect.y],
			radiusMm: Math.sqrt(samples.length / Math.PI) / photo.grid.pxPerMm,
			kind: redness > 0.5 ? 'blemish' : 'pigment'
		};
	});
	const { width, height } = photo.grid;
	return { all, size: { width, height }, rect, gain, red, owners };
}

/** Log gain that takes out the spots of one kind, but those that are kept (indices in `all`). */
export function spotGain(spots: Spots, kind: SpotKind, kept: ReadonlySet<number>): Rgb {
	const { rect, size, gain, red, owners } = spots;
	return perChannel((c) => {
		const result = plane(rect.width, rect.height);
		for (let i = 0; i < result.data.length; i++) {
			const value = gain[c].data[i]!;
			if (value === 0 || kept.has(owners.owner[i]! - 1)) continue;
			result.data[i] = value * (kind === 'blemish' ? red.data[i]! : 1 - red.data[i]!);
		}
		return pasted(result, rect, size.width, size.height);
	});
}

/** How surely each sample is the core of a spot, 0–1. */
function surenessOf(part: SkinPhoto, lines: LineResponse): Plane {
	const mm = part.grid.pxPerMm;
	const { skin } = part.masks;
	const contrast = contrastOf(blobsOn(part), part);
	const around = noiseAround(contrast, skin, AROUND_MM * mm);
	const result = plane(skin.width, skin.height);
	for (let i = 0; i < result.data.length; i++) {
		const value = contrast.data[i]!;
		if (value <= LEAST || skin.data[i] === 0) continue;
		const least = LEAST + NOISE_SHARE * around.data[i]!;
		const line = Math.max(0, lines.strongest.data[i]! - Math.max(0, lines.median.data[i]!));
		result.data[i] =
			smoothstep(least, 1.8 * least + 0.03, value) *
			(1 - smoothstep(0.025, 0.06, line - 0.35 * value)) *
			(1 - smoothstep(0.7, 1.1, value));
	}
	const density = new NormalisedBlur(skin, AROUND_MM * mm).of(result);
	for (let i = 0; i < result.data.length; i++) {
		result.data[i] = result.data[i]! * (1 - smoothstep(DENSE[0], DENSE[1], density.data[i]!));
	}
	withoutSpecks(result, LEAST_AREA * mm * mm);
	return result;
}

/** The largest contrast over the sizes; where a beard grows, without the sizes of its dots. */
function contrastOf({ dots, small, large }: Blobs, part: SkinPhoto): Plane {
	const stubble = stubbleOn(dots, part);
	const result = plane(dots.width, dots.height);
	for (let i = 0; i < result.data.length; i++) {
		const fine = Math.max(dots.data[i]!, small.data[i]!) * (1 - stubble.data[i]!);
		result.data[i] = Math.max(0, fine, large.data[i]!);
	}
	return result;
}

/** Where dots stand as dense as stubble does, within the beard's area. */
function stubbleOn(dots: Plane, part: SkinPhoto): Plane {
	const { width, height, pxPerMm: mm } = part.grid;
	const is = plane(width, height);
	dots.data.forEach((value, i) => {
		if (value > DOT) is.data[i] = 1;
	});
	const share = new NormalisedBlur(part.masks.skin, AROUND_MM * mm).of(is);
	const outline = convexHull(pointsOf(part, BEARD));
	const area = gaussian(fillPolygon(width, height, outline), 2 * mm);
	for (let i = 0; i < share.data.length; i++) {
		share.data[i] = area.data[i]! * smoothstep(STUBBLE[0], STUBBLE[1], share.data[i]!);
	}
	return share;
}

/** Mean contrast around each place of what is too faint for a spot. */
function noiseAround(contrast: Plane, skin: Plane, sigma: number): Plane {
	const weights = plane(skin.width, skin.height);
	for (let i = 0; i < weights.data.length; i++) {
		weights.data[i] = contrast.data[i]! < NOT_NOISE ? skin.data[i]! + 1e-3 : 1e-3;
	}
	return new NormalisedBlur(weights, sigma).of(contrast);
}

/** What fills the spots, per channel, and the share of it that is red. */
function fillOf(part: SkinPhoto, sureness: Plane): { readonly gain: Rgb; readonly red: Plane } {
	const mm = part.grid.pxPerMm;
	const { feather } = part.masks;
	const core = dilate(sureness, RIM_MM * mm);
	const base = baseOf(part, core);
	const gain = perChannel((c) => {
		const excess = gaussian(part.density[c], FINE_MM * mm);
		const result = plane(core.width, core.height);
		for (let i = 0; i < result.data.length; i++) {
			result.data[i] = excess.data[i]! - base[c].data[i]!;
		}
		return result;
	});
	const soft = gaussian(core, SOFT_MM * mm);
	for (let i = 0; i < soft.data.length; i++) {
		const mean = (gain[0].data[i]! + gain[1].data[i]! + gain[2].data[i]!) / 3;
		const weight = Math.min(1, soft.data[i]!) * feather.data[i]! * smoothstep(-0.01, 0.02, mean);
		for (const { data } of gain) {
			data[i] = Math.max(-MOST_DARKER, Math.min(MOST_LIGHTER, weight * data[i]!));
		}
	}
	return { gain, red: redShare(gain, COLOUR_MM * mm) };
}

/** Density of the skin between the spots. It is smooth: found on half the grid. */
function baseOf(part: SkinPhoto, core: Plane): Rgb {
	const { width, height } = core;
	const half = (source: Plane) => resize(source, Math.ceil(width / 2), Math.ceil(height / 2));
	const known = plane(width, height);
	for (let i = 0; i < known.data.length; i++) {
		known.data[i] = part.masks.skin.data[i]! * (1 - 0.98 * Math.min(1, core.data[i]!)) + 1e-4;
	}
	const blur = new NormalisedBlur(half(known), (BASE_MM * part.grid.pxPerMm) / 2);
	return perChannel((c) => resize(blur.of(half(part.density[c])), width, height));
}

function redShare([red, green]: Rgb, sigma: number): Plane {
	const positive = plane(green.width, green.height);
	for (let i = 0; i < positive.data.length; i++) positive.data[i] = Math.max(0, green.data[i]!);
	const [r, g] = [gaussian(red, sigma), gaussian(positive, sigma)];
	for (let i = 0; i < r.data.length; i++) {
		const ratio = r.data[i]! / Math.max(1e-3, g.data[i]!);
		r.data[i] = 1 - smoothstep(RED_TO_BROWN[0], RED_TO_BROWN[1], ratio);
	}
	return r;
}
