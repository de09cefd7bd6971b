import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Size } from '../geometry/index.ts';
import { RowReducer } from './scale.ts';
import type { Pixels } from './types.ts';

type Shade = (x: number, y: number) => readonly [number, number, number];

function reduced(source: Size, target: Size, shade: Shade, rowsAtOnce = 7): Pixels {
	const reducer = new RowReducer(source, target);
	for (let top = 0; top < source.height; top += rowsAtOnce) {
		const rows: number[] = [];
		for (let y = top; y < Math.min(source.height, top + rowsAtOnce); y++) {
			for (let x = 0; x < source.width; x++) rows.push(...shade(x, y), 255);
		}
		reducer.push(Uint8ClampedArray.from(rows));
	}
	return reducer.finish();
}

const side = fc.integer({ min: 4, max: 60 });

test('a plain picture keeps its exact colour and stays opaque', () => {
	const level = fc.nat(255);
	fc.assert(
		fc.property(side, side, level, level, level, (width, height, red, green, blue) => {
			const target = { width: Math.ceil(width / 2), height: Math.ceil(height * 0.9) };
			const { data } = reduced({ width, height }, target, () => [red, green, blue]);
			expect(data.length).toBe(target.width * target.height * 4);
			for (let at = 0; at < data.length; at += 4) {
				expect([...data.subarray(at, at + 4)]).toEqual([red, green, blue, 255]);
			}
		})
	);
});

test('the same size gives the same picture', () => {
	const size = { width: 23, height: 17 };
	const shade: Shade = (x, y) => [(x * 11) % 256, (y * 15) % 256, (x * y) % 256];
	const { data } = reduced(size, size, shade);
	for (let y = 0; y < size.height; y++) {
		for (let x = 0; x < size.width; x++) {
			const at = (y * size.width + x) * 4;
			expect([...data.subarray(at, at + 3)]).toEqual([...shade(x, y)]);
		}
	}
});

test('light is averaged, not levels: black and white lines become the grey of half the light', () => {
	const { data } = reduced({ width: 64, height: 64 }, { width: 16, height: 16 }, (x) =>
		x % 2 === 0 ? [0, 0, 0] : [255, 255, 255]
	);
	const middle = (8 * 16 + 8) * 4;
	// sRGB of 0.5 is 188; the mean of the levels would be 128.
	expect([...data.subarray(middle, middle + 3)]).toEqual([188, 188, 188]);
});

test('nothing is shifted: a mirrored picture gives the mirrored copy', () => {
	const source = { width: 50, height: 30 };
	const target = { width: 31, height: 19 };
	const shade: Shade = (x, y) => [(x * 37 + y * 5) % 256, (x * x) % 256, y * 8];
	const straight = reduced(source, target, shade);
	const mirror = reduced(source, target, (x, y) => shade(49 - x, y));
	for (let y = 0; y < target.height; y++) {
		for (let x = 0; x < target.width; x++) {
			const at = (y * target.width + x) * 4;
			const opposite = (y * target.width + target.width - 1 - x) * 4;
			for (let channel = 0; channel < 3; channel++) {
				const difference = straight.data[at + channel]! - mirror.data[opposite + channel]!;
				expect(Math.abs(difference)).toBeLessThanOrEqual(1);
			}
		}
	}
});

test('it does not matter how many rows come at once', () => {
	const source = { width: 40, height: 33 };
	const target = { width: 17, height: 12 };
	const shade: Shade = (x, y) => [(x * 6) % 256, (y * 7) % 256, (x * y) % 256];
	const one = reduced(source, target, shade, 1);
	expect(reduced(source, target, shade, 33).data).toEqual(one.data);
});
