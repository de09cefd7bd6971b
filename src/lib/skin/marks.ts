import { distanceToStretch, type Mm, type Vec2 } from '../geometry/index.ts';
import { gaussian, map, plane, type Plane } from '../raster/index.ts';
import type { FoldId, Grid, Side } from './types.ts';

/** A tap or a stroke of the brush on the skin. */
export type Stroke = {
	/** `protect`: nothing changes here (a mole to keep, a scar); `pigment`: diffuse pigment is evened. */
	readonly kind: 'protect' | 'pigment';
	/** px of the picture; one for a tap. */
	readonly points: readonly Vec2[];
	readonly radiusMm: Mm;
};

/** The course of a crease, px of the picture, from above to below. */
export type FoldLine = {
	readonly fold: FoldId;
	readonly side: Side;
	readonly line: readonly Vec2[];
};

/** What a person says of the skin of one photograph; undone and kept with it. */
export type SkinMarks = {
	readonly strokes: readonly Stroke[];
	/** Where a person has drawn folds; the others stay as they were found. */
	readonly folds: readonly FoldLine[];
};

/** Sigma of the soft rim around a stroke. */
const FEATHER_MM = 0.35;
/** The rim lies outside of the stroke, sigmas: within it the mark is whole. */
const RIM = 2.5;
/** What a Gaussian leaves at `RIM` sigmas, and one sample further out, counts as all of it. */
const WHOLE = 0.97;

/** Points of the picture in samples of the grid. */
export function ontoGrid(points: readonly Vec2[], { box, width }: Grid): Vec2[] {
	const scale = width / box.width;
	return points.map(([x, y]): Vec2 => [(x - box.x) * scale, (y - box.y) * scale]);
}

/** Samples of the grid as points of the picture. */
export function ontoPicture(points: readonly Vec2[], { box, width }: Grid): Vec2[] {
	const scale = box.width / width;
	return points.map(([x, y]): Vec2 => [x * scale + box.x, y * scale + box.y]);
}

/** Where strokes lie on the grid, 0–1, feathered; null where there are none. */
export function strokesOn(grid: Grid, strokes: readonly Stroke[]): Plane | null {
	if (strokes.length === 0) return null;
	const covered = plane(grid.width, grid.height);
	for (const stroke of strokes) sweep(covered, grid, stroke);
	const soft = gaussian(covered, FEATHER_MM * grid.pxPerMm);
	return map(soft, (value) => Math.max(0, Math.min(1, value / WHOLE)));
}

function sweep(into: Plane, grid: Grid, { points, radiusMm }: Stroke): void {
	const radius = (radiusMm + RIM * FEATHER_MM) * grid.pxPerMm;
	const places = ontoGrid(points, grid);
	places.forEach((to, k) => cover(into, places[k - 1] ?? to, to, radius));
}

/** Everything within `radius` of the segment. */
function cover(into: Plane, from: Vec2, to: Vec2, radius: number): void {
	const [[ax, ay], [bx, by]] = [from, to];
	const left = Math.max(0, Math.floor(Math.min(ax, bx) - radius));
	const right = Math.min(into.width - 1, Math.ceil(Math.max(ax, bx) + radius));
	const top = Math.max(0, Math.floor(Math.min(ay, by) - radius));
	const bottom = Math.min(into.height - 1, Math.ceil(Math.max(ay, by) + radius));
	for (let j = top; j <= bottom; j++) {
		for (let i = left; i <= right; i++) {
			const away = distanceToStretch(from, to, [i + 0.5, j + 0.5]);
			if (away <= radius) into.data[j * into.width + i] = 1;
		}
	}
}
