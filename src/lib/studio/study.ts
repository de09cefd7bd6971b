/** A document of the studio as it is kept, and back. */
import type { NewStudy, Study } from '../record/index.ts';
import { isTreatmentId } from '../treatment/index.ts';
import { DEFAULT_SCALE, VARIANTS, type StudioDocument } from './document.ts';

export function studyOf({ landmarks, ...document }: StudioDocument): NewStudy {
	const plain = { ...document, landmarks: landmarks === null ? null : [...landmarks] };
	// A plan may name a treatment without a value; a record may not.
	return structuredClone(plain) as NewStudy;
}

/** Treatments that this version does not know are left out of sight. */
export function documentOf(study: Study): StudioDocument {
	const { quarterTurns, landmarks, scale, variants, shown, unlinked, marks } = study;
	const isUsual =
		scale.irisDiameter === DEFAULT_SCALE.irisDiameter &&
		scale.pupilDistance === DEFAULT_SCALE.pupilDistance;
	const known = VARIANTS.map((id) => {
		const sides = Object.entries(variants[id]).filter(([treatment]) => isTreatmentId(treatment));
		return [id, Object.fromEntries(sides)];
	});
	return {
		quarterTurns,
		landmarks: landmarks === null ? null : Float64Array.from(landmarks),
		scale: isUsual ? DEFAULT_SCALE : scale,
		variants: Object.fromEntries(known) as StudioDocument['variants'],
		shown,
		unlinked: unlinked.filter(isTreatmentId),
		marks: marks as StudioDocument['marks']
	};
}
