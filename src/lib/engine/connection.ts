import { proxy, wrap, type Remote } from 'comlink';
import { AppError, toAppError, valueOf, type Reply } from '../errors.ts';
import { workerUrl } from '../worker-url.ts';
import engineWorker from './engine.worker.ts?worker&url';
import type { CallId, Notice, WorkerApi } from './protocol.ts';

export type Send<T> = (api: Remote<WorkerApi>, call: CallId) => Promise<Reply<T>>;

export type CallHandling<T> = {
	readonly signal?: AbortSignal | undefined;
	/** Takes back what came of a call that was cancelled when it was already done. */
	readonly undo?: (value: T) => void;
};

/** One worker and the calls under way in it. */
export class Connection {
	readonly #worker: Worker;
	readonly #api: Remote<WorkerApi>;
	readonly #ended = Promise.withResolvers<never>();
	#lastCall: CallId = 0;
	#isOpen = true;

	constructor(onNotice: (notice: Notice) => void) {
		this.#worker = new Worker(workerUrl(engineWorker), { type: 'module', name: 'engine' });
		this.#api = wrap<WorkerApi>(this.#worker);
		this.#ended.promise.catch(() => undefined);
		// Until the worker has answered, an error means that its script did not load or run.
		const neverRan = ({ message }: ErrorEvent): void => {
			void whyItDidNotRun(message).then((reason) => {
				this.end(reason);
			});
		};
		this.#worker.addEventListener('error', neverRan);
		void this.#api.listen(proxy(onNotice)).then(() => {
			this.#worker.removeEventListener('error', neverRan);
		});
	}

	get isOpen(): boolean {
		return this.#isOpen;
	}

	/** Rejects with AppError: the worker's own, `cancelled`, or the reason why the worker ended. */
	async call<T>(send: Send<T>, { signal, undo }: CallHandling<T> = {}): Promise<T> {
		if (signal?.aborted === true) throw new AppError('cancelled');
		const id = ++this.#lastCall;
		const answer = send(this.#api, id);
		const cancelled = Promise.withResolvers<never>();
		const cancel = (): void => {
			void this.#api.cancel(id);
			cancelled.reject(new AppError('cancelled'));
			void answer.then((late) => {
				if (late.ok) undo?.(late.value);
			});
		};
		signal?.addEventListener('abort', cancel);
		try {
			return valueOf(await Promise.race([answer, cancelled.promise, this.#ended.promise]));
		} catch (error) {
			throw toAppError(error, 'engine.failed');
		} finally {
			signal?.removeEventListener('abort', cancel);
		}
	}

	end(reason: AppError): void {
		this.#isOpen = false;
		this.#worker.terminate();
		this.#ended.reject(reason);
	}
}

/** The error of a worker's script does not tell a missing network from a broken browser. */
async function whyItDidNotRun(message: string): Promise<AppError> {
	const cause = new Error(message);
	try {
		const { ok, status } = await fetch(engineWorker, { method: 'HEAD' });
		if (ok) return new AppError('engine.failed', { retryable: true, cause });
		const details = { asset: 'engine.worker', status };
		return new AppError('engine.asset-missing', { retryable: true, details, cause });
	} catch {
		return new AppError('engine.offline', { retryable: true, cause });
	}
}
