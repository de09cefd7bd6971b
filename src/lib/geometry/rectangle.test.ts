import { expect, test } from 'vitest';
import { around, boundsOfPoints, contains, grow, intersection, pixelsAround } from './index.ts';

test('bounds hold every point and ignore depth; growing adds the margin on each side', () => {
	const bounds = boundsOfPoints(Float64Array.of(3, 4, 900, -1, 10, -900, 5, 6, 0));
	expect(bounds).toEqual({ x: -1, y: 4, width: 6, height: 6 });
	expect(grow(bounds, 2)).toEqual({ x: -3, y: 2, width: 10, height: 10 });
});

const A = { x: 0, y: 0, width: 4, height: 3 };
const B = { x: 2, y: 1, width: 5, height: 1 };

test('two rectangles have what is common, what is around them, and one may hold the other', () => {
	expect(intersection(A, B)).toEqual({ x: 2, y: 1, width: 2, height: 1 });
	expect(intersection(A, { ...B, x: 4 })).toBeNull();
	expect(around(A, B)).toEqual({ x: 0, y: 0, width: 7, height: 3 });
	expect(around(null, B)).toBe(B);
	expect(contains(around(A, B), B)).toBe(true);
	expect(contains(A, B)).toBe(false);
});

test('pixels around points are whole and end at the image', () => {
	const image = { width: 10, height: 8 };
	const points = [
		[1.2, 3.4],
		[4.6, 5.1]
	] as const;
	expect(pixelsAround(points, 1.5, image)).toEqual({ x: 0, y: 1, width: 7, height: 6 });
	expect(pixelsAround([[20, 20]], 2, image)).toBeNull();
});
