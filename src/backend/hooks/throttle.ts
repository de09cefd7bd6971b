/**
 * Counts attempts in memory, shared by all runtimes. A restart forgets them: who can restart the server
 * needs no guessing.
 */
import { throttled } from './failure.ts';
import type { App } from './pocketbase.ts';

const PREFIX = 'attempts:';

export type Limit = { readonly attempts: number; readonly seconds: number };

/** Counts one attempt. Throws `throttled` where there were too many in the time. */
export function attempt(app: App, what: string, { attempts, seconds }: Limit): void {
	const now = Math.floor(Date.now() / 1000);
	let count = 0;
	let until = 0;
	app.store().setFunc(PREFIX + what, (old) => {
		const [had = 0, ends = 0] = (old ?? '').split(' ').map(Number);
		count = (ends > now ? had : 0) + 1;
		until = ends > now ? ends : now + seconds;
		return `${count} ${until}`;
	});
	if (count > attempts) throw throttled(until - now);
}

/** It succeeded: forget the attempts before. */
export function forgive(app: App, what: string): void {
	app.store().remove(PREFIX + what);
}

/** Drops what has run out, or the store would grow with every address. */
export function sweepAttempts(app: App): void {
	const now = Math.floor(Date.now() / 1000);
	const all = app.store().getAll();
	for (const key of Object.keys(all)) {
		if (key.startsWith(PREFIX) && Number(all[key]?.split(' ')[1]) <= now) app.store().remove(key);
	}
}
