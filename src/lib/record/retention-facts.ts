/** What keeping a folder depends on, from what is in it. */
import { dayAt } from '../intake/index.ts';
import type { FolderFacts } from '../retention/index.ts';
import { treatedDaysIn, type Kept } from './folder.ts';
import type { Entry, Hold } from './types.ts';

/** When what is written of a patient was written; null of what is written about the file alone. */
function writtenAt(entry: Entry): number | null {
	switch (entry.kind) {
		case 'consultation':
			return entry.startedAt;
		case 'photograph':
			return entry.openedAt;
		case 'signature':
			return entry.terms.signedAt;
		case 'consent':
		case 'answers':
		case 'talk':
		case 'advice':
		case 'treatment-plan':
		case 'handover':
		case 'postponement':
		case 'withdrawal':
		case 'referral':
		case 'note':
		case 'statement':
		case 'outcome':
		case 'lead':
			return entry.at;
		default:
			return null;
	}
}

const latest = <T extends number | string>(all: readonly T[]): T | null =>
	all.reduce<T | null>((last, one) => (last === null || one > last ? one : last), null);

const dayOf = (at: number | null): string | null => (at === null ? null : dayAt(at));

/** Days are those of this device's calendar. */
export function factsOf(kept: readonly Kept[]): FolderFacts {
	const entries = kept.map(({ entry }) => entry);
	const cover = entries.find((entry) => entry.kind === 'cover');
	const closed = new Map(
		entries.flatMap((entry) =>
			entry.kind === 'complaint-step' && entry.closes ? [[entry.complaint, entry.at] as const] : []
		)
	);
	const hold = holdIn(kept);
	return {
		isNamed: (cover?.card ?? null) !== null,
		hasVisits: entries.some(({ kind }) => kind === 'consultation'),
		born: cover?.card?.born ?? null,
		guardianOn: dayOf(
			latest(
				entries.flatMap((entry) =>
					entry.kind === 'consent' && entry.guardian !== null ? [entry.at] : []
				)
			)
		),
		lastEntryOn: dayOf(latest(entries.flatMap((entry) => writtenAt(entry) ?? []))),
		lastTreatmentOn: latest(treatedDaysIn(kept)),
		lastLeadOn: dayOf(
			latest(entries.flatMap((entry) => (entry.kind === 'lead' ? [entry.at] : [])))
		),
		hasLandmarks: entries.some(
			(entry) =>
				(entry.kind === 'photograph' && entry.observation !== null) ||
				(entry.kind === 'study' && entry.landmarks !== null)
		),
		complaints: kept.flatMap(({ id, entry }) =>
			entry.kind === 'complaint' ? [{ closedOn: dayOf(closed.get(id) ?? null) }] : []
		),
		hold: hold === null ? null : { since: dayAt(hold.at), reason: hold.reason }
	};
}

/** Null where the file is not held. */
export function holdIn(kept: readonly Kept[]): Hold | null {
	const last = kept
		.flatMap(({ entry }) => (entry.kind === 'hold' ? [entry] : []))
		.reduce<Hold | null>((so, one) => (so === null || one.at >= so.at ? one : so), null);
	return last?.isOn === true ? last : null;
}
