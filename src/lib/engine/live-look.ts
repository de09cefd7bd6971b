/** A look at a frame of a camera: what is given up for speed is what only a photograph needs. */
import { lightOnFace, lightOverall, type LiveFrame } from '../capture/index.ts';
import { pointOf, type FaceObservation } from '../face/index.ts';
import type { Size, Vec2 } from '../geometry/index.ts';
import { boxOf, closer, faceLook, sharpnessIn, type See } from './detection.ts';
import type { Landmarker } from './landmarker.ts';
import { lookSize, squareLook, wholeLook, type Look, type Looker } from './look.ts';

const WHOLE_LONGEST = 640;
/** px a side at which light and sharpness are told: no face that is near enough has fewer in the frame. */
const TOLD_SIDE = 128;
/**
 * Of the frame's longer side: the square in its middle that is looked at where the whole frame shows no
 * face, so that one of 0.07 of that side (more than 2 m away) is found too.
 */
const MIDDLE = 0.45;

export async function lookAtFrame(
	landmarker: Landmarker,
	looker: Looker,
	{ width, height }: Size
): Promise<LiveFrame> {
	const size = { width, height };
	const see: See = (look) =>
		Promise.resolve(
			landmarker.detect(looker.draw(look), look).map((observation) => ({ observation, look }))
		);
	const middle = squareLook(width / 2, height / 2, MIDDLE * Math.max(width, height), WHOLE_LONGEST);
	const whole = await see(wholeLook(size, WHOLE_LONGEST));
	const faces = whole.length > 0 ? whole : await see(middle);
	const [largest, ...others] = faces.toSorted(
		(a, b) => boxOf(b.observation).side - boxOf(a.observation).side
	);
	if (largest === undefined) {
		const image = looker.draw({ ...middle, scale: TOLD_SIDE / middle.width });
		const light = lightOverall(image);
		return { size, observations: [], sharpness: sharpnessIn(image), light };
	}
	const observation = await closer(largest, see);
	const look = faceLook(observation, TOLD_SIDE);
	const image = looker.draw(look);
	return {
		size,
		observations: [observation, ...others.map((other) => other.observation)],
		sharpness: sharpnessIn(image),
		light: lightOnFace(image, placeIn(look, observation))
	};
}

/** Where landmarks lie in an upright look, px. */
function placeIn(look: Look, { landmarks }: FaceObservation): (landmark: number) => Vec2 {
	const { width, height } = lookSize(look);
	return (landmark) => {
		const [x, y] = pointOf(landmarks, landmark);
		return [(x - look.x) * look.scale + width / 2, (y - look.y) * look.scale + height / 2];
	};
}
