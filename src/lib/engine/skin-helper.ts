import { wrap } from 'comlink';
import { AppError } from '../errors.ts';
import type { Aside } from '../skin/index.ts';
import { workerUrl } from '../worker-url.ts';
import skinWorker from './skin.worker.ts?worker&url';

/** The thread beside the engine's, for as long as one photograph's skin is read: then its memory goes. */
export class SkinHelper {
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
			colours: (photo) => Promise.race([remote.colours(photo), broken]),
			creases: (bank) => Promise.race([remote.creases(bank), broken])
		};
	}

	end(): void {
		this.#worker.terminate();
	}
}
