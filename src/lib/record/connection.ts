import { proxy, wrap } from 'comlink';
import { AppError } from '../errors.ts';
import { passphraseBytes, type Heard, type Secret } from '../vault/index.ts';
import { workerUrl } from '../worker-url.ts';
import type { RecordRoom, WorkerApi } from './protocol.ts';
import recordWorker from './record.worker.ts?worker&url';
import { asRoom } from './wire.ts';

/** The vault worker as the page has it. */
export class RecordConnection {
	readonly room: RecordRoom;
	readonly #worker: Worker;
	readonly #ended = Promise.withResolvers<never>();

	constructor({ asked, lost }: Heard) {
		this.#worker = new Worker(workerUrl(recordWorker), { type: 'module', name: 'vault' });
		this.#ended.promise.catch(() => undefined);
		const api = wrap<WorkerApi>(this.#worker);
		const neverRan = (): void => {
			this.#ended.reject(new AppError('vault.failed', { retryable: true }));
		};
		// Until it has answered, an error means that its script did not load or run.
		this.#worker.addEventListener('error', neverRan);
		void api.listen(proxy(asked), proxy(lost)).then(() => {
			this.#worker.removeEventListener('error', neverRan);
		});
		this.room = asRoom<RecordRoom>(api, this.#ended.promise);
	}

	/** Ends the worker: with it go all keys and everything that they had opened. */
	lock(): void {
		this.#worker.terminate();
		this.#ended.reject(new AppError('vault.locked'));
	}
}

export function passphraseSecret(typed: string): Secret {
	return { kind: 'passphrase', passphrase: passphraseBytes(typed) };
}
