import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Vec2 } from '../geometry/index.ts';
import {
	alongEach,
	bilinear,
	boundsWhere,
	convexHull,
	dilate,
	erode,
	fillPolygon,
	filters,
	gaussian,
	lifted,
	map,
	normalised,
	plane,
	resize,
	widened,
	type Plane
} from './index.ts';

function noise(width: number, height: number, seed = 1): Plane {
	let state = seed;
	return map(plane(width, height), () => {
		state = (state * 48271) % 2147483647;
		return state / 2147483647;
	});
}

function mirrored({ width, height, data }: Plane): Plane {
	const result = plane(width, height);
	for (let j = 0; j < height; j++) {
		for (let i = 0; i < width; i++) result.data[j * width + i] = data[j * width + width - 1 - i]!;
	}
	return result;
}

const sum = ({ data }: Plane): number => data.reduce((total, value) => total + value, 0);

function largestDifference(a: Plane, b: Plane): number {
	return a.data.reduce((most, value, i) => Math.max(most, Math.abs(value - b.data[i]!)), 0);
}

describe('gaussian', () => {
	it.each([0.7, 1.5, 2.4, 6, 14])('spreads a point by its sigma of %f px', (sigma) => {
		const source = plane(161, 161);
		source.data[80 * 161 + 80] = 1;
		const blurred = gaussian(source, sigma);
		let variance = 0;
		blurred.data.forEach((value, i) => (variance += value * ((i % 161) - 80) ** 2));
		// On a reduced plane a single point weighs a little more or less with its place between samples.
		expect(sum(blurred)).toBeCloseTo(1, 2);
		expect(Math.sqrt(variance) / sigma).toBeGreaterThan(0.95);
		expect(Math.sqrt(variance) / sigma).toBeLessThan(1.08);
	});

	it.each([0.8, 3, 9])('keeps a constant and mirrors with its source, sigma %f px', (sigma) => {
		expect(largestDifference(gaussian(plane(40, 30, 2), sigma), plane(40, 30, 2))).toBeLessThan(
			1e-5
		);
		const source = noise(64, 33);
		const turned = gaussian(mirrored(source), sigma);
		expect(largestDifference(mirrored(turned), gaussian(source, sigma))).toBeLessThan(1e-5);
	});
});

describe('normalised', () => {
	it('does not see what has no weight', () => {
		const values = map(noise(60, 40), (value) => 1 + 0 * value);
		const weights = plane(60, 40, 1);
		for (let i = 0; i < 60 * 40; i++) {
			if (i % 60 < 30) continue;
			values.data[i] = 100;
			weights.data[i] = 0;
		}
		const blurred = normalised(values, weights, 3);
		for (let j = 0; j < 40; j++) expect(blurred.data[j * 60 + 29]).toBeCloseTo(1, 2);
	});
});

describe('dilate and erode', () => {
	it('are the extremes over a disc', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 1, max: 1e6 }),
				fc.integer({ min: 1, max: 6 }),
				(seed, radius) => {
					const source = noise(23, 17, seed);
					const [grown, shrunk] = [dilate(source, radius), erode(source, radius)];
					for (const at of [0, 5 * 23 + 11, 16 * 23 + 22]) {
						const [x, y] = [at % 23, Math.floor(at / 23)];
						const near = [...source.data].filter(
							(_, i) => Math.hypot((i % 23) - x, Math.floor(i / 23) - y) <= radius
						);
						expect(grown.data[at]).toBe(Math.max(...near));
						expect(shrunk.data[at]).toBe(Math.min(...near));
					}
				}
			),
			{ numRuns: 30 }
		);
	});
});

describe('on a mask that is mostly empty', () => {
	const patch = noise(12, 9);
	const mask = plane(80, 70, 0.5);
	for (let j = 0; j < 9; j++)
		mask.data.set(patch.data.subarray(12 * j, 12 * j + 12), (40 + j) * 80);
	const near = (at: number, radius: number): number[] => {
		const [x, y] = [at % 80, Math.floor(at / 80)];
		const found: number[] = [];
		for (let j = Math.max(0, y - radius); j <= Math.min(69, y + radius); j++) {
			for (let i = Math.max(0, x - radius); i <= Math.min(79, x + radius); i++) {
				if (Math.hypot(i - x, j - y) <= radius) found.push(mask.data[j * 80 + i]!);
			}
		}
		return found;
	};

	it('extremes are those of the whole mask', () => {
		const [grown, shrunk] = [dilate(mask, 5), erode(mask, 5)];
		for (let at = 0; at < mask.data.length; at += 7) {
			expect(grown.data[at]).toBe(Math.max(...near(at, 5)));
			expect(shrunk.data[at]).toBe(Math.min(...near(at, 5)));
		}
	});

	it('a blur is that of the whole mask', () => {
		// With this much of unevenness nothing can be left out.
		const everywhere = map(mask, noise(80, 70, 5), (value, n) => value + 1e-6 * n);
		expect(largestDifference(gaussian(mask, 2), gaussian(everywhere, 2))).toBeLessThan(2e-6);
	});
});

describe('fillPolygon', () => {
	it('covers the polygon’s area', () => {
		const triangle: Vec2[] = [
			[3.3, 2.2],
			[17.1, 5.9],
			[6.4, 18.8]
		];
		const area = 0.5 * Math.abs((17.1 - 3.3) * (18.8 - 2.2) - (6.4 - 3.3) * (5.9 - 2.2));
		expect(sum(fillPolygon(24, 24, triangle))).toBeCloseTo(area, 0);
	});

	it('is empty for a polygon outside', () => {
		const away: Vec2[] = [
			[40, 40],
			[50, 40],
			[45, 50]
		];
		expect(sum(fillPolygon(24, 24, away))).toBe(0);
	});
});

describe('convexHull', () => {
	it('leaves out what lies inside', () => {
		const square: Vec2[] = [
			[0, 0],
			[4, 0],
			[4, 4],
			[0, 4]
		];
		const hull = convexHull([...square, [2, 2], [1, 3]]);
		expect(new Set(hull.map(String))).toEqual(new Set(square.map(String)));
	});
});

describe('resize', () => {
	it('keeps the mean where it shrinks and a ramp where it grows', () => {
		const source = noise(48, 36);
		const small = resize(source, 16, 12);
		expect(sum(small) / (16 * 12)).toBeCloseTo(sum(source) / (48 * 36), 3);
		const ramp = map(plane(10, 4), () => 0);
		ramp.data.forEach((_, i) => (ramp.data[i] = i % 10));
		const large = resize(ramp, 30, 4);
		for (let i = 5; i < 25; i++) expect(large.data[i]).toBeCloseTo((i + 0.5) / 3 - 0.5, 4);
	});

	it('agrees with reading between the pixels', () => {
		const source = noise(8, 8);
		expect(resize(source, 16, 16).data[5 * 16 + 7]).toBeCloseTo(bilinear(source, 3.75, 2.75), 5);
	});
});

describe('boundsWhere and widened', () => {
	it('hold every pixel that is meant, and stay on the plane', () => {
		const bounds = boundsWhere(10, 8, (at) => at === 12 || at === 55);
		expect(bounds).toEqual({ x: 2, y: 1, width: 4, height: 5 });
		const grown = widened({ x: 2, y: 1, width: 4, height: 5 }, 2.2, { width: 10, height: 8 });
		expect(grown).toEqual({ x: 0, y: 0, width: 9, height: 8 });
		expect(boundsWhere(10, 8, () => false)).toBeNull();
	});
});

describe('along lines', () => {
	const ANGLES = Array.from({ length: 12 }, (_, k) => (k * Math.PI) / 12);
	const SIDE = 61;
	/** 1 within a pixel of a line through the middle. */
	const lineAt = (angle: number): Plane => {
		const line = plane(SIDE, SIDE);
		line.data.forEach((_, at) => {
			const [x, y] = [(at % SIDE) - SIDE / 2 + 0.5, Math.floor(at / SIDE) - SIDE / 2 + 0.5];
			if (Math.abs(x * Math.sin(angle) - y * Math.cos(angle)) < 1) line.data[at] = 1;
		});
		return line;
	};
	const MIDDLE = (SIDE * SIDE - 1) / 2;

	it.each(ANGLES)('keeps a line at its own angle, %f, and no other', (angle) => {
		const blurred = alongEach(lineAt(angle), ANGLES, 5).map(({ data }) => data[MIDDLE]!);
		const own = ANGLES.indexOf(angle);
		expect(blurred[own]).toBeGreaterThan(0.95);
		expect(blurred[(own + 6) % 12]).toBeLessThan(0.35);
	});

	it('keeps a constant, and mirrors with its source', () => {
		const [even] = alongEach(plane(33, 20, 2), [0.4], 4);
		expect(largestDifference(even!, plane(33, 20, 2))).toBeLessThan(1e-5);
		const source = noise(64, 33);
		for (const angle of ANGLES) {
			const [turned] = alongEach(mirrored(source), [Math.PI - angle], 4);
			const [straight] = alongEach(source, [angle], 4);
			expect(largestDifference(mirrored(turned!), straight!)).toBeLessThan(1e-5);
		}
	});

	it.each([true, false])(
		'measures by how much both flanks are lighter, upright: %s',
		(isUpright) => {
			const source = noise(31, 22);
			const [share, most, distance] = [0.1, 1.3, 2.25];
			const on = filters();
			const answer = on.empty(source);
			on.raiseToFlanked(on.lay(source, { x: 0, y: 0, width: 31, height: 22 }), answer, {
				distance,
				isUpright,
				share,
				most
			});
			const found = lifted(on, answer);
			const step = isUpright ? 31 : 1;
			found.data.forEach((value, at) => {
				const [x, y] = [at % 31, Math.floor(at / 31)];
				const place = isUpright ? y : x;
				const within = place >= 3 && place < (isUpright ? 22 : 31) - 3;
				const flank = (by: number): number => {
					const near = source.data[at + 2 * by]!;
					return near + 0.25 * (source.data[at + 3 * by]! - near) - source.data[at]!;
				};
				const [one, other] = within ? [flank(-step), flank(step)] : [0, 0];
				const smaller = Math.min(one, other);
				const expected = Math.min(most * smaller, smaller + share * Math.abs(one - other));
				expect(value).toBeCloseTo(Math.max(0, expected), 5);
			});
		}
	);
});
