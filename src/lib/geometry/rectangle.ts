import type { Px, Rect } from './units.ts';

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
