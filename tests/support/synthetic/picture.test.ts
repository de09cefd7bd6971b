import { describe, expect, test } from 'vitest';
import { CANONICAL_NORMALS, SKIN_COUNT } from '../../../src/lib/face/index.ts';
import { rotationFromAngles, transform } from '../../../src/lib/geometry/index.ts';
import type { Vec2 } from '../../../src/lib/geometry/index.ts';
import { luma, pyramidOf, trackPoints } from '../optical-flow.ts';
import { differenceOf } from '../pixels.ts';
import {
	linedBackdrop,
	plainBackdrop,
	syntheticPicture,
	type SyntheticPicture,
	type SyntheticPictureOptions
} from './picture.ts';
import { placeOf, proceduralSkin, withLine, withSpot } from './skin.ts';

const PX_PER_MM = 3;
const PICTURE = { width: 620, height: 700 };
const CHEEK = 50;
const BESIDE_CHEEK = 205;

function drawn(options: SyntheticPictureOptions = {}): SyntheticPicture {
	return syntheticPicture({
		picture: PICTURE,
		pxPerMm: PX_PER_MM,
		eyes: [310, 320],
		...options
	});
}

function landmark({ observation }: SyntheticPicture, index: number): Vec2 {
	return [observation.landmarks[3 * index]!, observation.landmarks[3 * index + 1]!];
}

const plain = drawn();
const brightness = luma(plain.pixels);

describe('a synthetic face', () => {
	test('is where its landmarks say', () => {
		for (const pupil of [SKIN_COUNT, SKIN_COUNT + 5]) {
			const [x, y] = landmark(plain, pupil).map(Math.floor) as [number, number];
			expect(brightness.data[y * PICTURE.width + x]).toBeLessThan(20);
			expect(plain.person[y * PICTURE.width + x]).toBe(255);
		}
		expect(plain.person[10 * PICTURE.width + 10]).toBe(0);
		expect(brightness.data[10 * PICTURE.width + 10]).toBeCloseTo(199.5, 0);
	});

	test('is the same in every drawing', () => {
		expect(differenceOf(drawn().pixels, plain.pixels).largest).toBe(0);
	});

	test.each([0, -20, 35])('has skin that can be followed nearly everywhere, at yaw %i°', (yaw) => {
		const [dx, dy] = [2.3, -1.7];
		const here = drawn({ yaw });
		const there = drawn({ yaw, eyes: [310 + dx, 320 + dy] });
		const rotation = rotationFromAngles({ yaw, pitch: 0, roll: 0 });
		const facing = Array.from({ length: SKIN_COUNT }, (_, i) => i).filter(
			(i) => transform(rotation, CANONICAL_NORMALS[i]!)[2] > 0.5
		);
		const points = facing.map((i) => landmark(here, i));
		const [before, after] = [here, there].map(({ pixels }) => pyramidOf(luma(pixels)));
		const found = trackPoints(before!, after!, points, PX_PER_MM);
		const misses = found.map((moved) =>
			moved === null ? Infinity : Math.hypot(moved[0] - dx, moved[1] - dy)
		);
		expect(facing.length).toBeGreaterThan(200);
		const sorted = misses.toSorted((p, q) => p - q);
		expect(sorted[facing.length >> 1]).toBeLessThan(0.05);
		// Along the edges of lids and lips the tracker is less sure, as on a photograph.
		expect(sorted[Math.floor(0.9 * facing.length)]).toBeLessThan(0.2);
	});

	test('stands before a wall whose lines are where they were asked', () => {
		const { pixels } = drawn({ backdrop: linedBackdrop(plainBackdrop, [20, 600.5], 2) });
		const row = luma(pixels).data.subarray(0, PICTURE.width);
		expect([...row.subarray(18, 22)].map(Math.round)).toEqual([199, 73, 73, 199]);
		expect([...row.subarray(598, 603)].map(Math.round)).toEqual([199, 136, 73, 136, 199]);
	});
});

/** Pixels that a mark changes, weighted by how much of its full change they take, px². */
function markedArea(
	without: SyntheticPicture,
	marked: SyntheticPicture,
	{ x, y, width, height }: { x: number; y: number; width: number; height: number }
): number {
	const [a, b] = [luma(without.pixels), luma(marked.pixels)];
	const changes: number[] = [];
	for (let row = y; row < y + height; row++) {
		for (let column = x; column < x + width; column++) {
			const i = row * PICTURE.width + column;
			changes.push(Math.abs(a.data[i]! - b.data[i]!));
		}
	}
	const full = changes.toSorted((p, q) => q - p)[20]!;
	return changes.reduce((sum, change) => sum + Math.min(1, change / full), 0);
}

describe('marks on its skin', () => {
	const even = (): readonly [number, number, number] => [0.5, 0.3, 0.2];

	test.each([0, 25])('a spot has its place and size at yaw %i°', (yaw) => {
		const diameter = 6;
		const skin = withSpot(even, {
			at: placeOf(CHEEK),
			diameter,
			colour: [0.1, 0.05, 0.03]
		});
		const [without, marked] = [drawn({ yaw, skin: even }), drawn({ yaw, skin })];
		const [x, y] = landmark(marked, CHEEK).map(Math.round) as [number, number];
		const around = { x: x - 25, y: y - 25, width: 50, height: 50 };
		const [, , facing] = transform(
			rotationFromAngles({ yaw, pitch: 0, roll: 0 }),
			CANONICAL_NORMALS[CHEEK]!
		);
		const expected = facing * Math.PI * ((diameter / 2) * PX_PER_MM) ** 2;
		const area = markedArea(without, marked, around);
		expect(area / expected).toBeGreaterThan(0.9);
		expect(area / expected).toBeLessThan(1.1);
		expect(differenceOf(without.pixels, marked.pixels).beyondOne).toBeLessThan(
			(1.3 * expected) / (PICTURE.width * PICTURE.height)
		);
	});

	test('a line is as wide and as dark as asked', () => {
		const width = 4;
		const path = [placeOf(CHEEK), placeOf(BESIDE_CHEEK)];
		const marked = drawn({ skin: withLine(even, { path, width, depth: 0.4 }) });
		const [a, b] = path.map((_, i) => landmark(marked, [CHEEK, BESIDE_CHEEK][i]!)) as [Vec2, Vec2];
		const [x, y] = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
		const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
		const [nx, ny] = [-(b[1] - a[1]) / length, (b[0] - a[0]) / length];
		const linear = ({ pixels: { data } }: SyntheticPicture, away: number): number => {
			const column = Math.floor(x + away * nx);
			const row = Math.floor(y + away * ny);
			return (data[4 * (row * PICTURE.width + column)]! / 255) ** 2.2;
		};
		const bare = drawn({ skin: even });
		const share = (away: number): number => linear(marked, away) / linear(bare, away);
		expect(share(0)).toBeCloseTo(0.6, 1);
		expect(share((width * PX_PER_MM) / 2)).toBeCloseTo(0.8, 1);
		expect(share(-(width * PX_PER_MM) / 2)).toBeCloseTo(0.8, 1);
		expect(share(2 * width * PX_PER_MM)).toBeCloseTo(1, 2);
	});

	test('fine detail is left out where pixels cannot show it', () => {
		const skin = proceduralSkin();
		const roughness = (resolution: number): number => {
			let sum = 0;
			for (let i = 0; i < 200; i++) {
				const [a] = skin([0.4 * i, 0, 60], resolution);
				const [b] = skin([0.4 * i + 0.4, 0, 60], resolution);
				sum += Math.abs(a - b);
			}
			return sum;
		};
		expect(roughness(0.1)).toBeGreaterThan(2 * roughness(1));
	});
});
