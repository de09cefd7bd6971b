import type { FaceObservation } from '../face/index.ts';
import type { Px, Size } from '../geometry/index.ts';

/** How the light falls on what is looked at: a face's skin, or the middle of a frame without a face. */
export type FaceLight = {
	/**
	 * 95th percentile of luma, 0–255: highlights, whites of the eyes, teeth. How light the skin is
	 * itself moves it far less than its median, so that dark skin in good light does not pass for dark.
	 */
	readonly highlight: number;
	/** Share in which a channel is at its end. */
	readonly burnt: number;
	/**
	 * By how many stops the patient's own left cheek is lighter than the right; null where not both
	 * are seen.
	 */
	readonly side: number | null;
};

/** What was seen in one frame of the camera. */
export type LiveFrame = {
	/** Of the frame in which the landmarks lie. */
	readonly size: Size;
	/** The largest face first; empty where there is none. */
	readonly observations: readonly FaceObservation[];
	/** Variance of the Laplacian of luma at 256 px, of the largest face or of the frame's middle. */
	readonly sharpness: number;
	readonly light: FaceLight;
};

/**
 * What stands in the way, as the one thing to be done about it. Left and right are the patient's own:
 * `turn-left` asks for a nose further towards the patient's left shoulder.
 */
export type Advice =
	| 'no-face'
	| 'several-faces'
	| 'too-near'
	| 'too-far'
	| 'off-centre'
	| 'too-dark'
	| 'too-bright'
	| 'turn-left'
	| 'turn-right'
	| 'chin-up'
	| 'chin-down'
	| 'straighten'
	| 'uneven-light'
	| 'open-eyes'
	| 'relax'
	| 'frown'
	| 'raise'
	| 'smile'
	| 'blurred';

/** `by-hand`: nothing is known to be wrong, but this view is beyond what can be judged. */
export type Verdict = 'ready' | 'by-hand' | Advice;

/** Where a face is, for telling how much it moves. */
export type Placement = {
	/** The middle between the pupils, px of the frame. */
	readonly x: Px;
	readonly y: Px;
	readonly pxPerMm: number;
};
