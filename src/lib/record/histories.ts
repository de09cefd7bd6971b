/**
 * What is appended to a folder of its patient's history, of what was talked about or advised and of what they
 * say to a note; inside the worker.
 */
import { AppError } from '../errors.ts';
import { append, stampAfter, type FolderPen } from './folder-pen.ts';
import type { Kept } from './folder.ts';
import type { Deed, Entry, FolderId, NewAdvice, NewAnswers, NewTalk, VisitPlace } from './types.ts';

/** Errors of every method: AppError `vault.*`; `vault.not-found` where visit or note is not there. */
export class Histories {
	readonly #pen: FolderPen;

	constructor(pen: FolderPen) {
		this.#pen = pen;
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

	advise(visit: VisitPlace, { suggestion, outcome, into, text }: NewAdvice): Promise<void> {
		return this.#append(visit, 'advice-noted', (stamp) => ({
			kind: 'advice',
			...stamp,
			suggestion,
			outcome,
			into,
			text
		}));
	}

	/** What a patient says to a note of their file. */
	state(folder: FolderId, note: string, text: string): Promise<void> {
		return this.#pen.turn(async () => {
			const { entries } = await this.#pen.contents(folder);
			requireKept(entries, note, 'note');
			const { by, now } = this.#pen;
			const entry: Entry = { kind: 'statement', note, at: now(), by, text };
			await append(this.#pen, folder, 'statement-added', entry);
		});
	}

	#append(
		{ folder, consultation }: VisitPlace,
		deed: Deed,
		make: (stamp: {
			readonly consultation: string;
			readonly at: number;
			readonly by: string;
		}) => Entry
	): Promise<void> {
		return this.#pen.turn(async () => {
			const { entries } = await this.#pen.contents(folder);
			requireKept(entries, consultation, 'consultation');
			const stamp = stampAfter(this.#pen, entries, ['answers', 'talk', 'advice']);
			await append(this.#pen, folder, deed, make({ consultation, ...stamp }));
		});
	}
}

function requireKept(entries: readonly Kept[], id: string, kind: Entry['kind']): void {
	const isThere = entries.some((kept) => kept.id === id && kept.entry.kind === kind);
	if (!isThere) throw new AppError('vault.not-found');
}
