/** What a patient agreed to and asked for, as a folder has it. */
import { AppError } from '../errors.ts';
import { dayAt } from '../intake/index.ts';
import {
	refusalOf,
	requestState,
	type Answered,
	type Facts,
	type Purpose,
	type RequestState
} from '../rights/index.ts';
import type { RecipientKind } from '../retention/index.ts';
import type { Kept } from './folder.ts';
import type { PurposeAnswer, Release, Restriction, RightsRequest } from './types.ts';

/** An answer, wherever it was given; `how` is null where it was before a visit's first photograph. */
export type AnswerRow = Answered &
	Pick<PurposeAnswer, 'by' | 'words' | 'guardian'> & { readonly how: PurposeAnswer['how'] | null };

export type OpenRequest = RightsRequest & RequestState & { readonly id: string };

/** What was agreed to before a visit's first photograph is an answer to both of its purposes. */
export function answersIn(kept: readonly Kept[]): readonly AnswerRow[] {
	return kept.flatMap(({ entry }): AnswerRow[] => {
		if (entry.kind === 'purpose') {
			const { purpose, state, at, until, by, words, guardian, how } = entry;
			return [{ purpose, state, at, until, by, words, guardian, how }];
		}
		if (entry.kind !== 'consent') return [];
		const { at, by, words, guardian } = entry;
		const given = { state: 'given', at, until: null, by, words, guardian, how: null } as const;
		return [
			{ purpose: 'record', ...given },
			{ purpose: 'simulation', ...given }
		];
	});
}

/** `now`: milliseconds since 1970. */
export function privacyFacts(kept: readonly Kept[], now: number): Facts {
	const isRestricted = restrictionIn(kept)?.isOn ?? false;
	return { answers: answersIn(kept), isRestricted, today: dayAt(now) };
}

/** The one gate. Errors: AppError `privacy.*`, with the purpose for which it is shut. */
export function requireUse(facts: Facts, purposes: readonly Purpose[]): void {
	const refused = refusalOf(facts, purposes);
	if (refused === null) return;
	const { code, purpose } = refused;
	throw new AppError(code, { details: purpose === null ? {} : { purpose } });
}

/** What left the vault, the newest first. */
export function releasesIn(kept: readonly Kept[]): readonly Release[] {
	return kept
		.flatMap(({ entry }) => (entry.kind === 'release' ? [entry] : []))
		.toSorted((a, b) => b.at - a.at);
}

/** Those that wait first, by the day they are due; then the answered, the newest first. */
export function requestsIn(kept: readonly Kept[]): readonly OpenRequest[] {
	const steps = kept.flatMap(({ entry }) => (entry.kind === 'request-step' ? [entry] : []));
	const all = kept.flatMap(({ id, entry }): OpenRequest[] => {
		if (entry.kind !== 'request') return [];
		const own = steps.filter(({ request }) => request === id);
		return [{ ...entry, id, ...requestState(entry.received, own) }];
	});
	return all.toSorted((a, b) => {
		if (a.answer !== null && b.answer !== null) return b.answer.at - a.answer.at;
		if (a.answer === null && b.answer === null) return a.due.localeCompare(b.due);
		return a.answer === null ? -1 : 1;
	});
}

/** The last that was set; null where none ever was. */
export function restrictionIn(kept: readonly Kept[]): Restriction | null {
	const all = kept.flatMap(({ entry }) => (entry.kind === 'restriction' ? [entry] : []));
	return all.toSorted((a, b) => b.at - a.at)[0] ?? null;
}

/** Whom the patient does not want to be told: the gate is shut for what they would be told for. */
export function objectionsIn(facts: Facts): readonly RecipientKind[] {
	const isShut = (purpose: Purpose) =>
		refusalOf({ ...facts, isRestricted: false }, [purpose]) !== null;
	return [
		...(isShut('inform-gp') ? (['gp'] as const) : []),
		...(isShut('clinical-audit') ? (['regulator'] as const) : [])
	];
}
