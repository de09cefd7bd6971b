import { newId, type AssetContent } from '../vault/index.ts';
import type { Contents, Kept } from './folder.ts';
import type { Deed, Entry, FolderId } from './types.ts';

/** What those write with who keep one matter of a folder (`Records` holds them all). */
export type FolderPen = {
	/** Whoever unlocked. */
	readonly by: string;
	/** Milliseconds since 1970. */
	readonly now: () => number;
	/** One change after another. */
	readonly turn: <T>(work: () => Promise<T>) => Promise<T>;
	readonly contents: (folder: FolderId) => Promise<Contents>;
	/** In one transaction, with the row of the audit trail. */
	readonly save: (folder: FolderId, change: Written) => Promise<void>;
};

type Written = {
	readonly deed: Deed;
	/** What the deed was done to. */
	readonly record: string;
	/** Where the deed asks for one. */
	readonly reason?: string;
	readonly entries?: readonly Kept[];
	readonly assets?: readonly AssetContent[];
};

/** Writes an entry that is new, and gives its id. */
export async function append(
	pen: FolderPen,
	folder: FolderId,
	deed: Deed,
	entry: Entry
): Promise<string> {
	const id = newId();
	await pen.save(folder, { deed, record: id, entries: [{ id, entry }] });
	return id;
}

/**
 * Who writes an entry of one of these kinds, and when: later than all of them in the folder, because the last one
 * counts, and a clock that was set back must not make an older one the last.
 */
export function stampAfter(
	{ by, now }: FolderPen,
	entries: readonly Kept[],
	kinds: readonly Entry['kind'][]
): { readonly at: number; readonly by: string } {
	const last = entries.flatMap(({ entry }) =>
		kinds.includes(entry.kind) && 'at' in entry ? [entry.at + 1] : []
	);
	return { at: Math.max(now(), ...last), by };
}
