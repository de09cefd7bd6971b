/** What the app needs of a browser, each tried and not asked for. */

/** Names of what is tried; true where it works. */
export type SelfTest = Readonly<Record<string, boolean>>;

type Attempts = Readonly<Record<string, () => boolean | Promise<boolean>>>;

/** By which the smallest WebAssembly module begins, and which is all of it. */
const WASM = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);
const DATABASE = 'vultus-self-test';

const ATTEMPTS: Attempts = {
	'secure-context': () => isSecureContext,
	'web-crypto': async () => {
		const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
			'encrypt'
		]);
		return key.type === 'secret';
	},
	wasm: () => WebAssembly.validate(WASM),
	'indexed-db': databaseOpens,
	workers: () => typeof Worker === 'function',
	'service-worker': () => 'serviceWorker' in navigator,
	'offscreen-canvas': () => new OffscreenCanvas(1, 1).getContext('2d') !== null,
	webgl2: () => new OffscreenCanvas(1, 1).getContext('webgl2') !== null,
	webgpu: async () => {
		const { gpu } = navigator as { gpu?: { requestAdapter: () => Promise<object | null> } };
		return gpu !== undefined && (await gpu.requestAdapter()) !== null;
	},
	camera: () => 'mediaDevices' in navigator,
	'web-locks': () => 'locks' in navigator
};

/** One after another; what throws does not work. */
export async function selfTest(attempts: Attempts = ATTEMPTS): Promise<SelfTest> {
	const found: Record<string, boolean> = {};
	for (const [name, works] of Object.entries(attempts)) {
		try {
			found[name] = await works();
		} catch {
			found[name] = false;
		}
	}
	return found;
}

/** A database of its own, gone again: the vault's is not touched. */
async function databaseOpens(): Promise<boolean> {
	const { promise, resolve } = Promise.withResolvers<boolean>();
	const opening = indexedDB.open(DATABASE);
	opening.onsuccess = () => {
		opening.result.close();
		indexedDB.deleteDatabase(DATABASE);
		resolve(true);
	};
	opening.onerror = () => resolve(false);
	return promise;
}
