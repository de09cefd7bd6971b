import { inTurn } from '../in-turn.ts';

/** Work that is done once nothing has changed for a moment, one run after another. */
export class Lull {
	readonly #ms: number;
	readonly #work: () => Promise<void>;
	readonly #inTurn = inTurn();
	#timer: ReturnType<typeof setTimeout> | null = null;

	constructor(ms: number, work: () => Promise<void>) {
		this.#ms = ms;
		this.#work = work;
	}

	/** Something has changed: the moment begins anew. */
	wait(): void {
		this.#stop();
		this.#timer = setTimeout(() => void this.end(), this.#ms);
	}

	/** Nobody waits any longer. */
	end(): Promise<void> {
		this.#stop();
		return this.#inTurn(this.#work);
	}

	#stop(): void {
		if (this.#timer !== null) clearTimeout(this.#timer);
		this.#timer = null;
	}
}
