/**
 * Serves `build/` as a production host must: the real headers on every response, 404 for a missing
 * hashed asset, index.html for the app's own routes, precompressed files where there are some.
 * Loopback only.
 */
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { productionHeaders, type Header } from './headers.ts';
import { inlineHashes } from './inline-hashes.ts';

export type RunningServer = { readonly url: string; close(): Promise<void> };

export const BUILD = fileURLToPath(new URL('../../build', import.meta.url));

export const TYPES: Readonly<Record<string, string>> = {
	'.css': 'text/css; charset=utf-8',
	'.html': 'text/html; charset=utf-8',
	'.ico': 'image/x-icon',
	'.jpg': 'image/jpeg',
	'.js': 'text/javascript; charset=utf-8',
	'.json': 'application/json; charset=utf-8',
	'.mjs': 'text/javascript; charset=utf-8',
	'.png': 'image/png',
	'.svg': 'image/svg+xml',
	'.txt': 'text/plain; charset=utf-8',
	'.wasm': 'application/wasm',
	'.webmanifest': 'application/manifest+json',
	'.woff': 'font/woff',
	'.woff2': 'font/woff2'
};

/** How long a file of this path may be kept. The page that repairs must never be an old one. */
export function cacheControlOf(path: string): string {
	if (path.startsWith('/_app/immutable/')) return 'public, max-age=31536000, immutable';
	return path.startsWith('/sw-reset') ? 'no-store' : 'no-cache';
}

/** Resolves a request path to a file of the build; `undefined` = answer 404. */
export function resolveFile(build: string, path: string): string | undefined {
	const inside = normalize(join(build, path));
	if (inside !== build && !inside.startsWith(build + sep)) return undefined;
	if (inside.split(sep).some((part) => part.startsWith('.'))) return undefined;
	if (existsSync(inside) && statSync(inside).isFile()) return inside;
	// A stale hashed chunk must fail loudly: index.html in its place would be executed as a script.
	if (path.startsWith('/_app/') || extname(path) !== '') return undefined;
	// A page that stands alone.
	if (existsSync(`${inside}.html`)) return `${inside}.html`;
	return join(build, 'index.html');
}

function pathOf(request: IncomingMessage): string | undefined {
	try {
		return decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
	} catch {
		return undefined;
	}
}

function respond(
	build: string,
	headersFor: (path: string) => readonly Header[],
	request: IncomingMessage,
	response: ServerResponse
): void {
	const path = pathOf(request);
	for (const [name, value] of headersFor(path ?? '/')) response.setHeader(name, value);
	if (request.method !== 'GET' && request.method !== 'HEAD') {
		response.writeHead(405, { allow: 'GET, HEAD' }).end();
		return;
	}
	const file = path === undefined ? undefined : resolveFile(build, path);
	if (path === undefined || file === undefined) {
		response.writeHead(404, { 'content-type': 'text/plain', 'cache-control': 'no-store' });
		response.end('Not found');
		return;
	}
	response.setHeader('content-type', TYPES[extname(file)] ?? 'application/octet-stream');
	response.setHeader('cache-control', cacheControlOf(path));
	response.setHeader('vary', 'accept-encoding');
	const packed = precompressed(file, request.headers['accept-encoding'] ?? '');
	if (packed !== undefined) response.setHeader('content-encoding', packed.encoding);
	const body = packed?.file ?? file;
	response.setHeader('content-length', statSync(body).size);
	if (request.method === 'HEAD') response.end();
	else createReadStream(body).pipe(response);
}

function precompressed(
	file: string,
	accepted: string
): { readonly file: string; readonly encoding: string } | undefined {
	for (const [encoding, ending] of [
		['br', '.br'],
		['gzip', '.gz']
	] as const) {
		if (accepted.includes(encoding) && existsSync(file + ending)) {
			return { file: file + ending, encoding };
		}
	}
	return undefined;
}

/** `port` 0 takes a free one. Rejects with a plain sentence when the port is taken. */
export async function serveBuild({
	port,
	build = BUILD
}: {
	port: number;
	build?: string;
}): Promise<RunningServer> {
	const hashes = inlineHashes(build);
	const headersFor = (path: string) => productionHeaders(hashes, path);
	const server = createServer((request, response) => {
		respond(build, headersFor, request, response);
	});
	await listen(server, port);
	const address = server.address();
	if (address === null || typeof address === 'string') throw new Error('the server has no port');
	return {
		url: `http://localhost:${address.port}`,
		close: () =>
			new Promise((resolve) => {
				server.close(() => {
					resolve();
				});
				server.closeAllConnections();
			})
	};
}

function listen(server: Server, port: number): Promise<void> {
	return new Promise((resolve, reject) => {
		server.once('error', (error: NodeJS.ErrnoException) => {
			reject(
				error.code === 'EADDRINUSE'
					? new Error(`Port ${port} is in use. Choose another with PORT=…`, { cause: error })
					: error
			);
		});
		server.listen(port, 'localhost', resolve);
	});
}
