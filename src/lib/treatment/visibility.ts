import { mouthGap, type Face, type View } from '../face/index.ts';
import { transform } from '../geometry/index.ts';
import type { Coverings, Handle, HiddenReason, Treatment, Visibility } from './types.ts';

/** A treatment whose displacement lies in the picture's plane by less than this share is faint. */
const FAINT_BELOW = 0.4;
/** Beyond this the landmarker guesses, °: what a photograph shows there waits for the profile tool. */
const FARTHEST_YAW = 55;

/**
 * Can this photograph show the treatment, and if not, which one could? `coverings` are what
 * `coveringsOver` found; none before the segmentation.
 */
export function visibilityIn(
	treatment: Treatment,
	face: Face,
	coverings: Coverings = {}
): Visibility {
	const reason = hiddenReason(treatment, face);
	if (reason !== null) return { state: 'hidden', reason, warnings: [] };
	const { kind, shading } = treatment;
	const faint = kind === 'warp' && !shading && inPlaneFraction(treatment, face) < FAINT_BELOW;
	const warnings = [...warningsFor(treatment, face), ...(coverings[treatment.id] ?? [])];
	return { state: faint ? 'faint' : 'shown', reason: null, warnings };
}

function hiddenReason(treatment: Treatment, face: Face): HiddenReason | null {
	const { view, yaw } = face.pose;
	if (Math.abs(yaw) > FARTHEST_YAW) return 'needs-profile';
	if (!treatment.views.includes(view)) return neededInstead(treatment.views);
	const seen = visiblePrimary(treatment, face);
	return treatment.kind === 'warp' && seen.length === 0 ? 'turned-too-far' : null;
}

function neededInstead(views: readonly View[]): HiddenReason {
	if (views.includes('frontal')) return 'needs-frontal';
	return views.includes('oblique') ? 'needs-oblique' : 'needs-profile';
}

function visiblePrimary({ handles, primary }: Treatment, face: Face): readonly Handle[] {
	return handles.filter(
		({ landmark }) => primary.includes(landmark) && face.visible[landmark] === 1
	);
}

/** Share of the primary landmarks' displacement that the camera sees, 0–1. */
function inPlaneFraction(treatment: Treatment, face: Face): number {
	let seen = 0;
	let whole = 0;
	for (const { d } of visiblePrimary(treatment, face)) {
		const [x, y, z] = transform(face.pose.rotation, d);
		seen += Math.hypot(x, y);
		whole += Math.hypot(x, y, z);
	}
	return whole > 0 ? seen / whole : 0;
}

function warningsFor({ gates }: Treatment, face: Face): Visibility['warnings'] {
	const widest = gates['mouth_gap_mm_max'];
	return typeof widest === 'number' && mouthGap(face) > widest ? ['mouth-open'] : [];
}
