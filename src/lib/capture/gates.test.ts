import { describe, expect, test } from 'vitest';
import {
	ASTRONAUT,
	GRACE_HOPPER,
	type ObservedPortrait
} from '../../../tests/support/landmark-fixtures.ts';
import { syntheticFace, type SyntheticFace } from '../../../tests/support/synthetic-face.ts';
import { MIRROR, type FaceObservation } from '../face/index.ts';
import type { Mm, Size, Vec2 } from '../geometry/index.ts';
import { faceIn, liveDistance, verdictOn } from './index.ts';
import type { FaceLight, GuidedView, LiveFrame, Verdict } from './index.ts';

const SIZE: Size = { width: 1280, height: 960 };
const LIGHT: FaceLight = { highlight: 200, burnt: 0.01, side: 0.2 };
const LEVEL = -4;
/** Of a frame whose longer side is seen under 69°. */
const PX_PER_MM_AT_A_METRE = 1280 / 2 / Math.tan((34.5 * Math.PI) / 180) / 1000;

type Scene = {
	readonly pose?: SyntheticFace;
	readonly from?: Mm;
	/** Of the frame's shorter side, away from where the face's middle would be in the frame's. */
	readonly off?: Vec2;
	readonly moves?: Moves;
	readonly light?: Partial<FaceLight>;
	readonly sharpness?: number;
	readonly blendshapes?: Readonly<Record<string, number>>;
};

/** mm by which landmarks of the right half move, x towards the midline, y up; the left half mirrors it. */
type Moves = Readonly<Record<number, Vec2>>;

const RAISED: Moves = { 107: [0, 6] };
const FROWNING: Moves = { 107: [5, -7] };
const SMILING: Moves = { 61: [-5, 2] };
const SHUT: Moves = { 159: [0, -3.5], 145: [0, 3.5] };

/** Where the eyes are while the whole face is in the frame's middle. */
const EYES_ABOVE: Mm = 25;

function observed({ pose = {}, from = 800, off = [0, 0], moves = {}, blendshapes }: Scene = {}) {
	const pxPerMm = (PX_PER_MM_AT_A_METRE * 1000) / from;
	const eyes: Vec2 = [
		SIZE.width / 2 + off[0] * SIZE.height,
		SIZE.height / 2 - EYES_ABOVE * pxPerMm + off[1] * SIZE.height
	];
	const seen = syntheticFace({
		picture: SIZE,
		pxPerMm,
		eyes,
		pitch: LEVEL,
		closedMouth: true,
		...pose
	});
	const landmarks = seen.landmarks.slice();
	const move = (landmark: number, dx: Mm, dy: Mm) => {
		landmarks[3 * landmark]! += pxPerMm * dx;
		landmarks[3 * landmark + 1]! -= pxPerMm * dy;
	};
	for (const [right, [inwards, up]] of Object.entries(moves)) {
		move(Number(right), inwards, up);
		move(MIRROR[Number(right)]!, -inwards, up);
	}
	return { ...seen, landmarks, blendshapes: blendshapes ?? null };
}

function frameOf(observations: readonly FaceObservation[], scene: Scene = {}): LiveFrame {
	const light = { ...LIGHT, ...scene.light };
	return { size: SIZE, observations, sharpness: scene.sharpness ?? 300, light };
}

function verdict(view: GuidedView, scene: Scene = {}): Verdict {
	const frame = frameOf([observed(scene)], scene);
	return verdictOn(frame, faceIn(frame), view);
}

const LEFT = { yaw: -45 };
const RIGHT = { yaw: 45 };

const TABLE: readonly (readonly [what: string, view: GuidedView, scene: Scene, Verdict])[] = [
	['all is right', 'front', {}, 'ready'],
	['a wider lens’s distance', 'front', { from: 620 }, 'ready'],
	['almost too far', 'front', { from: 1250 }, 'ready'],
	['at arm’s length', 'front', { from: 450 }, 'too-near'],
	['a selfie', 'front', { from: 300 }, 'too-near'],
	['across the room', 'front', { from: 1500 }, 'too-far'],
	['a little beside', 'front', { off: [0.1, 0] }, 'ready'],
	['at the left of the frame', 'front', { off: [-0.2, 0] }, 'off-centre'],
	['at the top of the frame', 'front', { off: [0, -0.2] }, 'off-centre'],
	['a little turned', 'front', { pose: { yaw: 4 } }, 'ready'],
	// At a positive yaw the nose points to the picture's right, which is the patient's left.
	['turned to the patient’s left', 'front', { pose: { yaw: 10 } }, 'turn-right'],
	['turned to the patient’s right', 'front', { pose: { yaw: -10 } }, 'turn-left'],
	['chin in the air', 'front', { pose: { pitch: LEVEL + 12 } }, 'chin-down'],
	['chin on the chest', 'front', { pose: { pitch: LEVEL - 12 } }, 'chin-up'],
	['leaning', 'front', { pose: { roll: 9 } }, 'straighten'],
	['leaning the other way', 'front', { pose: { roll: -9 } }, 'straighten'],
	['hardly any light', 'front', { light: { highlight: 80 } }, 'too-dark'],
	['white skin', 'front', { light: { burnt: 0.2 } }, 'too-bright'],
	['a window on the left', 'front', { light: { side: 1.4 } }, 'uneven-light'],
	['a window on the right', 'front', { light: { side: -1.4 } }, 'uneven-light'],
	['a cheek that is not seen', 'front', { light: { side: null } }, 'ready'],
	['a blink', 'front', { moves: SHUT }, 'open-eyes'],
	['out of focus', 'front', { sharpness: 8 }, 'blurred'],
	['smiling', 'front', { moves: SMILING }, 'relax'],
	['frowning', 'front', { moves: FROWNING }, 'relax'],
	['brows up', 'front', { moves: RAISED }, 'relax'],

	['shows the patient’s left', 'oblique-left', { pose: LEFT }, 'ready'],
	['not yet turned', 'oblique-left', {}, 'turn-right'],
	['turned halfway', 'oblique-left', { pose: { yaw: -30 } }, 'turn-right'],
	['turned too far', 'oblique-left', { pose: { yaw: -56 } }, 'turn-left'],
	['turned the other way', 'oblique-left', { pose: RIGHT }, 'turn-right'],
	['shows the patient’s right', 'oblique-right', { pose: RIGHT }, 'ready'],
	['not yet turned', 'oblique-right', {}, 'turn-left'],
	['turned too far', 'oblique-right', { pose: { yaw: 56 } }, 'turn-right'],
	[
		'one side in shadow, as it must be',
		'oblique-right',
		{ pose: RIGHT, light: { side: 2 } },
		'ready'
	],

	['a frown', 'frown', { moves: FROWNING }, 'ready'],
	['no frown', 'frown', {}, 'frown'],
	['raised instead', 'frown', { moves: RAISED }, 'frown'],
	['raised brows', 'raise', { moves: RAISED }, 'ready'],
	['brows at rest', 'raise', {}, 'raise'],
	['a smile', 'smile', { moves: SMILING }, 'ready'],
	['no smile', 'smile', {}, 'smile'],
	['smiling, turned away', 'smile', { moves: SMILING, pose: { yaw: 15 } }, 'turn-right'],

	['in front of it', 'profile-left', {}, 'by-hand'],
	['from the side', 'profile-right', { pose: { yaw: 80 } }, 'by-hand'],
	['too dark for it', 'profile-left', { light: { highlight: 60 } }, 'too-dark'],
	['blurred', 'profile-left', { sharpness: 3 }, 'blurred']
];

describe('what is said of a synthetic frame', () => {
	test.each(TABLE)('%s (%s)', (_, view, scene, expected) => {
		expect(verdict(view, scene)).toBe(expected);
	});

	test('nobody there', () => {
		const empty = frameOf([]);
		expect(faceIn(empty)).toBeNull();
		expect(verdictOn(empty, null, 'front')).toBe('no-face');
		expect(verdictOn(empty, null, 'profile-left')).toBe('by-hand');
		const night = frameOf([], { light: { highlight: 20 } });
		expect(verdictOn(night, null, 'front')).toBe('too-dark');
	});

	test('two people, and one on a poster behind', () => {
		const one = observed();
		const beside = frameOf([one, observed({ from: 1000, off: [0.4, 0] })]);
		expect(verdictOn(beside, faceIn(beside), 'front')).toBe('several-faces');
		const poster = frameOf([one, observed({ from: 3000, off: [0.4, 0] })]);
		expect(verdictOn(poster, faceIn(poster), 'front')).toBe('ready');
	});

	test('of several things the first to be put right', () => {
		const everything: Scene = {
			from: 300,
			off: [0.3, 0],
			pose: { yaw: 20 },
			light: { highlight: 50, side: 2 },
			moves: SMILING,
			sharpness: 1
		};
		expect(verdict('front', everything)).toBe('too-near');
		expect(verdict('front', { ...everything, from: 800 })).toBe('off-centre');
		expect(verdict('front', { ...everything, from: 800, off: [0, 0] })).toBe('too-dark');
	});
});

describe('a model with coefficients for expressions', () => {
	const REST = { browDownLeft: 0.3, browDownRight: 0.35, mouthSmileLeft: 0.1 };

	test.each<readonly [GuidedView, Readonly<Record<string, number>>, Verdict]>([
		['front', REST, 'ready'],
		['front', { ...REST, mouthSmileLeft: 0.7, mouthSmileRight: 0.7 }, 'relax'],
		['smile', { ...REST, mouthSmileLeft: 0.7, mouthSmileRight: 0.7 }, 'ready'],
		['frown', { browDownLeft: 0.8, browDownRight: 0.7 }, 'ready'],
		['frown', REST, 'frown'],
		['raise', { browInnerUp: 0.8 }, 'ready'],
		['raise', { browOuterUpLeft: 0.8, browOuterUpRight: 0.6 }, 'ready'],
		['raise', REST, 'raise']
	])('is believed: %s %o', (view, blendshapes, expected) => {
		expect(verdict(view, { blendshapes })).toBe(expected);
	});

	test('also on a turned head, where landmarks tell nothing', () => {
		const smiling = { mouthSmileLeft: 0.7, mouthSmileRight: 0.7 };
		expect(verdict('oblique-left', { pose: LEFT, blendshapes: smiling })).toBe('relax');
		expect(verdict('oblique-left', { pose: LEFT, moves: SMILING })).toBe('ready');
	});
});

describe('on photographs', () => {
	/** As they are, not laid into a wider frame. */
	function ofPortrait({ observation, picture }: ObservedPortrait, view: GuidedView): Verdict {
		const frame = { ...frameOf([observation]), size: picture };
		return verdictOn(frame, faceIn(frame), view);
	}

	test('a portrait that fills its frame is too near for a camera', () => {
		expect(ofPortrait(GRACE_HOPPER, 'front')).toBe('too-near');
		expect(ofPortrait(ASTRONAUT, 'front')).toBe('too-near');
	});
});

describe('the distance', () => {
	test('is that of the lens’s field of view, whichever way the frame stands', () => {
		for (const size of [SIZE, { width: SIZE.height, height: SIZE.width }]) {
			const face = faceIn({ ...frameOf([observed({ from: 700 })]), size })!;
			expect(liveDistance(face)).toBeCloseTo(700, -1);
		}
	});
});
