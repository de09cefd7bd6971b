import { AppError } from '../errors.ts';
import { OF_AGE } from '../intake/index.ts';
import { requestState, stepRefusal, type Step } from '../rights/index.ts';
import { append, stampAfter, type FolderPen } from './folder-pen.ts';
import type { Kept } from './folder.ts';
import { ageAt, cardIn } from './history-in.ts';
import type { Entry, FolderId, NewAnswer, NewRequest } from './types.ts';

/** What a patient agrees to, asks for. All of it is appended. Errors: AppError `vault.*`. */
export class PrivacyRecords {
	readonly #pen: FolderPen;

	constructor(pen: FolderPen) {
		this.#pen = pen;
	}

	/** Errors: AppError `privacy.guardian-needed` where the card allows an age under 18. */
	answer(folder: FolderId, answer: NewAnswer): Promise<void> {
		return this.#pen.turn(async () => {
			const { entries } = await this.#pen.contents(folder);
			const age = ageAt(cardIn(entries)?.born ?? null, this.#pen.now());
			const isMinor = age !== null && age < OF_AGE;
			if (isMinor && answer.state === 'given' && answer.guardian === null) {
				throw new AppError('privacy.guardian-needed');
			}
			await append(this.#pen, folder, 'purpose-recorded', {
				kind: 'purpose',
				...this.#here(entries),
				...answer
			});
		});
	}

	/** Gives the id of the request. */
	ask(folder: FolderId, request: NewRequest): Promise<string> {
		return this.#pen.turn(async () => {
			const { entries } = await this.#pen.contents(folder);
			return append(this.#pen, folder, 'request-opened', {
				kind: 'request',
				...this.#here(entries),
				...request
			});
		});
	}

	/** Errors: AppError `request.*` where this step may not be taken now. */
	step(folder: FolderId, request: string, step: Step): Promise<void> {
		return this.#pen.turn(async () => {
			const { entries } = await this.#pen.contents(folder);
			const asked = entries.find(({ id }) => id === request)?.entry;
			if (asked?.kind !== 'request') throw new AppError('vault.not-found');
			const before = entries.flatMap(({ entry }) =>
				entry.kind === 'request-step' && entry.request === request ? [entry] : []
			);
			const refused = stepRefusal(asked.right, requestState(asked.received, before), step);
			if (refused !== null) throw new AppError(refused);
			const what = { kind: 'request-step', request, ...this.#here(entries), step } as const;
			await append(this.#pen, folder, 'request-moved', what);
		});
	}

	/** Errors: AppError `request.reason-needed`. */
	restrict(folder: FolderId, isOn: boolean, reason: string): Promise<void> {
		return this.#pen.turn(async () => {
			if (reason.trim() === '') throw new AppError('request.reason-needed');
			const { entries } = await this.#pen.contents(folder);
			const entry = { kind: 'restriction', ...this.#here(entries), isOn, reason } as const;
			await append(this.#pen, folder, 'restriction-set', entry);
		});
	}

	/** The last answer, step or restriction counts. */
	#here(entries: readonly Kept[]) {
		return stampAfter(this.#pen, entries, COUNTED);
	}
}

/** Of which the last one counts. */
const COUNTED: readonly Entry['kind'][] = ['consent', 'purpose', 'request-step', 'restriction'];
