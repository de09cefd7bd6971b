import { AppError } from '../errors.ts';

type Attempt<T> = {
	readonly outcome: Promise<T>;
	readonly controller: AbortController;
	waiting: number;
};

/**
 * One start for all who ask for it while it goes on. Who aborts stops waiting; the start itself is
 * given up when nobody waits any more. When it is over, the next to ask starts again.
 */
export class SharedStart<T> {
	readonly #begin: (signal: AbortSignal) => Promise<T>;
	#attempt: Attempt<T> | null = null;

	constructor(begin: (signal: AbortSignal) => Promise<T>) {
		this.#begin = begin;
	}

	async join(signal?: AbortSignal): Promise<T> {
		if (signal?.aborted === true) throw new AppError('cancelled');
		const attempt = (this.#attempt ??= this.#open());
		const left = Promise.withResolvers<never>();
		const leave = (): void => left.reject(new AppError('cancelled'));
		signal?.addEventListener('abort', leave);
		attempt.waiting += 1;
		try {
			return await Promise.race([attempt.outcome, left.promise]);
		} finally {
			signal?.removeEventListener('abort', leave);
			attempt.waiting -= 1;
			if (attempt.waiting === 0) this.#close(attempt);
		}
	}

	#open(): Attempt<T> {
		const controller = new AbortController();
		const outcome = this.#begin(controller.signal);
		const attempt = { outcome, controller, waiting: 0 };
		const close = (): void => this.#close(attempt);
		outcome.then(close, close);
		return attempt;
	}

	#close(attempt: Attempt<T>): void {
		if (this.#attempt === attempt) this.#attempt = null;
		attempt.controller.abort();
	}
}
