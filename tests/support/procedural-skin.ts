/**
 * Skin without a person: a synthetic face whose skin is a tone, shading, texture and whatever lines
 * and shadows are painted on it, so that the clean picture is known exactly.
 */
import { observeFace, type Face } from '../../src/lib/face/index.ts';
import { distanceToPolyline, type Vec2 } from '../../src/lib/geometry/index.ts';
import {
	gaussian,
	linearToSrgb,
	plane,
	smoothstep,
	type Plane
} from '../../src/lib/raster/index.ts';
import type { Picture, SkinClasses } from '../../src/lib/skin/index.ts';
import { linearOf } from '../../src/lib/skin/lab.ts';
import { syntheticFace } from './synthetic-face.ts';

/** Six tones, one per bin of the individual typology angle; CIELAB. */
export const TONES = {
	'very light': [76, 8, 14],
	light: [70, 10, 17],
	intermediate: [63, 12, 20],
	tan: [56, 13, 22],
	brown: [46, 13, 21],
	dark: [34, 10, 14]
} as const;

export type ToneName = keyof typeof TONES;

/** A dark stroke: points in mm from the middle between the eyes, x right and y down in the picture. */
export type Stroke = {
	readonly points: readonly Vec2[];
	/** Change of log luminance in its middle. */
	readonly depth: number;
	/** Deviation of its Gaussian profile, mm. */
	readonly width: number;
};

/** Darker than the rest by `depth` in log luminance below a level, over an edge of `edge` mm. */
type CastShadow = { readonly y: number; readonly depth: number; readonly edge: number };

export type ProceduralSkin = {
	readonly pxPerMm: number;
	readonly tone: ToneName;
	/** Deviation of log luminance by pores and sheen. */
	readonly texture?: number;
	readonly strokes?: readonly Stroke[];
	readonly shadow?: CastShadow;
	readonly seed?: number;
};

export type PaintedFace = {
	readonly picture: Picture;
	readonly face: Face;
	readonly classes: SkinClasses;
};

const SIZE_MM = { width: 190, height: 230 };
const EYES_MM: Vec2 = [95, 95];
/** A crease is redder than the skin around it: share of its depth per channel. */
const CREASE_COLOUR = [0.86, 1.03, 1.1] as const;
const PORE_MM = 0.18;

export function proceduralFace(skin: ProceduralSkin): PaintedFace {
	const { pxPerMm, texture = 0.02, strokes = [], shadow } = skin;
	const width = Math.round(SIZE_MM.width * pxPerMm);
	const height = Math.round(SIZE_MM.height * pxPerMm);
	const eyes: Vec2 = [EYES_MM[0] * pxPerMm, EYES_MM[1] * pxPerMm];
	const observation = syntheticFace({ picture: { width, height }, pxPerMm, eyes });
	const face = observeFace(
		observation,
		observation.landmarks,
		{ irisDiameter: 11.7, pupilDistance: null },
		{ width, height }
	);
	const crease = plane(width, height);
	for (const stroke of strokes) paint(crease, stroke, pxPerMm);
	const pores = noise(width, height, PORE_MM * pxPerMm, texture, skin.seed ?? 1);
	const base = linearOf(TONES[skin.tone]);
	const data = new Uint8ClampedArray(4 * width * height);
	for (let j = 0; j < height; j++) {
		const y = (j + 0.5) / pxPerMm - EYES_MM[1];
		const shade =
			shadow === undefined ? 0 : shadow.depth * smoothstep(-0.5, 0.5, (y - shadow.y) / shadow.edge);
		for (let i = 0; i < width; i++) {
			const x = (i + 0.5) / pxPerMm - EYES_MM[0];
			const at = j * width + i;
			const light = pores.data[at]! - shade - 0.12 * (x / 70) ** 2 - 0.1 * (y / 80) ** 2;
			const depth = crease.data[at]!;
			const share = Math.exp(light);
			for (let c = 0; c < 3; c++) {
				const creased = depth === 0 ? share : Math.exp(light - CREASE_COLOUR[c]! * depth);
				data[4 * at + c] = encoded(base[c]! * creased);
			}
			data[4 * at + 3] = 255;
		}
	}
	return { picture: { width, height, data }, face, classes: allSkin(width, height) };
}

/** Adds a stroke's depth. */
function paint(crease: Plane, { points, depth, width }: Stroke, pxPerMm: number): void {
	const at = points.map(([x, y]): Vec2 => [(x + EYES_MM[0]) * pxPerMm, (y + EYES_MM[1]) * pxPerMm]);
	const reach = 4 * width * pxPerMm;
	const xs = at.map(([x]) => x);
	const ys = at.map(([, y]) => y);
	const [left, right] = [Math.floor(Math.min(...xs) - reach), Math.ceil(Math.max(...xs) + reach)];
	const [top, bottom] = [Math.floor(Math.min(...ys) - reach), Math.ceil(Math.max(...ys) + reach)];
	for (let j = Math.max(0, top); j < Math.min(crease.height, bottom); j++) {
		for (let i = Math.max(0, left); i < Math.min(crease.width, right); i++) {
			const distance = distanceToPolyline(at, [i + 0.5, j + 0.5]) / (width * pxPerMm);
			const k = j * crease.width + i;
			crease.data[k] = crease.data[k]! + depth * Math.exp(-0.5 * distance * distance);
		}
	}
}

function noise(
	width: number,
	height: number,
	sigma: number,
	deviation: number,
	seed: number
): Plane {
	const white = plane(width, height);
	let state = seed;
	const random = (): number => {
		// Mulberry32.
		state = (state + 0x6d2b79f5) | 0;
		let t = Math.imul(state ^ (state >>> 15), 1 | state);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
	};
	for (let k = 0; k < white.data.length; k++) white.data[k] = random() + random() + random() - 1.5;
	const smooth = gaussian(white, sigma);
	const is = Math.sqrt(smooth.data.reduce((sum, v) => sum + v * v, 0) / smooth.data.length);
	for (let k = 0; k < smooth.data.length; k++) smooth.data[k] = (smooth.data[k]! * deviation) / is;
	return smooth;
}

function allSkin(width: number, height: number): SkinClasses {
	const side = 8;
	const whole = (value: number) => new Float32Array(side * side).fill(value);
	const box = { x: 0, y: 0, width, height };
	const alpha = new Uint8Array(side * side).fill(255);
	return {
		box,
		width: side,
		height: side,
		hair: whole(0),
		bodySkin: whole(0),
		faceSkin: whole(1),
		others: whole(0),
		outline: { box, width: side, height: side, alpha }
	};
}

function encoded(linear: number): number {
	return 255 * linearToSrgb(Math.max(0, Math.min(1, linear)));
}
