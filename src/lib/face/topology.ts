/**
 * What the 478 landmarks of MediaPipe's face mesh are. 0–467 lie on the skin, 468–477 on the irises
 * (centre, then the picture's right, top, left and bottom rim in a frontal view). The subject's right
 * is the picture's left and x < 0 in the canonical face.
 */
import { LANDMARK_COUNT } from './types.ts';

/** Vertices of the skin mesh; the landmarks from here on are the irises. */
export const SKIN_COUNT = 468;

const MIDLINE: readonly number[] = [
	0, 1, 2, 4, 5, 6, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 94, 151, 152, 164, 168, 175, 195,
	197, 199, 200
];
/** Skin landmarks below this lie on the midline or the right half. */
const FIRST_LEFT = 248;
const RIGHT_IRIS = [468, 469, 470, 471, 472] as const;
/** In the order of the right iris's mirror images. */
const LEFT_IRIS = [473, 476, 475, 474, 477] as const;

/** Per landmark the one at the same place of the other half; a midline landmark is its own. */
export const MIRROR: readonly number[] = mirrorMap();

/** The left landmarks carry the numbers from 248 on, in the order of their right counterparts. */
function mirrorMap(): number[] {
	const mirror = Array.from({ length: LANDMARK_COUNT }, (_, landmark) => landmark);
	const onMidline = new Set(MIDLINE);
	const pair = (right: number, left: number) => {
		mirror[right] = left;
		mirror[left] = right;
	};
	let left = FIRST_LEFT;
	for (let right = 0; right < FIRST_LEFT; right++) {
		if (!onMidline.has(right)) pair(right, left++);
	}
	RIGHT_IRIS.forEach((right, k) => {
		pair(right, LEFT_IRIS[k] ?? right);
	});
	return mirror;
}

function mirrored(landmarks: readonly number[]): readonly number[] {
	return landmarks.map((landmark) => MIRROR[landmark] ?? landmark);
}

const RIGHT_GROUPS = {
	EYE_RING: [33, 7, 163, 144, 145, 153, 154, 155, 133, 173, 157, 158, 159, 160, 161, 246],
	UPPER_LID_FOLD_1: [247, 30, 29, 27, 28, 56, 190],
	UPPER_LID_FOLD_2: [113, 225, 224, 223, 222, 221, 189],
	LOWER_LID_1: [130, 25, 110, 24, 23, 22, 26, 112, 243],
	LOWER_LID_2: [226, 31, 228, 229, 230, 231, 232, 233, 244],
	LOWER_LID_3: [143, 111, 117, 118, 119, 120, 121, 128, 245],
	BROW_UPPER: [70, 63, 105, 66, 107],
	BROW_LOWER: [46, 53, 52, 65, 55],
	IRIS: RIGHT_IRIS
} as const;

/**
 * Named rows and rings: rows run from the subject's right to the left, rings clockwise in the
 * picture, paired groups from the outside in (`R_…`) with `L_…` their mirror image.
 */
export const LANDMARK_GROUPS = {
	FACE_OVAL: [
		10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377, 152,
		148, 176, 149, 150, 136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109
	],
	LIPS_UPPER_OUTER: [61, 185, 40, 39, 37, 0, 267, 269, 270, 409, 291],
	LIPS_LOWER_OUTER: [61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291],
	LIPS_UPPER_INNER: [78, 191, 80, 81, 82, 13, 312, 311, 310, 415, 308],
	LIPS_LOWER_INNER: [78, 95, 88, 178, 87, 14, 317, 402, 318, 324, 308],
	LIPS_UPPER_MID: [184, 74, 73, 72, 11, 302, 303, 304, 408],
	LIPS_UPPER_MID2: [183, 42, 41, 38, 12, 268, 271, 272, 407],
	LIPS_LOWER_MID: [77, 90, 180, 85, 16, 315, 404, 320, 307],
	LIPS_LOWER_MID2: [96, 89, 179, 86, 15, 316, 403, 319, 325],
	NOSE_MIDLINE: [168, 6, 197, 195, 5, 4, 1, 19, 94, 2],
	R_EYE_RING: RIGHT_GROUPS.EYE_RING,
	R_UPPER_LID_FOLD_1: RIGHT_GROUPS.UPPER_LID_FOLD_1,
	R_UPPER_LID_FOLD_2: RIGHT_GROUPS.UPPER_LID_FOLD_2,
	R_LOWER_LID_1: RIGHT_GROUPS.LOWER_LID_1,
	R_LOWER_LID_2: RIGHT_GROUPS.LOWER_LID_2,
	R_LOWER_LID_3: RIGHT_GROUPS.LOWER_LID_3,
	R_BROW_UPPER: RIGHT_GROUPS.BROW_UPPER,
	R_BROW_LOWER: RIGHT_GROUPS.BROW_LOWER,
	R_IRIS: RIGHT_GROUPS.IRIS,
	L_EYE_RING: mirrored(RIGHT_GROUPS.EYE_RING),
	L_UPPER_LID_FOLD_1: mirrored(RIGHT_GROUPS.UPPER_LID_FOLD_1),
	L_UPPER_LID_FOLD_2: mirrored(RIGHT_GROUPS.UPPER_LID_FOLD_2),
	L_LOWER_LID_1: mirrored(RIGHT_GROUPS.LOWER_LID_1),
	L_LOWER_LID_2: mirrored(RIGHT_GROUPS.LOWER_LID_2),
	L_LOWER_LID_3: mirrored(RIGHT_GROUPS.LOWER_LID_3),
	L_BROW_UPPER: mirrored(RIGHT_GROUPS.BROW_UPPER),
	L_BROW_LOWER: mirrored(RIGHT_GROUPS.BROW_LOWER),
	L_IRIS: [473, 474, 475, 476, 477]
} as const satisfies Readonly<Record<string, readonly number[]>>;

export type LandmarkGroup = keyof typeof LANDMARK_GROUPS;

/** Every landmark on the red of the lips. */
export const LIPS: readonly number[] = [
	...LANDMARK_GROUPS.LIPS_UPPER_OUTER,
	...LANDMARK_GROUPS.LIPS_UPPER_MID,
	...LANDMARK_GROUPS.LIPS_UPPER_MID2,
	...LANDMARK_GROUPS.LIPS_UPPER_INNER,
	...LANDMARK_GROUPS.LIPS_LOWER_INNER,
	...LANDMARK_GROUPS.LIPS_LOWER_MID2,
	...LANDMARK_GROUPS.LIPS_LOWER_MID,
	...LANDMARK_GROUPS.LIPS_LOWER_OUTER
];
