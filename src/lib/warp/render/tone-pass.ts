/** What the tone passes of the two GPUs have in common: what to tone, where, with which numbers. */
import { intersection, grow, type Rect, type Size } from '../../geometry/index.ts';
import type { Frame, Pane, Tone } from '../render-types.ts';
import type { FieldGrid } from './field-grid.ts';
import { levelsRead, pictureRect, viewFootprint, visibleRect } from './law.ts';
import { levelSize } from './pyramid.ts';
import { levelTiles, type TileLayout } from './tiles.ts';
import { toneOnLevel } from './tone.ts';

/** Texels of two values that hold one sample. */
export const SAMPLE_TEXELS = 3;

/** Levels `first` to `last` over `area` of the picture (px). */
export type ToneNeed = { readonly area: Rect; readonly first: number; readonly last: number };

/** What a pane reads of the picture; `grid` null where nothing moves. */
export function toneNeed(
	pane: Pane,
	frame: Frame,
	picture: Size & { readonly levelCount: number },
	grid: FieldGrid | null
): ToneNeed | null {
	const rect = visibleRect(pane, frame, picture);
	if (rect === null) return null;
	const footprint = viewFootprint(pane.transform);
	const area = grow(pictureRect(rect, pane.transform, picture), grid?.reach ?? 0);
	return { area, ...levelsRead(footprint, grid?.mostStretch ?? 1, picture.levelCount) };
}

/** One layer of one level to be painted, within scissors in the layer's pixels. */
export type ToneJob = {
	readonly level: number;
	readonly layer: number;
	readonly uniforms: ArrayBuffer;
	readonly scissors: readonly Rect[];
};

/** `stale`: parts of the level, in its pixels. */
export function toneJobs(
	tone: Tone,
	picture: Size,
	layout: TileLayout,
	level: number,
	stale: readonly Rect[]
): ToneJob[] {
	const jobs: ToneJob[] = [];
	for (const { layer, rect } of levelTiles(layout, level, levelSize(picture, level))) {
		const scissors: Rect[] = [];
		for (const part of stale) {
			const common = intersection(part, rect);
			if (common !== null) scissors.push({ ...common, x: common.x - rect.x, y: common.y - rect.y });
		}
		if (scissors.length === 0) continue;
		const uniforms = packTonePass(tone, picture, level, layer, rect);
		jobs.push({ level, layer, uniforms, scissors });
	}
	return jobs;
}

/** Four vectors of four 32-bit numbers, in std140 as in WGSL. */
export const TONE_PASS_BYTES = 64;

function packTonePass(
	tone: Tone,
	picture: Size,
	level: number,
	layer: number,
	tile: Rect
): ArrayBuffer {
	const { perX, perY, fromX, fromY, inside } = toneOnLevel(tone, picture, level);
	const buffer = new ArrayBuffer(TONE_PASS_BYTES);
	new Float32Array(buffer).set([perX, perY, fromX, fromY]);
	const integers = new Int32Array(buffer);
	if (inside !== null) {
		const { x, y, width, height } = inside;
		integers.set([x, y, x + width, y + height], 4);
	}
	integers.set([tile.x, tile.y, level, layer], 8);
	integers.set([tone.width - 1, tone.height - 1], 12);
	return buffer;
}
