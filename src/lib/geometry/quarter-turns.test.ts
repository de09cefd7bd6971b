import { expect, test } from 'vitest';
import { quarterTurns, turnedPoint, turnedSize, type QuarterTurns } from './index.ts';

const PICTURE = { width: 60, height: 40 };

test('a quarter turn is clockwise: the top left corner goes to the top right', () => {
	expect(turnedSize(PICTURE, 1)).toEqual({ width: 40, height: 60 });
	expect(turnedPoint([0, 0], PICTURE, 1)).toEqual([40, 0]);
	expect(turnedPoint([60, 0], PICTURE, 1)).toEqual([40, 60]);
});

test.each<QuarterTurns>([0, 1, 2, 3])('%d quarter turns are as many single ones', (turns) => {
	let [point, size] = [[7, 11] as readonly [number, number], PICTURE];
	for (let turn = 0; turn < turns; turn++) {
		[point, size] = [turnedPoint(point, size, 1), turnedSize(size, 1)];
	}
	expect(turnedPoint([7, 11], PICTURE, turns)).toEqual(point);
	expect(turnedSize(PICTURE, turns)).toEqual(size);
	expect(turnedPoint(point, size, quarterTurns(-turns))).toEqual([7, 11]);
});

test('turns are counted round the clock', () => {
	expect([-5, -1, 0, 4, 7].map(quarterTurns)).toEqual([3, 3, 0, 0, 3]);
});
