/** A document of the studio as it is kept, and back. */
import type { NewStudy, Study, VisitPlan } from '../record/index.ts';
import { isTreatmentId } from '../treatment/index.ts';
import { DEFAULT_SCALE, VARIANTS, type StudioDocument } from './document.ts';

export function studyOf({ landmarks, ...document }: StudioDocument): NewStudy {
	const plain = { ...document, landmarks: landmarks === null ? null : [...landmarks] };
	// A plan may name a treatment without a value; a record may not.
	return structuredClone(plain) as NewStudy;
}

/** Treatments that this version does not know are left out of sight. */
export function documentOf(study: Study): StudioDocument {
	const { quarterTurns, landmarks, scale, marks } = study;
	const isUsual =
		scale.irisDiameter === DEFAULT_SCALE.irisDiameter &&
		scale.pupilDistance === DEFAULT_SCALE.pupilDistance;
	return {
		...planOf(study),
		quarterTurns,
		landmarks: landmarks === null ? null : Float64Array.from(landmarks),
		scale: isUsual ? DEFAULT_SCALE : scale,
		marks: marks as StudioDocument['marks']
	};
}

/** The document with the plan that the other photographs of its visit have. */
export function withVisitPlan(document: StudioDocument, plan: VisitPlan | null): StudioDocument {
	return plan === null ? document : { ...document, ...planOf(plan) };
}

function planOf({
	variants,
	shown,
	unlinked
}: VisitPlan): Pick<StudioDocument, 'variants' | 'shown' | 'unlinked'> {
	const known = VARIANTS.map((id) => {
		const sides = Object.entries(variants[id]).filter(([treatment]) => isTreatmentId(treatment));
		return [id, Object.fromEntries(sides)];
	});
	return {
		variants: Object.fromEntries(known) as StudioDocument['variants'],
		shown,
		unlinked: unlinked.filter(isTreatmentId)
	};
}
