/** A Chromium whose every byte is written down. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type BrowserContextOptions } from 'playwright';
import { chromiumFlags, chromiumPath } from '../support/chromium.ts';
import { watch } from '../support/last-seen.ts';
import { readNetLog, type Traffic } from './net-log.ts';

/**
 * Where Chromium's maker has what the browser asks on its own account, whatever page is open: for updates,
 * accounts, push messages, form filling and more, at times of its own. Here all of it leads nowhere, so
 * that the log is the app's.
 */
const MAKERS_DOMAINS = [
	'google.com',
	'googleapis.com',
	'gstatic.com',
	'gvt1.com',
	'gvt2.com'
] as const;

export function isBrowsersOwn(hostname: string): boolean {
	return MAKERS_DOMAINS.some((one) => hostname === one || hostname.endsWith(`.${one}`));
}

const TO_NOWHERE = MAKERS_DOMAINS.flatMap((one) => [
	`MAP ${one} ~NOTFOUND`,
	`MAP *.${one} ~NOTFOUND`
]).join(',');

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
			`--host-resolver-rules=${TO_NOWHERE}`,
			`--log-net-log=${log}`,
			'--net-log-capture-mode=Everything'
		]
	});
	watch(context);
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
