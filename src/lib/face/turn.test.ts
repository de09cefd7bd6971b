import { describe, expect, it } from 'vitest';
import { ASTRONAUT, GRACE_HOPPER } from '../../../tests/support/landmark-fixtures.ts';
import { syntheticFace } from '../../../tests/support/synthetic-face.ts';
import { quarterTurns, turnedSize, type QuarterTurns } from '../geometry/index.ts';
import {
	headPose,
	IRIS_DIAMETER,
	observeFace,
	turnedLandmarks,
	turnedObservation,
	turnsUpright,
	type FaceObservation
} from './index.ts';

const TURNS: readonly QuarterTurns[] = [1, 2, 3];
const SCALE = { irisDiameter: IRIS_DIAMETER, pupilDistance: null };

/** −180…180°. */
function between(a: number, b: number): number {
	return ((((a - b + 180) % 360) + 360) % 360) - 180;
}

function point({ landmarks }: FaceObservation, landmark: number): number[] {
	return [...landmarks.slice(3 * landmark, 3 * landmark + 3)];
}

describe('an observation in a turned picture', () => {
	it.each(TURNS)('is the one of the face turned by %d × 90° before the camera', (turns) => {
		const picture = { width: 900, height: 1024 };
		const eyes = { 1: [1024 - 300, 400], 2: [500, 1024 - 300], 3: [300, 500] } as const;
		const face = { yaw: 0, pitch: 0, pxPerMm: 2 };
		const upright = syntheticFace({ ...face, roll: 7, picture, eyes: [400, 300] });
		const expected = syntheticFace({
			...face,
			roll: 7 - 90 * turns,
			picture: turnedSize(picture, turns),
			eyes: eyes[turns as 1 | 2 | 3]
		});
		const turned = turnedObservation(upright, picture, turns);
		for (const landmark of [4, 152, 33, 263]) {
			point(turned, landmark).forEach((value, axis) =>
				expect(value).toBeCloseTo(point(expected, landmark)[axis]!, 6)
			);
		}
		expect(between(headPose(turned).roll, headPose(expected).roll)).toBeCloseTo(0, 6);
		turned.pose
			.filter((_, at) => at % 4 !== 3)
			.forEach((value, at) =>
				expect(value).toBeCloseTo(expected.pose.filter((_, other) => other % 4 !== 3)[at]!, 9)
			);
	});

	it.each(TURNS)('is as large as before after %d, and comes back exactly', (turns) => {
		const { observation, picture } = GRACE_HOPPER;
		const turned = turnedObservation(observation, picture, turns);
		const size = turnedSize(picture, turns);
		const before = observeFace(observation, observation.landmarks, SCALE, picture);
		const after = observeFace(turned, turned.landmarks, SCALE, size);
		expect(after.scale.pxPerMm).toBeCloseTo(before.scale.pxPerMm, 9);
		const back = turnedLandmarks(turned.landmarks, size, quarterTurns(-turns));
		back.forEach((value, at) => expect(value).toBeCloseTo(observation.landmarks[at]!, 9));
	});
});

describe('the turns that bring a face upright', () => {
	it('are none for a face that stands', () => {
		expect(turnsUpright(GRACE_HOPPER.observation)).toBe(0);
		expect(turnsUpright(ASTRONAUT.observation)).toBe(0);
	});

	it.each(TURNS)('undo %d × 90°', (turns) => {
		const { observation, picture } = GRACE_HOPPER;
		expect(turnsUpright(turnedObservation(observation, picture, turns))).toBe(quarterTurns(-turns));
	});

	it.each([-55, -40, 0, 40, 55])('are none for a head that leans by %d°', (roll) => {
		expect(turnsUpright(syntheticFace({ roll }))).toBe(0);
	});

	it.each([
		[-65, 3],
		[-115, 3],
		[65, 1],
		[115, 1],
		[150, 2],
		[-170, 2]
	])('bring a head that lies at %d° within 45° of upright', (roll, turns) => {
		expect(turnsUpright(syntheticFace({ roll }))).toBe(turns);
	});

	it.each(TURNS)('are found for an oblique face turned by %d × 90° as well', (turns) => {
		const picture = { width: 1024, height: 1024 };
		const oblique = syntheticFace({ yaw: 45, pitch: 12, roll: 4 });
		const turned = turnedObservation(oblique, picture, turns);
		expect(turnsUpright(turned)).toBe(quarterTurns(-turns));
	});
});
