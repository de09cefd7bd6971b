/** What a clinic does about data protection once a year, and who did it last; inside the worker. */
import { dayAt } from '../intake/index.ts';
import { yearsAfter } from '../retention/index.ts';
import type { PersonId } from '../vault/index.ts';
import { append, stampAfter, type FolderPen } from './folder-pen.ts';
import { trailIn } from './trails.ts';
import type { FolderId, Yearly } from './types.ts';

export type YearlyView = {
	/** All that was done, the newest first. */
	readonly done: readonly Yearly[];
	/** The last review is more than a year ago; where there was none, the vault is older than that. */
	readonly isReviewDue: boolean;
	/** Who has read within a year what everybody has to know. */
	readonly trained: readonly PersonId[];
};

/** Errors of every method: AppError `vault.*`. */
export class YearlyDuties {
	readonly #pen: FolderPen;
	readonly #clinic: FolderId;

	constructor(pen: FolderPen, clinic: FolderId) {
		this.#pen = pen;
		this.#clinic = clinic;
	}

	view(): Promise<YearlyView> {
		return this.#pen.turn(async () => {
			const { entries } = await this.#pen.contents(this.#clinic);
			const done = entries
				.flatMap(({ entry }) => (entry.kind === 'yearly' ? [entry] : []))
				.toSorted((a, b) => b.at - a.at);
			const review = done.find(({ what }) => what === 'review');
			const since = review?.at ?? trailIn(entries)[0]?.at ?? this.#pen.now();
			const trained = done.filter(({ what, at }) => what === 'training' && !this.#isOver(at));
			return {
				done,
				isReviewDue: this.#isOver(since),
				trained: [...new Set(trained.map(({ by }) => by))]
			};
		});
	}

	/** By whoever unlocked, now. */
	note(what: Yearly['what']): Promise<void> {
		return this.#pen.turn(async () => {
			const { entries } = await this.#pen.contents(this.#clinic);
			const stamp = stampAfter(this.#pen, entries, ['yearly']);
			await append(this.#pen, this.#clinic, 'yearly-done', { kind: 'yearly', what, ...stamp });
		});
	}

	/** More than a year ago, in days of the calendar. */
	#isOver(at: number): boolean {
		return yearsAfter(dayAt(at), 1) < dayAt(this.#pen.now());
	}
}
