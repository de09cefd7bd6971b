/** Who answers for which visit, as a folder has it. */
import { rebuiltCover, type Kept } from './folder.ts';
import { cardIn } from './history-in.ts';
import type { Consultant, Controller, Entry } from './types.ts';

/** What was said last of a visit; null where it is the clinic's, and nobody else's. */
export function controllerOf(
	entries: readonly Kept[],
	consultation: string
): (Controller & { readonly consultant: Consultant }) | null {
	const [last] = entries
		.flatMap(({ entry }) =>
			entry.kind === 'controller' && entry.consultation === consultation ? [entry] : []
		)
		.toSorted((a, b) => b.at - a.at);
	if (last === undefined || last.consultant === null) return null;
	return { ...last, consultant: last.consultant };
}

/** A visit, and who answers for it. */
type ControlledVisit = {
	readonly consultation: string;
	/** Milliseconds since 1970. */
	readonly startedAt: number;
	/** With the clinic, and not instead of it. */
	readonly isJoint: boolean;
};

/** Somebody who answers for visits of a file, and for which; the newest visit first. */
export type Responsible = {
	/** As they were said to be last. */
	readonly consultant: Consultant;
	readonly visits: readonly ControlledVisit[];
};

/** Everybody but the clinic who answers for a visit. */
export function responsibleIn(entries: readonly Kept[]): readonly Responsible[] {
	const visits = entries
		.flatMap(({ id, entry }) => {
			const controller = entry.kind === 'consultation' ? controllerOf(entries, id) : null;
			if (controller === null || entry.kind !== 'consultation') return [];
			const { consultant, isJoint, at } = controller;
			return [{ consultation: id, startedAt: entry.startedAt, consultant, isJoint, at }];
		})
		.toSorted((a, b) => b.startedAt - a.startedAt);
	return [...new Set(visits.map(({ consultant }) => consultant.id))].flatMap((one) => {
		const own = visits.filter(({ consultant }) => consultant.id === one);
		const [last] = own.toSorted((a, b) => b.at - a.at);
		if (last === undefined) return [];
		return [
			{
				consultant: last.consultant,
				visits: own.map(({ consultation, startedAt, isJoint }) => ({
					consultation,
					startedAt,
					isJoint
				}))
			}
		];
	});
}

/** Of a visit and not of the visit's record: what the clinic counts, sends and lets out. */
const CLINICS_OWN: ReadonlySet<Entry['kind']> = new Set(['unit', 'lead', 'release', 'audit']);

/**
 * Of a folder only what belongs to the visits for which this consultant answers: the card, those visits, and what
 * hangs on them. `now`: milliseconds since 1970.
 */
export function entriesOfConsultant(
	entries: readonly Kept[],
	consultant: string,
	now: number
): readonly Kept[] {
	const mine = new Set(
		entries.flatMap(({ id, entry }) =>
			entry.kind === 'consultation' && controllerOf(entries, id)?.consultant.id === consultant
				? [id]
				: []
		)
	);
	const ofVisits = entries.filter(({ id, entry }) => {
		if (mine.has(id)) return true;
		if (CLINICS_OWN.has(entry.kind) || !('consultation' in entry)) return false;
		return entry.consultation !== null && mine.has(entry.consultation);
	});
	const named = new Set(
		ofVisits.flatMap(({ id, entry }) => (entry.kind === 'signature' ? [id, entry.handover] : [id]))
	);
	// Studies, statements, texts that were signed in a visit and handed over in another.
	const own = entries.filter(({ id, entry }) => {
		if (named.has(id)) return true;
		if (entry.kind === 'study') return named.has(entry.photograph);
		return entry.kind === 'statement' && named.has(entry.note);
	});
	const cover = entries.find(({ entry }) => entry.kind === 'cover');
	if (cover === undefined) return own;
	const entry = { ...rebuiltCover(own, now), card: cardIn(entries) };
	return [{ id: cover.id, entry }, ...own];
}
