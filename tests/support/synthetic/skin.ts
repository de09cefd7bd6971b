/**
 * What the skin of a synthetic face looks like, as a function of the place on the face: so that it
 * moves with the head, and a mark painted on it is the same mark in every view and at every scale.
 */
import { CANONICAL_POINTS } from '../../../src/lib/face/index.ts';
import { subtract, type Mm, type Vec3 } from '../../../src/lib/geometry/index.ts';
import { noise } from './noise.ts';

/** Linear light, 0–1 each: the share that a surface gives back. */
export type Albedo = readonly [red: number, green: number, blue: number];

/**
 * The colour at a place (mm, canonical frame). `resolution` is the width of a pixel there: detail
 * that it cannot show is left out rather than aliased.
 */
export type Skin = (at: Vec3, resolution: Mm) => Albedo;

export type SkinOptions = { readonly tone?: Albedo; readonly seed?: number };

/** Medium light skin. */
const TONE: Albedo = [0.5, 0.29, 0.2];

/** Octaves: width of a cell (mm) and how strongly it changes the brightness. */
const OCTAVES = [
	[22, 0.05],
	[9, 0.06],
	[4, 0.06],
	[2, 0.07],
	[1, 0.08],
	[0.5, 0.08]
] as const;
/** Cells of fewer pixels than this would alias. */
const RESOLVED_PIXELS = 2.5;

/** Blotches, mottling and pores, down to half a millimetre. */
export function proceduralSkin({ tone = TONE, seed = 1 }: SkinOptions = {}): Skin {
	const octaves = OCTAVES.map(([size, strength], i) => ({
		size,
		strength,
		at: noise(size, seed + i)
	}));
	const redness = noise(14, seed + OCTAVES.length);
	return (at, resolution) => {
		let brightness = 1;
		for (const octave of octaves) {
			if (octave.size < RESOLVED_PIXELS * resolution) break;
			brightness += octave.strength * octave.at(at);
		}
		const red = 0.06 * redness(at);
		return [
			tone[0] * brightness,
			tone[1] * brightness * (1 - red),
			tone[2] * brightness * (1 - red)
		];
	};
}

export type Spot = {
	/** On the skin, mm; `placeOf` gives that of a landmark. */
	readonly at: Vec3;
	readonly diameter: Mm;
	readonly colour: Albedo;
};

export type Line = {
	/** Along the skin, mm, straight between the points. */
	readonly path: readonly Vec3[];
	/** Between the flanks at half their depth. */
	readonly width: Mm;
	/** Share of the light that its bottom loses. */
	readonly depth: number;
};

/** Where a landmark lies on the face, mm; `towards` another one by `share` of the way. */
export function placeOf(landmark: number, towards = landmark, share = 0): Vec3 {
	const [from, to] = [CANONICAL_POINTS[landmark]!, CANONICAL_POINTS[towards]!];
	const along = (axis: 0 | 1 | 2): number => from[axis] + share * (to[axis] - from[axis]);
	return [along(0), along(1), along(2)];
}

/** A round spot with an edge as soft as a pixel. */
export function withSpot(skin: Skin, { at: centre, diameter, colour }: Spot): Skin {
	return (at, resolution) => {
		const below = skin(at, resolution);
		const inside = diameter / 2 - distance(at, centre);
		return mixed(below, colour, inside / resolution + 0.5);
	};
}

/** A line that is darkest along its path: a groove, a crease, lashes. */
export function withLine(skin: Skin, { path, width, depth }: Line): Skin {
	const reach = 1.5 * width;
	const distanceTo = distanceWithin(path, reach);
	return (at, resolution) => {
		const below = skin(at, resolution);
		const away = distanceTo(at);
		if (away >= reach) return below;
		// Half of the depth is left at width / 2 from the path.
		const light = 1 - depth / 2 ** (((2 * away) / width) ** 2);
		return [light * below[0], light * below[1], light * below[2]];
	};
}

/** From 0 = all of `a` to 1 = all of `b`, held in between. */
export function mixed(a: Albedo, b: Albedo, share: number): Albedo {
	const t = Math.min(1, Math.max(0, share));
	return [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1]), a[2] + t * (b[2] - a[2])];
}

function distance(a: Vec3, b: Vec3): Mm {
	return Math.sqrt((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 + (a[2] - b[2]) ** 2);
}

/** Distance to a path of straight stretches; Infinity where it is more than `reach`. */
export function distanceWithin(path: readonly Vec3[], reach: Mm): (at: Vec3) => Mm {
	// A box around the path saves the distance nearly everywhere.
	const bounds = ([0, 1, 2] as const).map((axis) => {
		const along = path.map((point) => point[axis]);
		return [Math.min(...along) - reach, Math.max(...along) + reach] as const;
	});
	const isNear = (at: Vec3): boolean =>
		bounds.every(([low, high], axis) => at[axis]! >= low && at[axis]! <= high);
	return (at) => {
		if (!isNear(at)) return Infinity;
		let nearest = Infinity;
		for (let i = 1; i < path.length; i++) {
			nearest = Math.min(nearest, distanceToStretch(at, path[i - 1]!, path[i]!));
		}
		return nearest <= reach ? nearest : Infinity;
	};
}

function distanceToStretch(at: Vec3, a: Vec3, b: Vec3): Mm {
	const [x, y, z] = subtract(b, a);
	const along = (at[0] - a[0]) * x + (at[1] - a[1]) * y + (at[2] - a[2]) * z;
	const t = Math.min(1, Math.max(0, along / (x * x + y * y + z * z)));
	return distance(at, [a[0] + t * x, a[1] + t * y, a[2] + t * z]);
}
