import { describe, expect, it } from 'vitest';
import { map, plane, type Plane } from '../../src/lib/raster/index.ts';
import { labOf, linearOf, type Lab } from '../../src/lib/skin/lab.ts';
import { prepareSkin } from '../../src/lib/skin/prepare.ts';
import type { SkinPhoto } from '../../src/lib/skin/types.ts';
import { proceduralFace } from './procedural-skin.ts';
import { toned } from './skin-figures.ts';
import { colourShift, newlyClipped, shareOf, touchedSkin } from './tone-figures.ts';

const { picture, face, classes } = proceduralFace({ pxPerMm: 2, tone: 'tan' });
const photo = prepareSkin(picture, face, classes);
const { width, height } = photo.grid;
/** The picture's left half. */
const half = plane(width, height);
half.data.forEach((_, at) => {
	if (at % width < width / 2) half.data[at] = 1;
});

/** Skin of one colour all over. */
function painted(lab: Lab): SkinPhoto {
	const [r, g, b] = linearOf(lab);
	return {
		...photo,
		linear: [r, g, b].map((v) => plane(width, height, v)) as [Plane, Plane, Plane]
	};
}

describe('touched skin', () => {
	it('is none where nothing changes, and none by less than a level of 255', () => {
		const faint = plane(width, height, 0.019);
		expect(touchedSkin(photo, photo).data.every((t) => t === 0)).toBe(true);
		expect(touchedSkin(photo, toned(photo, [faint, faint, faint])).data.every((t) => t === 0)).toBe(
			true
		);
	});

	it('is the skin that one channel changes on, and nothing but skin', () => {
		const none = plane(width, height);
		const after = toned(photo, [none, none, map(half, (h) => -0.03 * h)]);
		const touched = touchedSkin(photo, after);
		const wanted = map(half, photo.masks.feather, (h, f) => (h === 1 && f > 0.5 ? 1 : 0));
		expect(touched.data).toEqual(wanted.data);
		expect(shareOf(touched, photo.masks.feather)).toBeCloseTo(0.5, 1);
	});
});

describe('a share', () => {
	it('is that of the whole which the part covers', () => {
		const whole = { width: 4, height: 1, data: Float32Array.of(1, 1, 1, 0) };
		const part = { width: 4, height: 1, data: Float32Array.of(1, 0, 0, 1) };
		expect(shareOf(part, whole)).toBeCloseTo(1 / 3, 6);
		expect(shareOf(part, plane(4, 1))).toBe(0);
	});
});

describe('a shift of colour', () => {
	const shift = (was: Lab, is: Lab) => colourShift(painted(was), painted(is), half);

	it('is what the colour was moved by', () => {
		const { lightness, redness, hue } = shift([60, 12, 20], [63, 10, 20]);
		expect(lightness).toBeCloseTo(3, 2);
		expect(redness).toBeCloseTo(-2, 2);
		const degrees = ([, a, b]: Lab) => (Math.atan2(b, a) * 180) / Math.PI;
		expect(hue).toBeCloseTo(degrees([63, 10, 20]) - degrees([60, 12, 20]), 1);
	});

	it('turns the short way round', () => {
		expect(shift([60, -10, 1], [60, -10, -1]).hue).toBeCloseTo(2 * 5.71, 1);
		expect(shift([60, -10, -1], [60, -10, 1]).hue).toBeCloseTo(-2 * 5.71, 1);
	});

	it('is no number where there is nothing to look at', () => {
		expect(colourShift(photo, photo, plane(width, height)).lightness).toBeNaN();
	});

	it('is measured in the colours that labOf gives', () => {
		labOf(...linearOf([60, 12, 20])).forEach((value, k) => {
			expect(value).toBeCloseTo([60, 12, 20][k]!, 2);
		});
	});
});

describe('newly clipped pixels', () => {
	const pixels = (...bytes: number[]) => ({
		width: bytes.length / 4,
		height: 1,
		data: Uint8ClampedArray.from(bytes)
	});

	it('are counted once each, without those that were full before and without alpha', () => {
		const before = pixels(200, 200, 200, 255, 255, 10, 10, 255, 10, 10, 10, 0);
		expect(newlyClipped(before, pixels(255, 255, 200, 255, 255, 10, 10, 255, 9, 9, 9, 255))).toBe(
			1
		);
		expect(newlyClipped(before, before)).toBe(0);
		expect(newlyClipped(before, pixels(1, 1, 1, 255, 255, 255, 1, 255, 1, 1, 1, 0))).toBe(1);
	});
});
