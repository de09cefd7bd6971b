import PocketBase, { ClientResponseError } from 'pocketbase';
import { object, string } from 'valibot';
import { AppError, isAppError } from '../errors.ts';
import { answer } from './answer.ts';
import { askForReset } from './by-mail.ts';
import { failureOf } from './failures.ts';
import { SessionStore } from './session-store.ts';
import type { AccountKind, Ask } from './types.ts';

/** The password was right; the mail code is still asked for. */
type FirstFactor = { readonly email: string; readonly mfaId: string; readonly otpId: string };

const changedSchema = object({ token: string() });

/** The routes of one's own account. */
const OWN = { users: 'me', operators: 'operator/me' } as const;

/**
 * Whoever is signed in to the server: staff of a clinic, or an operator. Sessions last 12 hours, and end
 * at once where the server ends them. Errors: AppError `account.…`.
 */
export class Account {
	readonly #kind: AccountKind;
	readonly #server: PocketBase;
	#first: FirstFactor | null = null;
	/** `code`: the password was right, a code is on its way by mail. */
	state = $state<'out' | 'code' | 'in'>('out');

	constructor(kind: AccountKind) {
		this.#kind = kind;
		this.#server = new PocketBase('/', new SessionStore(`vultus.${kind}`));
		this.#server.autoCancellation(false);
		if (this.#server.authStore.isValid) this.state = 'in';
	}

	/** Leaves the state at `in`, or at `code` where the role needs the mail code as well. */
	async signIn(email: string, password: string): Promise<void> {
		try {
			await this.#collection.authWithPassword(email, password);
			this.state = 'in';
		} catch (reason) {
			const mfaId = mfaOf(reason);
			if (mfaId === null) throw wrongAs('account.wrong-password', reason);
			this.#first = { email, mfaId, otpId: await this.#mailCode(email, mfaId) };
			this.state = 'code';
		}
	}

	/** Mails another code; the older one still works. */
	async mailAgain(): Promise<void> {
		if (this.#first === null) return;
		const { email, mfaId } = this.#first;
		this.#first = { email, mfaId, otpId: await this.#mailCode(email, mfaId) };
	}

	async enterCode(code: string): Promise<void> {
		if (this.#first === null) throw new AppError('account.signed-out');
		const { mfaId, otpId } = this.#first;
		try {
			await this.#collection.authWithOTP(otpId, code, { body: { otpId, password: code, mfaId } });
		} catch (reason) {
			throw wrongAs('account.wrong-code', reason);
		}
		this.#first = null;
		this.state = 'in';
	}

	/** Here; other tabs and devices stay signed in. Also gives up a sign-in that waits for its code. */
	signOut(): void {
		this.#first = null;
		this.#server.authStore.clear();
		this.state = 'out';
	}

	/** Has a link mailed for a new password. Errors: as `askForReset`. */
	forgotten(email: string): Promise<void> {
		return askForReset(this.#kind, email);
	}

	/** Stays signed in here, and nowhere else. Errors: AppError `account.wrong-password`, `account.weak-password`, … */
	async changePassword(old: string, changed: string): Promise<void> {
		const { token } = answer(
			changedSchema,
			await this.ask('POST', `${OWN[this.#kind]}/password`, { old, new: changed })
		);
		this.#server.authStore.save(token);
	}

	/** Asks the server's own API as whoever is signed in; a session that is over signs out. */
	readonly ask: Ask = async (method, path, body) => {
		try {
			return await this.#server.send<unknown>(`/api/vultus/${path}`, {
				method,
				...(body === undefined ? {} : { body })
			});
		} catch (reason) {
			const error = failureOf(reason);
			if (isAppError(error, 'account.signed-out')) this.signOut();
			throw error;
		}
	};

	get #collection() {
		return this.#server.collection(this.#kind);
	}

	async #mailCode(email: string, mfaId: string): Promise<string> {
		try {
			const { otpId } = await this.#collection.requestOTP(email, {
				body: { email, mfaId }
			});
			return otpId;
		} catch (reason) {
			throw failureOf(reason);
		}
	}
}

function mfaOf(reason: unknown): string | null {
	if (!(reason instanceof ClientResponseError) || reason.status !== 401) return null;
	const { mfaId } = reason.response as { readonly mfaId?: unknown };
	return typeof mfaId === 'string' ? mfaId : null;
}

/** PocketBase says no more than 400 of what was typed wrong. */
function wrongAs(code: 'account.wrong-password' | 'account.wrong-code', reason: unknown): AppError {
	return reason instanceof ClientResponseError && reason.status === 400
		? new AppError(code)
		: failureOf(reason);
}
