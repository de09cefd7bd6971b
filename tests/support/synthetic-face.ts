/**
 * A face without a person: the canonical mesh seen by an imaginary camera. Its scale, pose and
 * symmetry are known exactly, which no photograph offers.
 */
import {
	CANONICAL_POINTS,
	IRIS_RIM,
	LANDMARK_GROUPS,
	SKIN_COUNT,
	type FaceObservation
} from '../../src/lib/face/index.ts';
import {
	radians,
	rotationFromAngles,
	subtract,
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
	/** The canonical face holds its lips 5 mm apart, too far for some treatments. */
	readonly closedMouth?: boolean;
};

export const SYNTHETIC_PICTURE: Size = { width: 1024, height: 1024 };
const VERTICAL_FIELD_OF_VIEW = radians(63);

/** The middle between the iris centres, mm in the canonical frame. */
const BETWEEN_EYES: Vec3 = [0, CANONICAL_POINTS[SKIN_COUNT]![1], CANONICAL_POINTS[SKIN_COUNT]![2]];

/** Where a point of the canonical frame (mm) lands: px in the picture, and depth as in `Landmarks`. */
export type Projection = (point: Vec3) => Vec3;

/** Half of the mouth's width, and where chin and back of the face begin: a closing mouth moves no further. */
const MOUTH_REACH: Mm = 24;
const CHIN_HEIGHT: Mm = -78;
const FACE_FRONT: Mm = 30;

/** Height of a row of the lips at a place across it. */
function heightOf(row: readonly number[], x: Mm): Mm {
	const points = row.map((landmark) => CANONICAL_POINTS[landmark]!);
	for (let i = 1; i < points.length; i++) {
		const [a, b] = [points[i - 1]!, points[i]!];
		if (x <= b[0]) return a[1] + ((x - a[0]) / (b[0] - a[0])) * (b[1] - a[1]);
	}
	return points.at(-1)![1];
}

/** Raises the lower lip to the upper one, and what lies below it ever less. */
function withClosedMouth(point: Vec3): Vec3 {
	const [x, y, z] = point;
	if (Math.abs(x) > MOUTH_REACH || z < FACE_FRONT || y < CHIN_HEIGHT) return point;
	const upper = heightOf(LANDMARK_GROUPS.LIPS_UPPER_INNER, x);
	const lower = heightOf(LANDMARK_GROUPS.LIPS_LOWER_INNER, x);
	if (y > (upper + lower) / 2 || upper <= lower) return point;
	const share = Math.min(1, (y - CHIN_HEIGHT) / (lower - CHIN_HEIGHT));
	return [x, y + share * (upper - lower), z];
}

/** The imaginary camera: it turns the head about the middle between the eyes. */
export function projectionOf(options: SyntheticFace): Projection {
	const { yaw = 0, pitch = 0, roll = 0, pxPerMm = 3 } = options;
	const { picture = SYNTHETIC_PICTURE, distance = Infinity } = options;
	const [eyesX, eyesY] = options.eyes ?? [picture.width / 2, picture.height / 2];
	const rotation = rotationFromAngles({ yaw, pitch, roll });
	return (canonical) => {
		const point = options.closedMouth === true ? withClosedMouth(canonical) : canonical;
		const [x, y, z] = transform(rotation, subtract(point, BETWEEN_EYES));
		const scale = pxPerMm / (1 - z / distance);
		return [eyesX + scale * x, eyesY - scale * y, -pxPerMm * z];
	};
}

/** All landmarks, px; irises look at the camera: their rims lie in the picture's plane. */
function projected(options: SyntheticFace): Vec3[] {
	const { pxPerMm = 3, distance = Infinity } = options;
	const project = projectionOf(options);
	return CANONICAL_POINTS.map((point, landmark) => {
		if (landmark < SKIN_COUNT) return project(point);
		const rim = (landmark - SKIN_COUNT) % IRIS_RIM.length;
		const [x, y, z] = project(CANONICAL_POINTS[landmark - rim]!);
		const scale = pxPerMm / (1 + z / pxPerMm / distance);
		return [x + scale * IRIS_RIM[rim]![0], y - scale * IRIS_RIM[rim]![1], z];
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
	const { yaw = 0, pitch = 0, roll = 0, pxPerMm = 3, picture = SYNTHETIC_PICTURE } = options;
	const eyes: Vec2 = options.eyes ?? [picture.width / 2, picture.height / 2];
	return {
		landmarks: Float64Array.from(projected(options).flat()),
		pose: poseOf({ yaw, pitch, roll }, pxPerMm, picture, eyes),
		blendshapes: null
	};
}
