/** The app's service worker, as a page has it. */
import { messageSW, Workbox } from 'workbox-window';
import type { Question, Questions } from '../../service-worker/messages.ts';
import { workerUrl } from '../worker-url.ts';

const SCRIPT = '/service-worker.js';
/** A worker that is being ended, or of a version that does not know the question, never answers. */
const PATIENCE_MS = 20_000;

/** Registers it, or finds it; it checks for a newer one. Errors: the browser's, without a network. */
export async function register(onWaiting: () => void): Promise<ServiceWorkerRegistration> {
	const workbox = new Workbox(workerUrl(SCRIPT), { updateViaCache: 'none' });
	workbox.addEventListener('waiting', onWaiting);
	const registration = await workbox.register();
	if (registration === undefined) throw new Error('no service worker');
	return registration;
}

/** Null where it does not answer. */
export async function ask<Type extends keyof Questions>(
	worker: ServiceWorker,
	type: Type,
	hash: string
): Promise<Questions[Type] | null> {
	const question: Question = { type, hash };
	const patience = new Promise<null>((resolve) => setTimeout(() => resolve(null), PATIENCE_MS));
	const answer = messageSW(worker, question) as Promise<Questions[Type]>;
	return await Promise.race([answer, patience]);
}
