import { suggestionsIn, type Suggestion } from '../intake/index.ts';
import type { Kept } from './folder.ts';
import { historyIn } from './history-in.ts';
import type { RecordRoom } from './protocol.ts';
import type { Advice, VisitPlace } from './types.ts';

type File = {
	readonly place: VisitPlace;
	readonly entries: () => readonly Kept[];
	readonly room: () => RecordRoom;
	readonly read: () => Promise<void>;
};

/** What a patient's answers suggest in a visit, and what its clinician made of that. */
export class VisitAdvice {
	readonly #file: File;
	/** The clinic wants suggestions. */
	#isOn = $state(false);

	constructor(file: File) {
		this.#file = file;
	}

	/** What was said last of each suggestion in this visit. */
	readonly #said: readonly Advice[] = $derived.by(() => {
		const { consultation } = this.#file.place;
		return this.#file
			.entries()
			.flatMap(({ entry }) =>
				entry.kind === 'advice' && entry.consultation === consultation ? [entry] : []
			)
			.toSorted((a, b) => a.at - b.at)
			.filter(({ suggestion }, n, all) =>
				all.slice(n + 1).every((later) => later.suggestion !== suggestion)
			);
	});
	/** Neither taken nor put off in this visit; none where the clinic wants none. */
	readonly open: readonly Suggestion[] = $derived.by(() => {
		if (!this.#isOn) return [];
		const standings = historyIn(this.#file.entries(), this.#file.place.consultation);
		const settled = this.#said.filter(({ outcome }) => outcome !== 'taken-back');
		return suggestionsIn(standings).filter(({ id }) =>
			settled.every(({ suggestion }) => suggestion !== id)
		);
	});
	/** What was taken and holds, whatever the clinic wants by now. */
	readonly taken: readonly Advice[] = $derived.by(() =>
		this.#said.filter(({ outcome }) => outcome === 'taken')
	);

	/** Errors: AppError `vault.*`, like those that follow. */
	async readRule(): Promise<void> {
		this.#isOn = await this.#file.room().givesAdvice();
	}

	/** `text`: as it was shown. */
	async take({ id, into }: Suggestion, text: string): Promise<void> {
		await this.#note({ suggestion: id, outcome: 'taken', into, text });
	}

	async takeBack({ suggestion, into }: Advice): Promise<void> {
		await this.#note({ suggestion, outcome: 'taken-back', into, text: '' });
	}

	/** It is not shown again in this visit. */
	async putOff({ id, into }: Suggestion): Promise<void> {
		await this.#note({ suggestion: id, outcome: 'not-now', into, text: '' });
	}

	async #note(advice: Parameters<RecordRoom['advise']>[1]): Promise<void> {
		await this.#file.room().advise(this.#file.place, advice);
		await this.#file.read();
	}
}
