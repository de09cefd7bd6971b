import type { NewConsent } from '../record/index.ts';
import type { PhotographOrigin } from './origin.ts';

type Studio = {
	readonly hasUnkeptWork: boolean;
	readonly consenting: { ask(): Promise<NewConsent | null> };
	open(photo: Blob, origin: PhotographOrigin): Promise<boolean>;
};

type Offered = { readonly photo: Blob; readonly origin: PhotographOrigin };

/**
 * A photograph that came by hand: it opens once its person has agreed, and waits for leave to replace
 * work.
 */
export class Offer {
	/** The photograph that waits for leave, or null. */
	waiting: Offered | null = $state.raw(null);
	readonly #studio: Studio;

	constructor(studio: Studio) {
		this.#studio = studio;
	}

	/** False where nobody agreed: nothing opens then. */
	async make(photo: Blob, origin: PhotographOrigin): Promise<boolean> {
		if ((await this.#studio.consenting.ask()) === null) return false;
		if (this.#studio.hasUnkeptWork) this.waiting = { photo, origin };
		else void this.#studio.open(photo, origin);
		return true;
	}

	accept(): void {
		const { waiting } = this;
		this.waiting = null;
		if (waiting !== null) void this.#studio.open(waiting.photo, waiting.origin);
	}

	decline(): void {
		this.waiting = null;
	}
}
