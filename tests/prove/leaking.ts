/** Serves the built app with one script more, lets it leak, and gives what was sent. */
import { createHash, randomBytes } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { productionHeaders, type Header } from '../../src/hosting/headers.ts';
import { inlineHashes, INLINE_SCRIPT } from '../../src/hosting/inline-hashes.ts';
import { BUILD, resolveFile, TYPES } from '../../src/hosting/server.ts';
import { startWatched } from './browser.ts';
import { judge, type Finding } from './judge.ts';
import { LEAKING_WORKER, type Leak, type Loot } from './leaks.ts';
import { pixelCanaries, wordCanary } from './canaries.ts';

/**
 * `as served`: with the headers and with what the app takes away first. `policy`: with the headers alone.
 * `bare`: with neither.
 */
export type Protection = 'as served' | 'policy' | 'bare';

/** Any of the app's; its script is replaced. */
function someWorker(): string {
	const folder = '_app/immutable/workers';
	const name = readdirSync(join(BUILD, folder)).find((one) => one.endsWith('.js'));
	return `/${folder}/${name ?? ''}`;
}

/** Long enough for what a page still sends after its script has run. */
const LINGER = 1200;

type Page = {
	readonly html: string;
	readonly worker: string;
	readonly headers: (path: string) => readonly Header[];
};

function pageWith(script: string, worker: string, protection: Protection): Page {
	let html = readFileSync(join(BUILD, 'index.html'), 'utf8');
	// What the app takes away is its first script.
	if (protection !== 'as served') html = html.replace(new RegExp(INLINE_SCRIPT.source), '');
	html = html.replace('</head>', `<script>${script}</script></head>`);
	const { scripts, styles } = inlineHashes(BUILD);
	const own = `sha256-${createHash('sha256').update(script).digest('base64')}`;
	const hashes = { scripts: [...scripts, own], styles };
	return {
		html,
		worker,
		headers: (path) =>
			productionHeaders(hashes, path).filter(
				// The browser would add an address to each request.
				([name]) => protection !== 'bare' || name === 'Referrer-Policy'
			)
	};
}

function answer(
	{ html, worker, headers }: Page,
	request: IncomingMessage,
	response: ServerResponse
): void {
	const { pathname } = new URL(request.url ?? '/', 'http://localhost');
	for (const [name, value] of headers(pathname)) response.setHeader(name, value);
	const send = (type: string, body: string | Buffer): void => {
		response.writeHead(200, { 'content-type': type }).end(body);
	};
	const file = resolveFile(BUILD, pathname);
	if (pathname === worker) send(TYPES['.js'] ?? '', LEAKING_WORKER);
	else if (file === undefined) response.writeHead(404).end();
	else if (file.endsWith('index.html')) send(TYPES['.html'] ?? '', html);
	else send(TYPES[extname(file)] ?? '', readFileSync(file));
}

async function listen(server: Server): Promise<number> {
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const address = server.address();
	return typeof address === 'object' && address !== null ? address.port : 0;
}

const WORD = 'Zoë Vandersnoot';
/** A row of them, such as a canvas gives. */
const PIXELS = randomBytes(192);
const CANARIES = [wordCanary(WORD), ...pixelCanaries('pixels', PIXELS)];

/** What one leak gave away, as the judge sees it. No leak: nothing may be found. */
export async function findLeak(
	leak: Leak | null,
	protection: Protection
): Promise<readonly Finding[]> {
	const datagrams = createSocket('udp4');
	await new Promise<void>((resolve) => datagrams.bind(0, '127.0.0.1', resolve));
	const sink = createServer((_, response) => response.end());
	const loot: Loot = {
		word: WORD,
		worker: someWorker(),
		pixels: PIXELS.toString('base64'),
		sink: `http://127.0.0.1:${await listen(sink)}`,
		datagrams: `127.0.0.1:${datagrams.address().port}`
	};
	const code =
		leak === null
			? ''
			: `addEventListener('load', () => (${String(leak.run)})(${JSON.stringify(loot)}, ${JSON.stringify(leak.how ?? '')}))`;
	const page = pageWith(code, loot.worker, protection);
	const server = createServer((request, response) => answer(page, request, response));
	const served = `localhost:${await listen(server)}`;
	const watched = await startWatched();
	try {
		const tab = await watched.context.newPage();
		await tab.goto(`http://${served}/`, { waitUntil: 'commit' });
		await tab.waitForEvent('load').catch(() => undefined);
		await tab.waitForTimeout(LINGER).catch(() => undefined);
		return judge(await watched.close(), { served, canaries: CANARIES });
	} finally {
		await watched.context.close();
		for (const one of [server, sink]) {
			one.closeAllConnections();
			one.close();
		}
		datagrams.close();
	}
}
