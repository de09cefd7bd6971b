import type { VisitFile } from '../../record/index.ts';

/** Of a visit, in the usual order; any order will do, and each can be left out but consent. */
export const STEPS = [
	'who',
	'consent',
	'listen',
	'history',
	'capture',
	'illustrate',
	'plan',
	'sign',
	'report'
] as const;
export type Step = (typeof STEPS)[number];

export function isStep(word: string | undefined): word is Step {
	return STEPS.some((step) => step === word);
}

type Progress = Pick<
	VisitFile,
	'card' | 'consent' | 'isContradicted' | 'shots' | 'treatments' | 'isSigned' | 'isReported'
> & {
	readonly concerns: Pick<VisitFile['concerns'], 'value'>;
	readonly history: Pick<VisitFile['history'], 'isBegun'>;
	readonly plan: Pick<VisitFile['plan'], 'value'>;
};

/** What there is something of. */
export function doneSteps(visit: Progress): ReadonlySet<Step> {
	const holds: Readonly<Record<Step, boolean>> = {
		who: visit.card !== null,
		consent: visit.consent !== null && !visit.isContradicted,
		listen: visit.concerns.value.length > 0,
		history: visit.history.isBegun,
		capture: visit.shots.length > 0,
		illustrate: visit.treatments.length > 0,
		plan: visit.plan.value.marks.length > 0 || visit.plan.value.items.length > 0,
		sign: visit.isSigned,
		report: visit.isReported
	};
	return new Set(STEPS.filter((step) => holds[step]));
}

/** The step after this one; null after the last. */
export function stepAfter(step: Step): Step | null {
	return STEPS[STEPS.indexOf(step) + 1] ?? null;
}
