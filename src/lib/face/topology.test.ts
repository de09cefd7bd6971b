import { expect, test } from 'vitest';
import {
	CANONICAL_NORMALS,
	CANONICAL_POINTS,
	LANDMARK_COUNT,
	LANDMARK_GROUPS,
	MIRROR,
	TRIANGLES
} from './index.ts';

test('mirrored landmarks lie at mirrored places of the canonical face', () => {
	expect(MIRROR).toHaveLength(LANDMARK_COUNT);
	CANONICAL_POINTS.forEach(([x, y, z], landmark) => {
		const [mx, my, mz] = CANONICAL_POINTS[MIRROR[landmark]!]!;
		expect(Math.hypot(x + mx, y - my, z - mz), `landmark ${landmark}`).toBeLessThan(1e-6);
		expect(MIRROR[MIRROR[landmark]!]).toBe(landmark);
	});
});

test('right and left groups are each other’s mirror image', () => {
	for (const [name, group] of Object.entries(LANDMARK_GROUPS)) {
		expect(new Set(group).size, name).toBe(group.length);
		if (!name.startsWith('R_')) continue;
		const left = LANDMARK_GROUPS[name.replace('R_', 'L_') as keyof typeof LANDMARK_GROUPS];
		const mirrored = group.map((landmark) => MIRROR[landmark]!);
		expect(new Set(left), name).toEqual(new Set(mirrored));
		for (const landmark of group) expect(CANONICAL_POINTS[landmark]![0], name).toBeLessThan(0);
	}
});

test('the canonical irises are 11.7 mm wide, 63 mm apart and lie behind the lids', () => {
	const [right, left] = [CANONICAL_POINTS[468]!, CANONICAL_POINTS[473]!];
	expect(left[0] - right[0]).toBeGreaterThan(62);
	expect(left[0] - right[0]).toBeLessThan(65);
	for (const [rim, opposite] of [
		[469, 471],
		[470, 472],
		[474, 476],
		[475, 477]
	] as const) {
		const [a, b] = [CANONICAL_POINTS[rim]!, CANONICAL_POINTS[opposite]!];
		expect(Math.hypot(a[0] - b[0], a[1] - b[1])).toBeCloseTo(11.7, 9);
	}
});

test('normals have unit length and point out of the head', () => {
	const [tip, rightCheek, leftCheek] = [4, 234, 454].map((one) => CANONICAL_NORMALS[one]!);
	expect(tip![2]).toBeGreaterThan(0.9);
	expect(rightCheek![0]).toBeLessThan(-0.8);
	expect(leftCheek![0]).toBeGreaterThan(0.8);
	for (const normal of CANONICAL_NORMALS) expect(Math.hypot(...normal)).toBeCloseTo(1, 9);
	expect(TRIANGLES).toHaveLength(898);
});
