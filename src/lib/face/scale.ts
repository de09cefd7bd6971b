import { AppError } from '../errors.ts';
import type { Px } from '../geometry/index.ts';
import { distanceOf } from './points.ts';
import type { HeadPose, Landmarks, MetricScale, ScaleInput } from './types.ts';

export const RIGHT_PUPIL = 468;
export const LEFT_PUPIL = 473;
/** Eyes whose diameters differ by more than this share of the larger: a lid hides one of them. */
const UNEQUAL = 0.12;
const IRIS_UNCERTAINTY = 0.1;
/** A pupil distance is good to a millimetre, but eyes that look at a near lens converge by more. */
const PUPIL_UNCERTAINTY = 0.03;

/** The larger of an iris's two diameters, px: a lid can cover the vertical one, a turn narrows the other. */
function irisDiameter(landmarks: Landmarks, centre: number): Px {
	return Math.max(
		distanceOf(landmarks, centre + 1, centre + 3),
		distanceOf(landmarks, centre + 2, centre + 4)
	);
}

function irisPxPerMm(landmarks: Landmarks, diameterMm: number): number {
	const right = irisDiameter(landmarks, RIGHT_PUPIL);
	const left = irisDiameter(landmarks, LEFT_PUPIL);
	const larger = Math.max(right, left);
	const unequal = Math.abs(right - left) > UNEQUAL * larger;
	return (unequal ? larger : (right + left) / 2) / diameterMm;
}

/**
 * Pixels per millimetre at the depth of the irises: iris diameter over its assumed width (a mean of
 * adults, 11.7 mm), or a known pupil distance, which the turn of the head foreshortens. AppError
 * `face.too-small` where the landmarks show no iris.
 */
export function metricScale(
	landmarks: Landmarks,
	pose: Pick<HeadPose, 'rotation'>,
	input: ScaleInput
): MetricScale {
	const [sideX, , , sideY] = pose.rotation;
	const pupils = distanceOf(landmarks, RIGHT_PUPIL, LEFT_PUPIL) / Math.hypot(sideX, sideY);
	const known = input.pupilDistance;
	const pxPerMm = known === null ? irisPxPerMm(landmarks, input.irisDiameter) : pupils / known;
	if (!(pxPerMm > 0 && pxPerMm < Infinity)) throw new AppError('face.too-small');
	return {
		pxPerMm,
		source: known === null ? 'iris' : 'pupil-distance',
		relativeUncertainty: known === null ? IRIS_UNCERTAINTY : PUPIL_UNCERTAINTY,
		pupilDistance: pupils / pxPerMm
	};
}
