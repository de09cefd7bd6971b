import { dayAt } from '../intake/index.ts';
import { standingOf, type CaseUse, type PurposeState } from '../rights/index.ts';
import type { Desk } from './desk.svelte.ts';
import type { PatientFile, Visit } from './patient-file.svelte.ts';
import { answersIn, restrictionIn } from './privacy-in.ts';
import {
	pictureFile,
	teachingOffer,
	weekAt,
	type NewTeachingCase,
	type TeachingOffer
} from './teaching-case.ts';

/** One visit as it can be taught from or published: what there is, whether it may leave, and how it does. */
export class TeachingFile {
	readonly consultation: string;
	readonly #desk: Desk;
	readonly #file: PatientFile;

	/** `file`: the visit's folder, read there. */
	constructor(desk: Desk, file: PatientFile, consultation: string) {
		this.#desk = desk;
		this.#file = file;
		this.consultation = consultation;
	}

	/** Null until the file was read, and where there is no such visit. */
	readonly visit: Visit | null = $derived.by(
		() => this.#file.visits.find(({ id }) => id === this.consultation) ?? null
	);
	readonly offer: TeachingOffer = $derived.by(() =>
		teachingOffer(this.#entries, this.consultation)
	);
	readonly isRestricted: boolean = $derived.by(() => restrictionIn(this.#entries)?.isOn ?? false);

	/** Whether the patient has agreed to it. */
	standingOf(use: CaseUse): PurposeState {
		return standingOf(answersIn(this.#entries), use, dayAt(Date.now())).state;
	}

	/** Whole weeks since the last treatment; null where there was none before. */
	weekAt(at: number): number | null {
		return weekAt(this.#entries, at);
	}

	/** The name of a picture in the case, counted from 0. */
	pictureFile(at: number): string {
		return pictureFile(at);
	}

	/** A zip file whose name says nothing of anybody. Errors: AppError `privacy.*`, `teaching.identifies`. */
	async make(made: Omit<NewTeachingCase, 'consultation'>): Promise<File> {
		const { consultation } = this;
		const { folder } = this.#file;
		const bytes = await this.#desk.open.makeTeachingCase(folder, { consultation, ...made });
		await this.#file.read();
		return new File([bytes], 'case.zip', { type: 'application/zip' });
	}

	get #entries() {
		return this.#file.opened?.entries ?? [];
	}
}
