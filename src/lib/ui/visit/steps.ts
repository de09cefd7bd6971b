import type { VisitFile } from '../../record/index.ts';

/** Of a visit, in the usual order; any order will do, and each can be left out but consent. */
export const STEPS = ['who', 'consent', 'listen', 'history', 'capture', 'illustrate'] as const;
export type Step = (typeof STEPS)[number];

export function isStep(word: string | undefined): word is Step {
	return STEPS.some((step) => step === word);
}

type Progress = Pick<
	VisitFile,
	'card' | 'consent' | 'isContradicted' | 'concerns' | 'shots' | 'treatments'
> & { readonly history: Pick<VisitFile['history'], 'isBegun'> };

/** What there is something of. */
export function doneSteps(visit: Progress): ReadonlySet<Step> {
	const holds: Readonly<Record<Step, boolean>> = {
		who: visit.card !== null,
		consent: visit.consent !== null && !visit.isContradicted,
		listen: visit.concerns.length > 0,
		history: visit.history.isBegun,
		capture: visit.shots.length > 0,
		illustrate: visit.treatments.length > 0
	};
	return new Set(STEPS.filter((step) => holds[step]));
}

/** The step after this one; null after the last. */
export function stepAfter(step: Step): Step | null {
	return STEPS[STEPS.indexOf(step) + 1] ?? null;
}
