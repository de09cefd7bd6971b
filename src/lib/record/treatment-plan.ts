/** The versions of a visit's treatment plan: a colleague's, or one of another sitting, is never written over. */
import { newId } from '../vault/index.ts';
import type { Kept } from './folder.ts';
import type { Entry, PlanContent, PlanItem, TreatmentPlan } from './types.ts';

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

/** What one version of a plan has otherwise than the one before it. */
type PlanChanges = {
	readonly added: readonly PlanItem[];
	readonly removed: readonly PlanItem[];
	/** Items of which anything is otherwise. */
	readonly changed: readonly { readonly before: PlanItem; readonly after: PlanItem }[];
	/** How many marks. */
	readonly marks: { readonly added: number; readonly removed: number; readonly changed: number };
	readonly isNoteChanged: boolean;
	readonly isQuoteChanged: boolean;
};

/** A version of a plan, who wrote it last and when, and what it changed. */
export type PlanVersion = Pick<TreatmentPlan, 'at' | 'by'> & {
	readonly id: string;
	readonly changes: PlanChanges;
};

/** All that are kept of a visit's plan, the newest first; the first one changed nothing into something. */
export function planVersions(
	entries: readonly Kept[],
	consultation: string
): readonly PlanVersion[] {
	const inOrder = entries
		.filter(isPlan)
		.filter(({ entry }) => entry.consultation === consultation)
		.toSorted((a, b) => a.entry.at - b.entry.at);
	return inOrder
		.map(({ id, entry }, n) => ({
			id,
			at: entry.at,
			by: entry.by,
			changes: planChanges(inOrder[n - 1]?.entry ?? EMPTY_PLAN, entry)
		}))
		.toReversed();
}

function planChanges(before: PlanContent, after: PlanContent): PlanChanges {
	const items = differences(before.items, after.items);
	const marks = differences(before.marks, after.marks);
	return {
		...items,
		marks: {
			added: marks.added.length,
			removed: marks.removed.length,
			changed: marks.changed.length
		},
		isNoteChanged: before.note !== after.note,
		isQuoteChanged: !isSame(before.quote, after.quote)
	};
}

function differences<Part extends { readonly id: string }>(
	before: readonly Part[],
	after: readonly Part[]
) {
	const old = new Map(before.map((one) => [one.id, one]));
	const now = new Set(after.map(({ id }) => id));
	return {
		added: after.filter(({ id }) => !old.has(id)),
		removed: before.filter(({ id }) => !now.has(id)),
		changed: after.flatMap((one) => {
			const was = old.get(one.id);
			return was === undefined || isSame(was, one) ? [] : [{ before: was, after: one }];
		})
	};
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

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
