import { join } from 'node:path';
import { POCKETBASE, pocketbasePath } from '../backend/binary.ts';
import { DEVELOPMENT_KEY } from '../backend/lease-key.ts';
import { startBackend } from '../backend/server.ts';
import { PRODUCT_NAME } from '../lib/product.ts';
import { ensureBuilt } from './built.ts';
import { serveBuild } from './server.ts';

const OURS = '.backend';
const port = Number(process.env['PORT'] ?? 4173);

type Serving = { readonly url: string; close(): Promise<void> };

/** App and API from one origin. */
async function serveAll(): Promise<Serving> {
	const server = await startBackend({
		port,
		data: process.env['VULTUS_DATA'] ?? join(OURS, 'data'),
		hooks: join(OURS, 'pb_hooks'),
		leaseKey: process.env['VULTUS_LEASE_KEY'] ?? DEVELOPMENT_KEY
	});
	if (server.credentials.length > 0) {
		console.log('\nA demo clinic, to try things with. These passwords are shown this once:');
		for (const { role, email, password } of server.credentials) {
			console.log(`  ${role.padEnd(12)}  ${email.padEnd(28)}  ${password}`);
		}
		console.log('Mail goes nowhere: codes for signing in appear here.');
	}
	server.onMail(({ to, subject, text }) => {
		console.log(`\nMail to ${to}: ${subject}\n${text}`);
	});
	server.process.once('exit', (code) => {
		if (code !== 0 && code !== null) console.error(server.output());
		process.exit(code ?? 0);
	});
	return server;
}

/** Where there is no PocketBase for this system: the first minute needs no server. */
async function serveApp(): Promise<Serving> {
	console.log(
		`\nNo PocketBase ${POCKETBASE} for this system: accounts and licences are left out.\n` +
			'Name one with VULTUS_POCKETBASE=… (docs/deploy.md).'
	);
	return await serveBuild({ port });
}

/** Ends with a sentence where it cannot: a taken port is no bug to trace. */
async function serve(): Promise<Serving> {
	try {
		return await (pocketbasePath() === null ? serveApp() : serveAll());
	} catch (error) {
		console.error(error instanceof Error ? error.message : error);
		process.exit(1);
	}
}

ensureBuilt();

const server = await serve();
console.log(`\n${PRODUCT_NAME} is at ${server.url}\nStop it with Ctrl+C.`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
	process.once(signal, () => {
		void server.close().then(() => process.exit(0));
	});
}
