import { join } from 'node:path';
import { DEVELOPMENT_KEY } from '../backend/lease-key.ts';
import { startBackend, type Backend } from '../backend/server.ts';
import { PRODUCT_NAME } from '../lib/product.ts';
import { ensureBuilt } from './built.ts';

const DEFAULT_PORT = 4173;
const OURS = '.backend';

/** Ends with a sentence where it cannot: a taken port is no bug to trace. */
async function serve(): Promise<Backend> {
	try {
		return await startBackend({
			port: Number(process.env['PORT'] ?? DEFAULT_PORT),
			data: process.env['VULTUS_DATA'] ?? join(OURS, 'data'),
			hooks: join(OURS, 'pb_hooks'),
			leaseKey: process.env['VULTUS_LEASE_KEY'] ?? DEVELOPMENT_KEY
		});
	} catch (error) {
		console.error(error instanceof Error ? error.message : error);
		process.exit(1);
	}
}

ensureBuilt();

const server = await serve();
console.log(`\n${PRODUCT_NAME} is at ${server.url}\nStop it with Ctrl+C.`);
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

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
	process.once(signal, () => {
		void server.close().then(() => process.exit(0));
	});
}
server.process.once('exit', (code) => {
	if (code !== 0 && code !== null) console.error(server.output());
	process.exit(code ?? 0);
});
