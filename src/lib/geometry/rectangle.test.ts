import { expect, test } from 'vitest';
import { boundsOfPoints, grow } from './index.ts';

test('bounds hold every point and ignore depth; growing adds the margin on each side', () => {
	const bounds = boundsOfPoints(Float64Array.of(3, 4, 900, -1, 10, -900, 5, 6, 0));
	expect(bounds).toEqual({ x: -1, y: 4, width: 6, height: 6 });
	expect(grow(bounds, 2)).toEqual({ x: -3, y: 2, width: 10, height: 10 });
});
