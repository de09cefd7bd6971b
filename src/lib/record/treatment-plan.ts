/** The versions of a visit's treatment plan: a colleague's, or one of another sitting, is never written over. */
import { newId } from '../vault/index.ts';
import type { Kept } from './folder.ts';
import type { Entry, PlanContent, TreatmentPlan } from './types.ts';

/** A pause of this length ends a sitting, ms. */
const SITTING = 30 * 60_000;

export const EMPTY_PLAN: PlanContent = { marks: [], items: [], note: '', quote: null };

function isPlan(kept: Kept): kept is Kept<Extract<Entry, { readonly kind: 'treatment-plan' }>> {
	return kept.entry.kind === 'treatment-plan';
}

/** The plan of a visit as it stands; undefined where there is none. */
export function planIn(
	entries: readonly Kept[],
	consultation: string
): Kept<TreatmentPlan> | undefined {
	return entries
		.filter(isPlan)
		.filter(({ entry }) => entry.consultation === consultation)
		.toSorted((a, b) => b.entry.at - a.entry.at)[0];
}

/**
 * The plan of the newest visit before this one that has any; null where none has. Of another visit than
 * the newest it is that of the visit before it.
 */
export function planBefore(entries: readonly Kept[], consultation: string): TreatmentPlan | null {
	const visits = entries
		.flatMap(({ id, entry }) =>
			entry.kind === 'consultation' ? [{ id, at: entry.startedAt }] : []
		)
		.toSorted((a, b) => b.at - a.at);
	const here = visits.findIndex(({ id }) => id === consultation);
	for (const { id } of visits.slice(here + 1)) {
		const plan = planIn(entries, id)?.entry;
		if (plan !== undefined && (plan.marks.length > 0 || plan.items.length > 0)) return plan;
	}
	return null;
}

/** Without who wrote it, and when. */
export function contentOf({ marks, items, note, quote }: TreatmentPlan): PlanContent {
	return { marks, items, note, quote };
}

/** What is to be written: in the place of what the same person wrote at this sitting, or beside it. */
export function versionOf(
	entries: readonly Kept[],
	consultation: string,
	content: PlanContent,
	{ at, by }: Pick<TreatmentPlan, 'at' | 'by'>
): Kept<TreatmentPlan> {
	const newest = planIn(entries, consultation);
	const goesOn = newest !== undefined && newest.entry.by === by && at - newest.entry.at < SITTING;
	return {
		id: goesOn ? newest.id : newId(),
		entry: { kind: 'treatment-plan', consultation, at, by, ...content }
	};
}
