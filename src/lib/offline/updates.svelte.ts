import type { Version } from './types.ts';
import { versionOf } from './version.ts';
import { ask, register } from './worker.ts';

const HOUR_MS = 3_600_000;

/** How old a backup may be for an update to go without a question. */
const FRESH_MS = 7 * 24 * HOUR_MS;

/** Newer versions of the app: found, offered, and served once they were accepted. */
export class Updates {
	/** A newer version, stored as a whole; null where there is none. */
	found: Version | null = $state.raw(null);
	/** It was accepted before, and gave way to this one, as it did not start. */
	hasFailed = $state(false);
	/** The server was reached when it was last tried; null before that. */
	isReached: boolean | null = $state(null);
	isBusy = $state(false);
	readonly #own: Version;
	#registration: ServiceWorkerRegistration | null = null;

	constructor(own: Version) {
		this.#own = own;
	}

	/** The service worker that serves pages. Errors: the browser's, where it refuses one. */
	async start(): Promise<ServiceWorker> {
		this.#registration = await register(() => void this.#look());
		const { active } = await navigator.serviceWorker.ready;
		if (active === null) throw new Error('no service worker');
		void this.check();
		setInterval(() => void this.check(), HOUR_MS);
		return active;
	}

	/** Asks the server, and so finds out whether it can be reached. */
	async check(): Promise<void> {
		const registration = this.#registration;
		if (registration === null) return;
		try {
			await registration.update();
			this.isReached = true;
		} catch {
			this.isReached = false;
		}
		registration.installing?.addEventListener('statechange', () => void this.#look());
		await this.#look();
	}

	/** Where a vault would be updated without a way back. `backedUpAt`: Unix time, ms. */
	needsConsent(backedUpAt: number | null): boolean {
		return backedUpAt === null || Date.now() - backedUpAt > FRESH_MS;
	}

	/** Loads this page anew, in the new version. */
	async accept(): Promise<void> {
		if (this.isBusy) return;
		this.isBusy = true;
		const newest = this.#newest;
		if (newest !== null && (await ask(newest, 'accept', this.#own.hash)) === true) {
			location.reload();
		} else {
			this.isBusy = false;
		}
	}

	/** It waits while pages are open that another one serves; after that it is the active one. */
	get #newest(): ServiceWorker | null {
		return this.#registration?.waiting ?? this.#registration?.active ?? null;
	}

	async #look(): Promise<void> {
		const newest = this.#newest;
		const who = newest === null ? null : await ask(newest, 'who', this.#own.hash);
		this.hasFailed = who?.didNotStart === true;
		this.found = who === null || who.hash === this.#own.hash ? null : versionOf(who);
	}
}
