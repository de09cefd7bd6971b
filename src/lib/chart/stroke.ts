/** What a finger draws, as few corners as show it. */
import { distanceToStretch, type Mm, type Vec2 } from '../geometry/index.ts';
import { glue } from './anchor.ts';
import type { Anchor, ChartedFace } from './types.ts';

/** A finger is no more exact. */
const TOLERANCE: Mm = 0.6;
/** Stretches follow the skin from corner to corner, so they are short. */
const LONGEST: Mm = 8;
const MOST = 120;

/** The line through fewer of its points, none further from it than `tolerance` (Douglas and Peucker 1973). */
export function simplified(line: readonly Vec2[], tolerance: number): readonly Vec2[] {
	const [first, last] = [line[0], line.at(-1)];
	if (first === undefined || last === undefined || line.length < 3) return line;
	let [furthest, at] = [0, 0];
	line.forEach((point, k) => {
		const distance = distanceToStretch(first, last, point);
		if (distance > furthest) [furthest, at] = [distance, k];
	});
	if (furthest <= tolerance) return [first, last];
	return [
		...simplified(line.slice(0, at + 1), tolerance).slice(0, -1),
		...simplified(line.slice(at), tolerance)
	];
}

function divided(line: readonly Vec2[], longest: number): readonly Vec2[] {
	return line.flatMap((to, k): readonly Vec2[] => {
		const from = line[k - 1];
		if (from === undefined) return [to];
		const parts = Math.ceil(Math.hypot(to[0] - from[0], to[1] - from[1]) / longest) || 1;
		return Array.from({ length: parts }, (_, part): Vec2 => {
			const t = (part + 1) / parts;
			return [from[0] + t * (to[0] - from[0]), from[1] + t * (to[1] - from[1])];
		});
	});
}

/** A drawn line (px) on the face; an area's runs around it, and ends where it began. At most 120 corners. */
export function glueStroke(
	face: ChartedFace,
	line: readonly Vec2[],
	shape: 'line' | 'area'
): readonly Anchor[] {
	const { pxPerMm } = face.scale;
	const closed = shape === 'area' ? [...line, ...line.slice(0, 1)] : line;
	let tolerance = TOLERANCE * pxPerMm;
	let longest = LONGEST * pxPerMm;
	let corners = divided(simplified(closed, tolerance), longest);
	while (corners.length > MOST) {
		tolerance *= 1.5;
		longest *= 1.5;
		corners = divided(simplified(closed, tolerance), longest);
	}
	const own = shape === 'area' ? corners.slice(0, -1) : corners;
	return own.map((point) => glue(face, point));
}
