import type { Rect, Vec2 } from '../geometry/index.ts';
import type { Plane } from '../raster/index.ts';

/**
 * The working grid of one face: `width` × `height` samples over `box` of the picture (px), at
 * `pxPerMm` samples per millimetre (2 to 3.5), whatever the size of the photograph.
 */
export type Grid = {
	readonly box: Rect;
	readonly width: number;
	readonly height: number;
	readonly pxPerMm: number;
};

/** Red, green, blue on the grid. */
export type Rgb = readonly [Plane, Plane, Plane];

/** As in plans: the subject's. */
export const SIDES = ['right', 'left'] as const;
export type Side = (typeof SIDES)[number];

/** Where lines are looked for. */
export type LineRegion =
	| 'forehead'
	| 'glabella'
	| 'crows_feet'
	| 'infraorbital'
	| 'bunny'
	| 'perioral'
	| 'chin'
	| 'cheek'
	| 'upper_lid'
	| 'neck';

/** Creases with a course of their own. */
export type FoldId = 'nasolabial' | 'marionette' | 'tear_trough' | 'labiomental' | 'prejowl';

/** One face, prepared for the analyses. All planes are on the grid; 0–1 unless stated. */
export type SkinPhoto = {
	readonly grid: Grid;
	/** Linear light, 0–1. */
	readonly linear: Rgb;
	/** Optical density per channel: −ln max(linear, 0.004). */
	readonly density: Rgb;
	/** ln max(Y, 0.004), Y = 0.2126 R + 0.7152 G + 0.0722 B. */
	readonly logY: Plane;
	/** 478 landmarks on the grid, grid px. */
	readonly points: readonly Vec2[];
	/** Height of each landmark towards the camera, mm. */
	readonly heightsMm: Float64Array;
	/** Unit vectors on the grid: from chin to forehead, and to the picture's right of it. */
	readonly up: Vec2;
	readonly across: Vec2;
	readonly masks: {
		/** Facial skin without eyes, brows, lips, nostrils, hair, glasses. */
		readonly skin: Plane;
		/** `skin` eroded by 0.8 mm and feathered by 0.6 mm: what an effect may touch. */
		readonly feather: Plane;
		/** Skin of the neck below the face's oval, feathered. */
		readonly neck: Plane;
		readonly eyes: Plane;
		readonly lips: Plane;
		readonly hair: Plane;
		/** Dark frames, strands and the like, by the dark guard. */
		readonly dark: Plane;
	};
};

/**
 * Effects that fill the same crease or shadow combine by signed maximum within `relief`; `colour`
 * effects add to them.
 */
export type Family = 'relief' | 'colour';

/** What an analysis finds on a part of the grid; nothing elsewhere. */
export type Layer = {
	/** Samples of the grid. */
	readonly rect: Rect;
	/** ln of the gain of linear light at strength 1, over `rect`. */
	readonly gain: Rgb;
};

/**
 * What a renderer multiplies the photograph with, over `box` of the picture (px), `width` × `height`
 * samples, sampled by a cubic B-spline. At a picture point with colour `c` (linear light), log
 * luminance `l = ln max(Y(c), 0.004)`:
 *
 *   out = c · exp( gain − pores · clip(l − base, ±0.2) )
 *
 * Six planes interleaved per sample: gain red, green, blue; pores (0–0.4); base (ln Y); unused 0.
 * Outside the box, and where gain and pores are 0, the photograph's bytes stay as they are.
 */
export type Tone = {
	readonly box: Rect;
	readonly width: number;
	readonly height: number;
	readonly data: Float32Array<ArrayBuffer>;
};
