import { describe, expect, test } from 'vitest';
import {
	ASTRONAUT,
	GRACE_HOPPER,
	type ObservedPortrait
} from '../../../tests/support/landmark-fixtures.ts';
import {
	SYNTHETIC_PICTURE,
	syntheticFace,
	type SyntheticFace
} from '../../../tests/support/synthetic-face.ts';
import type { Vec2 } from '../geometry/index.ts';
import { expressionOf, MIRROR, observeFace } from './index.ts';

const BY_IRIS = { irisDiameter: 11.7, pupilDistance: null };
const PX_PER_MM = 3;

/** mm that landmarks of the right half move, x towards the midline, y up; the left half mirrors it. */
type Moves = Readonly<Record<number, Vec2>>;

function ofPortrait({ observation, picture }: ObservedPortrait) {
	return expressionOf(observeFace(observation, observation.landmarks, BY_IRIS, picture));
}

/** The canonical face, upright, with landmarks moved in the picture. */
function ofMoved(moves: Moves, pose: SyntheticFace = {}) {
	const observation = syntheticFace({ ...pose, pxPerMm: PX_PER_MM });
	const landmarks = observation.landmarks.slice();
	const move = (landmark: number, dx: number, dy: number) => {
		landmarks[3 * landmark]! += PX_PER_MM * dx;
		landmarks[3 * landmark + 1]! -= PX_PER_MM * dy;
	};
	for (const [right, [inwards, up]] of Object.entries(moves)) {
		move(Number(right), inwards, up);
		move(MIRROR[Number(right)]!, -inwards, up);
	}
	return expressionOf(observeFace(observation, landmarks, BY_IRIS, SYNTHETIC_PICTURE));
}

const [MOUTH_CORNER, BROW] = [61, 107];
const SMILE: Moves = { [MOUTH_CORNER]: [-5, 2] };
const RAISE: Moves = { [BROW]: [0, 6] };
const FROWN: Moves = { [BROW]: [5, -7] };

describe('on photographs', () => {
	test('a face at rest is neutral, a smiling one smiles', () => {
		expect(ofPortrait(GRACE_HOPPER)).toBe('neutral');
		expect(ofPortrait(ASTRONAUT)).toBe('smile');
	});
});

describe('on the canonical face', () => {
	test('rest, smile, raised brows and frown are told apart', () => {
		expect(ofMoved({})).toBe('neutral');
		expect(ofMoved(SMILE)).toBe('smile');
		expect(ofMoved(RAISE)).toBe('raised');
		expect(ofMoved(FROWN)).toBe('frown');
	});

	test('brows come before the mouth: their lines are asked about most', () => {
		expect(ofMoved({ ...SMILE, ...RAISE })).toBe('raised');
		expect(ofMoved({ ...SMILE, ...FROWN })).toBe('frown');
	});

	test('low brows alone and close brows alone are no frown', () => {
		expect(ofMoved({ [BROW]: [0, -7] })).toBe('neutral');
		expect(ofMoved({ [BROW]: [5, 0] })).toBe('neutral');
	});

	test('a face that nods or turns a little keeps its expression', () => {
		for (const pose of [{ yaw: 12 }, { yaw: -12 }, { pitch: 12 }, { pitch: -12 }, { roll: 20 }]) {
			expect(ofMoved({}, pose), JSON.stringify(pose)).toBe('neutral');
		}
	});

	test('turned or nodding far, nothing is told', () => {
		for (const pose of [{ yaw: 25 }, { yaw: -25 }, { pitch: 25 }, { pitch: -25 }]) {
			expect(ofMoved(SMILE, pose), JSON.stringify(pose)).toBe('unknown');
		}
	});

	test('between rest and smile nothing is told', () => {
		const stretches = Array.from({ length: 60 }, (_, tenth) =>
			ofMoved({ [MOUTH_CORNER]: [-tenth / 10, 0] })
		);
		expect(stretches.filter((told, at) => told !== stretches[at - 1])).toEqual([
			'neutral',
			'unknown',
			'smile'
		]);
	});
});
