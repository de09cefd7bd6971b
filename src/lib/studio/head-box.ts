import { turnedObservation, turnsUpright, type Face } from '../face/index.ts';
import {
	boundsOfPoints,
	quarterTurns,
	turnedPoint,
	turnedSize,
	type Rect
} from '../geometry/index.ts';

/** Hair above and the neck below the landmarks, as shares of the face's height. */
const ABOVE = 0.4;
const BELOW = 0.18;
const ASIDE = 0.22;

/** The head with hair and neck around the landmarks, whichever way up it is; picture pixels. */
export function headBox({ observation, picture }: Face): Rect {
	const turns = turnsUpright(observation);
	const { landmarks } = turnedObservation(observation, picture, turns);
	const { x, y, width, height } = boundsOfPoints(landmarks);
	const [top, bottom] = [y - ABOVE * height, y + (1 + BELOW) * height];
	const [left, right] = [x - ASIDE * width, x + (1 + ASIDE) * width];
	const upright = turnedSize(picture, turns);
	const back = quarterTurns(-turns);
	const [ax, ay] = turnedPoint([left, top], upright, back);
	const [bx, by] = turnedPoint([right, bottom], upright, back);
	return {
		x: Math.min(ax, bx),
		y: Math.min(ay, by),
		width: Math.abs(bx - ax),
		height: Math.abs(by - ay)
	};
}
