import { boundsOfPoints, grow, type Mm, type Size } from '../geometry/index.ts';
import { headPose } from './pose.ts';
import { metricScale } from './scale.ts';
import { visibleLandmarks } from './visibility.ts';
import type { Face, FaceObservation, Landmarks, ScaleInput } from './types.ts';

/** Room around the landmarks in which skin and hair may move. */
const MARGIN: Mm = 25;

/**
 * Everything later rooms need to know of one face: `landmarks` are the observation's, or those that
 * a person has put right. AppError `face.too-small` where there is no scale to be had.
 */
export function observeFace(
	observation: FaceObservation,
	landmarks: Landmarks,
	scaleInput: ScaleInput,
	picture: Size
): Face {
	const pose = headPose(observation);
	const scale = metricScale(landmarks, pose, scaleInput);
	return {
		observation,
		landmarks,
		pose,
		scale,
		visible: visibleLandmarks(landmarks, pose, scale.pxPerMm),
		box: grow(boundsOfPoints(landmarks), MARGIN * scale.pxPerMm),
		picture
	};
}
