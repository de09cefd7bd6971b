/** Who looked at a folder, and whether its trail is as it was written; inside the worker. */
import { isAppError } from '../errors.ts';
import { flawsIn, type TrailEnd, type TrailFlaw } from './audit.ts';
import type { Complaints } from './complaints.ts';
import type { FolderPen } from './folder-pen.ts';
import type { Contents, Kept } from './folder.ts';
import type { TrailHeads } from './trail-heads.ts';
import type { AuditRow, FolderId } from './types.ts';

/** After so long, looking at the same file is looking again, ms. */
const ONE_LOOK = 600_000;

/** A folder, for whoever asked to see it. */
export type OpenedFolder = Contents & {
	/** Rows of its audit trail that are not as they were written. */
	readonly flaws: readonly TrailFlaw[];
	/** When the clinic's server signed for this trail last; null where it never did. */
	readonly signedAt: number | null;
	/** False where there is more that whoever unlocked is not given. */
	readonly isWhole: boolean;
};

/** `at`: milliseconds since 1970. */
export type SignedHeads = { readonly ends: TrailHeads; readonly at: number };

/** Errors of every method: AppError `vault.*`. */
export class Trails {
	readonly #pen: FolderPen;
	readonly #complaints: Complaints;
	readonly #clinic: FolderId;
	readonly #signed: () => Promise<SignedHeads | null>;
	#last: { readonly folder: FolderId; readonly at: number } | null = null;

	constructor(
		pen: FolderPen,
		complaints: Complaints,
		clinic: FolderId,
		signed: () => Promise<SignedHeads | null>
	) {
		this.#signed = signed;
		this.#pen = pen;
		this.#complaints = complaints;
		this.#clinic = clinic;
	}

	/** Everything in a folder but the bytes of its pictures; that it was looked at stands in its trail. */
	open(folder: FolderId): Promise<OpenedFolder> {
		return this.#pen.turn(async () => {
			await this.#noteLook(folder);
			const all = await this.#pen.contents(folder);
			const { contents, isWhole } = await this.#complaints.readable(folder, all);
			const signed = await this.#signed();
			const end = signed?.ends.get(folder) ?? null;
			const flaws = await flawsOf(all.entries, end);
			return { ...contents, isWhole, flaws, signedAt: end === null ? null : (signed?.at ?? null) };
		});
	}

	/** A folder's trail leaves the vault. */
	noteExport(folder: FolderId): Promise<void> {
		return this.#pen.turn(() => this.#pen.save(folder, { deed: 'trail-exported', record: folder }));
	}

	/** A patient is given their file to read. */
	noteHanding(folder: FolderId): Promise<void> {
		return this.#pen.turn(() => this.#pen.save(folder, { deed: 'record-handed', record: folder }));
	}

	/** When somebody said that they had to see what is kept from them, the newest first. */
	glassBroken(): Promise<readonly AuditRow[]> {
		return this.#pen.turn(async () => {
			const { entries } = await this.#pen.contents(this.#clinic);
			return trailIn(entries)
				.filter(({ deed }) => deed === 'glass-broken')
				.toReversed();
		});
	}

	/** Looking must never be in vain because nothing more can be written. */
	async #noteLook(folder: FolderId): Promise<void> {
		const at = this.#pen.now();
		const last = this.#last;
		if (folder === this.#clinic) return;
		if (last?.folder === folder && Math.abs(at - last.at) < ONE_LOOK) return;
		try {
			await this.#pen.save(folder, { deed: 'folder-opened', record: folder });
		} catch (error) {
			if (isAppError(error, 'vault.no-space') || isAppError(error, 'vault.write-failed')) return;
			throw error;
		}
		this.#last = { folder, at };
	}
}

/** In order. */
export function trailIn(kept: readonly Kept[]): readonly AuditRow[] {
	return kept
		.flatMap(({ entry }) => (entry.kind === 'audit' ? [entry] : []))
		.toSorted((a, b) => a.n - b.n);
}

function flawsOf(kept: readonly Kept[], signed: TrailEnd | null): Promise<readonly TrailFlaw[]> {
	const cover = kept.find(({ entry }) => entry.kind === 'cover')?.entry;
	return flawsIn(trailIn(kept), cover?.kind === 'cover' ? cover.trail : null, signed);
}
