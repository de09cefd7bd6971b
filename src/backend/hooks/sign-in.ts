/**
 * PocketBase's own sign-in, guarded: attempts are counted, an unknown address costs what a known one does,
 * and the mail code goes only to those who have shown the password.
 */
import { fail, found, note } from './call.ts';
import {
	$security,
	NewRow,
	type App,
	type AuthEvent,
	type RequestEvent,
	type Row
} from './pocketbase.ts';
import { attempt, forgive } from './throttle.ts';

const PER_ACCOUNT = { attempts: 10, seconds: 900 };
const PER_ADDRESS = { attempts: 30, seconds: 900 };

function guarded(event: AuthEvent, account: string, work: () => void): void {
	const address = event.realIP();
	const what = `sign-in ${event.collection.name} ${account.toLowerCase()}`;
	try {
		attempt(event.app, what, PER_ACCOUNT);
		attempt(event.app, `sign-in from ${address}`, PER_ADDRESS);
	} catch (error) {
		if (event.record) tellOf(event.app, event.record);
		event.app.logger().info('sign-in throttled', 'address', address);
		fail(event.requestEvent, error);
		return;
	}
	work();
	// Not reached where it failed.
	forgive(event.app, what);
	forgive(event.app, `sign-in from ${address}`);
	event.app.logger().info('sign-in', 'address', address);
}

/** Once in the time of a throttle, or a flood of guesses would flood the journal. */
function tellOf(app: App, account: Row): void {
	if (account.collection().name !== 'users') return;
	try {
		attempt(app, `told ${account.id}`, { attempts: 1, seconds: PER_ACCOUNT.seconds });
	} catch {
		return;
	}
	note(app, {
		clinic: account.getString('clinic'),
		actor: '',
		action: 'account.throttled',
		target: account.id,
		incident: true
	});
}

export function onPassword(event: AuthEvent): void {
	guarded(event, event.identity, () => {
		if (!event.record) sameTime(event);
		event.next();
		if (event.record && event.record.collection().name === 'users') {
			event.app
				.db()
				.newQuery('UPDATE users SET lastSeen = {:now} WHERE id = {:id}')
				.bind({ now: Math.floor(Date.now() / 1000), id: event.record.id })
				.execute();
		}
	});
}

/** Hashes something, as for a known address. */
function sameTime(event: AuthEvent): void {
	new NewRow(event.collection).setPassword(event.password.slice(0, 70));
}

/** The person who has shown the password for this `mfaId`, in this collection. */
function firstFactor(event: AuthEvent): string | undefined {
	const id = event.requestInfo().body['mfaId'];
	if (typeof id !== 'string' || !/^[a-z0-9]{15}$/.test(id)) return undefined;
	const shown = found(() => event.app.findRecordById('_mfas', id));
	return shown?.getString('collectionRef') === event.collection.id
		? shown.getString('recordRef')
		: undefined;
}

export function onCodeRequest(event: AuthEvent): void {
	const shown = firstFactor(event);
	if (event.record && shown === event.record.id) {
		event.next();
		return;
	}
	// As PocketBase answers for an address that it does not know.
	event.json(200, { otpId: $security.randomString(15).toLowerCase() });
}

export function onCode(event: AuthEvent): void {
	const shown = firstFactor(event);
	guarded(event, event.record?.id ?? String(event.requestInfo().body['otpId']), () => {
		if (!event.record || shown !== event.record.id) {
			event.json(400, { code: 'auth.code', message: 'The code is wrong or too old.' });
			return;
		}
		event.next();
	});
}

/** A changed password or address ends every session (PocketBase renews the token key), and is told of. */
export function onAccountChanged(event: AuthEvent): void {
	event.next();
	const { record } = event;
	if (!record || !['users', 'operators'].includes(record.collection().name)) return;
	note(event.app, {
		// Empty of an operator: it is in the operators' own journal.
		clinic: record.getString('clinic'),
		actor: record.id,
		action: 'account.recovered',
		target: record.id
	});
}

/** PocketBase's own ways with accounts that nobody needs here: ours, or an invitation, stand in their place. */
const NEEDLESS = /\/(request-email-change|request-verification|confirm-verification)\/?$/;
const FORGOTTEN = /\/request-password-reset\/?$/;
/** They would show each account its own codes and places. */
const UNSEEN = ['_mfas', '_otps', '_externalAuths', '_authOrigins'];

/**
 * Before PocketBase's API of collections. A route of the same path would not do: a collection answers to
 * its id as well, and to its name in any letters.
 */
export function guardCollections(event: RequestEvent): void {
	const { path } = event.request.url;
	const named = /^\/api\/collections\/([^/]+)\/records(\/|$)/.exec(path)?.[1];
	const isUnseen =
		named !== undefined &&
		event.request.method !== 'POST' &&
		UNSEEN.includes(collectionName(event.app, named));
	if (isUnseen || NEEDLESS.test(path)) closed(event);
	else if (FORGOTTEN.test(path)) withoutAddress(event);
	else event.next();
}

/** What went wrong after the answer, PocketBase tells its log alone: with the address, where it knows none. */
function withoutAddress(event: RequestEvent): void {
	try {
		event.next();
	} catch (error) {
		if (!event.written()) throw error;
	}
}

function collectionName(app: App, nameOrId: string): string {
	try {
		return app.findCollectionByNameOrId(nameOrId).name;
	} catch {
		return '';
	}
}

/** What PocketBase offers and nobody needs here. */
export function closed(event: Pick<RequestEvent, 'json'>): void {
	event.json(404, { code: 'not-found', message: 'There is no such route.' });
}
