import type { Detection, Engine } from '../engine/index.ts';
import { turnedObservation, turnsUpright, type FaceObservation } from '../face/index.ts';
import { boundsOfPoints, turnedSize, type QuarterTurns, type Size } from '../geometry/index.ts';
import { turnPhoto, type Pixels } from '../photo/index.ts';

/** A picture that the engine holds, and the face that was found in it. */
export type Candidate = {
	readonly id: number;
	readonly picture: Size;
	readonly observation: FaceObservation;
};

/** A picture with every face in it. */
export type Found = Detection & {
	readonly size: Size;
	/** By how much the photograph was turned so that its largest face stands upright. */
	readonly turnedUpright: QuarterTurns;
};

/**
 * Finds the faces of a photograph. One whose largest face lies is turned and looked at again, so that
 * it is as if it had been opened upright, with faces that were missed beside the lying one. `onTurned`
 * sees the turned pixels before they go to the engine.
 */
export async function findFaces(
	engine: Engine,
	pixels: Pixels,
	signal: AbortSignal,
	onTurned: (pixels: Pixels) => Promise<void>
): Promise<Found> {
	const { width, height } = pixels;
	const size = { width, height };
	const found = await engine.detect(pixels, { signal });
	const turns = turnsOf(found.observations);
	if (turns === 0) return { ...found, size, turnedUpright: 0 };
	try {
		const turned = await turnPhoto(await engine.pixelsOf(found.picture), turns);
		await onTurned(turned);
		const upright = await engine.detect(turned, { signal });
		const faces = upright.observations.length > 0 ? upright : turnedFaces(found, size, turns);
		return {
			...faces,
			picture: upright.picture,
			size: turnedSize(size, turns),
			turnedUpright: turns
		};
	} finally {
		await engine.discard(found.picture);
	}
}

/** The candidate's picture turned: another candidate, its face mapped and not found again. */
export async function turnedCandidate(
	engine: Engine,
	{ id, picture, observation }: Candidate,
	turns: QuarterTurns
): Promise<Candidate> {
	const turned = await turnPhoto(await engine.pixelsOf(id), turns);
	return {
		id: await engine.add(turned),
		picture: turnedSize(picture, turns),
		observation: turnedObservation(observation, picture, turns)
	};
}

function turnsOf(observations: readonly FaceObservation[]): QuarterTurns {
	const areaOf = ({ landmarks }: FaceObservation): number => {
		const { width, height } = boundsOfPoints(landmarks);
		return width * height;
	};
	const [largest] = observations.toSorted((a, b) => areaOf(b) - areaOf(a));
	return largest === undefined ? 0 : turnsUpright(largest);
}

function turnedFaces(found: Detection, size: Size, turns: QuarterTurns): Detection {
	return {
		...found,
		observations: found.observations.map((face) => turnedObservation(face, size, turns))
	};
}
