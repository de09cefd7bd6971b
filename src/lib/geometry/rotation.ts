import { degrees, radians, type Degrees } from './units.ts';
import { determinant, type Mat3 } from './vector.ts';

/** Turns of a head, in degrees: see `rotationFromAngles`. */
export type HeadAngles = {
	readonly yaw: Degrees;
	readonly pitch: Degrees;
	readonly roll: Degrees;
};

/**
 * The rotation in a 4×4 row-major similarity: its upper left 3×3 without the scale, which is the cube
 * root of the determinant. RangeError where that is not positive (a mirror, a flattening or NaN).
 */
export function rotationOf(similarity: readonly number[]): Mat3 {
	const [a, b, c, , d, e, f, , g, h, i] = similarity;
	const linear = [a, b, c, d, e, f, g, h, i].map((value) => value ?? Number.NaN);
	const matrix = linear as unknown as Mat3;
	const scale = Math.cbrt(determinant(matrix));
	if (!(scale > 0)) throw new RangeError('not a similarity: its determinant is not positive');
	return linear.map((value) => value / scale) as unknown as Mat3;
}

/**
 * Ry(yaw) · Rx(−pitch) · Rz(roll) in a frame with x right, y up and z towards the viewer. Positive
 * yaw turns the forward axis z to the viewer's right, positive pitch lifts it, and positive roll
 * turns the head counter-clockwise as the viewer sees it.
 */
export function rotationFromAngles({ yaw, pitch, roll }: HeadAngles): Mat3 {
	const [cy, sy] = [Math.cos(radians(yaw)), Math.sin(radians(yaw))];
	const [cp, sp] = [Math.cos(radians(pitch)), Math.sin(radians(pitch))];
	const [cr, sr] = [Math.cos(radians(roll)), Math.sin(radians(roll))];
	return [
		cy * cr - sy * sp * sr,
		-cy * sr - sy * sp * cr,
		sy * cp,
		cp * sr,
		cp * cr,
		sp,
		-sy * cr - cy * sp * sr,
		sy * sr - cy * sp * cr,
		cy * cp
	];
}

/** The inverse of `rotationFromAngles`; pitch lies in −90…90°, the others in −180…180°. */
export function anglesOf(rotation: Mat3): HeadAngles {
	const [, , forwardX, sideY, upY, forwardY, , , forwardZ] = rotation;
	return {
		yaw: degrees(Math.atan2(forwardX, forwardZ)),
		pitch: degrees(Math.asin(Math.min(1, Math.max(-1, forwardY)))),
		roll: degrees(Math.atan2(sideY, upY))
	};
}
