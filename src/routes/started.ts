import type { Question } from '../service-worker/messages.ts';

/**
 * Tells the service worker that this version starts, so that it goes on being served; at once, before
 * anybody goes on to the next page.
 */
export function tellStarted(): void {
	const meta = document.querySelector<HTMLMetaElement>('meta[name="vultus-version"]');
	const question: Question = { type: 'started', hash: meta?.content.split(' ')[1] ?? '' };
	// None where the page is not served by it, and where the browser has none.
	(navigator.serviceWorker as ServiceWorkerContainer | undefined)?.controller?.postMessage(
		question
	);
}
