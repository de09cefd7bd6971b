import { CANONICAL_POINTS, SKIN_COUNT } from '../face/index.ts';

/**
 * Above the base of the nose: what speaking and smiling move least. All of them, because each wanders by
 * half a millimetre and more when a face is detected again.
 */
export const STEADY: readonly number[] = Array.from(
	{ length: SKIN_COUNT },
	(_, landmark) => landmark
).filter((landmark) => CANONICAL_POINTS[landmark]![1] > CANONICAL_POINTS[2]![1]);
