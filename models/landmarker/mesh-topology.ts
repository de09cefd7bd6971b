/**
 * Which of the 478 landmarks each refined output of the attention model stands for, in the output's
 * order. "Left" and "right" are the model's words: sides of the picture.
 *
 * Source: LANDMARKS_REFINEMENT_*_CONFIG in dist/tfjs/constants.js of
 * @tensorflow-models/face-landmarks-detection@1.0.6 (Apache-2.0, Google). The model names its lips
 * and eyes itself too (`subset_idxs` of its Landmarks2TransformMatrix operators); a test compares.
 */
export const MESH_LANDMARK_COUNT = 468;
export const IRIS_LANDMARK_COUNT = 5;
export const LANDMARK_COUNT = MESH_LANDMARK_COUNT + 2 * IRIS_LANDMARK_COUNT;

// prettier-ignore
export const LIPS = [
	61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291, // lower outer
	185, 40, 39, 37, 0, 267, 269, 270, 409, // upper outer
	78, 95, 88, 178, 87, 14, 317, 402, 318, 324, 308, // lower inner
	191, 80, 81, 82, 13, 312, 311, 310, 415, // upper inner
	76, 77, 90, 180, 85, 16, 315, 404, 320, 307, 306, // lower semi-outer
	184, 74, 73, 72, 11, 302, 303, 304, 408, // upper semi-outer
	62, 96, 89, 179, 86, 15, 316, 403, 319, 325, 292, // lower semi-inner
	183, 42, 41, 38, 12, 268, 271, 272, 407 // upper semi-inner
] as const;

/** The contour of the eye, at whose mean depth its iris lies. */
// prettier-ignore
export const LEFT_EYE_CONTOUR = [
	33, 7, 163, 144, 145, 153, 154, 155, 133, // lower
	246, 161, 160, 159, 158, 157, 173 // upper
] as const;

// prettier-ignore
export const LEFT_EYE = [
	...LEFT_EYE_CONTOUR,
	130, 25, 110, 24, 23, 22, 26, 112, 243, // halo 2, lower
	247, 30, 29, 27, 28, 56, 190, // halo 2, upper
	226, 31, 228, 229, 230, 231, 232, 233, 244, // halo 3, lower
	113, 225, 224, 223, 222, 221, 189, // halo 3, upper
	35, 124, 46, 53, 52, 65, // halo 4, upper, or inner contour of the brow
	143, 111, 117, 118, 119, 120, 121, 128, 245, // halo 5, lower
	156, 70, 63, 105, 66, 107, 55, 193 // halo 5, upper, or outer contour of the brow
] as const;

// prettier-ignore
export const RIGHT_EYE_CONTOUR = [
	263, 249, 390, 373, 374, 380, 381, 382, 362, // lower
	466, 388, 387, 386, 385, 384, 398 // upper
] as const;

// prettier-ignore
export const RIGHT_EYE = [
	...RIGHT_EYE_CONTOUR,
	359, 255, 339, 254, 253, 252, 256, 341, 463, // halo 2, lower
	467, 260, 259, 257, 258, 286, 414, // halo 2, upper
	446, 261, 448, 449, 450, 451, 452, 453, 464, // halo 3, lower
	342, 445, 444, 443, 442, 441, 413, // halo 3, upper
	265, 353, 276, 283, 282, 295, // halo 4, upper, or inner contour of the brow
	372, 340, 346, 347, 348, 349, 350, 357, 465, // halo 5, lower
	383, 300, 293, 334, 296, 336, 285, 417 // halo 5, upper, or outer contour of the brow
] as const;
