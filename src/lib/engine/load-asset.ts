import { identifyModel, type Model } from '../../../models/manifest.ts';
import { AppError } from '../errors.ts';

export type AssetRequest = {
	readonly url: string;
	readonly signal: AbortSignal;
	readonly onProgress: (loadedBytes: number, totalBytes: number) => void;
};

/**
 * Fetches one file of the app's own origin. Throws `engine.offline` (retryable) when the network or
 * the server is away, `engine.asset-missing` for any answer but 200, `cancelled`.
 */
export async function loadAsset(request: AssetRequest): Promise<Uint8Array<ArrayBuffer>> {
	return read(await get(request), request);
}

/**
 * Fetches a model and finds it in the manifest by its hash; throws `engine.asset-damaged` when it is
 * none of the known variants of `file`, else as `loadAsset`.
 */
export async function loadModel(
	file: string,
	request: AssetRequest
): Promise<{ readonly bytes: Uint8Array<ArrayBuffer>; readonly model: Model }> {
	const bytes = await loadAsset(request);
	const model = identifyModel(file, await sha256(bytes));
	if (model === undefined) throw damaged(file);
	return { bytes, model };
}

/**
 * Fetches a WebAssembly module and compiles it as it arrives. Throws as `loadAsset`, and
 * `engine.asset-damaged` for what is none.
 */
export async function loadModule(request: AssetRequest): Promise<WebAssembly.Module> {
	const response = await get(request);
	// The browser keeps what it compiled beside the answer as it came, and for no copy of it.
	const counted = arrive(response.clone(), request, () => undefined);
	counted.catch(() => undefined);
	try {
		return await WebAssembly.compileStreaming(response);
	} catch (cause) {
		if (cause instanceof WebAssembly.CompileError) throw damaged(assetName(request.url));
		throw await whyItBrokeOff(request, cause);
	}
}

export function damaged(asset: string): AppError {
	return new AppError('engine.asset-damaged', { retryable: true, details: { asset } });
}

async function get({ url, signal }: AssetRequest): Promise<Response> {
	let response: Response;
	try {
		response = await fetch(url, { signal });
	} catch (cause) {
		throw signal.aborted
			? new AppError('cancelled', { cause })
			: new AppError('engine.offline', { retryable: true, cause });
	}
	if (response.status !== 200) {
		throw new AppError('engine.asset-missing', {
			retryable: true,
			details: { asset: assetName(url), status: response.status }
		});
	}
	return response;
}

async function read(response: Response, request: AssetRequest): Promise<Uint8Array<ArrayBuffer>> {
	const chunks: Uint8Array[] = [];
	try {
		await arrive(response, request, (chunk) => chunks.push(chunk));
	} catch (cause) {
		throw await whyItBrokeOff(request, cause);
	}
	const bytes = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
	let at = 0;
	for (const chunk of chunks) {
		bytes.set(chunk, at);
		at += chunk.length;
	}
	return bytes;
}

async function arrive(
	response: Response,
	{ onProgress }: AssetRequest,
	take: (chunk: Uint8Array) => void
): Promise<void> {
	// A packed answer's length counts packed bytes: no total is better than a wrong one.
	const packed = response.headers.has('content-encoding');
	const total = packed ? 0 : Number(response.headers.get('content-length') ?? 0);
	let loaded = 0;
	const reader = response.body?.getReader();
	for (;;) {
		const part = await reader?.read();
		if (part?.value === undefined) return;
		take(part.value);
		loaded += part.value.length;
		onProgress(loaded, total);
	}
}

/** The service worker, too, breaks off what has not the hash that it should have. */
async function whyItBrokeOff({ url, signal }: AssetRequest, cause: unknown): Promise<AppError> {
	if (signal.aborted) return new AppError('cancelled', { cause });
	const question = { method: 'HEAD', cache: 'no-store' } as const;
	const isReached = (await fetch(url, question).catch(() => null))?.ok === true;
	if (isReached) return damaged(assetName(url));
	return new AppError('engine.offline', { retryable: true, cause });
}

export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
	const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
	return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The file's name without the build's hash and without the origin. */
function assetName(url: string): string {
	return new URL(url).pathname.split('/').at(-1) ?? '';
}
