import { expect, test } from 'vitest';
import { firstDifference } from './first-difference.ts';

test.each([
	[[1, 2, 3], [1, 2, 3], -1],
	[[], [], -1],
	[[1, 2, 3], [1, 0, 0], 1],
	[[1, 2, 3], [1, 2], 2],
	[[], [0], 0]
])('%j and %j differ first at %i', (a, b, at) => {
	expect(firstDifference(Uint8Array.from(a), Uint8Array.from(b))).toBe(at);
});
