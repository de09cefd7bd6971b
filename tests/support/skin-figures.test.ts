import { describe, expect, it } from 'vitest';
import type { Vec2 } from '../../src/lib/geometry/index.ts';
import { map, plane, type Plane } from '../../src/lib/raster/index.ts';
import { linearOf } from '../../src/lib/skin/lab.ts';
import { prepareSkin } from '../../src/lib/skin/prepare.ts';
import type { SkinPhoto } from '../../src/lib/skin/types.ts';
import { proceduralFace } from './procedural-skin.ts';
import { foldContrast, itaOf, poreRatio } from './skin-figures.ts';

const { picture, face, classes } = proceduralFace({ pxPerMm: 2, tone: 'tan' });
const read = prepareSkin(picture, face, classes);
const { width, height, pxPerMm } = read.grid;
const all = plane(width, height, 1);

/** Skin all over, as bright as `logY` says of a place across and down, px. */
function painted(logY: (x: number, y: number) => number): SkinPhoto {
	const bright = map(all, (v) => v);
	bright.data.forEach((_, at) => {
		bright.data[at] = logY(at % width, Math.floor(at / width));
	});
	return { ...read, logY: bright, masks: { ...read.masks, skin: all } };
}

describe("a fold's contrast", () => {
	const middle = Math.round(width / 2);
	const line = [0.3, 0.5, 0.7].map((share): Vec2 => [middle + 0.5, share * height]);
	/** 0.3 darker up to 4 mm to either side of the line. */
	const valley = painted((x) => (Math.abs(x - middle) <= 4 * pxPerMm ? -0.3 : 0));

	it('is how much darker it is than the skin so far beside it', () => {
		expect(foldContrast(valley, line)).toBeCloseTo(0.3, 3);
		expect(foldContrast(valley, line, 7)).toBeCloseTo(0.3, 2);
	});

	it('is none within its own width, and negative on a ridge', () => {
		expect(foldContrast(valley, line, 1)).toBeCloseTo(0, 2);
		const ridge = { ...valley, logY: map(valley.logY, (v) => -v) };
		expect(foldContrast(ridge, line)).toBeCloseTo(-0.3, 3);
	});
});

describe('the energy of pores', () => {
	const board = (depth: number) => painted((x, y) => ((x + y) % 2 === 0 ? depth : -depth));

	it('is compared by its root: twice the depth is twice as much', () => {
		expect(poreRatio(board(0.01), board(0.02), all)).toBeCloseTo(2, 3);
		expect(poreRatio(board(0.01), board(0.01), all)).toBe(1);
	});
});

describe('the typology angle', () => {
	it('is that of lightness above 50 over yellowness', () => {
		const linear = linearOf([70, 10, 20]).map((v) => plane(width, height, v));
		const photo = { ...read, linear: linear as [Plane, Plane, Plane] };
		expect(itaOf(photo, all)).toBeCloseTo(45, 1);
	});
});
