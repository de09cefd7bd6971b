import { transfer, wrap } from 'comlink';
import { AppError } from '../errors.ts';
import type { Aside } from '../skin/index.ts';
import { workerUrl } from '../worker-url.ts';
import skinWorker from './skin.worker.ts?worker&url';

/** One at most, for the next photograph: a new one would have to compile and optimise anew. */
const idle: SkinHelper[] = [];

/**
 * Lends the thread beside the engine's to one reading. Where that is abandoned or fails the thread ends
 * with it, at once.
 */
export async function withSkinHelper<T>(read: (aside: Aside) => Promise<T>): Promise<T> {
	const helper = idle.pop() ?? new SkinHelper();
	try {
		const found = await read(helper.aside);
		if (idle.length === 0) idle.push(helper);
		else helper.end();
		return found;
	} catch (error) {
		helper.end();
		throw error;
	}
}

class SkinHelper {
	/** Rejects with `engine.failed` where the thread does not start. */
	readonly aside: Aside;
	readonly #worker: Worker;

	constructor() {
		const worker = new Worker(workerUrl(skinWorker), { type: 'module', name: 'skin' });
		const broken = new Promise<never>((_, reject) => {
			worker.addEventListener('error', () => {
				reject(new AppError('engine.failed', { retryable: true }));
			});
		});
		broken.catch(() => undefined);
		const remote = wrap<Aside>(worker);
		this.#worker = worker;
		this.aside = {
			colours: (photo) => Promise.race([remote.colours(handed(photo)), broken]),
			creases: (bank) => Promise.race([remote.creases(handed(bank)), broken])
		};
	}

	end(): void {
		this.#worker.terminate();
	}
}

/** A copy that goes over whole: the browser's own way of cloning takes three times as long. */
function handed<T>(value: T): T {
	const buffers: ArrayBuffer[] = [];
	const copyOf = (part: unknown): unknown => {
		if (part instanceof Float32Array || part instanceof Float64Array) {
			const copy = part.slice();
			buffers.push(copy.buffer);
			return copy;
		}
		if (Array.isArray(part)) return part.map(copyOf);
		if (typeof part !== 'object' || part === null) return part;
		return Object.fromEntries(Object.entries(part).map(([key, one]) => [key, copyOf(one)]));
	};
	return transfer(copyOf(value) as T, buffers);
}
