import { describe, expect, it } from 'vitest';
import type { Pixels } from '../../src/lib/photo/index.ts';
import { GRID, type Field } from '../../src/lib/warp/index.ts';
import {
	changeAwayFrom,
	clearOf,
	differenceOf,
	mirroredMask,
	mirroredPixels,
	movedAwayFrom,
	patched,
	rimLeftBehind
} from './pixels.ts';

const SIZE = 40;

function grey(value: number): Pixels {
	const data = new Uint8ClampedArray(4 * SIZE * SIZE).fill(value);
	return { width: SIZE, height: SIZE, data };
}

function withPixel(picture: Pixels, x: number, y: number, value: number): Pixels {
	const data = Uint8ClampedArray.from(picture.data);
	data[4 * (y * SIZE + x)] = value;
	return { ...picture, data };
}

/** Everything takes its colour from `dx` to the right. */
function shifted(dx: number): Field {
	const data = new Float32Array(2 * GRID * GRID);
	data.fill(dx, 0, GRID * GRID);
	return { box: { x: 0, y: 0, width: SIZE, height: SIZE }, data };
}

/** Person in the right half. */
const PERSON = Uint8Array.from({ length: SIZE * SIZE }, (_, i) => (i % SIZE >= 20 ? 255 : 0));

const CLEAR = clearOf(PERSON, { width: SIZE, height: SIZE });

describe('comparing pictures', () => {
	it('finds the largest difference and the share beyond one', () => {
		const changed = withPixel(withPixel(grey(100), 3, 3, 101), 5, 5, 110);
		expect(differenceOf(grey(100), changed)).toEqual({ largest: 10, beyondOne: 1 / SIZE ** 2 });
	});

	it('sees a change of the background, and none where person stands, comes from or is near', () => {
		const still = shifted(0);
		const changedAt = (x: number, field = still): number =>
			changeAwayFrom(CLEAR, grey(100), withPixel(grey(100), x, 10, 150), field);
		expect(changedAt(10)).toBe(50);
		expect(changedAt(30)).toBe(0);
		expect(changedAt(17)).toBe(0);
		expect(changedAt(16)).toBe(50);
		expect(changedAt(10, shifted(9))).toBe(0);
	});

	it('counts the background that a field would move', () => {
		const size = { width: SIZE, height: SIZE };
		// Columns 0–16 are clear; those from 8 on would take their colour from beside the person.
		expect(movedAwayFrom(CLEAR, size, shifted(9))).toBe(8 * SIZE);
		expect(movedAwayFrom(CLEAR, size, shifted(0))).toBe(0);
	});

	it('sees a rim where the person drew back, and none where the person still stands', () => {
		const still = { pixels: 0, roughness: 0 };
		expect(rimLeftBehind(PERSON, withPixel(grey(100), 19, 10, 200), shifted(0))).toEqual(still);
		const drawnBack = shifted(-9);
		expect(rimLeftBehind(PERSON, grey(100), drawnBack).roughness).toBe(0);
		// Columns 17 to 23 show what lies 5 px from the person and more; 36 rows have all their neighbours.
		expect(rimLeftBehind(PERSON, grey(100), drawnBack).pixels).toBe(7 * 36);
		const speck = rimLeftBehind(PERSON, withPixel(grey(100), 19, 10, 200), drawnBack);
		// A hundred levels of red are 29.9 of grey.
		expect(speck.roughness).toBeCloseTo(29.9 / Math.sqrt(7 * 36), 3);
		const elsewhere = withPixel(grey(100), 10, 10, 200);
		expect(rimLeftBehind(PERSON, elsewhere, drawnBack).roughness).toBe(0);
	});

	it('puts a part of another picture in its place', () => {
		const changed = withPixel(withPixel(grey(1), 3, 4, 9), 4, 5, 8);
		const data = Uint8ClampedArray.of(9, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 8, 1, 1, 1);
		const patch = { x: 3, y: 4, width: 2, height: 2, data };
		expect(differenceOf(patched(grey(1), patch), changed).largest).toBe(0);
		expect(patched(changed, null)).toBe(changed);
	});

	it('mirrors pictures and masks', () => {
		const marked = withPixel(grey(1), 2, 7, 200);
		expect(differenceOf(mirroredPixels(marked), withPixel(grey(1), SIZE - 3, 7, 200)).largest).toBe(
			0
		);
		expect(mirroredMask(PERSON, { width: SIZE, height: SIZE })[0]).toBe(255);
	});
});
