import { dayAt } from '../intake/index.ts';
import {
	basisOf,
	PURPOSES,
	standingOf,
	type Basis,
	type Purpose,
	type PurposeState,
	type Step
} from '../rights/index.ts';
import { ordinary } from './complaints.ts';
import type { Responsible } from './controllers-in.ts';
import type { Desk } from './desk.svelte.ts';
import type { Contents } from './folder.ts';
import { ageAt, cardIn } from './history-in.ts';
import type { PatientFile } from './patient-file.svelte.ts';
import {
	answersIn,
	releasesIn,
	requestsIn,
	restrictionIn,
	type AnswerRow,
	type OpenRequest
} from './privacy-in.ts';
import type {
	Card,
	FolderId,
	NewAnswer,
	NewCopy,
	NewRequest,
	Release,
	Restriction
} from './types.ts';

export type PurposeView = {
	readonly purpose: Purpose;
	readonly basis: Basis;
	readonly state: PurposeState;
	/** The answer that counts; null where nobody was asked. */
	readonly last: AnswerRow | null;
	/** All that was answered, the newest first. */
	readonly answers: readonly AnswerRow[];
	/** What left the vault for it, the newest first: taking it back does not bring that back. */
	readonly released: readonly Release[];
};

/** One patient's privacy: what they agreed to, asked for and were given. */
export class PrivacyFile {
	readonly folder: FolderId;
	readonly #file: PatientFile;
	readonly #desk: Desk;

	/** `file`: the same folder, read there. */
	constructor(desk: Desk, file: PatientFile) {
		this.#desk = desk;
		this.#file = file;
		this.folder = file.folder;
	}

	/** Everything in the folder that a copy may hold. */
	readonly entries: Contents['entries'] = $derived.by(() =>
		ordinary(this.#file.opened?.entries ?? [])
	);
	/** Null while nobody is named. */
	readonly card: Card | null = $derived.by(() => cardIn(this.entries));
	/** In years, the youngest that the card allows; null where it says nothing. */
	readonly age: number | null = $derived.by(() => ageAt(this.card?.born ?? null, Date.now()));
	readonly purposes: readonly PurposeView[] = $derived.by(() => {
		const answers = answersIn(this.entries);
		const releases = releasesIn(this.entries);
		const today = dayAt(Date.now());
		return PURPOSES.map((purpose) => ({
			purpose,
			basis: basisOf(purpose),
			...standingOf(answers, purpose, today),
			answers: answers
				.filter((one) => one.purpose === purpose)
				.toSorted((one, other) => other.at - one.at),
			released: releases.filter(({ uses }) => uses.includes(purpose))
		}));
	});
	/** Everybody but the clinic who answers for a visit. */
	readonly responsible: readonly Responsible[] = $derived.by(() => this.#file.responsible);
	/** Those that wait first. */
	readonly requests: readonly OpenRequest[] = $derived.by(() => requestsIn(this.entries));
	/** The last that was set, on or off; null where none was. */
	readonly restriction: Restriction | null = $derived.by(() => restrictionIn(this.entries));
	/** Everything that left the vault, the newest first. */
	readonly released: readonly Release[] = $derived.by(() => releasesIn(this.entries));
	/** How many copies of what is kept the patient was given: the first is free. */
	readonly copies: number = $derived.by(
		() => this.released.filter(({ what }) => what === 'access').length
	);

	/** Errors: AppError `privacy.guardian-needed`. */
	answer(answer: NewAnswer): Promise<void> {
		return this.#change(() => this.#desk.open.answerPurpose(this.folder, answer));
	}

	ask(request: NewRequest): Promise<void> {
		return this.#change(async () => {
			await this.#desk.open.askRight(this.folder, request);
		});
	}

	/** Errors: AppError `request.*`. */
	step(request: string, step: Step): Promise<void> {
		return this.#change(() => this.#desk.open.stepRequest(this.folder, request, step));
	}

	/** Errors: AppError `request.reason-needed`. */
	restrict(isOn: boolean, reason: string): Promise<void> {
		return this.#change(() => this.#desk.open.restrict(this.folder, isOn, reason));
	}

	removeNextOfKin(): Promise<void> {
		return this.#change(() => this.#desk.open.removeNextOfKin(this.folder));
	}

	/** Everything of the patient, as a zip file whose name says nothing of them. Errors: AppError `privacy.*`. */
	async makeCopy(copy: NewCopy): Promise<File> {
		const bytes = await this.#desk.open.makeCopy(this.folder, copy);
		await this.#file.read();
		return new File([bytes], copy.what === 'access' ? 'copy.zip' : 'file.zip', {
			type: 'application/zip'
		});
	}

	/**
	 * What a consultant answers for, as a zip file whose name says nothing of anybody. Errors: AppError
	 * `privacy.restricted`.
	 */
	async makeConsultantFile(consultant: string, readable: Uint8Array<ArrayBuffer>): Promise<File> {
		const bytes = await this.#desk.open.makeConsultantFile(this.folder, consultant, readable);
		await this.#file.read();
		return new File([bytes], 'visits.zip', { type: 'application/zip' });
	}

	/** Gone for good. Errors: AppError `record.kept`. */
	async erase(): Promise<void> {
		await this.#desk.open.erase(this.folder);
	}

	async #change(work: () => Promise<void>): Promise<void> {
		await work();
		await this.#file.read();
	}
}
