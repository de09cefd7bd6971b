import { toAppError, type AppError } from '../errors.ts';

/** Something read from the server: what is shown stays while it is read again. */
export class Loaded<T> {
	readonly #read: () => Promise<T>;
	value = $state.raw<T | null>(null);
	error = $state.raw<AppError | null>(null);
	#newest = 0;

	constructor(read: () => Promise<T>) {
		this.#read = read;
	}

	/** Reads it (again). An answer that a newer one overtook is left aside. */
	async load(): Promise<void> {
		const mine = (this.#newest += 1);
		try {
			const value = await this.#read();
			if (mine !== this.#newest) return;
			this.value = value;
			this.error = null;
		} catch (reason) {
			if (mine === this.#newest) this.error = toAppError(reason, 'account.failed');
		}
	}
}

/** A list that the server gives in parts, newest first. */
export class Listing<T> {
	readonly #part: (before: string | null) => Promise<Part<T>>;
	value = $state.raw<readonly T[] | null>(null);
	error = $state.raw<AppError | null>(null);
	isReading = $state(false);
	#next = $state<string | null>(null);

	constructor(part: (before: string | null) => Promise<Part<T>>) {
		this.#part = part;
	}

	get hasMore(): boolean {
		return this.#next !== null;
	}

	/** The first part, in place of what there is. */
	async load(): Promise<void> {
		await this.#take(null, []);
	}

	/** The next part, below what there is. */
	async more(): Promise<void> {
		if (this.#next !== null) await this.#take(this.#next, this.value ?? []);
	}

	async #take(before: string | null, above: readonly T[]): Promise<void> {
		if (this.isReading) return;
		this.isReading = true;
		try {
			const { items, next } = await this.#part(before);
			this.value = [...above, ...items];
			this.#next = next;
			this.error = null;
		} catch (reason) {
			this.error = toAppError(reason, 'account.failed');
		} finally {
			this.isReading = false;
		}
	}
}

export type Part<T> = { readonly items: readonly T[]; readonly next: string | null };
