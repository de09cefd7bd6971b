/** The real server with throw-away data, the built app from it, and a browser for each person. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright';
import { startBackend, type Backend, type Mail } from '../../src/backend/server.ts';
import { ensureBuilt } from '../../src/hosting/built.ts';
import { chromiumFlags, chromiumPath } from './chromium.ts';
import { watch } from './last-seen.ts';

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

const MAILED_WITHIN = 20_000;

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
			const context = await browser.newContext({
				viewport: { width: 1180, height: 820 },
				serviceWorkers: 'block'
			});
			watch(context);
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

/** The link to this page of the app that was mailed to an address last, once it is there. */
export async function mailedLink(
	{ mails, backend }: Served,
	email: string,
	page: string
): Promise<string> {
	const start = `${backend.url}/${page}#`;
	for (let waited = 0; waited < MAILED_WITHIN; waited += 50) {
		const link = mails
			.filter(({ to }) => to === email)
			.flatMap(({ text }) => text.split(/\s/).filter((word) => word.startsWith(start)))
			.at(-1);
		if (link !== undefined) return link;
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
	throw new Error(`no link to /${page} was mailed to ${email}`);
}

/** The last eight digits that were mailed to an address, once they are there. */
export async function mailedCode({ mails }: Served, email: string): Promise<string> {
	for (let waited = 0; waited < MAILED_WITHIN; waited += 50) {
		const code = mails
			.filter(({ to }) => to === email)
			.map(({ text }) => /\b\d{8}\b/.exec(text)?.[0])
			.findLast((match) => match !== undefined);
		if (code !== undefined) return code;
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
	throw new Error(`no code was mailed to ${email}`);
}
