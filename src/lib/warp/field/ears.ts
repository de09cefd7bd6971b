import type { ClassMask, Face } from '../../face/index.ts';
import type { Vec2 } from '../../geometry/index.ts';
import { landmarkAt } from './drive.ts';
import { along, axes, classAt, FACE_SKIN, isAccessory, spaced } from './mask.ts';

/** The face's oval from the temple to the angle of the jaw; the middle of the ear's root is second. */
const SIDES = [
	{ oval: [127, 234, 93, 132, 58], outward: -1 },
	{ oval: [356, 454, 323, 361, 288], outward: 1 }
] as const;
/** Degrees of yaw from which the far ear is hidden and what lies beyond the oval is cheek. */
const FAR_EAR_HIDDEN = 10;
/** All in mm. */
const SPACING = 4;
/** From the oval outwards: as well as landmarks lie, to the rim of the near ear of a turned head. */
const DISTANCES = Array.from({ length: 12 }, (_, i) => 2 + i * SPACING);
/** Ears reach this far above the temple's and below the last cheek landmark, earrings further down. */
const BEYOND = 12;

/**
 * Points (px) spread 4 mm apart over what shows of ears and earrings: face skin and accessories
 * sideways of the face's oval at the height of the ear, accessories down to the angle of the jaw.
 * Skin of the neck has a class of its own, and an ear under hair does not show. On 35 photographs
 * the model called every ear in view face skin, and every earring of more than 3 mm an accessory.
 */
export function earPoints(face: Face, mask: ClassMask): readonly Vec2[] {
	const { up, left } = axes(face);
	return SIDES.flatMap(({ oval, outward }) => {
		const isSeen = oval.every((landmark) => face.visible[landmark] === 1);
		if (!isSeen || outward * face.pose.yaw > FAR_EAR_HIDDEN) return [];
		const out: Vec2 = [outward * left[0], outward * left[1]];
		const lowest = along(face, landmarkAt(face, oval[2]), up, -BEYOND);
		const isEarHigh = ([x, y]: Vec2): boolean =>
			(x - lowest[0]) * up[0] + (y - lowest[1]) * up[1] >= 0;
		return spaced(face, oval, SPACING, BEYOND).flatMap((station) => {
			const points = DISTANCES.map((distance) => along(face, station, out, distance));
			return points.filter((point) => {
				const found = classAt(mask, point);
				return isAccessory(found) || (found === FACE_SKIN && isEarHigh(point));
			});
		});
	});
}
