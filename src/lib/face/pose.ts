import { anglesOf, rotationOf, type Degrees } from '../geometry/index.ts';
import type { FaceObservation, HeadPose, View } from './types.ts';

/** |yaw| up to which a view counts as frontal, and up to which as oblique. */
const FRONTAL_LIMIT: Degrees = 20;
const OBLIQUE_LIMIT: Degrees = 60;

function viewAt(yaw: Degrees): View {
	if (Math.abs(yaw) <= FRONTAL_LIMIT) return 'frontal';
	return Math.abs(yaw) <= OBLIQUE_LIMIT ? 'oblique' : 'profile';
}

/**
 * How the head stands towards the camera, from MediaPipe's facial transformation. Angles as in
 * `rotationFromAngles`: at positive yaw the nose points to the picture's right, so the camera sees
 * more of the subject's right cheek. RangeError where the pose is no similarity.
 */
export function headPose(observation: Pick<FaceObservation, 'pose'>): HeadPose {
	const rotation = rotationOf(observation.pose);
	const angles = anglesOf(rotation);
	return { rotation, ...angles, view: viewAt(angles.yaw) };
}
