import type { Px, Rect, Size } from './units.ts';
import type { Vec2 } from './vector.ts';

/** The smallest rectangle around interleaved (x, y, z) points. */
export function boundsOfPoints(points: Float64Array): Rect {
	let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
	for (let i = 0; i + 2 < points.length; i += 3) {
		left = Math.min(left, points[i]!);
		right = Math.max(right, points[i]!);
		top = Math.min(top, points[i + 1]!);
		bottom = Math.max(bottom, points[i + 1]!);
	}
	return { x: left, y: top, width: right - left, height: bottom - top };
}

export function grow({ x, y, width, height }: Rect, margin: Px): Rect {
	return {
		x: x - margin,
		y: y - margin,
		width: width + 2 * margin,
		height: height + 2 * margin
	};
}

/** The rectangle between two corners, or null where it has no area. */
export function between(x0: Px, y0: Px, x1: Px, y1: Px): Rect | null {
	return x1 > x0 && y1 > y0 ? { x: x0, y: y0, width: x1 - x0, height: y1 - y0 } : null;
}

/** Common part of two rectangles, or null. */
export function intersection(a: Rect, b: Rect): Rect | null {
	return between(
		Math.max(a.x, b.x),
		Math.max(a.y, b.y),
		Math.min(a.x + a.width, b.x + b.width),
		Math.min(a.y + a.height, b.y + b.height)
	);
}

/** The smallest rectangle around two; nothing and a rectangle are that rectangle. */
export function around(a: Rect | null, b: Rect): Rect;
export function around(a: Rect | null, b: Rect | null): Rect | null;
export function around(a: Rect | null, b: Rect | null): Rect | null {
	if (a === null || b === null) return a ?? b;
	const x = Math.min(a.x, b.x);
	const y = Math.min(a.y, b.y);
	return {
		x,
		y,
		width: Math.max(a.x + a.width, b.x + b.width) - x,
		height: Math.max(a.y + a.height, b.y + b.height) - y
	};
}

/** Does the inner one lie in the outer one entirely? */
export function contains(outer: Rect, inner: Rect): boolean {
	return (
		inner.x >= outer.x &&
		inner.y >= outer.y &&
		inner.x + inner.width <= outer.x + outer.width &&
		inner.y + inner.height <= outer.y + outer.height
	);
}

/** Whole pixels of an image within `margin` of the points; null where there are none. */
export function pixelsAround(
	points: readonly Vec2[],
	margin: Px,
	{ width, height }: Size
): Rect | null {
	const xs = points.map(([x]) => x);
	const ys = points.map(([, y]) => y);
	return between(
		Math.max(0, Math.floor(Math.min(...xs) - margin)),
		Math.max(0, Math.floor(Math.min(...ys) - margin)),
		Math.min(width, Math.ceil(Math.max(...xs) + margin)),
		Math.min(height, Math.ceil(Math.max(...ys) + margin))
	);
}
