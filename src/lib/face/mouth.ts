import type { Mm } from '../geometry/index.ts';
import { distanceOf } from './points.ts';
import type { Face } from './types.ts';

/**
 * The gap between the inner rims of the lips. The landmarker sees up to 2 mm on closed lips and
 * more on very thin ones; its `jawOpen` misses open mouths altogether.
 */
export function mouthGap({ landmarks, scale }: Pick<Face, 'landmarks' | 'scale'>): Mm {
	return distanceOf(landmarks, 13, 14) / scale.pxPerMm;
}
