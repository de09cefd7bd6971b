import { describe, expect, it } from 'vitest';
import type { Vec2 } from '../../src/lib/geometry/index.ts';
import { luma, pyramidOf, trackPoints, windowFor, type Gray } from './optical-flow.ts';

const SIZE = 240;
const PX_PER_MM = 3;
const POINTS: readonly Vec2[] = [60, 100, 140, 180].flatMap((x) =>
	[60, 100, 140, 180].map((y): Vec2 => [x + 0.3, y - 0.2])
);

/** Irregular smooth texture, known at every real position. */
function texture(x: number, y: number): number {
	return (
		128 +
		30 * Math.sin(0.31 * x + 0.11 * y) +
		25 * Math.sin(0.17 * y - 0.07 * x + 1) +
		20 * Math.sin(0.43 * x - 0.37 * y + 2) +
		30 * Math.sin(0.021 * x * Math.sin(0.01 * y) + 0.05 * y)
	);
}

/** The texture where each pixel takes its value from `source`, at pixel centres. */
function picture(source: (x: number, y: number) => Vec2): Gray {
	const data = new Float32Array(SIZE * SIZE);
	for (let y = 0; y < SIZE; y++) {
		for (let x = 0; x < SIZE; x++) data[y * SIZE + x] = texture(...source(x + 0.5, y + 0.5));
	}
	return { width: SIZE, height: SIZE, data };
}

const before = pyramidOf(picture((x, y) => [x, y]));

function missed(found: readonly (Vec2 | null)[], truth: (point: Vec2) => Vec2): number[] {
	return found.map((movement, i) => {
		const [dx, dy] = truth(POINTS[i]!);
		return movement === null ? Infinity : Math.hypot(movement[0] - dx, movement[1] - dy);
	});
}

describe('the tracker', () => {
	it.each([
		[0, 0],
		[0.4, -0.3],
		[2.3, -1.7],
		[-7.6, 4.2]
	])('follows a shift by (%f, %f) px within 0.1 px', (dx, dy) => {
		const after = pyramidOf(picture((x, y) => [x - dx, y - dy]));
		const found = trackPoints(before, after, POINTS, PX_PER_MM);
		for (const miss of missed(found, () => [dx, dy])) expect(miss).toBeLessThan(0.1);
	});

	it('follows a smooth warp within 0.1 px at every point', () => {
		// The bump is defined backward, so the truth is its inverse, found by fixed point.
		const bump = (x: number, y: number): Vec2 => {
			const weight = 3 * Math.exp(-((x - 120) ** 2 + (y - 120) ** 2) / (2 * 60 ** 2));
			return [weight, -0.6 * weight];
		};
		const inverse = ([x, y]: Vec2): Vec2 => {
			let moved: Vec2 = [0, 0];
			for (let i = 0; i < 30; i++) {
				const [dx, dy] = bump(x + moved[0], y + moved[1]);
				moved = [dx, dy];
			}
			return moved;
		};
		const after = pyramidOf(
			picture((x, y) => {
				const [dx, dy] = bump(x, y);
				return [x - dx, y - dy];
			})
		);
		const found = trackPoints(before, after, POINTS, PX_PER_MM);
		for (const miss of missed(found, inverse)) expect(miss).toBeLessThan(0.1);
	});

	it('gives no answer where there is no texture', () => {
		const flat = { width: SIZE, height: SIZE, data: new Float32Array(SIZE * SIZE).fill(90) };
		const levels = pyramidOf(flat);
		expect(trackPoints(levels, levels, POINTS, PX_PER_MM)).toEqual(POINTS.map(() => null));
	});

	it('gives no answer where following back leads elsewhere', () => {
		const unrelated = pyramidOf(picture((x, y) => [x * 1.9 + 40, SIZE - 0.7 * y]));
		const found = trackPoints(before, unrelated, POINTS, PX_PER_MM);
		expect(found.filter((movement) => movement === null).length).toBeGreaterThan(12);
	});

	it('uses an odd window of 6 mm, at least 9 px', () => {
		expect([0.7, 1.4, 2.5, 3.3, 12].map(windowFor)).toEqual([9, 9, 15, 21, 73]);
	});

	it('weighs the channels as luma', () => {
		const data = new Uint8ClampedArray([255, 0, 0, 255, 0, 255, 0, 255, 0, 0, 255, 255]);
		const gray = luma({ width: 3, height: 1, data });
		expect([...gray.data].map(Math.round)).toEqual([76, 150, 29]);
	});
});
