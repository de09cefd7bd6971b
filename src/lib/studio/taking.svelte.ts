import type { PhotographOrigin } from './origin.ts';

type Taken = { readonly photo: Blob; readonly origin: PhotographOrigin };

type Studio = {
	open(photo: Blob, origin: PhotographOrigin): Promise<boolean>;
	keepPlain(photo: Blob, origin: PhotographOrigin): Promise<void>;
	readonly keeping: { flush(): Promise<void> };
};

/**
 * Photographs that are taken faster than they are looked at: each is opened and kept with the visit in
 * hand, one after another, while the camera goes on.
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
		this.#work = this.#work.then(() => this.#keep(taken));
		return this.#work;
	}

	async #keep({ photo, origin }: Taken): Promise<void> {
		try {
			if (origin.standardView?.startsWith('profile') === true) {
				await this.#studio.keepPlain(photo, origin);
			} else if (await this.#studio.open(photo, origin)) await this.#studio.keeping.flush();
		} finally {
			this.waiting -= 1;
		}
	}
}
