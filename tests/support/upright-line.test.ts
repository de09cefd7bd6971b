import { describe, expect, it } from 'vitest';
import type { Pixels } from '../../src/lib/photo/index.ts';
import { luma, type Gray } from './optical-flow.ts';
import { sidewaysShift, withUprightLine } from './upright-line.ts';

const WIDTH = 60;
const HEIGHT = 4;

/** A wall that grows lighter to the right. */
function wall(): Pixels {
	const data = new Uint8ClampedArray(4 * WIDTH * HEIGHT);
	for (let i = 0; i < WIDTH * HEIGHT; i++) {
		const value = 160 + (i % WIDTH) / 2;
		data.set([value, value, value, 255], 4 * i);
	}
	return { width: WIDTH, height: HEIGHT, data };
}

/** Row `y` moved to the right by `shift`, between pixels linearly. */
function moved({ width, height, data }: Gray, shift: number): Gray {
	const shifted = data.map((_, i) => {
		const x = Math.max(0, (i % width) - shift);
		const left = Math.floor(x);
		const row = i - (i % width);
		return (
			data[row + left]! * (left + 1 - x) + data[row + Math.min(width - 1, left + 1)]! * (x - left)
		);
	});
	return { width, height, data: shifted };
}

describe('an upright line', () => {
	it('is painted two pixels wide, in contrast to what it stands before', () => {
		const { data } = luma(withUprightLine(wall(), 30));
		expect([...data.subarray(28, 32)].map(Math.round)).toEqual([174, 0, 0, 176]);
	});

	it.each([0, 0.1, -0.4, 1.5, -2.2])('is found to have moved by %f px', (shift) => {
		const before = luma(withUprightLine(wall(), 30));
		for (let y = 0; y < HEIGHT; y++) {
			expect(sidewaysShift(before, moved(before, shift), 30, y)).toBeCloseTo(shift, 1);
		}
	});
});
