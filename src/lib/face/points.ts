import type { Vec2 } from '../geometry/index.ts';
import type { Landmarks } from './types.ts';

/** Where a landmark lies in the picture, px. */
export function pointOf(landmarks: Landmarks, landmark: number): Vec2 {
	return [landmarks[3 * landmark]!, landmarks[3 * landmark + 1]!];
}

/** Distance of two landmarks in the picture, px. */
export function distanceOf(landmarks: Landmarks, a: number, b: number): number {
	const [ax, ay] = pointOf(landmarks, a);
	const [bx, by] = pointOf(landmarks, b);
	return Math.hypot(ax - bx, ay - by);
}

export function midpointOf(landmarks: Landmarks, a: number, b: number): Vec2 {
	const [ax, ay] = pointOf(landmarks, a);
	const [bx, by] = pointOf(landmarks, b);
	return [(ax + bx) / 2, (ay + by) / 2];
}
