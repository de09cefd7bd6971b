/**
 * Glue: a place in one photograph of a face as a place on the face, and back in another. On the skin it
 * is barycentric in a triangle of the landmarks' mesh, so it goes with the skin as the face turns and
 * moves. Neck, ears and hairline lie beyond the mesh: they are measured from its nearest place in the
 * head's frame, as if they were as deep, which a turned head shows to be a guess.
 */
import { TRIANGLES } from '../face/index.ts';
import { subtract, transform, type Mat3, type Vec2, type Vec3 } from '../geometry/index.ts';
import type { Anchor, ChartedFace, Placed } from './types.ts';

/** How much nearer another part of the face must be to hide a place, mm. */
const HIDDEN_BY = 4;

type Corners = readonly [Vec3, Vec3, Vec3];

function cornersOf({ landmarks }: ChartedFace, on: Vec3): Corners {
	const corner = (landmark: number): Vec3 => [
		landmarks[3 * landmark]!,
		landmarks[3 * landmark + 1]!,
		landmarks[3 * landmark + 2]!
	];
	return [corner(on[0]), corner(on[1]), corner(on[2])];
}

/** Twice the area in the picture, px²: positive where the outside of the skin faces the camera. */
function facing([a, b, c]: Corners): number {
	return (c[0] - a[0]) * (b[1] - a[1]) - (b[0] - a[0]) * (c[1] - a[1]);
}

/** Negative weights: beyond the triangle. Null where it is seen edge on. */
function weightsAt(corners: Corners, [x, y]: Vec2): Vec3 | null {
	const whole = facing(corners);
	if (whole === 0) return null;
	const [a, b, c] = corners;
	const point: Vec3 = [x, y, 0];
	const u = facing([point, b, c]) / whole;
	const v = facing([a, point, c]) / whole;
	return [u, v, 1 - u - v];
}

function weighted([a, b, c]: Corners, [u, v, w]: Vec3): Vec3 {
	return [
		u * a[0] + v * b[0] + w * c[0],
		u * a[1] + v * b[1] + w * c[1],
		u * a[2] + v * b[2] + w * c[2]
	];
}

type Touched = { readonly on: Vec3; readonly weights: Vec3; readonly point: Vec3 };

/** All places of the mesh that lie under a place of the picture and face the camera. */
function under(face: ChartedFace, at: Vec2): readonly Touched[] {
	return TRIANGLES.flatMap((on): readonly Touched[] => {
		const corners = cornersOf(face, on);
		if (facing(corners) <= 0) return [];
		const weights = weightsAt(corners, at);
		if (weights === null || weights.some((weight) => weight < 0)) return [];
		return [{ on, weights, point: weighted(corners, weights) }];
	});
}

/** The place of the mesh nearest to one beside it, in the picture. */
function nearest(face: ChartedFace, [x, y]: Vec2): Touched | null {
	let found: Touched | null = null;
	let least = Infinity;
	for (const on of TRIANGLES) {
		const corners = cornersOf(face, on);
		if (facing(corners) <= 0) continue;
		for (const side of [0, 1, 2] as const) {
			const [from, to] = [corners[side], corners[((side + 1) % 3) as 0 | 1 | 2]];
			const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
			const along = ((x - from[0]) * dx + (y - from[1]) * dy) / (dx * dx + dy * dy);
			const t = Math.max(0, Math.min(1, along));
			const distance = Math.hypot(x - from[0] - t * dx, y - from[1] - t * dy);
			if (!(distance < least)) continue;
			least = distance;
			const weights = sideWeights(side, t);
			found = { on, weights, point: weighted(corners, weights) };
		}
	}
	return found;
}

function sideWeights(side: 0 | 1 | 2, t: number): Vec3 {
	if (side === 0) return [1 - t, t, 0];
	return side === 1 ? [0, 1 - t, t] : [t, 0, 1 - t];
}

function transposed([a, b, c, d, e, f, g, h, i]: Mat3): Mat3 {
	return [a, d, g, b, e, h, c, f, i];
}

/** Where a place of the picture (px) lies on the face. RangeError where no part of the mesh is seen. */
export function glue(face: ChartedFace, at: Vec2): Anchor {
	const [first, ...others] = under(face, at);
	if (first !== undefined) {
		const front = others.reduce((one, two) => (two.point[2] < one.point[2] ? two : one), first);
		return { on: front.on, weights: front.weights, away: null };
	}
	const beside = nearest(face, at);
	if (beside === null) throw new RangeError('no face to draw on');
	const [dx, dy] = subtract([at[0], at[1], 0], beside.point);
	const { pxPerMm } = face.scale;
	const seen: Vec3 = [dx / pxPerMm, -dy / pxPerMm, 0];
	const away = transform(transposed(face.pose.rotation), seen);
	return { on: beside.on, weights: beside.weights, away };
}

/** Where a place on the face lies in a photograph. */
export function unglue(face: ChartedFace, { on, weights, away }: Anchor): Placed {
	const corners = cornersOf(face, on);
	const base = weighted(corners, weights);
	const { pxPerMm } = face.scale;
	const [dx, dy, dz] = away === null ? [0, 0, 0] : transform(face.pose.rotation, away);
	const at: Vec2 = [base[0] + dx * pxPerMm, base[1] - dy * pxPerMm];
	const depth = base[2] - dz * pxPerMm;
	const front = depth - HIDDEN_BY * pxPerMm;
	const isCovered = under(face, at).some(({ point }) => point[2] < front);
	return { at, depth, isVisible: facing(corners) > 0 && !isCovered, isSure: away === null };
}
