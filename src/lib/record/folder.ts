/** What is in a folder, from the records that open. */
import { isAppError } from '../errors.ts';
import { decodeEntry } from './codec.ts';
import type {
	Consent,
	Cover,
	Entry,
	EntryOf,
	NewConsent,
	StudiedPhotograph,
	Study,
	Variant
} from './types.ts';

export type Kept<T extends Entry = Entry> = { readonly id: string; readonly entry: T };

export type Contents = {
	readonly entries: readonly Kept[];
	/** Records and pictures that are there and do not open; they stay as they are. */
	readonly unreadable: number;
};

type Sealed = { readonly id: string; readonly content: Uint8Array };

/** Errors: AppError `vault.newer-version`. What does not open is counted and left out. */
export function contentsOf(records: readonly Sealed[], quarantined: readonly unknown[]): Contents {
	const entries = records.flatMap(({ id, content }): Kept[] => {
		try {
			return [{ id, entry: decodeEntry(content) }];
		} catch (error) {
			if (isAppError(error, 'vault.record-damaged')) return [];
			throw error;
		}
	});
	return { entries, unreadable: quarantined.length + records.length - entries.length };
}

/** The entry of a kind of which there is one, or of those of which `is` is true. */
export function onlyIn<K extends Entry['kind']>(
	entries: readonly Kept[],
	kind: K,
	is: (entry: EntryOf<K>) => boolean = () => true
): Kept<EntryOf<K>> | undefined {
	const ofKind = (kept: Kept): kept is Kept<EntryOf<K>> => kept.entry.kind === kind;
	return entries.filter(ofKind).find(({ entry }) => is(entry));
}

/** Days on which something was carried out, YYYY-MM-DD, in order. */
export function treatedDaysIn(entries: readonly Kept[]): readonly string[] {
	return entries
		.flatMap(({ entry }) =>
			entry.kind === 'consultation' && entry.treatedOn !== null ? [entry.treatedOn] : []
		)
		.toSorted();
}

export const ALL_VARIANTS: readonly Variant[] = ['A', 'B', 'C'];

/** Treatments that any of the studies shows anything of, in these variants. */
export function treatmentsIn(
	studies: readonly Pick<Study, 'variants'>[],
	among = ALL_VARIANTS
): readonly string[] {
	const moved = studies
		.flatMap(({ variants }) => among.map((variant) => variants[variant]))
		.flatMap((plan) => Object.entries(plan))
		.filter(([, { left, right }]) => left !== 0 || right !== 0)
		.map(([id]) => id);
	return [...new Set(moved)].sort();
}

/** The photographs of a visit that have a study. */
export function studiedIn(
	kept: readonly Kept[],
	consultation: string
): readonly StudiedPhotograph[] {
	return kept.flatMap(({ id, entry }): StudiedPhotograph[] => {
		if (entry.kind !== 'photograph' || entry.consultation !== consultation) return [];
		const study = onlyIn(kept, 'study', ({ photograph }) => photograph === id);
		return study === undefined ? [] : [{ photograph: entry, study: study.entry }];
	});
}

/** What was agreed to last for a visit; null where nobody was asked. */
export function consentTo(kept: readonly Kept[], consultation: string): Consent | null {
	const given = kept
		.flatMap(({ entry }) => (entry.kind === 'consent' ? [entry] : []))
		.filter((entry) => entry.consultation === consultation)
		.toSorted((a, b) => b.at - a.at);
	return given[0] ?? null;
}

/** As it was given. */
export function consentIn(kept: readonly Kept[], consultation: string): NewConsent | null {
	const consent = consentTo(kept, consultation);
	return consent && { words: consent.words, guardian: consent.guardian };
}

/** A cover in the place of one that does not open: without the card, with all that follows from the rest. */
export function rebuiltCover(kept: readonly Kept[], now: number): Cover {
	const entries = kept.map(({ entry }) => entry);
	const newest = <T>(of: readonly T[], by: (one: T) => number): T | undefined =>
		of.toSorted((a, b) => by(b) - by(a))[0];
	const visits = entries.filter((entry) => entry.kind === 'consultation');
	const visit = newest(visits, ({ startedAt }) => startedAt);
	const photographs = entries.filter((entry) => entry.kind === 'photograph');
	const row = newest(
		entries.filter((entry) => entry.kind === 'audit'),
		({ n }) => n
	);
	return {
		kind: 'cover',
		card: null,
		startedAt: Math.min(now, ...visits.map(({ startedAt }) => startedAt)),
		lastVisit: visit?.startedAt ?? null,
		followUp: visit?.followUp ?? null,
		treatments: treatmentsIn(entries.filter((entry) => entry.kind === 'study')),
		thumbnail: newest(photographs, ({ openedAt }) => openedAt)?.thumbnail ?? null,
		trail: row === undefined ? null : { n: row.n, hash: row.hash }
	};
}
