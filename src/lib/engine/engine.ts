/** The main-thread side of the engine: calls in, typed errors and events out. */
import { transfer } from 'comlink';
import { AppError } from '../errors.ts';
import { assetUrls } from './assets.ts';
import { Connection, type CallHandling, type Send } from './connection.ts';
import type { Notice } from './protocol.ts';
import { SharedStart } from './shared-start.ts';
import type { Engine, EngineEvent, EngineInfo, LandmarkerSource, LoadProgress } from './types.ts';

/** One worker, opened again by `start` where it did not run; dispose it with the page that made it. */
export function createEngine(landmarker: LandmarkerSource | null = null): Engine {
	const listeners = new Set<(event: EngineEvent) => void>();
	const watchers = new Set<(progress: LoadProgress) => void>();
	const hear = (notice: Notice): void => {
		if (notice.type === 'progress') for (const watch of watchers) watch(notice.progress);
		else for (const listener of listeners) listener(notice);
	};

	let connection = new Connection(hear);
	const call = <T>(send: Send<T>, handling?: CallHandling<T>): Promise<T> =>
		connection.call(send, handling);

	const shared = new SharedStart<EngineInfo>((signal) => {
		if (!connection.isOpen) connection = new Connection(hear);
		return call((api, id) => api.start(id, { urls: assetUrls(), landmarker }), { signal });
	});
	const discard = (picture: number): Promise<void> => call((api, id) => api.discard(id, picture));

	return {
		start: async ({ signal, onProgress } = {}) => {
			const watch = (progress: LoadProgress): void => onProgress?.(progress);
			watchers.add(watch);
			try {
				return await shared.join(signal);
			} finally {
				watchers.delete(watch);
			}
		},
		detect: (pixels, { signal } = {}) =>
			call((api, id) => api.detect(id, transfer(pixels, [pixels.data.buffer])), {
				signal,
				undo: ({ picture }) => void discard(picture)
			}),
		watch: (frame) => call((api, id) => api.watch(id, transfer(frame, [frame]))),
		redetect: (pixels, { signal } = {}) =>
			call((api, id) => api.redetect(id, transfer(pixels, [pixels.data.buffer])), { signal }),
		pixelsOf: (picture) => call((api, id) => api.pixelsOf(id, picture)),
		add: (pixels) => call((api, id) => api.add(id, transfer(pixels, [pixels.data.buffer]))),
		adopt: (picture, options) => call((api, id) => api.adopt(id, picture, options)),
		discard,
		show: (job) => call((api, id) => api.show(id, job)),
		solve: (plan, { signal } = {}) => call((api, id) => api.solve(id, plan), { signal }),
		render: (illustration, { signal } = {}) =>
			call((api, id) => api.render(id, illustration), { signal }),
		personMask: () => call((api, id) => api.personMask(id)),
		skinClasses: () => call((api, id) => api.skinClasses(id)),
		useRenderer: (kind) => call((api, id) => api.useRenderer(id, kind)),
		subscribe: (listener) => {
			listeners.add(listener);
			return () => void listeners.delete(listener);
		},
		dispose: () => {
			listeners.clear();
			connection.end(new AppError('cancelled'));
		}
	};
}
