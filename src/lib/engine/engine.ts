/** The main-thread side of the engine: calls in, typed errors and events out. */
import { proxy, transfer, wrap, type Remote } from 'comlink';
import { AppError, fromWire } from '../errors.ts';
import { workerUrl } from '../worker-url.ts';
import { assetUrls } from './assets.ts';
import engineWorker from './engine.worker.ts?worker&url';
import type { CallId, Reply, WorkerApi } from './protocol.ts';
import type { CallOptions, Engine, EngineEvent, LandmarkerSource, LoadProgress } from './types.ts';

/** One worker; dispose it with the page that made it. */
export function createEngine(landmarker: LandmarkerSource | null = null): Engine {
	const worker = new Worker(workerUrl(engineWorker), { type: 'module', name: 'engine' });
	const api: Remote<WorkerApi> = wrap<WorkerApi>(worker);
	const listeners = new Set<(event: EngineEvent) => void>();
	void api.listen(
		proxy((event: EngineEvent) => {
			for (const listener of listeners) listener(event);
		})
	);

	let lastCall: CallId = 0;
	/** A call whose `signal` reaches the worker. */
	async function call<T>(
		options: CallOptions | undefined,
		send: (call: CallId) => Promise<Reply<T>>
	): Promise<T> {
		const { signal } = options ?? {};
		if (signal?.aborted === true) throw new AppError('cancelled');
		const id = ++lastCall;
		const cancel = (): void => void api.cancel(id);
		signal?.addEventListener('abort', cancel);
		try {
			return valueOf(await send(id));
		} finally {
			signal?.removeEventListener('abort', cancel);
		}
	}

	return {
		start: (options) => {
			const onProgress = proxy((progress: LoadProgress) => options?.onProgress?.(progress));
			return call(options, (id) => api.start(id, { urls: assetUrls(), landmarker }, onProgress));
		},
		detect: (pixels, options) =>
			call(options, (id) => api.detect(id, transfer(pixels, [pixels.data.buffer]))),
		redetect: (pixels, options) =>
			call(options, (id) => api.redetect(id, transfer(pixels, [pixels.data.buffer]))),
		adopt: (picture, options) => call(undefined, (id) => api.adopt(id, picture, options)),
		discard: async (picture) => valueOf(await api.discard(picture)),
		show: async (job) => valueOf(await api.show(job)),
		solve: (plan, options) => call(options, (id) => api.solve(id, plan)),
		render: (plan, options) => call(options, (id) => api.render(id, plan)),
		personMask: async () => valueOf(await api.personMask()),
		useRenderer: async (kind) => valueOf(await api.useRenderer(kind)),
		subscribe: (listener) => {
			listeners.add(listener);
			return () => void listeners.delete(listener);
		},
		dispose: () => {
			listeners.clear();
			worker.terminate();
		}
	};
}

function valueOf<T>(reply: Reply<T>): T {
	if (!reply.ok) throw fromWire(reply.error);
	return reply.value;
}
