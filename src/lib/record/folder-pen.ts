import type { AssetContent } from '../vault/index.ts';
import type { Contents, Kept } from './folder.ts';
import type { Deed, FolderId } from './types.ts';

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
