/** Upright lines beside a head. */
import { LANDMARK_GROUPS, type Face } from '../../src/lib/face/index.ts';
import { pointOf } from '../support/measure.ts';

/** mm from the person's outline to the line. */
const OUTSIDE = 20;
export const BEND_MM = 0.2;
const MOUTH_CORNER = 61;

/**
 * Column borders left and right of the head, 20 mm away from all of the person at the height of the
 * face, as far as the picture reaches.
 */
export function linesBeside({ landmarks, scale, picture }: Face, person: Uint8Array): number[] {
	const { width, height } = picture;
	const oval = LANDMARK_GROUPS.FACE_OVAL.map((landmark) => pointOf(landmarks, landmark));
	const middle = Math.round(oval.reduce((sum, [x]) => sum + x, 0) / oval.length);
	const top = Math.max(0, Math.floor(Math.min(...oval.map(([, y]) => y))));
	const bottom = Math.min(height, Math.ceil(pointOf(landmarks, MOUTH_CORNER)[1]));
	let [left, right] = [middle, middle];
	for (let y = top; y < bottom; y++) {
		const isPerson = (x: number): boolean => (person[y * width + x] ?? 0) > 0;
		let [from, to] = [middle, middle];
		while (from >= 0 && isPerson(from)) from--;
		while (to < width && isPerson(to)) to++;
		[left, right] = [Math.min(left, from), Math.max(right, to)];
	}
	const away = OUTSIDE * scale.pxPerMm;
	return [Math.floor(left - away), Math.ceil(right + away)].filter((x) => x > 0 && x < width);
}
