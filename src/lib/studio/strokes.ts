import { distanceToPolyline, type Vec2 } from '../geometry/index.ts';
import type { Stroke } from '../skin/index.ts';

/** Points of a stroke closer than this share of its radius say nothing new. */
const STEP = 0.25;

/** The stroke drawn on to a point of the picture, px; the same stroke while the finger rests. */
export function drawnTo(stroke: Stroke, to: Vec2, pxPerMm: number): Stroke {
	const last = stroke.points.at(-1);
	const step = STEP * stroke.radiusMm * pxPerMm;
	if (last !== undefined && away(last, to) < step) return stroke;
	return { ...stroke, points: [...stroke.points, to] };
}

/** The newest stroke within `reach` of a point, both px of the picture; null where there is none. */
export function strokeAt(
	strokes: readonly Stroke[],
	point: Vec2,
	reach: number,
	pxPerMm: number
): Stroke | null {
	const covers = ({ points, radiusMm }: Stroke) =>
		distanceToPolyline(points, point) <= radiusMm * pxPerMm + reach;
	return strokes.findLast(covers) ?? null;
}

function away([ax, ay]: Vec2, [bx, by]: Vec2): number {
	return Math.hypot(bx - ax, by - ay);
}
