import { toAppError, type AppError } from '../errors.ts';

/** Long enough for the next word to belong to the same change, ms. */
const QUIET = 600;

/** What a person is changing, kept once they pause. */
export class Autosave<T> {
	value: T;
	/** All of it is in the vault. */
	isSaved = $state(true);
	/** Why it is not. */
	problem: AppError | null = $state.raw(null);
	readonly #keep: (value: T) => Promise<void>;
	#timer: ReturnType<typeof setTimeout> | null = null;
	#saving: Promise<void> = Promise.resolve();

	/** Errors of `keep`: AppError `vault.*`. */
	constructor(value: T, keep: (value: T) => Promise<void>) {
		this.value = $state.raw(value);
		this.#keep = keep;
	}

	/** As it is in the vault already. */
	hold(value: T): void {
		this.value = value;
	}

	set(value: T): void {
		this.value = value;
		this.isSaved = false;
		this.#stopTimer();
		this.#timer = setTimeout(() => void this.flush(), QUIET);
	}

	/** Keeps what is not kept yet, now. */
	async flush(): Promise<void> {
		this.#stopTimer();
		this.#saving = this.#saving.then(() => this.#save());
		await this.#saving;
	}

	async #save(): Promise<void> {
		if (this.isSaved) return;
		const { value } = this;
		try {
			await this.#keep(value);
			this.isSaved = this.value === value;
			this.problem = null;
		} catch (reason) {
			this.problem = toAppError(reason, 'vault.failed');
		}
	}

	#stopTimer(): void {
		if (this.#timer !== null) clearTimeout(this.#timer);
		this.#timer = null;
	}
}
