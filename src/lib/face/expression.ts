/** What a face does while it is photographed, told from its landmarks: the default model has no blendshapes. */
import { faceFrame } from './camera.ts';
import type { FacePoints } from './indices.ts';
import { LEFT_PUPIL, RIGHT_PUPIL } from './scale.ts';
import type { Face } from './types.ts';

/** `unknown`: turned, nodding, or between two of the others. */
export type Expression = 'neutral' | 'smile' | 'frown' | 'raised' | 'unknown';

/** Degrees; beyond, depth the landmarker guesses is read as expression. */
const TURNED = 20;
const NODDED = 20;
/**
 * Mouth width by the distance between the pupils. On 24 photographs 0.66–0.87 where the model with
 * blendshapes sees no smile (below 0.25), 0.90–1.13 where it sees one (above 0.65).
 */
const SMILE = { neutral: 0.86, smile: 0.89 };
/**
 * Height of the brows' inner upper edge above the inner corners of the eyes, by the distance between
 * the pupils: up to 0.41 on the same photographs, 0.45 and 0.50 on two of the three with raised brows;
 * brows that rest low can rise and stay below.
 */
const RAISED = { neutral: 0.41, raised: 0.43 };
/**
 * A frown brings the brows down and together. People's brows rest as low, or nearly as close (0.71),
 * but none on those photographs, where nobody frowns, does both. Only a strong frown goes beyond what
 * others have at rest: a slight one passes for it.
 */
const FROWN = { height: 0.27, gap: 0.7 };

/**
 * The expression that matters for lines: brows before mouth. Thresholds are ratios of distances as
 * seen from straight ahead, without unit, found on two dozen photographs of adults.
 */
export function expressionOf(face: Face): Expression {
	const { yaw, pitch } = face.pose;
	if (Math.abs(yaw) > TURNED || Math.abs(pitch) > NODDED) return 'unknown';
	const { height, gap, mouth } = ratiosOf(faceFrame(face, face.landmarks));
	if (height <= FROWN.height && gap <= FROWN.gap) return 'frown';
	if (height >= RAISED.raised) return 'raised';
	if (mouth >= SMILE.smile) return 'smile';
	return height <= RAISED.neutral && mouth <= SMILE.neutral ? 'neutral' : 'unknown';
}

type Ratios = {
	/** Of the brows above the eyes, by the distance between the pupils. */
	readonly height: number;
	/** Between the brows, by the distance between the inner corners of the eyes. */
	readonly gap: number;
	/** Mouth width by the distance between the pupils. */
	readonly mouth: number;
};

function ratiosOf(at: FacePoints): Ratios {
	const apart = (a: number, b: number) => Math.hypot(at(a)[0] - at(b)[0], at(a)[1] - at(b)[1]);
	const level = (a: number, b: number) => (at(a)[1] + at(b)[1]) / 2;
	const pupils = apart(RIGHT_PUPIL, LEFT_PUPIL);
	return {
		height: (level(107, 336) - level(133, 362)) / pupils,
		gap: apart(107, 336) / apart(133, 362),
		mouth: apart(61, 291) / pupils
	};
}
