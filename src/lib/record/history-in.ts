/** A patient's history, and what was said of it, as a folder has it. */
import {
	ageOn,
	asksForPause,
	dayAt,
	OF_AGE,
	sparesMinors,
	standingsIn,
	type Standings
} from '../intake/index.ts';
import { refusalOf } from '../rights/index.ts';
import { consentTo, type Kept } from './folder.ts';
import { privacyFacts } from './privacy-in.ts';
import type { AgeRule, Card, Consent, Talk, VisitLimits } from './types.ts';

/** Until the clinic says otherwise. */
export const DEFAULT_AGE_RULE: AgeRule = { noInjectables: sparesMinors(null) };

export function historyIn(kept: readonly Kept[], consultation: string): Standings {
	const batches = kept.flatMap(({ entry }) => (entry.kind === 'answers' ? [entry] : []));
	return standingsIn(batches, consultation);
}

/** Of one visit, the newest first. */
export function talksIn(kept: readonly Kept[], consultation: string): readonly Talk[] {
	return kept
		.flatMap(({ entry }) => (entry.kind === 'talk' ? [entry] : []))
		.filter((talk) => talk.consultation === consultation)
		.toSorted((a, b) => b.at - a.at);
}

/** Somebody paused the simulation, or the answers ask for it and nobody has decided yet to go on. */
export function isPaused(standings: Standings, talks: readonly Talk[]): boolean {
	const last = talks.find(({ flag }) => flag === null);
	return last === undefined ? asksForPause(standings) : last.outcome === 'paused';
}

/** The youngest age that the card allows on the day of an instant, in years; null where it says nothing. */
export function ageAt(born: Card['born'], at: number): number | null {
	return born === null ? null : ageOn(born, dayAt(at));
}

/** It was said that the patient is 18 or older, and the card says that they are not, or may not be. */
export function isContradicted(consent: Consent | null, born: Card['born']): boolean {
	if (consent === null || consent.guardian !== null) return false;
	const age = ageAt(born, consent.at);
	return age !== null && age < OF_AGE;
}

/** What may not be shown in a visit. `now`: milliseconds since 1970. */
export function limitsOf(
	kept: readonly Kept[],
	consultation: string,
	rule: AgeRule,
	now: number
): VisitLimits {
	const consent = consentTo(kept, consultation);
	const visit = kept.find(({ id }) => id === consultation)?.entry;
	const at = visit?.kind === 'consultation' ? visit.startedAt : null;
	const age = at === null ? null : ageAt(cardIn(kept)?.born ?? null, at);
	const isMinor = (consent?.guardian ?? null) !== null || (age !== null && age < OF_AGE);
	return {
		noInjectables: rule.noInjectables && isMinor,
		isPaused: isPaused(historyIn(kept, consultation), talksIn(kept, consultation)),
		isStopped: refusalOf(privacyFacts(kept, now), ['record', 'simulation']) !== null
	};
}

export function cardIn(kept: readonly Kept[]): Card | null {
	for (const { entry } of kept) if (entry.kind === 'cover') return entry.card;
	return null;
}
