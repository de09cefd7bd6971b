import { describe, expect, it } from 'vitest';
import { SYNTHETIC_PICTURE, syntheticFace } from '../../../tests/support/synthetic-face.ts';
import { CANONICAL_POINTS, IRIS_DIAMETER, observeFace, pointOf } from '../face/index.ts';
import type { Vec2 } from '../geometry/index.ts';
import { extentOf, glue, glueStroke, markAt, unglue, type ChartedFace } from './index.ts';
import { simplified } from './stroke.ts';
import type { DrawnMark, Shape } from './types.ts';

const PX_PER_MM = 3;

function faceAt(yaw: number): ChartedFace {
	const observation = syntheticFace({ yaw, pxPerMm: PX_PER_MM });
	const scale = { irisDiameter: IRIS_DIAMETER, pupilDistance: null };
	return observeFace(observation, observation.landmarks, scale, SYNTHETIC_PICTURE);
}

const front = faceAt(0);
const middle = pointOf(front.landmarks, 168);
const placed = (shape: Shape, points: readonly Vec2[], face = front): DrawnMark => ({
	shape,
	at: points.map((point) => unglue(face, glue(front, point)))
});
const beside = (x: number, y: number): Vec2 => [middle[0] + x, middle[1] + y];

describe('a mark', () => {
	it('is as long as the way between two landmarks, whichever way the head is turned', () => {
		const [brow, cheek] = [105, 50];
		const ends = [brow, cheek].map((landmark) => pointOf(front.landmarks, landmark));
		const [a, b] = [CANONICAL_POINTS[brow]!, CANONICAL_POINTS[cheek]!];
		const truth = Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
		for (const yaw of [0, 30]) {
			const face = faceAt(yaw);
			const extent = extentOf(face, placed('line', ends, face));
			expect(extent?.length).toBeCloseTo(truth, 1);
		}
	});

	it('encloses what a square on the forehead does', () => {
		const square = [beside(-15, -60), beside(15, -60), beside(15, -90), beside(-15, -90)];
		const extent = extentOf(front, placed('area', square));
		if (extent === null || !('squareMm' in extent)) throw new Error('not an area');
		// 10 mm by 10 mm, and a little more as the forehead leans.
		expect(extent.squareMm).toBeGreaterThan(100);
		expect(extent.squareMm).toBeLessThan(125);
		expect(extent.length).toBeGreaterThan(40);
	});

	it('has no extent where it is a point, or not all of it is seen', () => {
		expect(extentOf(front, placed('point', [middle]))).toBeNull();
		const face = faceAt(70);
		const cheeks = [50, 280].map((landmark) => pointOf(front.landmarks, landmark));
		expect(extentOf(face, placed('line', cheeks, face))).toBeNull();
	});

	it('is touched where it is, the nearest first, an area also within', () => {
		const area = placed('area', [
			beside(-60, 60),
			beside(60, 60),
			beside(60, 160),
			beside(-60, 160)
		]);
		const line = placed('line', [beside(-40, 100), beside(40, 100)]);
		const point = placed('point', [beside(0, 130)]);
		const marks = [area, line, point];
		expect(markAt(marks, beside(2, 128), 10)).toBe(2);
		expect(markAt(marks, beside(10, 104), 10)).toBe(1);
		expect(markAt(marks, beside(-30, 75), 10)).toBe(0);
		expect(markAt(marks, beside(0, 40), 10)).toBe(-1);
		expect(markAt([], middle, 10)).toBe(-1);
	});

	it('is not touched where it is hidden', () => {
		const face = faceAt(70);
		const cheeks = [50, 280].map((landmark) =>
			placed('point', [pointOf(front.landmarks, landmark)], face)
		);
		const hits = cheeks.map((mark) => markAt([mark], mark.at[0]!.at, 10));
		expect(hits.toSorted((a, b) => a - b)).toEqual([-1, 0]);
	});
});

describe('a stroke', () => {
	const wave = Array.from({ length: 200 }, (_, k): Vec2 => [k, 20 * Math.sin(k / 20)]);

	it('keeps its ends and its form with few corners', () => {
		const few = simplified(wave, 1);
		expect(few.length).toBeLessThan(40);
		expect([few[0], few.at(-1)]).toEqual([wave[0], wave.at(-1)]);
		expect(Math.max(...few.map(([, y]) => y))).toBeGreaterThan(19);
		expect(simplified(wave.slice(0, 2), 1)).toEqual(wave.slice(0, 2));
	});

	it('follows the skin by corners that are not far apart', () => {
		const line = glueStroke(front, [beside(-150, 90), beside(150, 90)], 'line');
		expect(line.length).toBeGreaterThanOrEqual(300 / (8 * PX_PER_MM));
		const [first, last] = [line[0]!, line.at(-1)!].map((anchor) => unglue(front, anchor).at);
		expect(first![0]).toBeCloseTo(beside(-150, 90)[0], 6);
		expect(last![0]).toBeCloseTo(beside(150, 90)[0], 6);
	});

	it('goes around an area once, and is no longer than the record allows', () => {
		const ring = Array.from({ length: 2000 }, (_, k): Vec2 => {
			const turn = (k / 2000) * 2 * Math.PI;
			const radius = 100 + 25 * Math.sin(60 * turn);
			return beside(radius * Math.cos(turn), 60 + radius * Math.sin(turn));
		});
		const corners = glueStroke(front, ring, 'area');
		expect(corners.length).toBeGreaterThan(20);
		expect(corners.length).toBeLessThanOrEqual(120);
		expect(corners[0]).not.toEqual(corners.at(-1));
	});
});
