import type { Subject } from './keeping.svelte.ts';
import type { PhotographOrigin } from './origin.ts';

type Taken = { readonly photo: Blob; readonly origin: PhotographOrigin };

type Studio = {
	readonly inHand: Subject;
	openOf(subject: Subject, photo: Blob, origin: PhotographOrigin): Promise<boolean>;
	keepPlain(subject: Subject, photo: Blob, origin: PhotographOrigin): Promise<void>;
	readonly keeping: { flush(): Promise<void> };
};

/**
 * Photographs that are taken faster than they are looked at: each is opened and kept with the visit for
 * which it was taken, one after another, while the camera goes on.
 */
export class Taking {
	/** Taken, and not kept yet. */
	waiting = $state(0);
	readonly #studio: Studio;
	#work: Promise<void> = Promise.resolve();

	constructor(studio: Studio) {
		this.#studio = studio;
	}

	/** Once all that was taken so far is kept, or was refused. */
	take(taken: Taken): Promise<void> {
		this.waiting += 1;
		const { inHand } = this.#studio;
		this.#work = this.#work.then(() => this.#keep(inHand, taken));
		return this.#work;
	}

	async #keep(subject: Subject, { photo, origin }: Taken): Promise<void> {
		try {
			if (origin.standardView?.startsWith('profile') === true) {
				await this.#studio.keepPlain(subject, photo, origin);
			} else if (await this.#studio.openOf(subject, photo, origin))
				await this.#studio.keeping.flush();
		} finally {
			this.waiting -= 1;
		}
	}
}
