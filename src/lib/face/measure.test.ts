import { expect, test } from 'vitest';
import { GRACE_HOPPER } from '../../../tests/support/landmark-fixtures.ts';
import {
	SYNTHETIC_PICTURE,
	syntheticFace,
	type SyntheticFace
} from '../../../tests/support/synthetic-face.ts';
import {
	measure,
	observeFace,
	type FaceObservation,
	type IndexId,
	type Landmarks,
	type Measurement
} from './index.ts';

const BY_IRIS = { irisDiameter: 11.7, pupilDistance: null };

function measured(
	observation: FaceObservation,
	picture = SYNTHETIC_PICTURE,
	landmarks: Landmarks = observation.landmarks
): (id: IndexId, side?: Measurement['side']) => Measurement {
	const face = observeFace(observation, observation.landmarks, BY_IRIS, picture);
	const all = measure(face, landmarks);
	return (id, side = null) => {
		const one = all.find((entry) => entry.id === id && entry.side === side);
		if (!one) throw new Error(`no ${id}`);
		return one;
	};
}

const synthetic = (options: SyntheticFace = {}) => measured(syntheticFace(options));

test('the canonical face measures what its mesh says', () => {
	const of = synthetic();
	expect(of('ipd').value).toBeCloseTo(63.54, 1);
	expect(of('icd').value).toBeCloseTo(37.13, 1);
	expect(of('bizygomatic').value! / 131).toBeCloseTo(1, 1);
	expect(of('canthal_tilt', 'right').value).toBeCloseTo(1.74, 1);
	expect(of('mrd1', 'left').value! + of('mrd2', 'left').value!).toBeCloseTo(6.7, 1);
	expect(of('asymmetry').value).toBeLessThan(0.01);
	const fifths =
		of('fifth_middle').value! +
		of('fifth_eye', 'right').value! +
		of('fifth_eye', 'left').value! +
		of('fifth_outer', 'right').value! +
		of('fifth_outer', 'left').value!;
	expect(fifths).toBeCloseTo(100, 6);
});

test('turning, nodding, tilting or coming nearer changes no index by more than 3 %', () => {
	const straight = synthetic();
	for (const options of [
		{ yaw: 15, pitch: -10, roll: 20 },
		{ yaw: -12, pitch: 12, roll: -30 },
		{ yaw: 8, distance: 450 }
	]) {
		const of = synthetic(options);
		for (const id of [
			'ipd',
			'icd',
			'bizygomatic',
			'bigonial',
			'mouth_width',
			'philtrum'
		] as const) {
			expect(of(id).value! / straight(id).value!, `${id} at ${JSON.stringify(options)}`).toSatisfy(
				(ratio: number) => Math.abs(ratio - 1) < 0.03
			);
		}
		expect(of('canthal_tilt', 'left').value).toBeCloseTo(
			straight('canthal_tilt', 'left').value!,
			0
		);
	}
});

test('a real face stays within adult ranges', () => {
	const of = measured(GRACE_HOPPER.observation, GRACE_HOPPER.picture);
	const within = (id: IndexId, low: number, high: number, side: Measurement['side'] = null) => {
		expect(of(id, side).value, id).toBeGreaterThan(low);
		expect(of(id, side).value, id).toBeLessThan(high);
	};
	within('ipd', 54, 74);
	within('icd', 25, 45);
	within('pfh', 6, 13, 'right');
	within('mrd1', 2, 6, 'left');
	within('philtrum', 9, 20);
	within('mouth_width', 40, 65);
	within('jaw_ratio', 0.7, 1);
	within('asymmetry', 0, 3);
});

test('the uncertainty of a length is at least the ruler’s, that of a ratio far less', () => {
	const of = synthetic();
	const relative = (id: IndexId) => of(id).uncertainty! / of(id).value!;
	expect(relative('bizygomatic')).toBeGreaterThan(0.1);
	expect(relative('bizygomatic')).toBeLessThan(0.11);
	expect(relative('jaw_ratio')).toBeLessThan(0.03);
	expect(of('canthal_tilt', 'right').uncertainty).toBeGreaterThan(1);
	expect(of('canthal_tilt', 'right').uncertainty).toBeLessThan(3);
});

test('a smaller face is less certain', () => {
	const large = synthetic({ pxPerMm: 4 });
	const small = synthetic({ pxPerMm: 1 });
	expect(small('mrd1', 'right').uncertainty!).toBeGreaterThan(
		1.5 * large('mrd1', 'right').uncertainty!
	);
});

test('an oblique view keeps the midline and withholds every width', () => {
	const of = synthetic({ yaw: 35 });
	expect(of('ipd')).toMatchObject({ value: null, uncertainty: null, withheld: 'needs-frontal' });
	expect(of('asymmetry').withheld).toBe('needs-frontal');
	expect(of('philtrum').value).toBeCloseTo(synthetic()('philtrum').value!, 0);
});

test('an open mouth and an expression withhold what they change', () => {
	expect(synthetic()('lip_ratio').withheld).toBe('mouth-open');
	const smiling = { ...syntheticFace(), blendshapes: { mouthSmileLeft: 0.7 } };
	expect(measured(smiling)('mouth_width').withheld).toBe('expression');
	expect(measured(smiling)('ipd').withheld).toBeNull();
});

test('landmarks moved by an illustration are measured on the ruler of the photograph', () => {
	const observation = syntheticFace();
	const moved = observation.landmarks.slice();
	// Both corners of the mouth 2 mm outwards at 3 px/mm; an iris that moves changes no scale.
	moved[3 * 61]! -= 6;
	moved[3 * 291]! += 6;
	const before = measured(observation)('mouth_width').value!;
	const after = measured(observation, SYNTHETIC_PICTURE, moved)('mouth_width').value!;
	expect(after - before).toBeCloseTo(4, 1);
});

test('a face that hangs lower on one side is asymmetrical by the size of it', () => {
	const observation = syntheticFace();
	const moved = observation.landmarks.slice();
	for (let landmark = 248; landmark < 468; landmark++) moved[3 * landmark + 1]! += 9;
	const { value } = measured(observation, SYNTHETIC_PICTURE, moved)('asymmetry');
	expect(value).toBeGreaterThan(0.5);
	expect(value).toBeLessThan(3);
});
