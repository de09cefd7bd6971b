/**
 * What is appended to a folder of its patient's history, of what was talked about and of what they say to
 * a note; inside the worker, in the records' turn.
 */
import { AppError } from '../errors.ts';
import { newId } from '../vault/index.ts';
import type { Contents, Kept } from './folder.ts';
import type { Deed, Entry, FolderId, NewAnswers, NewTalk, VisitPlace } from './types.ts';

/** What the records do for it. */
type Folders = {
	/** Whoever unlocked. */
	readonly by: string;
	readonly now: () => number;
	readonly contents: (folder: FolderId) => Promise<Contents>;
	readonly append: (folder: FolderId, deed: Deed, kept: Kept) => Promise<void>;
};

/** Errors of every method: AppError `vault.*`; `vault.not-found` where visit or note is not there. */
export class Histories {
	readonly #folders: Folders;

	constructor(folders: Folders) {
		this.#folders = folders;
	}

	answer(visit: VisitPlace, { answers, unchanged, reopened }: NewAnswers): Promise<void> {
		return this.#append(visit, 'history-told', (stamp) => ({
			kind: 'answers',
			...stamp,
			answers,
			unchanged,
			reopened
		}));
	}

	talk(visit: VisitPlace, { flag, outcome }: NewTalk): Promise<void> {
		return this.#append(visit, 'talk-noted', (stamp) => ({
			kind: 'talk',
			...stamp,
			flag,
			outcome
		}));
	}

	async state(folder: FolderId, note: string, text: string): Promise<void> {
		const { entries } = await this.#folders.contents(folder);
		requireKept(entries, note, 'note');
		const { by, now } = this.#folders;
		await this.#folders.append(folder, 'statement-added', {
			id: newId(),
			entry: { kind: 'statement', note, at: now(), by, text }
		});
	}

	async #append(
		{ folder, consultation }: VisitPlace,
		deed: Deed,
		make: (stamp: {
			readonly consultation: string;
			readonly at: number;
			readonly by: string;
		}) => Entry
	): Promise<void> {
		const { entries } = await this.#folders.contents(folder);
		requireKept(entries, consultation, 'consultation');
		const { by, now } = this.#folders;
		// A clock that was set back must not make an older answer the newest.
		const last = entries.flatMap(({ entry }) =>
			entry.kind === 'answers' || entry.kind === 'talk' ? [entry.at + 1] : []
		);
		const at = Math.max(now(), ...last);
		await this.#folders.append(folder, deed, {
			id: newId(),
			entry: make({ consultation, at, by })
		});
	}
}

function requireKept(entries: readonly Kept[], id: string, kind: Entry['kind']): void {
	const isThere = entries.some((kept) => kept.id === id && kept.entry.kind === kind);
	if (!isThere) throw new AppError('vault.not-found');
}
