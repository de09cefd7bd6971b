import { LANDMARK_GROUPS, type Face } from '../../face/index.ts';
import type { Vec2 } from '../../geometry/index.ts';
import type { Treatment } from '../../treatment/index.ts';
import { inPicture, landmarkAt, type DrivenPoint } from './drive.ts';

/**
 * A point that is held keeps this many times as far from moving skin as that moves at the end of the
 * slider's range, so that the skin between them is squeezed and does not fold. More of it would leave
 * the middle of a narrow ear unheld between its ends: its rim would run in waves.
 */
const ROOM = 1.25;

/** Skin between two points, px, and by how many mm per slider unit its ends move. */
type Stretch = { readonly a: Vec2; readonly b: Vec2; readonly from: number; readonly to: number };

/** Those of `points` (px) that the treatment, moving `handles`, would reach and has room to hold. */
export function holdable(
	face: Face,
	treatment: Treatment,
	handles: readonly DrivenPoint[],
	points: readonly Vec2[]
): readonly Vec2[] {
	const largest = Math.max(...treatment.range.map(Math.abs));
	const { pxPerMm } = face.scale;
	const moving = [...handles.map(standing), ...ovalOf(face, treatment)];
	const distanceMm = (p: Vec2, q: Vec2): number => Math.hypot(p[0] - q[0], p[1] - q[1]) / pxPerMm;
	return points.filter(
		(point) =>
			handles.some(({ at }) => distanceMm(at, point) < treatment.radiusMm) &&
			moving.every(({ a, b, from, to }) => {
				const t = nearest(a, b, point);
				const place: Vec2 = [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])];
				return distanceMm(place, point) >= ROOM * largest * (from + t * (to - from));
			})
	);
}

function standing({ at, d }: DrivenPoint): Stretch {
	const moves = Math.hypot(...d);
	return { a: at, b: at, from: moves, to: moves };
}

/** The outline of the face, which ears stand next to: between two landmarks it moves as both do. */
function ovalOf(face: Face, { handles }: Treatment): Stretch[] {
	const moves = new Map(
		handles.map(({ landmark, d }) => [landmark, Math.hypot(...inPicture(face, d))])
	);
	const { FACE_OVAL } = LANDMARK_GROUPS;
	return FACE_OVAL.map((landmark, i) => {
		const next = FACE_OVAL[(i + 1) % FACE_OVAL.length]!;
		return {
			a: landmarkAt(face, landmark),
			b: landmarkAt(face, next),
			from: moves.get(landmark) ?? 0,
			to: moves.get(next) ?? 0
		};
	});
}

/** Where on the way from a to b the place nearest to a point is, 0–1. */
function nearest(a: Vec2, b: Vec2, point: Vec2): number {
	const [x, y] = [b[0] - a[0], b[1] - a[1]];
	const length = x * x + y * y;
	if (length === 0) return 0;
	return Math.max(0, Math.min(1, ((point[0] - a[0]) * x + (point[1] - a[1]) * y) / length));
}
