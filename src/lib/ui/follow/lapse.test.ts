import { expect, test } from 'vitest';
import { placeAfter, seenAt } from './lapse.ts';

test('a photograph stands, and then gives way to the next', () => {
	expect(seenAt(1, 4, true)).toEqual({ at: 1, next: 0 });
	expect(seenAt(1.4, 4, true)).toEqual({ at: 1, next: 0 });
	const half = seenAt(1.725, 4, true);
	expect(half.at).toBe(1);
	expect(half.next).toBeCloseTo(0.5, 5);
	expect(seenAt(1.999, 4, true).next).toBeGreaterThan(0.99);
	expect(seenAt(2, 4, true)).toEqual({ at: 2, next: 0 });
});

test('without fades one photograph is seen at a time', () => {
	for (const place of [0, 0.5, 0.99]) expect(seenAt(place, 4, false)).toEqual({ at: 0, next: 0 });
});

test('the last photograph is the end', () => {
	expect(seenAt(3, 4, true)).toEqual({ at: 3, next: 0 });
	expect(placeAfter(2.9, 60_000, 4)).toBe(3);
	expect(placeAfter(0, 2000, 4)).toBe(1);
	expect(seenAt(0, 1, true)).toEqual({ at: 0, next: 0 });
});
