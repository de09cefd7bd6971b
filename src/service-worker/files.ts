/** Fetching files by their hash: what does not have it is neither stored nor handed on. */
import type { BundleFile, Headers } from './bundle.ts';

/** Of these the browser's own cache had a damaged copy. */
const damaged = new Set<string>();

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
	const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
	return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
	const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
	let at = 0;
	for (const piece of pieces) {
		whole.set(piece, at);
		at += piece.length;
	}
	return whole;
}

/** As the version's own server would send it, but for the packing. */
export function headersOf({ type, bytes }: BundleFile, headers: Headers): [string, string][] {
	return [
		...headers.map(([name, value]): [string, string] => [name, value]),
		['Content-Type', type],
		['Content-Length', String(bytes)]
	];
}

/** Where a file is asked for: from the page's own name PocketBase, as others, leads to its folder. */
export function addressOf(path: string): string {
	return path === '/index.html' ? '/' : path;
}

/** Errors: TypeError without a network, and for any answer but 200. */
async function ask({ path }: BundleFile, cache: RequestCache): Promise<Response> {
	const response = await fetch(addressOf(path), { cache, credentials: 'omit', redirect: 'error' });
	if (response.status !== 200) throw new TypeError(`${path}: ${response.status}`);
	return response;
}

/** The whole file. A damaged copy in the browser's cache is fetched anew. Errors: TypeError. */
export async function fetchWhole(file: BundleFile): Promise<Uint8Array<ArrayBuffer>> {
	const isNamedByHash = file.path.includes('/immutable/');
	for (const cache of [isNamedByHash ? 'default' : 'no-cache', 'reload'] as const) {
		const bytes = new Uint8Array(await (await ask(file, cache)).arrayBuffer());
		if ((await sha256(bytes)) === file.sha256) return bytes;
	}
	throw new TypeError(`${file.path} is not of this version`);
}

/** What the browser's own cache has of it, without a network; null where that is nothing. */
export async function fetchUsed(file: BundleFile): Promise<Uint8Array<ArrayBuffer> | null> {
	const options = { cache: 'only-if-cached', mode: 'same-origin' } as const;
	const response = await fetch(file.path, options).catch(() => null);
	if (response?.status !== 200) return null;
	const bytes = new Uint8Array(await response.arrayBuffer());
	return (await sha256(bytes)) === file.sha256 ? bytes : null;
}

/**
 * The file as it arrives. Its last piece comes once all of it has the right hash; else the stream ends
 * with an error, so whoever reads it has nothing whole. Errors of asking: TypeError.
 */
export async function fetchStream(file: BundleFile): Promise<ReadableStream<Uint8Array>> {
	const { body } = await ask(file, damaged.has(file.path) ? 'reload' : 'default');
	if (body === null) throw new TypeError(`${file.path} is empty`);
	const pieces: Uint8Array[] = [];
	return body.pipeThrough(
		new TransformStream<Uint8Array, Uint8Array>({
			transform(piece, controller) {
				const before = pieces.at(-1);
				if (before !== undefined) controller.enqueue(before);
				pieces.push(piece);
			},
			async flush(controller) {
				if ((await sha256(joined(pieces))) !== file.sha256) {
					damaged.add(file.path);
					controller.error(new TypeError(`${file.path} is not of this version`));
					return;
				}
				damaged.delete(file.path);
				const last = pieces.at(-1);
				if (last !== undefined) controller.enqueue(last);
			}
		})
	);
}
