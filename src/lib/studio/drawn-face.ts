/** A face drawn from the canonical mesh: the same for everybody, to be touched before there is a photograph. */
import {
	CANONICAL_POINTS,
	LANDMARK_GROUPS,
	observeFace,
	SKIN_COUNT,
	type Face
} from '../face/index.ts';
import type { Mm, Rect, Vec2 } from '../geometry/index.ts';
import type { Area } from '../treatment/index.ts';
import { areaAt } from './catalogue.svelte.ts';
import { DEFAULT_SCALE } from './document.ts';

/** Lines in mm, right and down of the middle between the eyes; the patient's right is on the left. */
export type DrawnFace = {
	/** Where that middle lies in the picture of `canonicalFace`, and its px by mm. */
	readonly origin: Vec2;
	readonly pxPerMm: number;
	readonly box: Rect;
	readonly outline: readonly Vec2[];
	readonly features: readonly (readonly Vec2[])[];
	/** The area of the catalogue that is touched there; null beside the face. */
	readonly areaAt: (at: Vec2) => Area | null;
};

/** Beyond the face's oval, which ends at the forehead's middle. */
const MARGIN: Mm = 12;
const PX_PER_MM = 3;
const SIDE = 1024;
/** Wings and base of the nose, which the named rows leave out. */
const NOSE_BASE = [129, 98, 97, 2, 326, 327, 358];
/** MediaPipe believes in a vertical field of view of 63°. */
const FOCAL = SIDE / 2 / Math.tan((63 * Math.PI) / 360);

const eyes = CANONICAL_POINTS[SKIN_COUNT] ?? [0, 0, 0];

function drawn(landmark: number): Vec2 {
	const [x, y] = CANONICAL_POINTS[landmark] ?? eyes;
	return [x, eyes[1] - y];
}

function ring(indices: readonly number[]): readonly Vec2[] {
	return [...indices, ...indices.slice(0, 1)].map(drawn);
}

/** As it is drawn, seen from the front, from so far away that nothing is nearer than anything else. */
export function canonicalFace(): Face {
	const landmarks = CANONICAL_POINTS.flatMap(([x, y, z]) => [
		SIDE / 2 + PX_PER_MM * x,
		SIDE / 2 - PX_PER_MM * (y - eyes[1]),
		-PX_PER_MM * (z - eyes[2])
	]);
	const [down, away] = [-eyes[1] / 10, (-FOCAL / PX_PER_MM - eyes[2]) / 10];
	const pose = [1, 0, 0, 0, 0, 1, 0, down, 0, 0, 1, away, 0, 0, 0, 1];
	const observation = { landmarks: Float64Array.from(landmarks), pose, blendshapes: null };
	const picture = { width: SIDE, height: SIDE };
	return observeFace(observation, observation.landmarks, DEFAULT_SCALE, picture);
}

export function drawnFace(): DrawnFace {
	const face = canonicalFace();
	const outline = ring(LANDMARK_GROUPS.FACE_OVAL);
	const [xs, ys] = [outline.map(([x]) => x), outline.map(([, y]) => y)];
	const [left, top] = [Math.min(...xs) - MARGIN, Math.min(...ys) - MARGIN];
	const {
		R_EYE_RING,
		L_EYE_RING,
		R_BROW_UPPER,
		R_BROW_LOWER,
		L_BROW_UPPER,
		L_BROW_LOWER,
		LIPS_UPPER_OUTER,
		LIPS_LOWER_OUTER,
		LIPS_UPPER_INNER
	} = LANDMARK_GROUPS;
	return {
		origin: [SIDE / 2, SIDE / 2],
		pxPerMm: PX_PER_MM,
		box: {
			x: left,
			y: top,
			width: Math.max(...xs) + MARGIN - left,
			height: Math.max(...ys) + MARGIN - top
		},
		outline,
		features: [
			ring(R_EYE_RING),
			ring(L_EYE_RING),
			ring([...R_BROW_UPPER, ...R_BROW_LOWER.toReversed()]),
			ring([...L_BROW_UPPER, ...L_BROW_LOWER.toReversed()]),
			ring([...LIPS_UPPER_OUTER, ...LIPS_LOWER_OUTER.toReversed()]),
			LIPS_UPPER_INNER.map(drawn),
			NOSE_BASE.map(drawn)
		],
		areaAt: ([x, y]) => areaAt(face, [SIDE / 2 + PX_PER_MM * x, SIDE / 2 + PX_PER_MM * y])
	};
}
