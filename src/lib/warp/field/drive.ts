import type { Vec2, Vec3 } from '../../geometry/index.ts';
import type { Face } from '../../face/index.ts';
import type { Treatment } from '../../treatment/index.ts';

/** A point of the picture that a treatment moves. */
export type DrivenPoint = {
	/** px of the picture. */
	readonly at: Vec2;
	/** mm per slider unit in the picture's plane: x right, y down. */
	readonly d: Vec2;
	/** Length of the whole displacement in space, mm per slider unit. */
	readonly length: number;
	/** Share of the right-side slider; the left side's is 1 − right. */
	readonly right: number;
};

/** A movement of which the picture shows a smaller share is not measured in it. */
const FAINT_BELOW = 0.4;

/** The displacement of the face frame (y up) as the picture sees it (y down), same unit. */
export function inPicture(face: Face, d: Vec3): Vec2 {
	const r = face.pose.rotation;
	return [r[0] * d[0] + r[1] * d[1] + r[2] * d[2], -(r[3] * d[0] + r[4] * d[1] + r[5] * d[2])];
}

export function landmarkAt(face: Face, landmark: number): Vec2 {
	return [face.landmarks[3 * landmark]!, face.landmarks[3 * landmark + 1]!];
}

/** The treatment's handles that the camera sees. */
export function visibleHandles(face: Face, treatment: Treatment): DrivenPoint[] {
	return drivenPoints(face, treatment, () => true);
}

/** The landmarks over which gain and read-outs are measured, as far as the camera sees them. */
export function visiblePrimary(face: Face, treatment: Treatment): DrivenPoint[] {
	const primary = new Set(treatment.primary);
	return drivenPoints(face, treatment, (landmark) => primary.has(landmark));
}

function drivenPoints(
	face: Face,
	treatment: Treatment,
	wanted: (landmark: number) => boolean
): DrivenPoint[] {
	return treatment.handles
		.filter(({ landmark }) => wanted(landmark) && face.visible[landmark] === 1)
		.map(({ landmark, d, right }) => ({
			at: landmarkAt(face, landmark),
			d: inPicture(face, d),
			length: Math.hypot(...d),
			right
		}));
}

/** Does the picture show enough of these movements to measure them? */
export function isMeasurable(points: readonly DrivenPoint[]): boolean {
	const seen = points.reduce((sum, { d }) => sum + Math.hypot(...d), 0);
	const whole = points.reduce((sum, { length }) => sum + length, 0);
	return whole > 0 && seen >= FAINT_BELOW * whole;
}
