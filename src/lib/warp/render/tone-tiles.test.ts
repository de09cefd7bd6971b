import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { intersection, type Rect } from '../../geometry/index.ts';
import { levelsRead } from './law.ts';
import { ToneTiles } from './tone-tiles.ts';
import { changeOf, splineWeights } from './tone.ts';

const PICTURE = { width: 1000, height: 700 };
const WHOLE: Rect = { x: 0, y: 0, ...PICTURE };

function areaOf(parts: readonly Rect[]): number {
	return parts.reduce((sum, { width, height }) => sum + width * height, 0);
}

describe('ToneTiles', () => {
	it('gives every pixel of a level once, in one piece', () => {
		const tiles = new ToneTiles(PICTURE);
		expect(tiles.take(0, WHOLE)).toEqual([WHOLE]);
		expect(tiles.take(0, WHOLE)).toEqual([]);
		expect(tiles.take(1, WHOLE)).toEqual([{ x: 0, y: 0, width: 500, height: 350 }]);
	});

	it('gives what is looked at, and the rest when that is', () => {
		const part = fc.record({
			x: fc.integer({ min: -50, max: 990 }),
			y: fc.integer({ min: -50, max: 690 }),
			width: fc.integer({ min: 1, max: 600 }),
			height: fc.integer({ min: 1, max: 600 })
		});
		fc.assert(
			fc.property(fc.array(part, { maxLength: 5 }), (looks) => {
				const tiles = new ToneTiles(PICTURE);
				const taken: Rect[] = [];
				for (const look of looks) {
					taken.push(...tiles.take(0, look));
					const seen = intersection(look, WHOLE);
					const covered = seen === null ? 0 : areaOf(parts(taken, seen));
					expect(covered).toBe(seen === null ? 0 : areaOf([seen]));
				}
				taken.push(...tiles.take(0, WHOLE));
				expect(areaOf(taken)).toBe(areaOf([WHOLE]));
			})
		);
	});

	it('gives again only what was touched, on the levels already seen', () => {
		const tiles = new ToneTiles(PICTURE);
		tiles.take(0, WHOLE);
		tiles.invalidate({ x: 300, y: 300, width: 5, height: 5 });
		expect(tiles.take(0, WHOLE)).toEqual([{ x: 256, y: 256, width: 128, height: 128 }]);
		expect(tiles.take(1, WHOLE)).toEqual([{ x: 0, y: 0, width: 500, height: 350 }]);
	});
});

/** The parts of rectangles that lie in `area`. */
function parts(rects: readonly Rect[], area: Rect): Rect[] {
	return rects.flatMap((rect) => intersection(rect, area) ?? []);
}

describe('the tone law', () => {
	it('weighs four samples, summing to 1, symmetric, from 1/6 2/3 1/6 on', () => {
		expect(splineWeights(0)).toEqual([1 / 6, 2 / 3, 1 / 6, 0]);
		for (let t = 0; t <= 1; t += 0.125) {
			const weights = splineWeights(t);
			expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 14);
			expect(splineWeights(1 - t).toReversed()).toEqual(weights);
		}
	});

	it('feels a changed sample as far as the spline reaches', () => {
		const box = { x: 100, y: 50, width: 400, height: 300 };
		const tone = { box, width: 40, height: 60, data: new Float32Array(6 * 40 * 60) };
		const samples = { x: 10, y: 20, width: 1, height: 2 };
		expect(changeOf(tone, { ...tone }, samples)).toEqual({
			samples,
			area: { x: 185, y: 142.5, width: 40, height: 25 }
		});
		const moved = { ...tone, box: { ...box, x: 700 } };
		expect(changeOf(tone, moved, samples)).toEqual({
			samples: null,
			area: { x: 100, y: 50, width: 1000, height: 300 }
		});
	});

	it('reads the levels that a view and the stretch of its field need', () => {
		expect(levelsRead(1, 1, 7)).toEqual({ first: 0, last: 0 });
		expect(levelsRead(1, 1.6, 7)).toEqual({ first: 0, last: 1 });
		expect(levelsRead(2.5, 1, 7)).toEqual({ first: 1, last: 1 });
		expect(levelsRead(2.5, 3, 7)).toEqual({ first: 1, last: 3 });
		expect(levelsRead(500, 3, 7)).toEqual({ first: 6, last: 6 });
	});
});
