import { describe, expect, it } from 'vitest';
import type { RgbaImage } from '../render-types.ts';
import { GRID } from '../types.ts';
import { catmullRomAt, catmullRomWeights, wordsOf } from './catmull-rom.ts';
import { FieldGrid } from './field-grid.ts';
import { lanczosAt } from './lanczos.ts';
import { levelBlend, levelFor, outputRect } from './law.ts';
import { levelCount, Pyramid } from './pyramid.ts';
import { levelTiles, tileLayout } from './tiles.ts';

function image(width: number, height: number, value: (x: number, y: number) => number): RgbaImage {
	const data = new Uint8ClampedArray(4 * width * height).fill(255);
	for (let y = 0; y < height; y++) {
		for (let x = 0; x < width; x++)
			data.fill(value(x, y), 4 * (y * width + x), 4 * (y * width + x) + 3);
	}
	return { width, height, data };
}

const rgb = new Float64Array(3);

/** Root mean square error over positions well inside of `picture`, against `truth`. */
function rmsError(
	sample: (x: number, y: number) => void,
	truth: (x: number, y: number) => number
): number {
	let sum = 0;
	let count = 0;
	for (let y = 12.13; y < 48; y += 0.37) {
		for (let x = 12.29; x < 48; x += 0.41) {
			sample(x, y);
			sum += (rgb[0]! - truth(x, y)) ** 2;
			count++;
		}
	}
	return Math.sqrt(sum / count);
}

describe('interpolation', () => {
	const ramp = (x: number, y: number): number => 20 + 2 * x + y;

	it('gives samples back exactly and follows a plane between them', () => {
		const plane = image(64, 64, ramp);
		const words = wordsOf(plane);
		catmullRomAt(words, 17, 23, rgb);
		expect([...rgb]).toEqual([77, 77, 77]);
		lanczosAt(plane, 17, 23, 1, rgb);
		expect([...rgb]).toEqual([77, 77, 77]);
		expect(
			rmsError((x, y) => {
				catmullRomAt(words, x, y, rgb);
			}, ramp)
		).toBeLessThan(0.05);
		expect(
			rmsError((x, y) => {
				lanczosAt(plane, x, y, 1, rgb);
			}, ramp)
		).toBeLessThan(0.5);
	});

	it('repeats the border', () => {
		const plane = image(8, 8, ramp);
		for (const sample of [
			() => {
				catmullRomAt(wordsOf(plane), -40, 3, rgb);
			},
			() => {
				lanczosAt(plane, -40, 3, 1, rgb);
			}
		]) {
			sample();
			expect(rgb[0]).toBeCloseTo(ramp(0, 3), 3);
		}
	});

	it('is truer to fine detail by Lanczos3 than by Catmull-Rom', () => {
		const fine = (x: number, y: number): number =>
			128 + 60 * Math.sin(0.33 * Math.PI * x + 0.4) * Math.sin(0.4 * Math.PI * y);
		const picture = image(64, 64, fine);
		const words = wordsOf(picture);
		const cubic = rmsError((x, y) => {
			catmullRomAt(words, x, y, rgb);
		}, fine);
		const lanczos = rmsError((x, y) => {
			lanczosAt(picture, x, y, 1, rgb);
		}, fine);
		expect(lanczos).toBeLessThan(0.6 * cubic);
	});

	it('widens Lanczos3 into a low-pass filter where the field shrinks', () => {
		// Finer than half the widened pixel: must fade instead of aliasing.
		const stripes = (x: number): number => 128 + 100 * Math.sin(0.8 * Math.PI * x);
		const picture = image(64, 64, stripes);
		const flat = (): number => 128;
		const plain = rmsError((x, y) => {
			lanczosAt(picture, x, y, 1, rgb);
		}, flat);
		const wide = rmsError((x, y) => {
			lanczosAt(picture, x, y, 2, rgb);
		}, flat);
		expect(plain).toBeGreaterThan(40);
		expect(wide).toBeLessThan(4);
	});

	it('agrees with the exact weights within half a level', () => {
		const noise = image(64, 64, (x, y) => (x * 7919 + y * 104729) % 256);
		const words = wordsOf(noise);
		const truth = (x: number, y: number): number => {
			const [left, top] = [Math.floor(x), Math.floor(y)];
			const wx = catmullRomWeights(x - left);
			const wy = catmullRomWeights(y - top);
			let sum = 0;
			for (let j = 0; j < 4; j++) {
				for (let i = 0; i < 4; i++) {
					sum += wy[j]! * wx[i]! * noise.data[4 * ((top + j - 1) * 64 + left + i - 1)]!;
				}
			}
			return sum;
		};
		for (let k = 0; k < 2000; k++) {
			const x = 5 + ((k * 0.7364) % 50);
			const y = 5 + ((k * 0.3217) % 50);
			catmullRomAt(words, x, y, rgb);
			expect(Math.abs(rgb[0]! - truth(x, y))).toBeLessThan(0.5);
		}
	});
});

describe('pyramid', () => {
	it('averages in linear light', () => {
		const checks = image(64, 64, (x, y) => ((x + y) % 2 === 0 ? 255 : 0));
		// Half the light of white is sRGB 188, not 128.
		expect(new Pyramid(checks).level(1).data[0]).toBe(188);
	});

	it('keeps a flat colour, in the sizes of hardware mip levels', () => {
		for (const [width, height] of [
			[64, 64],
			[101, 77],
			[130, 33]
		] as const) {
			const pyramid = new Pyramid(image(width, height, () => 93));
			expect(pyramid.count).toBe(levelCount(width, height));
			for (let n = 0; n < pyramid.count; n++) {
				const level = pyramid.level(n);
				expect([level.width, level.height]).toEqual([width >> n, height >> n]);
				expect(level.data.every((value, i) => value === (i % 4 === 3 ? 255 : 93))).toBe(true);
			}
		}
	});

	it('of a mirrored picture is the mirrored pyramid, also at odd sizes', () => {
		const value = (x: number, y: number): number => (x * x * 3 + y * 11) % 256;
		const straight = new Pyramid(image(101, 77, value)).level(2);
		const turned = new Pyramid(image(101, 77, (x, y) => value(100 - x, y))).level(2);
		for (let i = 0; i < straight.width * straight.height; i++) {
			const x = i % straight.width;
			const opposite = i - x + straight.width - 1 - x;
			expect(Math.abs(straight.data[4 * i]! - turned.data[4 * opposite]!)).toBeLessThanOrEqual(1);
		}
	});

	it('changes level without a jump', () => {
		const count = 5;
		const place = (footprint: number): number => {
			const level = levelFor(footprint, count);
			return level + levelBlend(footprint, level, count);
		};
		for (let footprint = 1; footprint < 40; footprint *= 1.001) {
			expect(place(footprint * 1.001) - place(footprint)).toBeLessThan(0.01);
			expect(place(footprint * 1.001)).toBeGreaterThanOrEqual(place(footprint));
		}
		expect(place(1.5)).toBe(0);
		expect(place(1000)).toBe(count - 1);
	});
});

describe('field grid', () => {
	it('knows what moves and how far it shrinks the picture', () => {
		const data = new Float32Array(2 * GRID * GRID);
		const box = { x: 100, y: 50, width: 382, height: 382 };
		// u = 0.5 x to the right of the middle column, in a block of rows.
		for (let j = 80; j < 100; j++) {
			for (let i = 100; i < 120; i++) data[j * GRID + i] = (i - 110) * 1;
		}
		const grid = new FieldGrid();
		grid.set({ box, data });
		const { moved } = grid;
		expect(moved).not.toBeNull();
		// Two cells of interpolation reach around the points 100–119 and 80–99, 2 px apart.
		expect(moved).toEqual({ x: 100 + 2 * 98, y: 50 + 2 * 78, width: 2 * 23, height: 2 * 23 });
		expect(grid.texels[(91 * (GRID + 2) + 106) * 4 + 2]).toBeCloseTo(1.5, 5);
		grid.set({ box, data: new Float32Array(2 * GRID * GRID) });
		expect(grid.moved).toBeNull();
	});
});

describe('tiles', () => {
	it('cover every level exactly once within the texture limit', () => {
		const picture = image(1030, 517, () => 0);
		const layout = tileLayout(1030, 517, 300);
		expect(layout.width).toBeLessThanOrEqual(300);
		const pyramid = new Pyramid(picture);
		for (let n = 0; n < pyramid.count; n++) {
			const level = pyramid.level(n);
			const tiles = levelTiles(layout, n, level);
			const covered = tiles.reduce((sum, { rect }) => sum + rect.width * rect.height, 0);
			expect(covered).toBe(level.width * level.height);
			for (const { layer, rect } of tiles) {
				expect(layer).toBeLessThan(layout.columns * layout.rows);
				expect(rect.width).toBeLessThanOrEqual(layout.width >> n);
				expect(rect.height).toBeLessThanOrEqual(layout.height >> n);
			}
		}
	});
});

describe('output pixels of a picture area', () => {
	it('are those whose centres lie inside', () => {
		const picture = { width: 100, height: 80 };
		const transform = { scale: 0.5, offsetX: 10.25, offsetY: 3, mirrored: false };
		const area = { x: 20, y: 10, width: 40, height: 20 };
		expect(outputRect(area, transform, picture)).toEqual({ x: 20, y: 8, width: 20, height: 10 });
		expect(outputRect(area, { ...transform, mirrored: true }, picture)).toEqual({
			x: 30,
			y: 8,
			width: 20,
			height: 10
		});
	});
});
