import { expect, test } from 'vitest';
import { ASTRONAUT, GRACE_HOPPER } from '../../../tests/support/landmark-fixtures.ts';
import {
	SYNTHETIC_PICTURE,
	syntheticFace,
	type SyntheticFace
} from '../../../tests/support/synthetic-face.ts';
import { AppError } from '../errors.ts';
import {
	CANONICAL_POINTS,
	IRIS_DIAMETER,
	MIRROR,
	cameraDistance,
	headPose,
	localScale,
	observeFace,
	type Face,
	type ScaleInput
} from './index.ts';

const BY_IRIS: ScaleInput = { irisDiameter: IRIS_DIAMETER, pupilDistance: null };

function seen(options: SyntheticFace = {}, scale: ScaleInput = BY_IRIS): Face {
	const observation = syntheticFace(options);
	return observeFace(observation, observation.landmarks, scale, SYNTHETIC_PICTURE);
}

/** Pulls an iris's rim together, as a lid or a wrong detection would. */
function withIrisShrunk(centre: number, factor: number): Face {
	const observation = syntheticFace();
	const landmarks = observation.landmarks.slice();
	for (let rim = centre + 1; rim <= centre + 4; rim++) {
		for (const axis of [0, 1]) {
			const middle = landmarks[3 * centre + axis]!;
			landmarks[3 * rim + axis] = middle + factor * (landmarks[3 * rim + axis]! - middle);
		}
	}
	return observeFace(observation, landmarks, BY_IRIS, SYNTHETIC_PICTURE);
}

test('views change beyond 20° and beyond 60° of yaw, to either side', () => {
	const viewAt = (yaw: number) => headPose(syntheticFace({ yaw })).view;
	expect([0, 19.9, -19.9].map(viewAt)).toEqual(['frontal', 'frontal', 'frontal']);
	expect([20.1, -20.1, 59.9].map(viewAt)).toEqual(['oblique', 'oblique', 'oblique']);
	expect([60.1, -75].map(viewAt)).toEqual(['profile', 'profile']);
});

test('at positive yaw the nose points to the picture’s right', () => {
	const { landmarks } = seen({ yaw: 30 });
	const middle = (landmarks[3 * 468]! + landmarks[3 * 473]!) / 2;
	expect(landmarks[3 * 4]!).toBeGreaterThan(middle + 10);
});

test('the two portraits are frontal, at the scale of their irises', () => {
	for (const [{ observation, picture }, pxPerMm, distance] of [
		[GRACE_HOPPER, 1.372, 60.8],
		[ASTRONAUT, 0.741, 57.6]
	] as const) {
		const face = observeFace(observation, observation.landmarks, BY_IRIS, picture);
		expect(face.pose.view).toBe('frontal');
		expect(Math.abs(face.pose.yaw)).toBeLessThan(1);
		expect(face.scale.pxPerMm).toBeCloseTo(pxPerMm, 2);
		expect(face.scale.pupilDistance).toBeCloseTo(distance, 0);
		expect(face.visible.every((one) => one === 1)).toBe(true);
	}
});

test('the iris ruler holds in every pose, to ±10 % for one person', () => {
	for (const yaw of [-55, -30, 0, 18, 45]) {
		const { scale } = seen({ yaw, pitch: 8, roll: -12, pxPerMm: 2.4 });
		expect(scale.pxPerMm).toBeCloseTo(2.4, 6);
		expect(scale.pupilDistance).toBeCloseTo(63.54, 2);
		expect(scale.relativeUncertainty).toBe(0.1);
	}
});

test('irises that differ by up to 12 % are averaged; beyond that the larger one counts', () => {
	expect(withIrisShrunk(468, 0.9).scale.pxPerMm).toBeCloseTo(3 * 0.95, 6);
	expect(withIrisShrunk(473, 0.85).scale.pxPerMm).toBeCloseTo(3, 6);
});

test('a lid that covers half of an iris does not change its diameter', () => {
	const observation = syntheticFace();
	const landmarks = observation.landmarks.slice();
	for (const [top, centre] of [
		[470, 468],
		[475, 473]
	] as const) {
		landmarks[3 * top + 1] = landmarks[3 * centre + 1]!;
	}
	const face = observeFace(observation, landmarks, BY_IRIS, SYNTHETIC_PICTURE);
	expect(face.scale.pxPerMm).toBeCloseTo(3, 6);
});

test('a known pupil distance replaces the iris, turned heads included', () => {
	for (const yaw of [0, 40]) {
		const { scale } = seen({ yaw }, { irisDiameter: 11.7, pupilDistance: 66 });
		expect(scale.pxPerMm).toBeCloseTo((3 * 63.544) / 66, 3);
		expect(scale.pupilDistance).toBeCloseTo(66, 9);
		expect(scale.source).toBe('pupil-distance');
	}
});

test('another iris diameter scales every millimetre', () => {
	const { scale } = seen({}, { irisDiameter: 12.2, pupilDistance: null });
	expect(scale.pxPerMm).toBeCloseTo((3 * 11.7) / 12.2, 6);
});

test('landmarks without an iris are refused', () => {
	const observation = syntheticFace();
	const nowhere = new Float64Array(observation.landmarks.length);
	expect(() => observeFace(observation, nowhere, BY_IRIS, SYNTHETIC_PICTURE)).toThrow(AppError);
});

test('the box is the landmarks’ and 25 mm around them', () => {
	const { box, landmarks } = seen({ pxPerMm: 2 });
	const left = Math.min(...landmarks.filter((_, i) => i % 3 === 0));
	const bottom = Math.max(...landmarks.filter((_, i) => i % 3 === 1));
	expect(left - box.x).toBeCloseTo(50, 9);
	expect(box.y + box.height - bottom).toBeCloseTo(50, 9);
});

test('nothing is hidden up to 12° of yaw', () => {
	expect(seen({ yaw: 11.9 }).visible.every((one) => one === 1)).toBe(true);
	expect(seen({ yaw: 12.1 }).visible.some((one) => one === 0)).toBe(true);
});

test('a turned head hides its far side, and what the nose stands in front of', () => {
	const { visible } = seen({ yaw: 50 });
	const [nearCheek, farCheek, farEyeInner, tip, nearMouth] = [234, 454, 362, 4, 61];
	expect([nearCheek, tip, nearMouth].map((one) => visible[one])).toEqual([1, 1, 1]);
	expect([farCheek, farEyeInner].map((one) => visible[one])).toEqual([0, 0]);
});

test('the mirrored pose hides the mirrored landmarks', () => {
	const right = seen({ yaw: 38, pitch: 6, roll: 5 }).visible;
	const left = seen({ yaw: -38, pitch: 6, roll: -5 }).visible;
	right.forEach((one, landmark) => expect(left[MIRROR[landmark]!]).toBe(one));
});

test('a frontal face tells the distance of the camera by its perspective', () => {
	for (const distance of [450, 600, 900]) {
		const face = seen({ distance, yaw: 10, pitch: -6, roll: 4 });
		expect(cameraDistance(face) / distance).toBeGreaterThan(0.97);
		expect(cameraDistance(face) / distance).toBeLessThan(1.03);
	}
	expect(cameraDistance(seen())).toBe(1500);
});

test('no face is believed nearer than the landmarker’s lens would put it', () => {
	// 1024 px at 63° and 1.5 px/mm: 557 mm.
	expect(cameraDistance(seen({ pxPerMm: 1.5, distance: 300 }))).toBeCloseTo(557, 0);
	expect(cameraDistance(seen({ pxPerMm: 3, yaw: 40, distance: 300 }))).toBe(1000);
});

test('what is nearer than the irises has more pixels per millimetre', () => {
	const local = localScale(seen({ distance: 500 }));
	const depth = CANONICAL_POINTS[4]![2] - CANONICAL_POINTS[468]![2];
	expect(local(468)).toBeCloseTo(3, 2);
	expect(local(4)).toBeCloseTo((3 * 500) / (500 - depth), 2);
	expect(local(234)).toBeLessThan(3);
});
