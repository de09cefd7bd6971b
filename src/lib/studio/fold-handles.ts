import type { Vec2 } from '../geometry/index.ts';

/** By how many points a fold's line is taken. */
const HANDLES = 4;

/** Where along a line of `count` points its handles are. */
export function handlesOf(count: number): readonly number[] {
	return Array.from({ length: HANDLES }, (_, k) => Math.round((k * (count - 1)) / (HANDLES - 1)));
}

/**
 * The line with one handle moved to a point. What lies between it and its neighbours follows smoothly,
 * so that a found course keeps its shape; the other handles stay.
 */
export function bent(line: readonly Vec2[], handle: number, [x, y]: Vec2): Vec2[] {
	const handles = handlesOf(line.length);
	const at = handles[handle] ?? 0;
	const [fromX, fromY] = line[at] ?? [x, y];
	const before = handles[handle - 1] ?? at;
	const after = handles[handle + 1] ?? at;
	return line.map(([px, py], k): Vec2 => {
		const end = k < at ? before : after;
		const share = k === at ? 1 : Math.max(0, Math.min(1, (k - end) / (at - end || Infinity)));
		const weight = share * share * (3 - 2 * share);
		return [px + weight * (x - fromX), py + weight * (y - fromY)];
	});
}
