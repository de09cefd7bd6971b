/** A photograph turned by quarter turns, and what was seen in it: exactly the same face. */
import {
	degrees,
	quarterTurns,
	turnedPoint,
	type QuarterTurns,
	type Size
} from '../geometry/index.ts';
import { headPose } from './pose.ts';
import type { FaceObservation, Landmarks } from './types.ts';

/** Degrees. A head that leans less is leaning, not lying: the photograph is as it was meant. */
const LYING = 60;

/**
 * The turns that bring a lying or upside-down head upright; 0 for one that stands or leans. RangeError
 * where the pose is no similarity.
 */
export function turnsUpright(observation: Pick<FaceObservation, 'pose'>): QuarterTurns {
	const [, upX, , , upY] = headPose(observation).rotation;
	/** Clockwise in the picture, whichever way the head looks. */
	const lean = degrees(Math.atan2(upX, upY));
	return Math.abs(lean) < LYING ? 0 : quarterTurns(-Math.round(lean / 90));
}

/** Landmarks of the turned picture; `picture` is its size before. Depth stays. */
export function turnedLandmarks(
	landmarks: Landmarks,
	picture: Size,
	turns: QuarterTurns
): Landmarks {
	const turned = Float64Array.from(landmarks);
	for (let at = 0; at + 2 < turned.length; at += 3) {
		turned.set(turnedPoint([landmarks[at]!, landmarks[at + 1]!], picture, turns), at);
	}
	return turned;
}

/**
 * MediaPipe's pose (4×4 row-major) in the turned picture: a rotation about the camera's z axis, by
 * −90° a turn because y is up.
 */
export function turnedPose(pose: readonly number[], turns: QuarterTurns): readonly number[] {
	const cosine = [1, 0, -1, 0][turns]!;
	const sine = [0, -1, 0, 1][turns]!;
	const [right, up, ...others] = [0, 4, 8, 12].map((row) => pose.slice(row, row + 4));
	const along = (a: number, b: number) => right!.map((value, i) => a * value + b * up![i]!);
	return [along(cosine, -sine), along(sine, cosine), ...others].flat();
}

export function turnedObservation(
	observation: FaceObservation,
	picture: Size,
	turns: QuarterTurns
): FaceObservation {
	return {
		...observation,
		landmarks: turnedLandmarks(observation.landmarks, picture, turns),
		pose: turnedPose(observation.pose, turns)
	};
}
