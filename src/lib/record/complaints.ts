/**
 * Complaints and incidents of a folder, inside the worker. Who is not among the clinic's readers is not
 * given them; roles within a vault are a rule of this app, and no cryptography.
 */
import { AppError } from '../errors.ts';
import { append, keepOnly, theOnly, type FolderPen } from './folder-pen.ts';
import type { Contents, Kept } from './folder.ts';
import type { ComplaintReaders, Entry, FolderId, NewComplaint } from './types.ts';

/** What an ordinary export leaves out, and only some people read. */
const CONFIDENTIAL: readonly Entry['kind'][] = ['complaint', 'complaint-step'];

/** What of a folder may leave it with the rest, and be read by everybody. */
export function ordinary(kept: readonly Kept[]): readonly Kept[] {
	return kept.filter(({ entry }) => !CONFIDENTIAL.includes(entry.kind));
}

/** Errors of every method: AppError `vault.*`; `record.confidential` where somebody else's role is needed. */
export class Complaints {
	readonly #pen: FolderPen;
	readonly #clinic: FolderId;
	/** Folders of which whoever unlocked has said why they have to see all of it. */
	readonly #broken = new Set<FolderId>();

	constructor(pen: FolderPen, clinic: FolderId) {
		this.#pen = pen;
		this.#clinic = clinic;
	}

	add(folder: FolderId, { what, on, text }: NewComplaint): Promise<void> {
		return this.#pen.turn(async () => {
			const stamp = { at: this.#pen.now(), by: this.#pen.by };
			const entry = { kind: 'complaint', ...stamp, what, on, text } as const;
			await append(this.#pen, folder, 'complaint-added', entry);
		});
	}

	/** `closes`: it is settled with this. Errors: AppError `vault.not-found` where there is no such complaint. */
	step(folder: FolderId, complaint: string, text: string, closes: boolean): Promise<void> {
		return this.#pen.turn(async () => {
			if (!(await this.#mayRead(folder))) throw new AppError('record.confidential');
			const { entries } = await this.#pen.contents(folder);
			const isThere = entries.some(
				({ id, entry }) => id === complaint && entry.kind === 'complaint'
			);
			if (!isThere) throw new AppError('vault.not-found');
			const stamp = { at: this.#pen.now(), by: this.#pen.by };
			const entry = { kind: 'complaint-step', complaint, ...stamp, text, closes } as const;
			await append(this.#pen, folder, 'complaint-moved', entry);
		});
	}

	/** People by their ids; nobody: everybody who can open the vault. */
	async readers(): Promise<readonly string[]> {
		return (await this.#pen.turn(() => this.#readers()))?.people ?? [];
	}

	/** Errors: AppError `record.confidential` of who is not among them. */
	setReaders(people: readonly string[]): Promise<void> {
		return this.#pen.turn(async () => {
			if (!isReader(await this.#readers(), this.#pen.by)) throw new AppError('record.confidential');
			const entry = { kind: 'complaint-readers', people } as const;
			await keepOnly(this.#pen, this.#clinic, 'complaint-readers-set', entry);
		});
	}

	/**
	 * Whoever unlocked sees all of a folder until the vault is locked, and says why. It is in the folder's
	 * trail, and in the clinic's, where its readers are told. Errors: AppError `record.reason-needed`.
	 */
	breakGlass(folder: FolderId, reason: string): Promise<void> {
		return this.#pen.turn(async () => {
			const said = reason.trim();
			if (said === '') throw new AppError('record.reason-needed');
			// The notice first: without it nothing is shown.
			for (const scope of [this.#clinic, folder]) {
				await this.#pen.save(scope, { deed: 'glass-broken', record: folder, reason: said });
			}
			this.#broken.add(folder);
		});
	}

	/** What whoever unlocked may read of a folder, and whether there is more. */
	async readable(
		folder: FolderId,
		contents: Contents
	): Promise<{ readonly contents: Contents; readonly isWhole: boolean }> {
		const open = ordinary(contents.entries);
		if (open.length === contents.entries.length || (await this.#mayRead(folder))) {
			return { contents, isWhole: true };
		}
		return { contents: { ...contents, entries: open }, isWhole: false };
	}

	async #mayRead(folder: FolderId): Promise<boolean> {
		if (this.#broken.has(folder)) return true;
		return isReader(await this.#readers(), this.#pen.by);
	}

	async #readers(): Promise<ComplaintReaders | null> {
		return (await theOnly(this.#pen, this.#clinic, 'complaint-readers'))?.entry ?? null;
	}
}

function isReader(readers: ComplaintReaders | null, person: string): boolean {
	return readers === null || readers.people.length === 0 || readers.people.includes(person);
}
