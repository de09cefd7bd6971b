import { PRODUCT_NAME } from '../lib/product.ts';
import { ensureBuilt } from './built.ts';
import { serveBuild, type RunningServer } from './server.ts';

const DEFAULT_PORT = 4173;

/** Ends with a sentence where it cannot: a taken port is no bug to trace. */
async function serve(port: number): Promise<RunningServer> {
	try {
		return await serveBuild({ port });
	} catch (error) {
		console.error(error instanceof Error ? error.message : error);
		process.exit(1);
	}
}

ensureBuilt();

const asked = process.env['PORT'];
const server = await serve(asked === undefined ? DEFAULT_PORT : Number(asked));
console.log(`\n${PRODUCT_NAME} is at ${server.url}\nStop it with Ctrl+C.`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
	process.once(signal, () => {
		void server.close().then(() => process.exit(0));
	});
}
