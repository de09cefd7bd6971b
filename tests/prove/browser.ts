/** A Chromium whose every byte is written down. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type BrowserContextOptions } from 'playwright';
import { chromiumFlags, chromiumPath } from '../support/chromium.ts';
import { readNetLog, type Traffic } from './net-log.ts';

/**
 * What Chromium asks on its own account, for its updates, its accounts, its push messages and its form
 * filling, whatever page is open. Here these names lead nowhere, so that the log is the app's.
 */
export const BROWSERS_OWN = [
	'accounts.google.com',
	'android.clients.google.com',
	'content-autofill.googleapis.com',
	'passwordsleakcheck-pa.googleapis.com',
	'update.googleapis.com'
] as const;

/** Turns off what pages can set off as well, such as connecting ahead. */
const UNWATCHFUL = '--disable-background-networking';

export type Watched = {
	readonly context: BrowserContext;
	/** Closes it: the log is whole only then. */
	close(): Promise<Traffic>;
};

export async function startWatched(
	options: BrowserContextOptions = {},
	flags: readonly string[] = []
): Promise<Watched> {
	const folder = await mkdtemp(join(tmpdir(), 'vultus-net-log-'));
	const log = join(folder, 'net-log.json');
	// A window without a history connects to nothing ahead, and would hide that leak.
	const context = await chromium.launchPersistentContext(join(folder, 'profile'), {
		...options,
		executablePath: chromiumPath(),
		ignoreDefaultArgs: [UNWATCHFUL],
		args: [
			...chromiumFlags.filter((flag) => flag !== UNWATCHFUL),
			...flags,
			`--host-resolver-rules=${BROWSERS_OWN.map((host) => `MAP ${host} ~NOTFOUND`).join(',')}`,
			`--log-net-log=${log}`,
			'--net-log-capture-mode=Everything'
		]
	});
	return {
		context,
		close: async () => {
			await context.close();
			try {
				return await readNetLog(log);
			} finally {
				await rm(folder, { recursive: true, force: true });
			}
		}
	};
}
