import type { Rect, Vec2 } from '../geometry/index.ts';
import {
	bilinear,
	convexHull,
	cut,
	dilate,
	fillPolygon,
	gaussian,
	larger,
	NormalisedBlur,
	plane,
	resize,
	scratched,
	smoothstep,
	type Plane
} from '../raster/index.ts';
import { blobsOn, type Blobs } from './blobs.ts';
import { crowdOf, ownersOf, withoutSpecks } from './owners.ts';
import type { LineBank } from './line-bank.ts';
import { faceRect, partOf, pointsOf } from './part.ts';
import { noGain, perChannel, type Channel } from './rgb.ts';
import type { Layer, Rgb, SkinPhoto } from './types.ts';

/** Strongest and median response to a dark line over all its directions, ln Y (skin.md §3a). */
export type LineResponse = Pick<LineBank, 'strongest' | 'median'>;

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
	/** The part of the grid that the planes below cover. */
	readonly rect: Rect;
	/** Log gain that takes out every spot. */
	readonly gain: Rgb;
	/** 1 + index in `all` of the spot that each sample belongs to; 0 for none. */
	readonly owner: Int32Array;
	/** How red each spot is, 0 (brown) to 1. */
	readonly redness: Float32Array;
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
/** One spot counts for a crowd with no more than this, mm². */
const MOST_COUNTED = 2;
/** Spots larger than this have a wide rim, mm² and mm. */
const LARGE_AREA = 7;
const LARGE_RIM_MM = 1.3;
/** Around, mm. */
const AROUND_MM = 6;
/** The skin between spots, which fills them, mm. */
const BASE_MM = 2.5;
const FINE_MM = 0.22;
const RIM_MM = 0.5;
const SOFT_MM = 0.35;
/** Ratio of red to green density: haemoglobin 0.44, melanin 1.16. */
const RED_TO_BROWN = [0.55, 0.75] as const;
/** Bounds of the density taken out. */
const MOST_LIGHTER = 0.9;
const MOST_DARKER = 0.1;
/** Below this share nothing is seen. */
const NEGLIGIBLE = 0.004;

/**
 * Dark spots of 0.6 to 3 mm radius, brown (freckles, moles) and red (blemishes): darker than every
 * direction around, filled from the skin between them. Stubble, lines and dense texture are left out.
 * `lines`: on the photo's grid. Null where no face is seen.
 */
export function findSpots(photo: SkinPhoto, lines: LineResponse): Spots | null {
	const rect = faceRect(photo);
	if (rect === null) return null;
	return scratched(() => spotsWithin(photo, rect, lines));
}

function spotsWithin(photo: SkinPhoto, rect: Rect, lines: LineResponse): Spots {
	const part = partOf(photo, rect);
	const { sureness, grown } = scratched(() =>
		surenessOf(part, {
			strongest: cut(lines.strongest, rect),
			median: cut(lines.median, rect)
		})
	);
	const gain = scratched(() => fillOf(part, sureness, grown));
	const { owner, found } = ownersOf(sureness, gain[1]);
	const redness = rednessOf(gain, owner, found.length);
	const all = found.map(({ centre, samples }, k): Spot => {
		return {
			centre: [centre[0] + rect.x, centre[1] + rect.y],
			radiusMm: Math.sqrt(samples.length / Math.PI) / photo.grid.pxPerMm,
			kind: redness[k]! > 0.5 ? 'blemish' : 'pigment'
		};
	});
	return { all, rect, gain, owner, redness };
}

/** Log gain that takes out the spots of one kind, but those that are kept (indices in `all`). */
export function spotGain(spots: Spots, kind: SpotKind, kept: ReadonlySet<number>): Layer {
	const { rect, gain, owner, redness } = spots;
	const shares = redness.map((red, k) => {
		if (kept.has(k)) return 0;
		return kind === 'blemish' ? red : 1 - red;
	});
	const shown = perChannel((c) => {
		const result = plane(rect.width, rect.height);
		for (let i = 0; i < result.data.length; i++) {
			const k = owner[i]! - 1;
			if (k >= 0) result.data[i] = gain[c].data[i]! * shares[k]!;
		}
		return result;
	});
	return { rect, gain: shown };
}

/** How surely each sample is the core of a spot, 0–1. */
function surenessOf(part: SkinPhoto, lines: LineResponse): ReturnType<typeof withoutSpecks> {
	const mm = part.grid.pxPerMm;
	const { skin } = part.masks;
	const surround = new NormalisedBlur(skin, AROUND_MM * mm);
	const contrast = scratched(() => contrastOf(blobsOn(part), part, surround));
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
	const crowd = surround.of(crowdOf(result, MOST_COUNTED * mm * mm));
	for (let i = 0; i < result.data.length; i++) {
		result.data[i] = result.data[i]! * (1 - smoothstep(DENSE[0], DENSE[1], crowd.data[i]!));
	}
	return withoutSpecks(result, LEAST_AREA * mm * mm, LARGE_AREA * mm * mm);
}

/** The largest contrast over the sizes; where a beard grows, without the sizes of its dots. */
function contrastOf(
	{ dots, small, large }: Blobs,
	part: SkinPhoto,
	surround: NormalisedBlur
): Plane {
	const stubble = scratched(() => stubbleOn(dots, part, surround));
	const result = plane(dots.width, dots.height);
	for (let i = 0; i < result.data.length; i++) {
		const fine = Math.max(dots.data[i]!, small.data[i]!) * (1 - stubble.data[i]!);
		result.data[i] = Math.max(0, fine, large.data[i]!);
	}
	return result;
}

/** Where dots stand as dense as stubble does, within the beard's area. */
function stubbleOn(dots: Plane, part: SkinPhoto, surround: NormalisedBlur): Plane {
	const { width, height, pxPerMm: mm } = part.grid;
	const is = plane(width, height);
	dots.data.forEach((value, i) => {
		if (value > DOT) is.data[i] = 1;
	});
	const share = surround.of(is);
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

/** What fills the spots, per channel: looked at only where there are some. */
function fillOf(part: SkinPhoto, sureness: Plane, grown: Plane): Rgb {
	const { pxPerMm: mm, width } = part.grid;
	const core = larger(dilate(sureness, RIM_MM * mm), dilate(grown, LARGE_RIM_MM * mm));
	const soft = gaussian(core, SOFT_MM * mm);
	const base = scratched(() => baseOf(part, core));
	const toX = base[0].width / width;
	const toY = base[0].height / core.height;
	const fine = new PointBlur(FINE_MM * mm);
	const gain = noGain(core);
	for (let i = 0; i < soft.data.length; i++) {
		const share = Math.min(1, soft.data[i]!) * part.masks.feather.data[i]!;
		if (share < NEGLIGIBLE) continue;
		const x = i % width;
		const y = Math.floor(i / width);
		const excess = (c: Channel) =>
			fine.at(part.density[c], x, y) - bilinear(base[c], (x + 0.5) * toX, (y + 0.5) * toY);
		const r = excess(0);
		const g = excess(1);
		const b = excess(2);
		const weight = share * smoothstep(-0.01, 0.02, (r + g + b) / 3);
		gain[0].data[i] = within(weight * r);
		gain[1].data[i] = within(weight * g);
		gain[2].data[i] = within(weight * b);
	}
	return gain;
}

function within(density: number): number {
	return Math.max(-MOST_DARKER, Math.min(MOST_LIGHTER, density));
}

/** A Gaussian of few places of a plane. */
class PointBlur {
	readonly #reach: number;
	readonly #weights: Float32Array;

	constructor(sigma: number) {
		this.#reach = Math.max(1, Math.ceil(2.5 * sigma));
		this.#weights = Float32Array.from({ length: 2 * this.#reach + 1 }, (_, k) =>
			Math.exp(-0.5 * ((k - this.#reach) / sigma) ** 2)
		);
	}

	at({ width, height, data }: Plane, x: number, y: number): number {
		let [sum, mass] = [0, 0];
		for (let j = -this.#reach; j <= this.#reach; j++) {
			const line = Math.max(0, Math.min(height - 1, y + j)) * width;
			for (let i = -this.#reach; i <= this.#reach; i++) {
				const weight = this.#weights[i + this.#reach]! * this.#weights[j + this.#reach]!;
				sum += weight * data[line + Math.max(0, Math.min(width - 1, x + i))]!;
				mass += weight;
			}
		}
		return sum / mass;
	}
}

/** Density of the skin between the spots, on half the grid. */
function baseOf(part: SkinPhoto, core: Plane): Rgb {
	const { width, height } = core;
	const half = (source: Plane) => resize(source, Math.ceil(width / 2), Math.ceil(height / 2));
	const known = plane(width, height);
	for (let i = 0; i < known.data.length; i++) {
		known.data[i] = part.masks.skin.data[i]! * (1 - 0.98 * Math.min(1, core.data[i]!)) + 1e-4;
	}
	const blur = new NormalisedBlur(half(known), (BASE_MM * part.grid.pxPerMm) / 2);
	return perChannel((c) => blur.of(half(part.density[c])));
}

/** By the ratio of red to green density over the whole of each spot. */
function rednessOf([red, green]: Rgb, owner: Int32Array, count: number): Float32Array {
	const reds = new Float32Array(count);
	const greens = new Float32Array(count);
	owner.forEach((label, i) => {
		if (label === 0) return;
		reds[label - 1] = reds[label - 1]! + red.data[i]!;
		greens[label - 1] = greens[label - 1]! + green.data[i]!;
	});
	return reds.map(
		(sum, k) => 1 - smoothstep(RED_TO_BROWN[0], RED_TO_BROWN[1], sum / Math.max(1e-3, greens[k]!))
	);
}
