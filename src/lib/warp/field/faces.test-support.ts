import astronaut from '../../../../tests/fixtures/landmarks/astronaut.json' with { type: 'json' };
import graceHopper from '../../../../tests/fixtures/landmarks/grace-hopper.json' with { type: 'json' };
import { syntheticFace, type SyntheticFace } from '../../../../tests/support/synthetic-face.ts';
import { MIRROR, observeFace, type ClassMask, type Face } from '../../face/index.ts';
import { TREATMENTS, type Plan, type Treatment } from '../../treatment/index.ts';
import { landmarkAt } from './drive.ts';

export const SCALE = { irisDiameter: 11.7, pupilDistance: null } as const;
export const PICTURE = { width: 4000, height: 4000 } as const;

export const WARPS: readonly Treatment[] = TREATMENTS.filter(({ kind }) => kind === 'warp');
/** For measuring one treatment by itself: no personal cap acts. */
export const UNCAPPED: readonly Treatment[] = WARPS.map((one) => ({ ...one, caps: [] }));

/** A synthetic face in a 16 MP picture at 12 px/mm unless told otherwise. */
export function faceAt(options: SyntheticFace = {}): Face {
	const observation = syntheticFace({ picture: PICTURE, pxPerMm: 12, ...options });
	return observeFace(observation, observation.landmarks, SCALE, PICTURE);
}

/** The same face with landmarks moved by up to `mm`, reproducibly: no two halves are alike. */
export function unevenFace(options: SyntheticFace, mm: number): Face {
	const face = faceAt(options);
	const random = randomSource(7);
	const landmarks = face.landmarks.map(
		(value, i) => value + (i < 3 * 468 ? 2 * mm * face.scale.pxPerMm * (random() - 0.5) : 0)
	);
	return observeFace(face.observation, landmarks, SCALE, PICTURE);
}

/** The face as its mirrored photograph would show it. */
export function mirroredFace(face: Face): Face {
	const landmarks = new Float64Array(face.landmarks.length);
	MIRROR.forEach((other, landmark) => {
		landmarks[3 * landmark] = face.picture.width - face.landmarks[3 * other]!;
		landmarks[3 * landmark + 1] = face.landmarks[3 * other + 1]!;
		landmarks[3 * landmark + 2] = face.landmarks[3 * other + 2]!;
	});
	const sign = [1, -1, -1, -1, -1, 1, 1, 1, -1, 1, 1, 1, 1, 1, 1, 1];
	const pose = face.observation.pose.map((value, i) => value * sign[i]!);
	return observeFace({ landmarks, pose, blendshapes: null }, landmarks, SCALE, face.picture);
}

const MASK_SIDE = 600;

/** Classes by position in mm from a landmark: x to the picture's right, y up. */
export function maskAround(
	face: Face,
	landmark: number,
	classAt: (x: number, y: number) => number
): ClassMask {
	const box = { x: 0, y: 0, width: face.picture.width, height: face.picture.height };
	const [cx, cy] = landmarkAt(face, landmark);
	const classes = new Uint8Array(MASK_SIDE * MASK_SIDE).map((_, i) => {
		const x = (((i % MASK_SIDE) + 0.5) / MASK_SIDE) * box.width;
		const y = ((Math.floor(i / MASK_SIDE) + 0.5) / MASK_SIDE) * box.height;
		return classAt((x - cx) / face.scale.pxPerMm, (cy - y) / face.scale.pxPerMm);
	});
	return { width: MASK_SIDE, height: MASK_SIDE, box, classes };
}

export const planOf = (...sliders: readonly (readonly [Treatment, number])[]): Plan =>
	Object.fromEntries(sliders.map(([{ id }, value]) => [id, { left: value, right: value }]));

/** Reproducible numbers in [0, 1). */
function randomSource(seed: number): () => number {
	let state = seed;
	return () => {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		return state / 2 ** 32;
	};
}

/** The two public-domain portraits, as the landmarker saw them: 0.7 and 1.4 px/mm. */
export const PORTRAITS: Readonly<Record<string, Face>> = {
	astronaut: portrait(astronaut),
	'Grace Hopper': portrait(graceHopper)
};

function portrait(fixture: typeof astronaut | typeof graceHopper): Face {
	const landmarks = Float64Array.from(fixture.landmarks);
	const { pose, blendshapes, picture } = fixture;
	return observeFace({ landmarks, pose, blendshapes }, landmarks, SCALE, picture);
}
