import { receiveLaunches, type Incoming } from './incoming.ts';
import { Installation } from './installation.svelte.ts';
import { Provision } from './provision.svelte.ts';
import type { Version } from './types.ts';
import { Updates } from './updates.svelte.ts';

/** By then a first photograph has loaded all that it needs. */
const SETTLED_MS = 10_000;

/**
 * The app as it lies on this device: installed, renewed, and complete enough to work without a
 * network. Made once, after the first screen.
 */
export class Offline {
	readonly own: Version;
	readonly installation = new Installation();
	readonly updates: Updates;
	readonly provision: Provision;
	/** False where the browser has no service workers, or refuses one. */
	isPossible = $state('serviceWorker' in navigator);
	#settling: ReturnType<typeof setTimeout> | undefined;

	constructor(own: Version) {
		this.own = own;
		this.updates = new Updates(own);
		this.provision = new Provision(own);
	}

	/** Never rejects: without any of it the app works as long as there is a network. */
	async start(incoming: Incoming): Promise<void> {
		receiveLaunches(incoming);
		if (!this.isPossible) return;
		try {
			const worker = await this.updates.start();
			await this.provision.start(worker);
		} catch {
			this.isPossible = false;
			return;
		}
		// Whoever installed it wants to have it at hand.
		if (this.installation.isInstalled && !this.provision.isComplete && !savesData()) {
			void this.provision.fetchAll();
		}
	}

	/** A photograph was opened: what its first one has loaded is stored. */
	noteUse(): void {
		this.installation.noteUse();
		clearTimeout(this.#settling);
		this.#settling = setTimeout(() => void this.provision.keepUsed(), SETTLED_MS);
	}

	/** Out of sight: it may not come back. */
	noteHidden(): void {
		if (this.#settling === undefined) return;
		clearTimeout(this.#settling);
		void this.provision.keepUsed();
	}
}

/** The user pays for every byte, and has said so. */
function savesData(): boolean {
	const { connection } = navigator as { connection?: { readonly saveData?: boolean } };
	return connection?.saveData === true;
}
