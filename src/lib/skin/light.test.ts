import { describe, expect, it } from 'vitest';
import { proceduralFace } from '../../../tests/support/procedural-skin.ts';
import { map, plane, type Plane } from '../raster/index.ts';
import { fitLight, litBy, relight, type Light } from './light.ts';
import { prepareSkin } from './prepare.ts';

const SIDE = 80;

/** A flat face under one light. */
function light(coefficients: readonly number[]): Light {
	const surface = plane(SIDE, SIDE);
	return {
		width: SIDE,
		height: SIDE,
		surface,
		lit: litBy(coefficients, surface),
		coefficients,
		explained: 1,
		isFitted: true,
		mask: plane(SIDE, SIDE, 1)
	};
}

function dome(heightMm: number): Plane {
	const result = plane(SIDE, SIDE);
	result.data.forEach((_, i) => {
		const distance = Math.hypot((i % SIDE) - 39.5, Math.floor(i / SIDE) - 39.5) / 25;
		if (distance < 1) result.data[i] = heightMm * (1 - distance * distance) ** 2;
	});
	return result;
}

const FROM_ABOVE = light([0, 0, -0.3, 0.2, 0, 0, 0, 0, 0]);
const FROM_LEFT = light([0, -0.3, 0, 0.2, 0, 0, 0, 0, 0]);
const read = ({ data }: Plane, x: number, y: number) => data[y * SIDE + x]!;

describe('relight', () => {
	it('changes nothing where nothing rises, nor where a plane rises as a whole', () => {
		expect(relight(FROM_ABOVE, plane(SIDE, SIDE)).data.every((value) => value === 0)).toBe(true);
		const raised = relight(FROM_ABOVE, plane(SIDE, SIDE, 3));
		expect(Math.max(...raised.data.map(Math.abs))).toBeLessThan(1e-6);
	});

	it('lights a dome from where the light comes and shades it behind', () => {
		const above = relight(FROM_ABOVE, dome(4));
		expect(read(above, 40, 28)).toBeGreaterThan(0.02);
		expect(read(above, 40, 52)).toBeLessThan(-0.01);
		const aside = relight(FROM_LEFT, dome(4));
		expect(read(aside, 28, 40)).toBeGreaterThan(0.02);
		expect(read(aside, 52, 40)).toBeLessThan(-0.01);
	});

	it('stays within its bound however high the dome', () => {
		const change = relight(light([0, -2, -2, 1, 1, 1, 1, 1, 1]), dome(30));
		expect(Math.max(...change.data.map(Math.abs))).toBeLessThanOrEqual(0.18);
	});

	it('mirrors with the light', () => {
		const straight = relight(FROM_LEFT, dome(4));
		const turned = relight(light([0, 0.3, 0, 0.2, 0, 0, 0, 0, 0]), dome(4));
		for (let x = 0; x < SIDE; x++) {
			expect(read(turned, SIDE - 1 - x, 33)).toBeCloseTo(read(straight, x, 33), 6);
		}
	});
});

describe('fitLight', () => {
	const { picture, face, classes } = proceduralFace({ pxPerMm: 2, tone: 'tan' });
	const photo = prepareSkin(picture, face, classes);
	const { grid } = photo;
	/** The same face, as bright as a function of the place across the picture, mm, says. */
	const lit = (brightness: (mm: number) => number) => {
		const logY = map(photo.logY, () => 0);
		logY.data.forEach((_, at) => {
			logY.data[at] = brightness((at % grid.width) / grid.pxPerMm) - 1;
		});
		return fitLight({ ...photo, logY });
	};

	it('finds the side that a light comes from', () => {
		const { isFitted, explained, coefficients } = lit((mm) => -0.01 * mm);
		expect(explained).toBeGreaterThan(0.6);
		expect(isFitted).toBe(true);
		expect(coefficients[1]).toBeLessThan(-0.1);
	});

	it('falls back to light from above and in front where none explains what is seen', () => {
		const { isFitted, explained, coefficients } = lit((mm) => 0.2 * Math.sin(mm));
		expect(explained).toBeLessThan(0.35);
		expect(isFitted).toBe(false);
		expect(coefficients).toEqual([0, 0, -0.35, 0.25, 0, 0, 0, 0, 0]);
	});
});
