import { expect, test } from 'vitest';
import { GRACE_HOPPER } from '../../../tests/support/landmark-fixtures.ts';
import { syntheticFace } from '../../../tests/support/synthetic-face.ts';
import { observeFace, type Change, type Face } from './index.ts';
import { measuredChanges } from './change.ts';

const BY_IRIS = { irisDiameter: 11.7, pupilDistance: null };
const PICTURE = { width: 2400, height: 2400 };
const UPPER_LIP = [0, 37, 267, 39, 269, 40, 270];

function drawn(yaw = 0, pitch = 0): Face {
	const view = { picture: PICTURE, pxPerMm: 6, yaw, pitch, closedMouth: true };
	const observation = syntheticFace(view);
	return observeFace(observation, observation.landmarks, BY_IRIS, PICTURE);
}

/** The face with its landmarks elsewhere: px of the picture by landmark and axis. */
function altered(face: Face, by: (landmark: number) => readonly [dx: number, dy: number]): Face {
	const landmarks = Float64Array.from(face.landmarks);
	for (let landmark = 0; landmark < landmarks.length / 3; landmark++) {
		const [dx, dy] = by(landmark);
		landmarks[3 * landmark]! += dx;
		landmarks[3 * landmark + 1]! += dy;
	}
	return observeFace({ ...face.observation, landmarks }, landmarks, BY_IRIS, face.picture);
}

/** The upper lip so much higher at its rim. */
function lifted(face: Face, mm: number): Face {
	return altered(face, (landmark) =>
		UPPER_LIP.includes(landmark) ? [0, -mm * face.scale.pxPerMm] : [0, 0]
	);
}

type Told = Extract<Change, { readonly change: number }>;

function told(earlier: Face, later: Face, size = 1): readonly Told[] {
	const changes = measuredChanges(earlier, later, size);
	if (changes.withheld !== null) throw new Error(changes.withheld);
	return changes.list.filter((one): one is Told => one.withheld === null);
}

const of = (list: readonly Told[], id: Change['id']): Told => {
	const one = list.find((change) => change.id === id);
	if (one === undefined) throw new Error(`no ${id}`);
	return one;
};

test('where nothing changed nothing is told', () => {
	const list = told(drawn(), drawn(2, -1));
	expect(list.length).toBe(10);
	for (const { id, change, isTold } of list) {
		expect(Math.abs(change), id).toBeLessThan(0.5);
		expect(isTold, id).toBe(false);
	}
});

test('a lip that is 3 mm higher is told, by its amount, and nothing else is', () => {
	const list = told(drawn(), lifted(drawn(), 3));
	const lip = of(list, 'upper_lip');
	expect(lip.change).toBeCloseTo(3, 1);
	expect(lip.later - lip.earlier).toBe(lip.change);
	expect(lip.uncertainty).toBeGreaterThan(0.6);
	expect(lip.uncertainty).toBeLessThan(2);
	expect(list.filter(({ isTold }) => isTold).map(({ id }) => id)).toEqual([
		'philtrum',
		'upper_lip'
	]);
});

test('a change below the uncertainty is not told', () => {
	const lip = of(told(drawn(), lifted(drawn(), 0.4)), 'upper_lip');
	expect(lip.change).toBeCloseTo(0.4, 1);
	expect(lip.isTold).toBe(false);
});

test('a ruler that is read otherwise in the later photograph makes no change', () => {
	const face = drawn();
	const [cx, cy] = [face.landmarks[3 * 468]!, face.landmarks[3 * 468 + 1]!];
	const [dx, dy] = [face.landmarks[3 * 473]!, face.landmarks[3 * 473 + 1]!];
	const shrunk = altered(face, (landmark) => {
		if (landmark < 468) return [0, 0];
		const [x, y] = landmark < 473 ? [cx, cy] : [dx, dy];
		return [
			0.1 * (x - face.landmarks[3 * landmark]!),
			0.1 * (y - face.landmarks[3 * landmark + 1]!)
		];
	});
	expect(shrunk.scale.pxPerMm / face.scale.pxPerMm).toBeCloseTo(0.9, 2);
	const width = of(told(face, shrunk), 'mouth_width');
	expect(width.change / width.earlier).toBeCloseTo(0, 2);
});

test('a photograph of another size measures the same, by how it lies over the first', () => {
	const landmarks = GRACE_HOPPER.observation.landmarks;
	const { observation, picture } = GRACE_HOPPER;
	const one = observeFace(observation, landmarks, BY_IRIS, picture);
	const twice = { width: 2 * picture.width, height: 2 * picture.height };
	const larger = landmarks.map((value) => 2 * value);
	const other = observeFace({ ...observation, landmarks: larger }, larger, BY_IRIS, twice);
	for (const { id, change, isTold } of told(one, other, 0.5)) {
		expect(Math.abs(change), id).toBeLessThan(0.01);
		expect(isTold, id).toBe(false);
	}
});

test('nothing is measured where the head is held differently', () => {
	expect(measuredChanges(drawn(), drawn(9), 1)).toEqual({ withheld: 'held-otherwise' });
	expect(measuredChanges(drawn(0, 4), drawn(0, -5), 1)).toEqual({ withheld: 'held-otherwise' });
	expect(measuredChanges(drawn(), drawn(7), 1).withheld).toBeNull();
});

test('nothing is measured where the face does something else, or that cannot be told', () => {
	const raised = altered(drawn(), (landmark) =>
		[107, 336].includes(landmark) ? [0, -8 * 6] : [0, 0]
	);
	expect(measuredChanges(drawn(), raised, 1)).toEqual({ withheld: 'expression' });
	expect(measuredChanges(drawn(30), drawn(30), 1)).toEqual({ withheld: 'expression' });
});

test('landmarks that wander as they do are told as a change in fewer than 5 of 100', () => {
	let state = 7;
	const random = (): number => {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		return state / 2 ** 32;
	};
	const normal = (): number =>
		Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
	const wander = (face: Face): Face =>
		altered(face, (landmark) =>
			landmark >= 468 ? [0, 0] : [0.25 * 6 * normal(), 0.25 * 6 * normal()]
		);
	const outcomes = Array.from({ length: 60 }, () => told(wander(drawn()), wander(drawn()))).flat();
	const share = outcomes.filter(({ isTold }) => isTold).length / outcomes.length;
	expect(outcomes.length).toBeGreaterThan(500);
	expect(share).toBeLessThan(0.05);
});
