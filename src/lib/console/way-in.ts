import type { Ask } from '../account/index.ts';
import { listed } from './answers.ts';
import { Loaded } from './loaded.svelte.ts';
import { knownPlaceSchema } from './schema.ts';
import type { KnownPlace } from './types.ts';

/** How one gets in to one's own account, of a clinic's staff or of an operator, and out of it. Methods throw AppError. */
export class WayIn {
	readonly #ask: Ask;
	readonly #own: 'me' | 'operator/me';
	/** Where it was signed in to, the latest first. */
	readonly places: Loaded<readonly KnownPlace[]>;

	constructor(ask: Ask, own: 'me' | 'operator/me') {
		this.#ask = ask;
		this.#own = own;
		this.places = new Loaded(async () =>
			listed('places', knownPlaceSchema, await ask('GET', `${own}/places`))
		);
	}

	/** Has a link mailed to the new address; nothing changes until it is followed. */
	async changeAddress(email: string, password: string): Promise<void> {
		await this.#ask('POST', `${this.#own}/email`, { email, password });
	}

	/** Ends every session of the account, this one as well. */
	async signOutEverywhere(): Promise<void> {
		await this.#ask('POST', `${this.#own}/sign-out`);
	}
}
