import {
	leastSquares,
	radians,
	transform,
	type Mm,
	type Vec2,
	type Vec3
} from '../geometry/index.ts';
import { CANONICAL_POINTS } from './mesh.ts';
import { midpointOf, pointOf } from './points.ts';
import { LEFT_PUPIL, RIGHT_PUPIL } from './scale.ts';
import { LIPS, SKIN_COUNT } from './topology.ts';
import type { Face, Landmarks } from './types.ts';

/** MediaPipe's camera: the landmarker gives no other hint of the lens. */
const VERTICAL_FIELD_OF_VIEW = radians(63);
/** Beyond this distance perspective is smaller than the differences between faces. */
const FAR: Mm = 1500;
/** What a turned face is assumed to have been photographed from: its depth hides the perspective. */
const USUAL: Mm = 1000;
/** A chin or lip that moves tells nothing of the camera. */
const SPEAKING = new Set([...LIPS, 18, 152, 175, 199, 200]);

type CameraView = Pick<Face, 'landmarks' | 'observation' | 'picture' | 'pose' | 'scale'>;

/** The middle between the irises of the canonical face, mm. */
function betweenIrises(): Vec3 {
	const [, y, z] = CANONICAL_POINTS[RIGHT_PUPIL]!;
	return [0, y, z];
}

const BETWEEN_IRISES = betweenIrises();

/** The canonical landmark seen from the middle between the irises, in the camera's frame, mm. */
function canonicalOffset(pose: Face['pose'], landmark: number): Vec3 {
	const [x, y, z] = CANONICAL_POINTS[landmark]!;
	return transform(pose.rotation, [
		x - BETWEEN_IRISES[0],
		y - BETWEEN_IRISES[1],
		z - BETWEEN_IRISES[2]
	]);
}

/**
 * Camera to irises if the whole photograph had been taken with MediaPipe's lens. A crop or a longer
 * lens makes this too short; the wider lens of a front camera makes it up to a fifth too long.
 */
function nearestDistance({ picture, scale }: CameraView): Mm {
	const focalLength = picture.height / 2 / Math.tan(VERTICAL_FIELD_OF_VIEW / 2);
	return focalLength / scale.pxPerMm;
}

/**
 * 1 / distance by which near parts of the face look larger than far ones. A pinhole camera sees a
 * point (x, y, z) of a head at distance D at s·(x, y) / (1 − z/D): with u, v measured from a point
 * near the eyes and a rotation that may be slightly off, that is linear in seven unknowns,
 *   u = s·x − w·y + e·z + t + q·u·z,   v = s·y + w·x + f·z + t′ + q·v·z,   q = 1/D.
 * On eighteen frontal photographs of the reference set q came out at 1.35 ± 0.66 per metre.
 */
function perspective(view: CameraView): number {
	const rows: number[][] = [];
	const origin = midpointOf(view.landmarks, RIGHT_PUPIL, LEFT_PUPIL);
	for (let landmark = 0; landmark < SKIN_COUNT; landmark++) {
		if (SPEAKING.has(landmark)) continue;
		const [x, y, z] = canonicalOffset(view.pose, landmark);
		const [u, v] = inMillimetres(view, landmark, origin);
		rows.push([x, -y, z, 0, 1, 0, u * z, u], [y, x, 0, z, 0, 1, v * z, v]);
	}
	const [size, , , , , , inverse] = leastSquares(rows, 7);
	return inverse! / size!;
}

function inMillimetres(view: CameraView, landmark: number, [ox, oy]: Vec2): Vec2 {
	const [x, y] = pointOf(view.landmarks, landmark);
	return [(x - ox) / view.scale.pxPerMm, -(y - oy) / view.scale.pxPerMm];
}

/**
 * An estimate of the distance from the camera to the irises, mm. A frontal face tells it by its
 * perspective, to a factor of about two; no face is believed nearer than MediaPipe's lens would
 * put it.
 */
export function cameraDistance(view: CameraView): Mm {
	const nearest = nearestDistance(view);
	if (view.pose.view !== 'frontal') return Math.max(nearest, USUAL);
	const inverse = perspective(view);
	return Math.max(nearest, inverse > 1 / FAR ? 1 / inverse : FAR);
}

/**
 * Pixels per millimetre at each landmark's own depth: what is nearer to the camera than the irises
 * looks larger. The depth is the canonical mesh's, turned by the pose, because MediaPipe's own z of
 * the irises wanders by ±10 mm on turned faces.
 */
export function localScale(view: CameraView): (landmark: number) => number {
	const distance = cameraDistance(view);
	return (landmark) => {
		const [, , depth] = canonicalOffset(view.pose, landmark);
		return (view.scale.pxPerMm * distance) / (distance - depth);
	};
}

/**
 * Landmarks as the camera would see them from straight ahead and far away: mm from the middle
 * between the irises, x to the subject's left, y up, z forward. Pose and perspective are taken out
 * with the canonical depth.
 */
export function faceFrame(view: CameraView, landmarks: Landmarks): (landmark: number) => Vec3 {
	const pxPerMm = localScale(view);
	const [ox, oy] = midpointOf(view.landmarks, RIGHT_PUPIL, LEFT_PUPIL);
	const [a, b, c, d, e, f, g, h, i] = view.pose.rotation;
	return (landmark) => {
		const [x, y] = pointOf(landmarks, landmark);
		const local = pxPerMm(landmark);
		const [, , depth] = canonicalOffset(view.pose, landmark);
		return transform([a, d, g, b, e, h, c, f, i], [(x - ox) / local, -(y - oy) / local, depth]);
	};
}
