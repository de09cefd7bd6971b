/**
 * What a treatment did, measured from outside: by the field, by following the picture, by detecting
 * again. Independent of the solver's own read-outs.
 */
import type { Face, Landmarks } from '../../src/lib/face/index.ts';
import { transform, type Vec2 } from '../../src/lib/geometry/index.ts';
import type { SideValues, Treatment } from '../../src/lib/treatment/index.ts';
import { sampleField, type Field } from '../../src/lib/warp/index.ts';
import { trackPoints, type Pyramid } from './optical-flow.ts';

/** A primary landmark that the camera sees, and where the sliders send it. */
export type AskedPoint = {
	readonly landmark: number;
	/** px. */
	readonly at: Vec2;
	/** px in the picture, y down. */
	readonly asked: Vec2;
	/** Length of the movement in space, px: longer than `asked` where it is foreshortened. */
	readonly inSpace: number;
};

/** Below this share of its movement in the picture's plane a treatment is not measured. */
const IN_PLANE = 0.4;

/** Of the points asked for, this share must be followed for a tracked figure to count. */
const ENOUGH = 0.3;

/** The slider that is further from zero: what a treatment's figures are compared with. */
export function nominalOf({ left, right }: SideValues): number {
	return Math.abs(right) > Math.abs(left) ? right : left;
}

export function askedPoints(treatment: Treatment, face: Face, values: SideValues): AskedPoint[] {
	const primary = new Set(treatment.primary);
	return treatment.handles
		.filter(({ landmark }) => primary.has(landmark) && face.visible[landmark] === 1)
		.map(({ landmark, d, right }) => {
			const slider = right * values.right + (1 - right) * values.left;
			const [x, y] = transform(face.pose.rotation, d);
			const scale = slider * face.scale.pxPerMm;
			return {
				landmark,
				at: pointOf(face.landmarks, landmark),
				asked: [scale * x, -scale * y],
				inSpace: Math.abs(scale) * Math.hypot(...d)
			};
		});
}

export function pointOf(landmarks: Landmarks, landmark: number): Vec2 {
	return [landmarks[3 * landmark]!, landmarks[3 * landmark + 1]!];
}

/** Does the view show enough of what is asked to measure it? */
export function isMeasurable(points: readonly AskedPoint[]): boolean {
	const inSpace = points.reduce((total, point) => total + point.inSpace, 0);
	return inSpace > 0 && points.length * meanAsked(points) >= IN_PLANE * inSpace;
}

/** Mean length of what is asked, px. */
export function meanAsked(points: readonly AskedPoint[]): number {
	const sum = points.reduce((total, { asked }) => total + Math.hypot(...asked), 0);
	return points.length === 0 ? 0 : sum / points.length;
}

/**
 * How much of what was asked the points did: Σ(d·D)/Σ(D·D) for movements d where D was asked.
 * Points without a movement are left out; null where too few have one.
 */
function shareDone(
	points: readonly AskedPoint[],
	movementOf: (point: AskedPoint, index: number) => Vec2 | null
): number | null {
	let [done, whole, count] = [0, 0, 0];
	points.forEach((point, index) => {
		const movement = movementOf(point, index);
		if (movement === null) return;
		const [x, y] = point.asked;
		done += movement[0] * x + movement[1] * y;
		whole += x * x + y * y;
		count += 1;
	});
	return count < Math.max(1, ENOUGH * points.length) || whole === 0 ? null : done / whole;
}

export function shareByField(points: readonly AskedPoint[], forward: Field): number | null {
	return shareDone(points, ({ at }) => sampleField(forward, ...at));
}

export function shareByTracking(
	points: readonly AskedPoint[],
	before: Pyramid,
	after: Pyramid,
	pxPerMm: number
): number | null {
	const places = points.map(({ at }) => at);
	const found = trackPoints(before, after, places, pxPerMm);
	return shareDone(points, (_, index) => found[index] ?? null);
}

export function shareByRedetection(
	points: readonly AskedPoint[],
	before: Landmarks,
	after: Landmarks
): number | null {
	return shareDone(points, ({ landmark }) => {
		const [x0, y0] = pointOf(before, landmark);
		const [x1, y1] = pointOf(after, landmark);
		return [x1 - x0, y1 - y0];
	});
}
