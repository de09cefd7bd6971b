/**
 * The tone law that the three renderers share: `skin` says what a tone means, this file how a pixel
 * of a pyramid level reads it. The shaders repeat it with the constants written in from here.
 */
import { around, intersection, type Rect, type Size } from '../../geometry/index.ts';
import type { Tone } from '../render-types.ts';
import { levelSize } from './pyramid.ts';

/** Values per sample: log gain red, green, blue; pores; base; unused. */
export const SAMPLE_VALUES = 6;
/** Largest log distance from the base that counts as pores. */
export const PORE_LIMIT = 0.2;

/** How far from its centre a sample is felt, samples. */
const SPLINE_REACH = 2;

/** Uniform cubic B-spline: the four tap weights at `t` (0–1) between the second and the third tap. */
export function splineWeights(t: number): [number, number, number, number] {
	const s = 1 - t;
	return [
		(s * s * s) / 6,
		((3 * t - 6) * t * t + 4) / 6,
		((3 * s - 6) * s * s + 4) / 6,
		(t * t * t) / 6
	];
}

/**
 * Where the pixels of one pyramid level lie in a tone. Pixel (x, y) has its centre at
 * ((x + 0.5) · perX + fromX, …) samples from the centre of the first; taps past the border repeat it.
 */
export type ToneOnLevel = {
	readonly perX: number;
	readonly perY: number;
	readonly fromX: number;
	readonly fromY: number;
	/** Level pixels whose centres lie in the tone's box: no others are touched. Null where none. */
	readonly inside: Rect | null;
};

export function toneOnLevel(tone: Tone, picture: Size, level: number): ToneOnLevel {
	const size = levelSize(picture, level);
	const samplesX = tone.width / tone.box.width;
	const samplesY = tone.height / tone.box.height;
	return {
		perX: (samplesX * picture.width) / size.width,
		perY: (samplesY * picture.height) / size.height,
		fromX: -0.5 - tone.box.x * samplesX,
		fromY: -0.5 - tone.box.y * samplesY,
		inside: pixelsIn(tone.box, picture, size)
	};
}

/** Pixels of a level of `size` whose centres lie in `area` of the picture. */
function pixelsIn(area: Rect, picture: Size, size: Size): Rect | null {
	const perX = size.width / picture.width;
	const perY = size.height / picture.height;
	const x = Math.ceil(area.x * perX - 0.5);
	const y = Math.ceil(area.y * perY - 0.5);
	const width = Math.ceil((area.x + area.width) * perX - 0.5) - x;
	const height = Math.ceil((area.y + area.height) * perY - 0.5) - y;
	return intersection({ x, y, width, height }, { x: 0, y: 0, ...size });
}

/** What setting `next` after `last` changes: samples (null: not the same ones), part of the picture. */
export type ToneChange = { readonly samples: Rect | null; readonly area: Rect };

/** `changed`: the samples in which two tones on the same grid differ; absent: all of them may. */
export function changeOf(last: Tone, next: Tone, changed: Rect | undefined): ToneChange {
	if (!sameGrid(last, next)) return { samples: null, area: around(last.box, next.box) };
	const whole = { x: 0, y: 0, width: next.width, height: next.height };
	const samples = changed ?? whole;
	return { samples, area: feltIn(next, samples) };
}

/** Whether samples of one lie where those of the other do. */
function sameGrid(a: Tone, b: Tone): boolean {
	return (
		a.width === b.width &&
		a.height === b.height &&
		a.box.x === b.box.x &&
		a.box.y === b.box.y &&
		a.box.width === b.box.width &&
		a.box.height === b.box.height
	);
}

/** Part of the picture (px) in which samples are felt. */
function feltIn({ box, width, height }: Tone, samples: Rect): Rect {
	const stepX = box.width / width;
	const stepY = box.height / height;
	const reach = SPLINE_REACH - 0.5;
	return {
		x: box.x + (samples.x - reach) * stepX,
		y: box.y + (samples.y - reach) * stepY,
		width: (samples.width + 2 * reach) * stepX,
		height: (samples.height + 2 * reach) * stepY
	};
}
