/**
 * The pixel law that the three renderers share: which picture point an output pixel shows and how
 * much picture it covers. The shaders repeat these few lines; the constants are written into them
 * from here, and the agreement test holds them together.
 */
import { between, intersection, type Rect, type Size } from '../../geometry/index.ts';
import type { Frame, Pane, ViewTransform } from '../render-types.ts';

/** A picture pixel footprint up to which plain interpolation is sharp and does not yet shimmer. */
export const FOOTPRINT_LIMIT = 1.5;

/** Export kernels grow no wider than this: a field that passes the fold check never shrinks more. */
export const MAX_WIDENING = 2;

/**
 * Person alpha up to which the plate under a pixel turns from the picture into the fill: the smallest
 * trace. Where the picture shows anything of the person, it is no background.
 */
export const PLATE_THRESHOLD = 1 / 255;

/** The picture at its own resolution. */
export const IN_PLACE: ViewTransform = { scale: 1, offsetX: 0, offsetY: 0, mirrored: false };

/** Picture x of the centre of output column `column`. */
export function pictureX(transform: ViewTransform, pictureWidth: number, column: number): number {
	const x = (column + 0.5 - transform.offsetX) / transform.scale;
	return transform.mirrored ? pictureWidth - x : x;
}

/** Picture y of the centre of output row `row`. */
export function pictureY(transform: ViewTransform, row: number): number {
	return (row + 0.5 - transform.offsetY) / transform.scale;
}

/** Picture pixels per output pixel before any displacement; zooming in never counts as less than 1. */
export function viewFootprint(transform: ViewTransform): number {
	return Math.max(1, 1 / transform.scale);
}

/**
 * Pyramid level for a footprint: the one on which the footprint is 1 to 2 pixels. Past
 * FOOTPRINT_LIMIT the next level is blended in, so that zooming never pops.
 */
export function levelFor(footprint: number, levelCount: number): number {
	return Math.max(0, Math.min(levelCount - 1, Math.floor(Math.log2(footprint))));
}

/** Share of level + 1, 0–1. */
export function levelBlend(footprint: number, level: number, levelCount: number): number {
	if (level >= levelCount - 1) return 0;
	const onLevel = footprint / 2 ** level;
	return Math.max(0, Math.min(1, (onLevel - FOOTPRINT_LIMIT) / (2 - FOOTPRINT_LIMIT)));
}

/** Levels that are read where a field stretches the view by up to `mostStretch`. */
export function levelsRead(
	footprint: number,
	mostStretch: number,
	levelCount: number
): { first: number; last: number } {
	const widest = footprint * mostStretch;
	const last = levelFor(widest, levelCount);
	const blended = levelBlend(widest, last, levelCount) > 0 ? 1 : 0;
	return { first: levelFor(footprint, levelCount), last: last + blended };
}

/** Factor by which the export kernel is stretched where the field shrinks the picture. */
export function kernelWidening(stretch: number): number {
	return Math.max(1, Math.min(MAX_WIDENING, stretch / FOOTPRINT_LIMIT));
}

/** Hermite step from 0 at alpha 0 to 1 at PLATE_THRESHOLD. */
export function plateShare(alpha: number): number {
	const t = Math.min(1, alpha / PLATE_THRESHOLD);
	return t * t * (3 - 2 * t);
}

/**
 * Whole output pixels whose centres fall inside `area` of the picture. Settled here once, in double
 * precision, so that no renderer decides by its own rounding where the picture ends.
 */
export function outputRect(area: Rect, transform: ViewTransform, picture: Size): Rect | null {
	const { scale, offsetX, offsetY, mirrored } = transform;
	const left = mirrored ? picture.width - area.x - area.width : area.x;
	return between(
		Math.ceil(offsetX + scale * left - 0.5),
		Math.ceil(offsetY + scale * area.y - 0.5),
		Math.ceil(offsetX + scale * (left + area.width) - 0.5),
		Math.ceil(offsetY + scale * (area.y + area.height) - 0.5)
	);
}

/** Part of the picture (px) under a rectangle of the output. */
export function pictureRect(rect: Rect, transform: ViewTransform, picture: Size): Rect {
	const { scale, offsetX, offsetY, mirrored } = transform;
	const width = rect.width / scale;
	const left = (rect.x - offsetX) / scale;
	return {
		x: mirrored ? picture.width - left - width : left,
		y: (rect.y - offsetY) / scale,
		width,
		height: rect.height / scale
	};
}

/** Output pixels of a pane that show the picture; the rest of it stays surround. */
export function visibleRect(pane: Pane, frame: Frame, picture: Size): Rect | null {
	const { width, height } = picture;
	const place = outputRect({ x: 0, y: 0, width, height }, pane.transform, picture);
	const clip = intersection(pane.clip, { x: 0, y: 0, width: frame.width, height: frame.height });
	return place === null || clip === null ? null : intersection(place, clip);
}
