/** Marks as they lie in one photograph: how large, and which one is touched. */
import { distanceToPolyline, type Vec2, type Vec3 } from '../geometry/index.ts';
import type { ChartedFace, DrawnMark, Extent, Placed } from './types.ts';

const ringOf = <T>(line: readonly T[]): readonly T[] => [...line, ...line.slice(0, 1)];

function inMm({ scale }: ChartedFace, { at: [x, y], depth }: Placed): Vec3 {
	return [x / scale.pxPerMm, y / scale.pxPerMm, depth / scale.pxPerMm];
}

function lengthOf(line: readonly Vec3[]): number {
	return line.reduce((sum, [x, y, z], k) => {
		const [px, py, pz] = line[k - 1] ?? [x, y, z];
		return sum + Math.hypot(x - px, y - py, z - pz);
	}, 0);
}

/** Of the flat area that has this outline's shadow from every side: a bulging one is a little larger. */
function areaOf(line: readonly Vec3[]): number {
	const [ox, oy, oz] = line[0] ?? [0, 0, 0];
	let [nx, ny, nz] = [0, 0, 0];
	line.forEach((from, k) => {
		const to = line[(k + 1) % line.length]!;
		const [ax, ay, az] = [from[0] - ox, from[1] - oy, from[2] - oz];
		const [bx, by, bz] = [to[0] - ox, to[1] - oy, to[2] - oz];
		nx += ay * bz - az * by;
		ny += az * bx - ax * bz;
		nz += ax * by - ay * bx;
	});
	return Math.hypot(nx, ny, nz) / 2;
}

/**
 * Of a line its length, of an area its outline's length and mm². Null for a point, and where the camera
 * does not see all of it.
 */
export function extentOf(face: ChartedFace, { shape, at }: DrawnMark): Extent {
	if (shape === 'point' || at.some(({ isVisible }) => !isVisible)) return null;
	const line = at.map((one) => inMm(face, one));
	if (shape === 'line') return { length: lengthOf(line) };
	return { length: lengthOf(ringOf(line)), squareMm: areaOf(line) };
}

/** By the even-odd rule; both in px. */
function isInside(ring: readonly Vec2[], [x, y]: Vec2): boolean {
	return ring.reduce((inside, [bx, by], k) => {
		const [ax, ay] = ring.at(k - 1)!;
		if (ay > y === by > y) return inside;
		return x < ax + ((y - ay) / (by - ay)) * (bx - ax) ? !inside : inside;
	}, false);
}

function distanceTo({ shape, at }: DrawnMark, point: Vec2): number {
	const line = at.map((one) => one.at);
	return distanceToPolyline(shape === 'area' ? ringOf(line) : line, point);
}

/**
 * Which mark is meant by a touch at a place (px): the nearest of those within `reach`, else the last drawn
 * area around it; −1 for none. A mark that the camera does not see is not touched.
 */
export function markAt(marks: readonly DrawnMark[], point: Vec2, reach: number): number {
	const seen = marks.map(({ at }) => at.some(({ isVisible }) => isVisible));
	const distances = marks.map((mark, k) => (seen[k] === true ? distanceTo(mark, point) : Infinity));
	const least = Math.min(...distances);
	if (least <= reach) return distances.lastIndexOf(least);
	return marks.findLastIndex(
		({ shape, at }, k) =>
			seen[k] === true &&
			shape === 'area' &&
			isInside(
				at.map((one) => one.at),
				point
			)
	);
}
