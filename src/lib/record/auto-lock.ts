const HIDDEN_MS = 60_000;
const MINUTE_MS = 60_000;
/** A timer alone would not do: it stands still while the device sleeps. */
const LOOK_EVERY_MS = 1000;

/**
 * Locks when nobody has touched the page for a while, or has it out of sight. While a patient is
 * looking it waits, and locks as soon as the clinician is back; a backup is not cut off.
 */
export class AutoLock {
	/** Idle minutes. */
	minutes = 5;
	readonly #lock: () => void;
	readonly #now: () => number;
	#touchedAt: number;
	#hiddenAt: number | null = null;
	#isHeld = false;
	#timer: ReturnType<typeof setInterval> | null = null;

	/** `now`: milliseconds since any fixed time. */
	constructor(lock: () => void, now: () => number = Date.now) {
		this.#lock = lock;
		this.#now = now;
		this.#touchedAt = now();
	}

	/** From unlocking on; the returned function ends it. */
	start(): () => void {
		this.#touchedAt = this.#now();
		this.#timer = setInterval(() => this.#look(), LOOK_EVERY_MS);
		return () => {
			if (this.#timer !== null) clearInterval(this.#timer);
			this.#timer = null;
		};
	}

	touched(): void {
		// What is overdue stays so: waking a device is no proof of being the same person.
		if (this.isDue) this.#look();
		else this.#touchedAt = this.#now();
	}

	seen(isVisible: boolean): void {
		if (isVisible) {
			this.#look();
			if (!this.isDue) this.#hiddenAt = null;
		} else this.#hiddenAt ??= this.#now();
	}

	/** While a patient is looking, or a backup is written or restored. */
	hold(isHeld: boolean): void {
		this.#isHeld = isHeld;
		this.#look();
	}

	get isDue(): boolean {
		const now = this.#now();
		const isIdle = now - this.#touchedAt >= this.minutes * MINUTE_MS;
		const isHidden = this.#hiddenAt !== null && now - this.#hiddenAt >= HIDDEN_MS;
		return isIdle || isHidden;
	}

	#look(): void {
		if (this.#timer !== null && !this.#isHeld && this.isDue) this.#lock();
	}
}
