import { dueOn } from './clock.ts';

/** What a patient can ask for: Articles 15 to 21 and 7 (3). */
export const RIGHTS = [
	'access',
	'rectification',
	'restriction',
	'objection',
	'portability',
	'erasure',
	'withdrawal'
] as const;

export type Right = (typeof RIGHTS)[number];

export type Step =
	/** How it was seen that whoever asks is the patient, or may speak for them. */
	| { readonly what: 'identity'; readonly how: string }
	| { readonly what: 'extended'; readonly reason: string }
	| {
			readonly what: 'answered';
			readonly outcome: 'done' | 'partly' | 'refused';
			readonly reason: string;
			/** What the patient was given; empty for none. */
			readonly file: string;
	  };

export type Stepped = { readonly at: number; readonly step: Step };

export type RequestState = {
	/** YYYY-MM-DD. */
	readonly due: string;
	/** How identity was checked; null until it was. */
	readonly identity: string | null;
	/** Why it takes longer; null where it does not. */
	readonly extension: string | null;
	readonly answer: (Extract<Step, { what: 'answered' }> & { readonly at: number }) | null;
};

export type StepRefusal =
	'request.identity-first' | 'request.extended' | 'request.answered' | 'request.reason-needed';

/** To take a consent back must be as easy as to give it, so nobody has to prove anything for it. */
function needsIdentity(right: Right): boolean {
	return right !== 'withdrawal';
}

/** `received`: YYYY-MM-DD. */
export function requestState(received: string, steps: readonly Stepped[]): RequestState {
	let state: RequestState = {
		due: dueOn(received, false),
		identity: null,
		extension: null,
		answer: null
	};
	for (const { at, step } of steps.toSorted((a, b) => a.at - b.at)) {
		if (step.what === 'identity') state = { ...state, identity: step.how };
		else if (step.what === 'extended') {
			state = { ...state, extension: step.reason, due: dueOn(received, true) };
		} else state = { ...state, answer: { ...step, at } };
	}
	return state;
}

/** Why a step may not be taken now; null where it may. */
export function stepRefusal(right: Right, state: RequestState, step: Step): StepRefusal | null {
	if (state.answer !== null) return 'request.answered';
	if (step.what === 'identity') return null;
	if (step.what === 'extended') {
		if (state.extension !== null) return 'request.extended';
		return step.reason.trim() === '' ? 'request.reason-needed' : null;
	}
	if (needsIdentity(right) && state.identity === null) return 'request.identity-first';
	const isWhole = step.outcome === 'done';
	return !isWhole && step.reason.trim() === '' ? 'request.reason-needed' : null;
}
