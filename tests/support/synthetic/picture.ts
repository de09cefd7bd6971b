/**
 * A picture of a face without a person: the canonical face seen by an imaginary camera, with
 * procedural skin under a lamp. Scale, pose, landmarks and outline are known exactly, at any scale, and
 * what is painted on the skin is known as well; no photograph offers that. Not a likeness: it has
 * texture to follow and an outline to keep, nothing more.
 */
import { LANDMARK_GROUPS, SKIN_COUNT, type FaceObservation } from '../../../src/lib/face/index.ts';
import {
	rotationFromAngles,
	transform,
	type Mm,
	type Px,
	type Vec2,
	type Vec3
} from '../../../src/lib/geometry/index.ts';
import { linearToSrgb } from '../../../src/lib/raster/index.ts';
import type { Pixels } from '../../../src/lib/photo/index.ts';
import {
	projectionOf,
	syntheticFace,
	SYNTHETIC_PICTURE,
	type SyntheticFace
} from '../synthetic-face.ts';
import { HEAD, type Material } from './head.ts';
import { noise } from './noise.ts';
import { rasterised, type Fragment, type Projected } from './raster.ts';
import {
	distanceWithin,
	mixed,
	placeOf,
	proceduralSkin,
	withLine,
	type Albedo,
	type Skin
} from './skin.ts';

export type SyntheticPicture = {
	readonly pixels: Pixels;
	/** Exact: where the mesh's points land, and the pose. */
	readonly observation: FaceObservation;
	/** Share of each pixel that the person covers, 255 = all. */
	readonly person: Uint8Array;
};

/** Colour of the background at a place of the picture, sRGB 0–255. */
export type Backdrop = (x: Px, y: Px) => Albedo;

export type SyntheticPictureOptions = SyntheticFace & {
	/** Marks are painted on a skin by `withSpot` and `withLine`. */
	readonly skin?: Skin;
	readonly backdrop?: Backdrop;
	/** Towards the lamp: x right, y up, z towards the camera. */
	readonly lamp?: Vec3;
};

const LAMP: Vec3 = [-0.45, 0.5, 0.74];
const AMBIENT = 0.45;
const LAMPLIGHT = 0.75;
const LIP: Albedo = [0.42, 0.14, 0.13];
const MOUTH: Albedo = [0.06, 0.015, 0.015];
const SCLERA: Albedo = [0.62, 0.58, 0.55];
const IRIS: Albedo = [0.09, 0.06, 0.035];
const PUPIL: Albedo = [0.004, 0.004, 0.004];
const HAIR: Albedo = [0.05, 0.03, 0.02];
const CLOTH: Albedo = [0.08, 0.11, 0.2];
const IRIS_RADIUS: Mm = 5.85;
const PUPIL_RADIUS: Mm = 2;

const WALL: Albedo = [196, 200, 206];
const WALL_LINE: Albedo = [70, 74, 80];
/** Blotches of a plastered wall: their widths (mm) and strengths (share of the brightness). */
const PLASTER = [
	[40, 0.06],
	[12, 0.04],
	[4, 0.03]
] as const;

/** A plastered wall at a picture's scale: nothing on it can move unseen. */
export function plasterBackdrop(pxPerMm: number): Backdrop {
	const blotches = PLASTER.map(([width, strength], i) => ({
		strength,
		at: noise(width * pxPerMm, 90 + i)
	}));
	return (x, y) =>
		scaled(
			WALL,
			blotches.reduce((light, { strength, at }) => light + strength * at([x, y, 0]), 1)
		);
}

/** Dark upright lines on a wall, `width` px wide with antialiased edges, at these columns. */
export function linedBackdrop(wall: Backdrop, columns: readonly Px[], width: Px): Backdrop {
	return (x, y) => {
		const away = Math.min(...columns.map((column) => Math.abs(x - column)));
		return mixed(wall(x, y), WALL_LINE, width / 2 - away + 0.5);
	};
}

export const plainBackdrop: Backdrop = () => WALL;

/** Draws the face. Reproducible: the same options give the same pixels. */
export function syntheticPicture(options: SyntheticPictureOptions = {}): SyntheticPicture {
	const { yaw = 0, pitch = 0, roll = 0, pxPerMm = 3 } = options;
	const { picture = SYNTHETIC_PICTURE, lamp = LAMP } = options;
	const { skin = proceduralSkin(), backdrop = plainBackdrop } = options;
	const observation = syntheticFace(options);
	const project = projectionOf(options);
	const rotation = rotationFromAngles({ yaw, pitch, roll });
	const surfaces = HEAD.map((surface): Projected => ({
		...surface,
		projected: surface.points.map(project),
		facing: surface.normals.map((normal) => transform(rotation, normal))
	}));
	const albedo = albedoOf(withFeatures(skin), observation, pxPerMm);
	const towards = unit(lamp);
	const colourOf = (fragment: Fragment): Albedo => {
		const light = AMBIENT + LAMPLIGHT * Math.max(0, dot(unit(fragment.normal), towards));
		const [red, green, blue] = albedo(fragment);
		return [encoded(light * red), encoded(light * green), encoded(light * blue)];
	};
	return { ...rasterised(surfaces, picture, colourOf, backdrop), observation };
}

/** Brows, lashes and the folds of the upper lids: what a face has where treatments work. */
function withFeatures(skin: Skin): Skin {
	const { R_EYE_RING, L_EYE_RING, R_UPPER_LID_FOLD_1, L_UPPER_LID_FOLD_1 } = LANDMARK_GROUPS;
	let painted = withBrows(skin);
	for (const fold of [R_UPPER_LID_FOLD_1, L_UPPER_LID_FOLD_1]) {
		painted = withLine(painted, { path: fold.map((one) => placeOf(one)), width: 1.2, depth: 0.35 });
	}
	for (const ring of [R_EYE_RING, L_EYE_RING]) {
		const lids = [...ring, ring[0]!].map((one) => placeOf(one));
		painted = withLine(painted, { path: lids, width: 1, depth: 0.7 });
	}
	return painted;
}

const BROW_HALF_HEIGHT: Mm = 3.2;
const BROW_SOFTNESS: Mm = 1.5;

function withBrows(skin: Skin): Skin {
	const { R_BROW_UPPER, R_BROW_LOWER, L_BROW_UPPER, L_BROW_LOWER } = LANDMARK_GROUPS;
	const middle = (upper: readonly number[], lower: readonly number[]): Vec3[] =>
		upper.map((landmark, i) => placeOf(landmark, lower[i], 0.5));
	const strands = noise(0.9, 77);
	const reach = BROW_HALF_HEIGHT + BROW_SOFTNESS;
	const brows = [middle(R_BROW_UPPER, R_BROW_LOWER), middle(L_BROW_UPPER, L_BROW_LOWER)];
	const [toRight, toLeft] = brows.map((brow) => distanceWithin(brow, reach)) as [
		(at: Vec3) => Mm,
		(at: Vec3) => Mm
	];
	return (at, resolution) => {
		const below = skin(at, resolution);
		const away = Math.min(toRight(at), toLeft(at));
		if (away === Infinity) return below;
		const density = 0.75 + 0.25 * strands([at[0] / 2, at[1], at[2]]);
		return mixed(below, HAIR, density * Math.min(1, (reach - away) / BROW_SOFTNESS));
	};
}

function albedoOf(
	skin: Skin,
	{ landmarks }: FaceObservation,
	pxPerMm: number
): (fragment: Fragment) => Albedo {
	const resolution = 1 / pxPerMm;
	const irises = [SKIN_COUNT, SKIN_COUNT + 5].map((centre): Vec2 => [
		landmarks[3 * centre]!,
		landmarks[3 * centre + 1]!
	]);
	const mottled = proceduralSkin({ tone: LIP, seed: 40 });
	const creases = noise(1.6, 45);
	const strands = noise(1.5, 50);
	const weave = noise(3, 60);
	const shades: Readonly<Record<Material, (fragment: Fragment) => Albedo>> = {
		skin: ({ at }) => skin(at, resolution),
		lip: ({ at }) =>
			scaled(mottled(at, resolution), 1 + 0.2 * creases([at[0], at[1] / 5, at[2] / 5])),
		mouth: () => MOUTH,
		eye: ({ pixel }) => {
			const away =
				Math.min(...irises.map(([x, y]) => Math.hypot(pixel[0] - x, pixel[1] - y))) * resolution;
			const iris = mixed(SCLERA, IRIS, (IRIS_RADIUS - away) / resolution + 0.5);
			return mixed(iris, PUPIL, (PUPIL_RADIUS - away) / resolution + 0.5);
		},
		hair: ({ at: [x, y, z] }) => scaled(HAIR, 1 + 0.45 * strands([x, y / 6, z / 6])),
		cloth: ({ at }) => scaled(CLOTH, 1 + 0.2 * weave(at))
	};
	return (fragment) => shades[fragment.material](fragment);
}

function scaled([red, green, blue]: Albedo, factor: number): Albedo {
	return [factor * red, factor * green, factor * blue];
}

function dot(a: Vec3, b: Vec3): number {
	return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

function unit(v: Vec3): Vec3 {
	const length = Math.hypot(...v) || 1;
	return [v[0] / length, v[1] / length, v[2] / length];
}

/** Linear light 0–1 → sRGB 0–255. */
function encoded(light: number): number {
	return 255 * linearToSrgb(Math.min(1, Math.max(0, light)));
}
