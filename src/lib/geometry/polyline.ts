import type { Vec2 } from './vector.ts';

/** Distance of a point to the stretch between two others, which may be the same. */
export function distanceToStretch([ax, ay]: Vec2, [bx, by]: Vec2, [x, y]: Vec2): number {
	const [dx, dy] = [bx - ax, by - ay];
	const length = dx * dx + dy * dy;
	const along = length === 0 ? 0 : ((x - ax) * dx + (y - ay) * dy) / length;
	const t = Math.max(0, Math.min(1, along));
	return Math.hypot(x - ax - t * dx, y - ay - t * dy);
}

/** Distance of a point to a line through points in turn; of one point to that point. */
export function distanceToPolyline(line: readonly Vec2[], point: Vec2): number {
	return line.reduce(
		(least, to, k) => Math.min(least, distanceToStretch(line[k - 1] ?? to, to, point)),
		Infinity
	);
}
