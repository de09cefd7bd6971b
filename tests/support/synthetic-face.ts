/**
 * A face without a person: the canonical mesh seen by an imaginary camera. Its scale, pose and
 * symmetry are known exactly, which no photograph offers.
 */
import {
	CANONICAL_POINTS,
	IRIS_RIM,
	LANDMARK_COUNT,
	SKIN_COUNT,
	type FaceObservation
} from '../../src/lib/face/index.ts';
import {
	radians,
	rotationFromAngles,
	transform,
	type HeadAngles,
	type Mm,
	type Size,
	type Vec2,
	type Vec3
} from '../../src/lib/geometry/index.ts';

export type SyntheticFace = Partial<HeadAngles> & {
	readonly pxPerMm?: number;
	readonly picture?: Size;
	/** Where the middle between the eyes lands, px; the picture's middle if absent. */
	readonly eyes?: Vec2;
	/** Camera to irises; absent = so far away that perspective does not show. */
	readonly distance?: Mm;
};

export const SYNTHETIC_PICTURE: Size = { width: 1024, height: 1024 };
const VERTICAL_FIELD_OF_VIEW = radians(63);

/** The middle between the iris centres, mm in the canonical frame. */
const BETWEEN_EYES: Vec3 = [0, CANONICAL_POINTS[SKIN_COUNT]![1], CANONICAL_POINTS[SKIN_COUNT]![2]];

/** Canonical points turned by the pose about the middle between the eyes; irises look at the camera. */
function turned(angles: HeadAngles): Vec3[] {
	const rotation = rotationFromAngles(angles);
	const about = ([x, y, z]: Vec3): Vec3 =>
		transform(rotation, [x - BETWEEN_EYES[0], y - BETWEEN_EYES[1], z - BETWEEN_EYES[2]]);
	return CANONICAL_POINTS.map((point, landmark) => {
		if (landmark < SKIN_COUNT) return about(point);
		const rim = (landmark - SKIN_COUNT) % IRIS_RIM.length;
		const centre = about(CANONICAL_POINTS[landmark - rim]!);
		return centre.map((value, axis) => value + IRIS_RIM[rim]![axis]!) as unknown as Vec3;
	});
}

/** MediaPipe's pose of such a face: it believes in a vertical field of view of 63°. */
function poseOf(angles: HeadAngles, pxPerMm: number, picture: Size, eyes: Vec2): number[] {
	const rotation = rotationFromAngles(angles);
	const focal = picture.height / 2 / Math.tan(VERTICAL_FIELD_OF_VIEW / 2);
	const offset = transform(rotation, BETWEEN_EYES);
	const translation = [
		(eyes[0] - picture.width / 2) / pxPerMm - offset[0],
		(picture.height / 2 - eyes[1]) / pxPerMm - offset[1],
		-focal / pxPerMm - offset[2]
	].map((millimetres) => millimetres / 10);
	const rows = [0, 1, 2].flatMap((row) => [
		...rotation.slice(3 * row, 3 * row + 3),
		translation[row]!
	]);
	return [...rows, 0, 0, 0, 1];
}

export function syntheticFace(options: SyntheticFace = {}): FaceObservation {
	const { yaw = 0, pitch = 0, roll = 0, pxPerMm = 3 } = options;
	const { picture = SYNTHETIC_PICTURE, distance = Infinity } = options;
	const eyes: Vec2 = options.eyes ?? [picture.width / 2, picture.height / 2];
	const landmarks = new Float64Array(3 * LANDMARK_COUNT);
	turned({ yaw, pitch, roll }).forEach(([x, y, z], landmark) => {
		const scale = pxPerMm / (1 - z / distance);
		landmarks.set([eyes[0] + scale * x, eyes[1] - scale * y, -pxPerMm * z], 3 * landmark);
	});
	return {
		landmarks,
		pose: poseOf({ yaw, pitch, roll }, pxPerMm, picture, eyes),
		blendshapes: null
	};
}
