import type { Degrees, Mat3, Mm, Rect, Size } from '../geometry/index.ts';

export const LANDMARK_COUNT = 478;

/**
 * 478 × (x, y, z) in pixels of the working picture, interleaved: x right, y down, z towards the
 * camera NEGATIVE as MediaPipe gives it (smaller is nearer), in the same scale as x.
 */
export type Landmarks = Float64Array;

/** What the landmarker saw: one face. */
export type FaceObservation = {
	readonly landmarks: Landmarks;
	/**
	 * MediaPipe's facial transformation, 4×4 ROW-major: canonical face (x to the subject's left in
	 * the picture's +x direction, y up, z towards the camera, centimetres) to camera space.
	 */
	readonly pose: readonly number[];
	/** 52 coefficients when the model has them. */
	readonly blendshapes: Readonly<Record<string, number>> | null;
};

export type View = 'frontal' | 'oblique' | 'profile';

export type HeadPose = {
	/** Pure rotation, canonical → camera (x right, y up, z towards the viewer). */
	readonly rotation: Mat3;
	/** Positive = the nose points to the picture's right, showing more of the right cheek; see pose.ts. */
	readonly yaw: Degrees;
	readonly pitch: Degrees;
	readonly roll: Degrees;
	readonly view: View;
};

export type MetricScale = {
	readonly pxPerMm: number;
	readonly source: 'iris' | 'pupil-distance';
	/** One standard figure for one person: 0.10 for the iris ruler. */
	readonly relativeUncertainty: number;
	/** Interpupillary distance by this scale, mm. */
	readonly pupilDistance: Mm;
};

/** Personal facts that a clinician may enter. */
export type ScaleInput = { readonly irisDiameter: Mm; readonly pupilDistance: Mm | null };

/** Everything later rooms need to know of one face in one photograph. */
export type Face = {
	readonly observation: FaceObservation;
	readonly landmarks: Landmarks;
	readonly pose: HeadPose;
	readonly scale: MetricScale;
	/** Per landmark: seen by the camera (always true when |yaw| ≤ 12°). */
	readonly visible: Uint8Array;
	/** Landmark bounding box + 25 mm: the region of the field, may exceed the picture. */
	readonly box: Rect;
	readonly picture: Size;
};

/** What lies over `box` of the picture by MediaPipe's selfie multiclass model, row-major. */
export type ClassMask = {
	readonly width: number;
	readonly height: number;
	/** May reach outside of the picture. */
	readonly box: Rect;
	/** 0 background, 1 hair, 2 body skin, 3 face skin, 4 clothes, 5 others (glasses, jewellery). */
	readonly classes: Uint8Array;
};

/** What a photograph can be refused for. */
export type RefusedFinding =
	'too-small' | 'cut-by-border' | 'eyes-closed' | 'turned-too-far' | 'blurred';

export type QualityFinding = RefusedFinding | 'mouth-open' | 'expression' | 'camera-close';

/** `value` is the measured figure behind it: mm, degrees or share. */
export type Refusal = {
	readonly severity: 'refuse';
	readonly finding: RefusedFinding;
	readonly value: number;
};

/** refuse: cannot be used; warn: works, say so. */
export type Quality =
	Refusal | { readonly severity: 'warn'; readonly finding: QualityFinding; readonly value: number };
