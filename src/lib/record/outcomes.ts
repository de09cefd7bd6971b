import { AppError } from '../errors.ts';
import { instrumentOf, isAnswerTo, scoreOf } from '../outcomes/index.ts';
import { append, stampAfter, type FolderPen } from './folder-pen.ts';
import type { FolderId, NewOutcome } from './types.ts';

/** What patients answer in questionnaires; inside the worker. Errors: AppError `vault.*`. */
export class Outcomes {
	readonly #pen: FolderPen;

	constructor(pen: FolderPen) {
		this.#pen = pen;
	}

	/** Appended with its score. Errors: AppError `unexpected` where it is no answer to that instrument. */
	tell(folder: FolderId, { instrument: name, answers }: NewOutcome): Promise<void> {
		return this.#pen.turn(async () => {
			const instrument = instrumentOf(name);
			if (instrument === undefined || !isAnswerTo(instrument, answers)) {
				throw new AppError('unexpected');
			}
			const { entries } = await this.#pen.contents(folder);
			const [visit] = entries
				.flatMap(({ id, entry }) =>
					entry.kind === 'consultation' ? [{ id, at: entry.startedAt }] : []
				)
				.toSorted((a, b) => b.at - a.at);
			await append(this.#pen, folder, 'outcome-told', {
				kind: 'outcome',
				consultation: visit?.id ?? null,
				...stampAfter(this.#pen, entries, ['outcome']),
				instrument: instrument.id,
				version: instrument.version,
				answers,
				score: scoreOf(instrument, answers)
			});
		});
	}
}
