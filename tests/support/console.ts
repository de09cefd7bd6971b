/** The real server with throw-away data, the built app from it, and a browser for each person. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright';
import { startBackend, type Backend, type Mail } from '../../src/backend/server.ts';
import { ensureBuilt } from '../../src/hosting/built.ts';
import { chromiumFlags, chromiumPath } from './chromium.ts';

export type Served = {
	readonly backend: Backend;
	/** All that the server keeps, its logs included. */
	readonly data: string;
	readonly mails: readonly Mail[];
	/** What any page reported as an error, and other origins that were asked. */
	readonly complaints: readonly string[];
	/** A person with a browser of their own. */
	person(): Promise<Page>;
	close(): Promise<void>;
};

/** `leaseKey`: what leases are signed with; those of the default one no built app accepts. */
export async function serve({ leaseKey }: { leaseKey?: string } = {}): Promise<Served> {
	ensureBuilt();
	const folder = mkdtempSync(join(tmpdir(), 'vultus-console-'));
	const backend = await startBackend({
		data: join(folder, 'data'),
		hooks: join(folder, 'hooks'),
		port: 0,
		leaseKey: leaseKey ?? join(folder, 'lease.key')
	});
	const mails: Mail[] = [];
	backend.onMail((mail) => mails.push(mail));
	const complaints: string[] = [];
	const browser: Browser = await chromium.launch({
		executablePath: chromiumPath(),
		args: [...chromiumFlags]
	});
	return {
		backend,
		data: join(folder, 'data'),
		mails,
		complaints,
		async person() {
			const context = await browser.newContext({ viewport: { width: 1180, height: 820 } });
			context.on('weberror', (error) => complaints.push(error.error().message));
			context.on('request', (request) => {
				const { origin } = new URL(request.url());
				if (origin !== backend.url && origin !== 'null') complaints.push(origin);
			});
			return await context.newPage();
		},
		async close() {
			await browser.close();
			await backend.close();
			rmSync(folder, { recursive: true, force: true });
		}
	};
}
