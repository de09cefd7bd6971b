import { BaseAuthStore } from 'pocketbase';

/**
 * Signed in for as long as this tab lives: another tab signs in by itself, and a closed browser leaves
 * nothing. Only the token is kept, no name and no address.
 */
export class SessionStore extends BaseAuthStore {
	readonly #key: string;

	constructor(key: string) {
		super();
		this.#key = key;
		const kept = sessionStorage.getItem(key);
		if (kept !== null) super.save(kept);
	}

	override save(token: string): void {
		sessionStorage.setItem(this.#key, token);
		super.save(token);
	}

	override clear(): void {
		sessionStorage.removeItem(this.#key);
		super.clear();
	}
}
