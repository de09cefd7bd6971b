/**
 * Runs one job at a time and keeps only the newest of those that wait: an overtaken job settles as
 * null at once, so the picture follows the finger instead of replaying its path.
 */
export class Newest<Job, Outcome> {
	readonly #work: (job: Job) => Promise<Outcome>;
	#waiting: { readonly job: Job; settle(outcome: Promise<Outcome> | null): void } | null = null;
	#running = false;
	/** A turn of the event loop without the 4 ms that a nested timer is held back. */
	readonly #turn = new MessageChannel();

	constructor(work: (job: Job) => Promise<Outcome>) {
		this.#work = work;
	}

	/** Resolves with the outcome, or null when a newer job overtook this one; rejects as `work` does. */
	run(job: Job): Promise<Outcome | null> {
		this.#waiting?.settle(null);
		return new Promise((resolve) => {
			this.#waiting = { job, settle: resolve };
			if (!this.#running) void this.#drain();
		});
	}

	async #drain(): Promise<void> {
		this.#running = true;
		for (;;) {
			// Messages that queued up behind the last job come first: they may hold a newer one.
			await this.#nextTurn();
			const next = this.#waiting;
			if (next === null) break;
			this.#waiting = null;
			const outcome = this.#work(next.job);
			next.settle(outcome);
			await outcome.catch(() => undefined);
		}
		this.#running = false;
	}

	#nextTurn(): Promise<void> {
		return new Promise((resolve) => {
			this.#turn.port1.onmessage = () => resolve();
			this.#turn.port2.postMessage(null);
		});
	}
}
