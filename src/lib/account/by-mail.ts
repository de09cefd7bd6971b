/** What is done by a link that was mailed: a forgotten password, a new address. Nobody is signed in for it. */
import PocketBase, { ClientResponseError, getTokenPayload } from 'pocketbase';
import { object, optional, picklist, safeParse, string } from 'valibot';
import { AppError } from '../errors.ts';
import { failureOf } from './failures.ts';
import type { AccountKind, MailedLink } from './types.ts';

/** PocketBase's own id of the collection `users`; that of `operators` is made up. */
const USERS = '_pb_users_auth_';

const payloadSchema = object({
	type: picklist(['passwordReset', 'emailChange']),
	collectionId: string(),
	email: string(),
	newEmail: optional(string())
});

/**
 * What a link's token says of itself; only the server can tell whether it is true. Null where it is damaged
 * or not for this.
 */
export function readLink(token: string, purpose: MailedLink['purpose']): MailedLink | null {
	const { success, output } = safeParse(payloadSchema, getTokenPayload(token));
	if (!success || output.type !== purpose) return null;
	const { collectionId, email, newEmail } = output;
	return {
		token,
		purpose,
		kind: collectionId === USERS ? 'users' : 'operators',
		address: newEmail ?? email
	};
}

/**
 * Has a link mailed, where there is such an account; the answer is the same where there is none. Within two
 * minutes a second one is not sent. Errors: AppError `account.throttled`, …
 */
export async function askForReset(kind: AccountKind, email: string): Promise<void> {
	try {
		await collectionOf(kind).requestPasswordReset(email);
	} catch (reason) {
		throw failureOf(reason);
	}
}

/** Ends every session of the account. Errors: AppError `account.link-unusable`, `account.weak-password`, … */
export async function resetPassword({ kind, token }: MailedLink, password: string): Promise<void> {
	try {
		await collectionOf(kind).confirmPasswordReset(token, password, password);
	} catch (reason) {
		throw refusedAs('account.weak-password', reason);
	}
}

/** Ends every session of the account. Errors: AppError `account.link-unusable`, `account.wrong-password`, … */
export async function confirmAddress({ kind, token }: MailedLink, password: string): Promise<void> {
	try {
		await collectionOf(kind).confirmEmailChange(token, password);
	} catch (reason) {
		throw refusedAs('account.wrong-password', reason);
	}
}

function collectionOf(kind: AccountKind) {
	return new PocketBase('/').collection(kind);
}

/** PocketBase names the fields that it did not take. */
function refusedAs(
	code: 'account.weak-password' | 'account.wrong-password',
	reason: unknown
): AppError {
	if (!(reason instanceof ClientResponseError) || reason.status !== 400) return failureOf(reason);
	const { data } = reason.response as { readonly data?: { readonly token?: unknown } };
	return new AppError(data?.token === undefined ? code : 'account.link-unusable');
}
