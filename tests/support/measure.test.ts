import { describe, expect, it } from 'vitest';
import { IRIS_DIAMETER, observeFace } from '../../src/lib/face/index.ts';
import { treatment } from '../../src/lib/treatment/index.ts';
import { askedPoints, isMeasurable, meanAsked, nominalOf, shareByRedetection } from './measure.ts';
import { syntheticFace, SYNTHETIC_PICTURE } from './synthetic-face.ts';

const SCALE = { irisDiameter: IRIS_DIAMETER, pupilDistance: null };

function faceAt(yaw: number) {
	const observation = syntheticFace({ yaw, pxPerMm: 3 });
	return observeFace(observation, observation.landmarks, SCALE, SYNTHETIC_PICTURE);
}

const lift = treatment('brow_lift');

describe('measuring a movement', () => {
	it('finds the share of what was asked that the landmarks did', () => {
		const face = faceAt(0);
		const points = askedPoints(lift, face, { left: 3, right: 3 });
		expect(meanAsked(points)).toBeGreaterThan(3);
		const moved = Float64Array.from(face.landmarks);
		for (const { landmark, asked } of points) {
			moved[3 * landmark]! += 0.6 * asked[0];
			moved[3 * landmark + 1]! += 0.6 * asked[1];
		}
		expect(shareByRedetection(points, face.landmarks, moved)).toBeCloseTo(0.6, 9);
		expect(shareByRedetection(points, face.landmarks, face.landmarks)).toBe(0);
	});

	it('asks nothing of the side whose slider is at zero', () => {
		const face = faceAt(0);
		const points = askedPoints(lift, face, { left: 3, right: 0 });
		const right = points.filter(({ at }) => at[0] < SYNTHETIC_PICTURE.width / 2 - 30);
		expect(right.length).toBeGreaterThan(3);
		for (const { asked } of right) expect(Math.hypot(...asked)).toBeLessThan(1e-9);
		expect(nominalOf({ left: -3, right: 1 })).toBe(-3);
	});

	it('does not measure what points at the camera', () => {
		const values = { left: 3, right: 3 };
		const radix = treatment('nose_radix');
		expect(isMeasurable(askedPoints(radix, faceAt(0), values))).toBe(false);
		expect(isMeasurable(askedPoints(radix, faceAt(40), values))).toBe(true);
	});
});
