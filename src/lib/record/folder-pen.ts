import { newId, type AssetContent } from '../vault/index.ts';
import { onlyIn, type Contents, type Kept } from './folder.ts';
import type { Deed, Entry, EntryOf, FolderId } from './types.ts';

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

/** The entry of a kind of which a folder has one; undefined where it has none yet. */
export async function theOnly<K extends Entry['kind']>(
	pen: FolderPen,
	folder: FolderId,
	kind: K
): Promise<Kept<EntryOf<K>> | undefined> {
	return onlyIn((await pen.contents(folder)).entries, kind);
}

/** Keeps an entry of a kind of which a folder has one, in place of the one before. */
export async function keepOnly(
	pen: FolderPen,
	folder: FolderId,
	deed: Deed,
	entry: Entry
): Promise<void> {
	const id = (await theOnly(pen, folder, entry.kind))?.id ?? newId();
	await pen.save(folder, { deed, record: id, entries: [{ id, entry }] });
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
