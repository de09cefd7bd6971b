import { AppError } from '../errors.ts';

/** What a writer hears of other windows. */
export type Heard = {
	/** Another window asks for the place: save, then give it back. May be said more than once. */
	readonly asked: () => void;
	/** Another window asked in vain and has taken the place. */
	readonly lost: () => void;
};

/** The place of the only window that writes. */
export type Place = {
	readonly isLost: boolean;
	/** Gives it back; resolves when it is free. */
	release(): Promise<void>;
};

/** More than a page takes to save what it has: only one that stands still is not waited for. */
const PATIENCE_MS = 4000;
/** Whoever got the place meanwhile hears it, too. */
const ASK_EVERY_MS = 250;

/**
 * Makes this window the only one that writes. `takeOver` asks another one for its place, and takes it
 * where there is no answer. Errors: AppError `vault.opened-elsewhere`.
 */
export async function becomeWriter(
	name: string,
	takeOver: boolean,
	{ asked, lost }: Heard
): Promise<Place> {
	// One for asking and for being asked: a channel does not hear itself.
	const channel = new BroadcastChannel(name);
	const ended = (isLost: boolean): void => {
		channel.close();
		if (isLost) lost();
	};
	let place = await hold(name, { ifAvailable: true }, ended);
	if (takeOver) {
		place ??= await waitFor(name, channel, ended);
		place ??= await hold(name, { steal: true }, ended);
	}
	if (place === null) {
		channel.close();
		throw new AppError('vault.opened-elsewhere', { retryable: true });
	}
	channel.onmessage = asked;
	return place;
}

async function waitFor(
	name: string,
	channel: BroadcastChannel,
	ended: (isLost: boolean) => void
): Promise<Place | null> {
	const ask = (): void => channel.postMessage('leave');
	const asking = setInterval(ask, ASK_EVERY_MS);
	ask();
	try {
		return await hold(name, { signal: AbortSignal.timeout(PATIENCE_MS) }, ended);
	} finally {
		clearInterval(asking);
	}
}

/** Null where the place is not to be had so. `ended` is called once the place that was had is gone. */
function hold(
	name: string,
	options: LockOptions,
	ended: (isLost: boolean) => void
): Promise<Place | null> {
	const held = Promise.withResolvers<undefined>();
	const granted = Promise.withResolvers<Place | null>();
	let isWriter = false;
	let isLost = false;
	const over = navigator.locks
		.request(name, options, (lock) => {
			isWriter = lock !== null;
			granted.resolve(isWriter ? place : null);
			return isWriter ? held.promise : undefined;
		})
		.catch((error: unknown) => {
			// A place that is taken ends with an AbortError, waiting in vain with a TimeoutError.
			isLost = isWriter;
			if (error instanceof DOMException && error.name === 'TimeoutError') granted.resolve(null);
			else granted.reject(error);
		})
		.then(() => {
			if (isWriter) ended(isLost);
		});
	const place: Place = {
		get isLost() {
			return isLost;
		},
		async release() {
			held.resolve(undefined);
			await over;
		}
	};
	return granted.promise;
}
