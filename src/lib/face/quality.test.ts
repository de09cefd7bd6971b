import { expect, test } from 'vitest';
import { ASTRONAUT, GRACE_HOPPER } from '../../../tests/support/landmark-fixtures.ts';
import {
	SYNTHETIC_PICTURE,
	syntheticFace,
	type SyntheticFace
} from '../../../tests/support/synthetic-face.ts';
import { assessQuality, observeFace, type FaceObservation, type Quality } from './index.ts';

const SHARP = 300;
const BY_IRIS = { irisDiameter: 11.7, pupilDistance: null };

/** The canonical face has its lips 6 mm apart; here they are closed, as in a good photograph. */
function atRest(options: SyntheticFace = {}): FaceObservation {
	const observation = syntheticFace(options);
	return withGap(observation, [[14, 13]], 0);
}

/** Brings the second landmark of each pair to `share` of its distance from the first. */
function withGap(
	observation: FaceObservation,
	pairs: readonly (readonly [number, number])[],
	share: number
): FaceObservation {
	const landmarks = observation.landmarks.slice();
	for (const [fixed, moved] of pairs) {
		for (const axis of [0, 1]) {
			const from = landmarks[3 * fixed + axis]!;
			landmarks[3 * moved + axis] = from + share * (landmarks[3 * moved + axis]! - from);
		}
	}
	return { ...observation, landmarks };
}

function assessed(observation: FaceObservation, sharpness = SHARP): readonly Quality[] {
	const { landmarks } = observation;
	return assessQuality(observeFace(observation, landmarks, BY_IRIS, SYNTHETIC_PICTURE), sharpness);
}

function found(observation: FaceObservation, sharpness = SHARP): readonly string[] {
	return assessed(observation, sharpness).map(({ finding, severity }) => `${severity} ${finding}`);
}

test('a sharp frontal face at rest has nothing to be said about', () => {
	expect(found(atRest())).toEqual([]);
	const { observation, picture } = GRACE_HOPPER;
	const face = observeFace(observation, observation.landmarks, BY_IRIS, picture);
	expect(assessQuality(face, SHARP)).toEqual([]);
});

test('the small smiling portrait works, with its reservations', () => {
	const { observation, picture } = ASTRONAUT;
	const face = observeFace(observation, observation.landmarks, BY_IRIS, picture);
	const findings = assessQuality(face, 22);
	expect(findings.every(({ severity }) => severity === 'warn')).toBe(true);
	expect(findings.map(({ finding }) => finding)).toEqual(['too-small', 'mouth-open', 'expression']);
	expect(findings[1]!.value).toBeCloseTo(8.2, 0);
});

test('a face is small below 1 px/mm and too small below half of that', () => {
	expect(found(atRest({ pxPerMm: 1.05 }))).toEqual([]);
	expect(found(atRest({ pxPerMm: 0.95 }))).toEqual(['warn too-small']);
	expect(found(atRest({ pxPerMm: 0.49 }))).toEqual(['refuse too-small']);
});

test('a cut hairline is told, a cut chin is refused', () => {
	// The forehead's highest landmark lies 56 mm above the eyes, the chin's lowest 106 mm below.
	expect(found(atRest({ eyes: [512, 3 * 50] }))).toEqual(['warn cut-by-border']);
	expect(found(atRest({ eyes: [512, 1024 - 3 * 95] }))).toEqual(['refuse cut-by-border']);
	expect(found(atRest({ eyes: [3 * 40, 512] }))).toContain('refuse cut-by-border');
});

test('closed eyes are refused, a wink is not', () => {
	const right = [145, 159] as const;
	const left = [374, 386] as const;
	expect(found(withGap(atRest(), [right, left], 0.3))).toEqual(['refuse eyes-closed']);
	expect(found(withGap(atRest(), [right, left], 0.5))).toEqual(['warn eyes-closed']);
	expect(found(withGap(atRest(), [right], 0))).toEqual([]);
	const blinking = { ...atRest(), blendshapes: { eyeBlinkLeft: 0.9, eyeBlinkRight: 0.8 } };
	expect(found(blinking)).toEqual(['refuse eyes-closed']);
});

test('an open mouth is measured in millimetres and never refused', () => {
	const [mouth] = assessed(syntheticFace());
	expect(mouth).toMatchObject({ finding: 'mouth-open', severity: 'warn' });
	expect(mouth!.value).toBeCloseTo(5.48, 1);
});

test('a smile is told where the landmarker reports expressions', () => {
	const smiling = { mouthSmileLeft: 0.8, mouthSmileRight: 0.7 };
	expect(found({ ...atRest(), blendshapes: smiling })).toEqual(['warn expression']);
	expect(found({ ...atRest(), blendshapes: { eyeSquintLeft: 0.9 } })).toEqual([]);
});

test('a head that is turned beyond the landmarker’s reach is refused', () => {
	expect(found(atRest({ yaw: 54 }))).toEqual([]);
	expect(found(atRest({ yaw: -57 }))).toEqual(['warn turned-too-far']);
	expect(found(atRest({ yaw: 62 }))).toContain('refuse turned-too-far');
	expect(found(atRest({ pitch: 28 }))).toContain('warn turned-too-far');
});

test('a blurred photograph is told, a hopeless one refused', () => {
	expect(found(atRest(), 26)).toEqual([]);
	expect(found(atRest(), 24)).toEqual(['warn blurred']);
	expect(found(atRest(), 5)).toEqual(['refuse blurred']);
	expect(found(atRest({ pxPerMm: 0.8 }), 20)).toEqual(['warn too-small']);
});

test('a camera at arm’s length is told', () => {
	expect(found(atRest({ distance: 330 }))).toEqual(['warn camera-close']);
	expect(found(atRest({ distance: 600 }))).toEqual([]);
});

test('refusals come before warnings', () => {
	const findings = assessed(syntheticFace({ yaw: 58 }), 3);
	expect(findings.map(({ severity }) => severity)).toEqual(['refuse', 'warn', 'warn']);
});
