/** The main thread's side: one worker, one job at a time, ended when it is cancelled or hangs. */
import { AppError, fromWire } from '../errors.ts';
import { workerUrl } from '../worker-url.ts';
import type { Job, JobMessage, JobResult } from './protocol.ts';
import type { ProgressStep } from './types.ts';

type RunOptions = {
	readonly signal?: AbortSignal | undefined;
	readonly onProgress?: ((step: ProgressStep) => void) | undefined;
};

type Result<J extends Job> = JobResult[J['type']];

export class WorkerRoom {
	readonly #url: string;
	readonly #name: string;
	/** How long decoding alone may take; reading waits for the disk, encoding for the picture's size. */
	readonly #decodeLimitMs: number;
	#worker: Worker | null = null;
	#last: Promise<unknown> = Promise.resolve();

	constructor(url: string, name: string, decodeLimitMs: number) {
		this.#url = url;
		this.#name = name;
		this.#decodeLimitMs = decodeLimitMs;
	}

	/** Errors: AppError; `cancelled`, `photo.decode-timeout` or what the job says. */
	async run<J extends Job>(job: J, options: RunOptions = {}): Promise<Result<J>> {
		const before = this.#last;
		const result = before.then(() => this.#run(job, options));
		this.#last = result.catch(() => undefined);
		return result;
	}

	/** Gives its memory back; the next job starts another. */
	end(): void {
		this.#worker?.terminate();
		this.#worker = null;
	}

	#start(): Worker {
		this.#worker ??= new Worker(workerUrl(this.#url), { type: 'module', name: this.#name });
		return this.#worker;
	}

	async #run<J extends Job>(job: J, { signal, onProgress }: RunOptions): Promise<Result<J>> {
		if (signal?.aborted === true) throw new AppError('cancelled');
		const worker = this.#start();
		const listening = new AbortController();
		let timer: ReturnType<typeof setTimeout> | undefined;
		try {
			return await new Promise<Result<J>>((resolve, reject) => {
				const stop = (error: AppError): void => {
					this.end();
					reject(error);
				};
				const onMessage = ({ data }: MessageEvent<JobMessage>): void => {
					if (data.type === 'done') resolve(data.result as Result<J>);
					else if (data.type === 'failed') reject(fromWire(data.error));
					else {
						clearTimeout(timer);
						if (data.step === 'decoding') {
							const timeout = (): void =>
								stop(new AppError('photo.decode-timeout', { retryable: true }));
							timer = setTimeout(timeout, this.#decodeLimitMs);
						}
						onProgress?.(data.step);
					}
				};
				const onError = (): void => stop(new AppError('unexpected', { retryable: true }));
				const once = { signal: listening.signal };
				worker.addEventListener('message', onMessage, once);
				worker.addEventListener('error', onError, once);
				worker.addEventListener('messageerror', onError, once);
				signal?.addEventListener('abort', () => stop(new AppError('cancelled')), once);
				// Pixels to be turned or kept are the worker's; those of a picture to be written stay the caller's.
				const isGiven = job.type === 'turn' || job.type === 'store';
				worker.postMessage(job, isGiven ? [job.pixels.data.buffer] : []);
			});
		} finally {
			clearTimeout(timer);
			listening.abort();
		}
	}
}
