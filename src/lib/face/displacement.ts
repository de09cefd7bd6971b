/** How a face differs between two photographs of the same person, landmark by landmark. */
import { placed, similarityOf, type Mm, type Vec2 } from '../geometry/index.ts';
import { faceFrame } from './camera.ts';
import { isHeldAlike } from './change.ts';
import { LANDMARK_GROUPS } from './topology.ts';
import type { Face } from './types.ts';

/**
 * What brows, lids, cheeks and mouth leave where it is: the corners of the eyes, which ligaments tie to the
 * bone, the irises of eyes that look at the camera, and the back of the nose below its root, over bone and
 * cartilage. A frown wrinkles the root, a smile draws the tip down. What lies far to the side is left out
 * too: it looks elsewhere from another distance.
 */
const UNMOVED = [
	...[33, 133, 362, 263],
	...LANDMARK_GROUPS.R_IRIS,
	...LANDMARK_GROUPS.L_IRIS,
	...[6, 197, 195]
];

/** Share of the distance between the outer corners of the eyes by which a landmark is seen wrongly. */
const SEEN_WRONGLY = 0.006;

/**
 * From where a landmark is in `from` to where it is in `to`, mm of `from` in the face frame: x to the
 * subject's left, y up. Place, size and inclination of the head are taken out by what no expression
 * moves, so each photograph may have a ruler of its own. Null where the head is held differently, which
 * shows other outlines of the same face.
 */
export function displacement(from: Face, to: Face): ((landmark: number) => Vec2) | null {
	if (!isHeldAlike(from, to)) return null;
	const [here, there] = [inPlane(from), inPlane(to)];
	const fit = similarityOf(UNMOVED.map((landmark) => [there(landmark), here(landmark)] as const));
	return (landmark) => {
		const [x, y] = here(landmark);
		const [u, v] = placed(fit, there(landmark));
		return [u - x, v - y];
	};
}

/** By how much two sightings of one landmark of a face that has not changed lie apart. */
export function sightingError(face: Face): Mm {
	const at = inPlane(face);
	const [[ax, ay], [bx, by]] = [at(33), at(263)];
	return Math.SQRT2 * SEEN_WRONGLY * Math.hypot(ax - bx, ay - by);
}

function inPlane(face: Face): (landmark: number) => Vec2 {
	const at = faceFrame(face, face.landmarks);
	return (landmark) => {
		const [x, y] = at(landmark);
		return [x, y];
	};
}
