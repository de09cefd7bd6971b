import { expect, test } from 'vitest';
import { distanceToPolyline, distanceToStretch, type Vec2 } from './index.ts';

test('a stretch is as far as its nearest point, an end beyond its ends', () => {
	expect(distanceToStretch([0, 0], [10, 0], [4, 3])).toBe(3);
	expect(distanceToStretch([0, 0], [10, 0], [13, 4])).toBe(5);
	expect(distanceToStretch([2, 2], [2, 2], [5, 6])).toBe(5);
});

test('a line is as far as its nearest stretch', () => {
	const corner: Vec2[] = [
		[0, 0],
		[10, 0],
		[10, 10]
	];
	expect(distanceToPolyline(corner, [12, 7])).toBe(2);
	expect(distanceToPolyline([[1, 1]], [4, 5])).toBe(5);
});
