/**
 * The app without a network (docs/offline.md). Answers for files that the build listed and for the
 * app's own pages, and leaves all else to the network: the API above all.
 */
import '../lib/ways-out-closed.ts';
import type { Question, Questions } from './messages.ts';
import * as versions from './versions.ts';

declare const self: ServiceWorkerGlobalScope;

/** The server's own, and the page that must work without this script. */
const NOT_OURS = /^\/(api|_)(\/|$)|^\/sw-reset/;
const HAS_ENDING = /\.[^/]*$/;

self.addEventListener('install', (event) => event.waitUntil(versions.install()));
self.addEventListener('activate', (event) => event.waitUntil(versions.activate()));

self.addEventListener('fetch', (event) => {
	const { request } = event;
	const { origin, pathname } = new URL(request.url);
	if (origin !== self.location.origin || NOT_OURS.test(pathname)) return;
	const keep = (work: Promise<unknown>): void => event.waitUntil(work);
	if (request.method !== 'GET') return;
	const answer =
		request.mode === 'navigate' && !HAS_ENDING.test(pathname)
			? versions.page(pathname)
			: versions.file(pathname, keep);
	event.respondWith(answer.then((stored) => stored ?? fetch(request)));
});

const ANSWERS: {
	readonly [Type in keyof Questions]: (hash: string) => Questions[Type] | Promise<Questions[Type]>;
} = {
	who: versions.who,
	accept: () => done(versions.accept()),
	started: (hash) => done(versions.started(hash)),
	files: versions.filesOf,
	'keep-used': (hash) => done(versions.keepUsed(hash)),
	claim: () => done(self.clients.claim())
};

async function done(work: Promise<void>): Promise<true> {
	await work;
	return true;
}

self.addEventListener('message', (event) => {
	const { type, hash } = event.data as Question;
	const answer = async (): Promise<void> => {
		const said = await ANSWERS[type](hash);
		event.ports[0]?.postMessage(said);
	};
	event.waitUntil(answer());
});
