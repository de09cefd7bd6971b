import { transform } from '../geometry/index.ts';
import { CANONICAL_NORMALS, TRIANGLES } from './mesh.ts';
import { SKIN_COUNT } from './topology.ts';
import { LANDMARK_COUNT, type HeadPose, type Landmarks } from './types.ts';

/** Up to this |yaw| the whole mesh counts as seen. */
const CULL_BEYOND = 12;
/** z of a turned unit normal: a little past the edge a landmark still draws the outline. */
const FACES_AWAY = -0.15;
/** How much nearer another part of the face must be to hide a landmark, mm. */
const HIDDEN_BY_MM = 4;

/**
 * Which of the 478 landmarks the camera sees: 1 or 0 each. Those of a turned head are dropped where
 * the skin faces away or where another triangle of the mesh lies in front of them.
 */
export function visibleLandmarks(
	landmarks: Landmarks,
	pose: HeadPose,
	pxPerMm: number
): Uint8Array {
	const visible = new Uint8Array(LANDMARK_COUNT).fill(1);
	if (Math.abs(pose.yaw) <= CULL_BEYOND) return visible;
	for (let landmark = 0; landmark < LANDMARK_COUNT; landmark++) {
		const [, , towardsCamera] = transform(pose.rotation, CANONICAL_NORMALS[landmark]!);
		if (towardsCamera <= FACES_AWAY) visible[landmark] = 0;
	}
	hideCovered(visible, landmarks, HIDDEN_BY_MM * pxPerMm);
	return visible;
}

/** MediaPipe's z is smaller where it is nearer. */
function hideCovered(visible: Uint8Array, landmarks: Landmarks, clearance: number): void {
	for (const [i, j, k] of TRIANGLES) {
		const [ax, ay, az] = [landmarks[3 * i]!, landmarks[3 * i + 1]!, landmarks[3 * i + 2]!];
		const [bx, by] = [landmarks[3 * j]! - ax, landmarks[3 * j + 1]! - ay];
		const [cx, cy] = [landmarks[3 * k]! - ax, landmarks[3 * k + 1]! - ay];
		const area = bx * cy - cx * by;
		if (area === 0) continue;
		const [bz, cz] = [landmarks[3 * j + 2]! - az, landmarks[3 * k + 2]! - az];
		for (let landmark = 0; landmark < SKIN_COUNT; landmark++) {
			const px = landmarks[3 * landmark]! - ax;
			const py = landmarks[3 * landmark + 1]! - ay;
			const u = (px * cy - cx * py) / area;
			const v = (bx * py - px * by) / area;
			if (u < 0 || v < 0 || u + v > 1) continue;
			const inFront = az + u * bz + v * cz < landmarks[3 * landmark + 2]! - clearance;
			if (inFront) visible[landmark] = 0;
		}
	}
}
