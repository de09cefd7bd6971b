import { radians, type Degrees, type Vec3 } from '../geometry/index.ts';
import { faceFrame } from './camera.ts';
import { INDICES, type FacePoints, type FacialIndex, type IndexId } from './indices.ts';
import { mouthGap } from './mouth.ts';
import { MIRROR } from './topology.ts';
import { LANDMARK_COUNT, type Face, type Landmarks } from './types.ts';

export type Measurement = {
	readonly id: IndexId;
	/** The subject's side; null where there is only one. */
	readonly side: 'right' | 'left' | null;
	readonly unit: FacialIndex['unit'];
	/** Null where it is withheld. */
	readonly value: number | null;
	/** One standard deviation, in the value's unit. */
	readonly uncertainty: number | null;
	readonly withheld: Withheld | null;
};

export type Withheld = 'needs-frontal' | 'not-visible' | 'mouth-open' | 'expression';

/** Closed lips read up to this gap, mm. */
const LIPS_CLOSED = 2;
/** A coefficient below this is a face at rest. */
const AT_REST = 0.3;
/**
 * How far a landmark wanders when the same face is detected again: about 0.25 mm from 3 px/mm up,
 * more on smaller faces (thirteen perturbations of thirteen portraits).
 */
const WANDER_MM = 0.25;
const WANDER_PX = 0.75;
/** An index over this many landmarks averages their wandering out. */
const WHOLE_MESH = 100;
/** The landmarker's pose, one standard deviation about each axis. */
const POSE_ERROR: Degrees = 1.5;
/** Of 1/distance to the camera, per mm: what `cameraDistance` cannot tell. */
const PERSPECTIVE_ERROR = 0.00066;

/**
 * The face's indices with their uncertainty. `landmarks` may be the face's own or those of its
 * illustration moved by the field: never landmarks detected again on an illustration, which lag
 * behind. What the view or the expression does not allow is withheld, with the reason.
 */
export function measure(face: Face, landmarks: Landmarks): readonly Measurement[] {
	const frame = faceFrame(face, landmarks);
	const points = Array.from({ length: LANDMARK_COUNT }, (_, landmark) => frame(landmark));
	const right: FacePoints = (landmark) => points[landmark]!;
	return INDICES.flatMap((index) => {
		if (!index.paired) return [measured(index, null, face, landmarks, right)];
		return [
			measured(index, 'right', face, landmarks, right),
			measured(index, 'left', face, landmarks, mirroredPoints(right))
		];
	});
}

/** The left half as if it were the right one. */
function mirroredPoints(at: FacePoints): FacePoints {
	return (landmark) => {
		const [x, y, z] = at(MIRROR[landmark]!);
		return [-x, y, z];
	};
}

function measured(
	index: FacialIndex,
	side: Measurement['side'],
	face: Face,
	landmarks: Landmarks,
	at: FacePoints
): Measurement {
	const { id, unit } = index;
	const { value, used } = evaluated(index, at);
	const onSide = side === 'left' ? used.map((landmark) => MIRROR[landmark]!) : used;
	const withheld = withholding(index, face, landmarks, onSide);
	if (withheld !== null) return { id, side, unit, value: null, uncertainty: null, withheld };
	const uncertainty = uncertaintyOf(index, face, at, value, used);
	return { id, side, unit, value, uncertainty, withheld: null };
}

/** The value and the landmarks that it rests on. */
function evaluated({ of }: FacialIndex, at: FacePoints): { value: number; used: number[] } {
	const used = new Set<number>();
	const value = of((landmark) => {
		used.add(landmark);
		return at(landmark);
	});
	return { value, used: [...used] };
}

function withholding(
	{ yawLimit, lipsClosed, atRest }: FacialIndex,
	face: Face,
	landmarks: Landmarks,
	used: readonly number[]
): Withheld | null {
	if (Math.abs(face.pose.yaw) > yawLimit) return 'needs-frontal';
	if (used.some((landmark) => face.visible[landmark] === 0)) return 'not-visible';
	if (lipsClosed && mouthGap({ landmarks, scale: face.scale }) > LIPS_CLOSED) return 'mouth-open';
	const { blendshapes } = face.observation;
	const moved = atRest.some((name) => (blendshapes?.[name] ?? 0) > AT_REST);
	return moved ? 'expression' : null;
}

/** First-order propagation: how much the value changes with each independent error, in quadrature. */
function uncertaintyOf(
	{ of }: FacialIndex,
	face: Face,
	at: FacePoints,
	value: number,
	used: readonly number[]
): number {
	const { pxPerMm, relativeUncertainty } = face.scale;
	const wander = Math.max(WANDER_MM, WANDER_PX / pxPerMm);
	const turn = Math.sin(radians(POSE_ERROR));
	const common: readonly ((point: Vec3) => Vec3)[] = [
		([x, y, z]) => [x * (1 + relativeUncertainty), y * (1 + relativeUncertainty), z],
		([x, y, z]) => [x + turn * z, y, z],
		([x, y, z]) => [x, y + turn * z, z],
		([x, y, z]) => [x - turn * y, y + turn * x, z],
		([x, y, z]) => [x * (1 + z * PERSPECTIVE_ERROR), y * (1 + z * PERSPECTIVE_ERROR), z]
	];
	const changes = common.map((error) => of((landmark) => error(at(landmark))) - value);
	const single = used.length < WHOLE_MESH ? used : [];
	for (const moved of single) {
		for (const [dx, dy] of [[wander, 0] as const, [0, wander] as const]) {
			const shifted = of((landmark) => {
				const [x, y, z] = at(landmark);
				return landmark === moved ? [x + dx, y + dy, z] : [x, y, z];
			});
			changes.push(shifted - value);
		}
	}
	return Math.hypot(...changes);
}
