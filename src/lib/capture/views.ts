import type { Expression } from '../face/index.ts';
import type { Degrees } from '../geometry/index.ts';

export type Wanted = {
	/** As of `headPose`; at a negative one the camera sees more of the patient's own left side. */
	readonly yaw: Degrees;
	/** How far from it the head may be turned. */
	readonly within: Degrees;
	readonly expression: Exclude<Expression, 'unknown'>;
	/** The landmarker holds for it, so that a shutter may go by itself. */
	readonly isJudged: boolean;
};

const FRONT: Wanted = { yaw: 0, within: 6, expression: 'neutral', isJudged: true };

/**
 * The standard views, by the record's names. `left` and `right` are the patient's own, and name the side
 * that is SHOWN: for `oblique-left` the patient turns to the right, and the nose points to the left of
 * the unmirrored picture. A mirrored preview shows it the other way round; the photograph is never mirrored.
 */
export const WANTED = {
	front: FRONT,
	'oblique-left': { ...FRONT, yaw: -45, within: 8 },
	'oblique-right': { ...FRONT, yaw: 45, within: 8 },
	'profile-left': { ...FRONT, yaw: -90, isJudged: false },
	'profile-right': { ...FRONT, yaw: 90, isJudged: false },
	frown: { ...FRONT, expression: 'frown' },
	raise: { ...FRONT, expression: 'raised' },
	smile: { ...FRONT, expression: 'smile' }
} as const satisfies Readonly<Record<string, Wanted>>;

export type GuidedView = keyof typeof WANTED;
