import { toAppError, type AppError } from '../errors.ts';
import { Lull } from './lull.ts';

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
	readonly #lull = new Lull(QUIET, () => this.#save());

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
		this.#lull.wait();
	}

	/** Keeps what is not kept yet, now. */
	flush(): Promise<void> {
		return this.#lull.end();
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
}
