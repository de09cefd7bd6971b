/** A face that frowns, raises its brows or smiles, made from one at rest: how far each landmark went is known. */
import {
	CANONICAL_POINTS,
	LANDMARK_GROUPS,
	MIRROR,
	observeFace,
	type Face,
	type FaceObservation,
	type Landmarks
} from '../../src/lib/face/index.ts';
import { transform, type Mm, type Vec2 } from '../../src/lib/geometry/index.ts';

/** Full at a landmark of the right half, fading to nothing around it; the left half mirrors it. */
type Pull = {
	readonly at: number;
	/** mm: x towards the midline, y up. */
	readonly by: Vec2;
	readonly reach: Mm;
};

export const EXPRESSIONS = {
	frown: [{ at: 107, by: [8, -10], reach: 30 }],
	raised: [{ at: 105, by: [0, 11], reach: 50 }],
	smile: [
		{ at: 61, by: [-7, 3], reach: 25 },
		{ at: 117, by: [0, 5], reach: 30 },
		{ at: 198, by: [-2, 4], reach: 20 }
	]
} as const satisfies Readonly<Record<string, readonly Pull[]>>;

export type ShownExpression = keyof typeof EXPRESSIONS;

/** Eyes and the back of the nose, which no expression moves. */
const STILL: ReadonlySet<number> = new Set([
	...LANDMARK_GROUPS.R_EYE_RING,
	...LANDMARK_GROUPS.L_EYE_RING,
	...LANDMARK_GROUPS.R_IRIS,
	...LANDMARK_GROUPS.L_IRIS,
	...LANDMARK_GROUPS.NOSE_MIDLINE.slice(0, 4)
]);

/** By how much it moves a landmark, mm: x to the subject's left, y up. */
export function pulledBy(expression: ShownExpression, landmark: number): Vec2 {
	if (STILL.has(landmark)) return [0, 0];
	const half = (from: number): Vec2 => {
		const [x, y] = CANONICAL_POINTS[from]!;
		const pulls: readonly Pull[] = EXPRESSIONS[expression];
		return pulls.reduce<Vec2>(
			([sx, sy], { at, by, reach }) => {
				const [cx, cy] = CANONICAL_POINTS[at]!;
				const fade = Math.max(0, 1 - ((x - cx) ** 2 + (y - cy) ** 2) / reach ** 2) ** 2;
				return [sx + fade * by[0], sy + fade * by[1]];
			},
			[0, 0]
		);
	};
	const [right, left] = [half(landmark), half(MIRROR[landmark]!)];
	return [right[0] - left[0], right[1] + left[1]];
}

/** Where the landmarks of a face at rest go; `strength` 1 is the expression in full. */
export function expressive(face: Face, expression: ShownExpression, strength = 1): Landmarks {
	const { pose, scale } = face;
	return face.landmarks.map((value, i) => {
		const axis = i % 3;
		if (axis === 2) return value;
		const [x, y] = pulledBy(expression, (i - axis) / 3);
		const [right, up] = transform(pose.rotation, [strength * x, strength * y, 0]);
		return value + scale.pxPerMm * (axis === 0 ? right : -up);
	});
}

/** The same photograph with other landmarks, as if they had been found in it. */
export function seenWith(face: Face, landmarks: Landmarks): Face {
	const observation: FaceObservation = { ...face.observation, landmarks };
	const scale = { irisDiameter: 11.7, pupilDistance: null };
	return observeFace(observation, landmarks, scale, face.picture);
}
