import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quarterTurns } from '../geometry/index.ts';
import { oriented, turned, uprightSize, type Orientation } from './orient.ts';
import type { Pixels } from './types.ts';

const orientation = fc.integer({ min: 1, max: 8 }) as fc.Arbitrary<Orientation>;
const side = fc.integer({ min: 1, max: 9 });

/** Each pixel says where it is. */
function numbered(width: number, height: number): Pixels {
	const data = new Uint8ClampedArray(width * height * 4);
	for (let at = 0; at < width * height; at++) data.set([at, at >> 8, 7, 255], at * 4);
	return { width, height, data };
}

/** What undoes each orientation; only the quarter turns differ from themselves. */
const UNDOES: Record<Orientation, Orientation> = { 1: 1, 2: 2, 3: 3, 4: 4, 5: 5, 6: 8, 7: 7, 8: 6 };

test('every pixel is kept and the opposite orientation brings the picture back', () => {
	fc.assert(
		fc.property(orientation, side, side, (value, width, height) => {
			const stored = numbered(width, height);
			const upright = oriented(stored, value);
			expect({ width: upright.width, height: upright.height }).toEqual(
				uprightSize({ width, height }, value)
			);
			expect(oriented(upright, UNDOES[value])).toEqual(stored);
		})
	);
});

test('orientation 6 puts the first stored row on the right', () => {
	const { data, width } = oriented(numbered(3, 2), 6);
	const right = [0, 1, 2].map((row) => data[(row * width + width - 1) * 4]);
	expect(right).toEqual([0, 1, 2]);
});

test('a clockwise turn puts the first column on top, and as many turns back undo it', () => {
	const { data } = turned(numbered(3, 2), 1);
	expect([0, 1].map((column) => data[column * 4])).toEqual([3, 0]);
	fc.assert(
		fc.property(fc.integer({ min: 0, max: 3 }), side, side, (count, width, height) => {
			const picture = numbered(width, height);
			const turns = quarterTurns(count);
			expect(turned(turned(picture, turns), quarterTurns(-turns))).toEqual(picture);
		})
	);
});
