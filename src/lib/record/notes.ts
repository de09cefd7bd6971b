import type { Note, Statement } from './types.ts';

/** A note as it reads now, and as it read before, newest first. */
export type NoteThread = { readonly latest: Kept; readonly earlier: readonly Kept[] };

type Kept = { readonly id: string; readonly note: Note };

/**
 * Notes with their amendments, in the order in which they were begun. Two amendments of one note both
 * count, the later one last; an amendment of a note that is not there stands for itself.
 */
export function threadsOf(notes: readonly Kept[]): readonly NoteThread[] {
	const threads = new Map<string, Kept[]>();
	for (const kept of notes.toSorted((a, b) => a.note.at - b.note.at)) {
		const amended = kept.note.amends === null ? undefined : threads.get(kept.note.amends);
		const thread = amended ?? [];
		thread.unshift(kept);
		threads.set(kept.id, thread);
	}
	return [...new Set(threads.values())].flatMap(([latest, ...earlier]) =>
		latest === undefined ? [] : [{ latest, earlier }]
	);
}

/** What the patient said to any text of a note: an amendment does not leave it behind. The oldest first. */
export function statementsOn(
	{ latest, earlier }: NoteThread,
	statements: readonly Statement[]
): readonly Statement[] {
	const ids = new Set([latest, ...earlier].map(({ id }) => id));
	return statements.filter(({ note }) => ids.has(note)).toSorted((a, b) => a.at - b.at);
}
