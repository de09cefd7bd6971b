/**
 * Which versions lie here, and which of them is served. A new version is served once it was accepted,
 * whatever the browser does with service workers meanwhile; and it is served once only until one of
 * its pages has started. A version that does not start so gives way to the one before at the next
 * page, without a network.
 */
import type { Bundle, BundleFile } from './bundle.ts';
import { fetchStream, fetchUsed, fetchWhole, headersOf } from './files.ts';
import type { Questions, StoredFile } from './messages.ts';

/** Followed by the version's hash. */
const APP = 'vultus-app-';
/** Of all versions, by their hashes. */
const PARTS = 'vultus-parts';
const CHOICE = 'vultus-choice';
/** The list of what a version is made of; stored last, so that what has it is whole. */
const LIST = '/list';
const PAGE = '/index.html';
const LOCKED = '/locked';
const AT_ONCE = 6;

type Choice = {
	/** The version that is served; one of its pages has started. */
	readonly current: string;
	/** Pages of it may still be open. */
	readonly previous: string | null;
	/** Accepted, and not seen to start yet. */
	readonly trying: string | null;
	readonly isTried: boolean;
};

declare const self: ServiceWorkerGlobalScope & { readonly VULTUS_BUNDLE: Bundle };

/** The version that came with this script. */
const OWN = self.VULTUS_BUNDLE;

const lists = new Map<string, Bundle>([[OWN.hash, OWN]]);
/** In the order in which they are asked for a file; null until asked for after a page. */
let order: Promise<readonly Bundle[]> | null = null;

const keyOf = (file: BundleFile): string => `/${file.sha256}`;
const isPart = ({ kind }: BundleFile): boolean => kind !== 'app';

/** Opened once: a page asks for some fifty files at its start. */
const opened = new Map<string, Promise<Cache>>();

function appOf(hash: string): Promise<Cache> {
	const open = opened.get(hash) ?? caches.open(APP + hash);
	opened.set(hash, open);
	return open;
}

/** Null where it does not lie here as a whole. */
async function listOf(hash: string): Promise<Bundle | null> {
	const known = lists.get(hash);
	if (known !== undefined) return known;
	const stored = await caches.match(LIST, { cacheName: APP + hash });
	if (stored === undefined) return null;
	const list = (await stored.json()) as Bundle;
	lists.set(hash, list);
	return list;
}

async function readChoice(): Promise<Choice | null> {
	const stored = await caches.match(CHOICE, { cacheName: CHOICE });
	return stored === undefined ? null : ((await stored.json()) as Choice);
}

async function choose(choice: Choice): Promise<void> {
	await (await caches.open(CHOICE)).put(CHOICE, Response.json(choice));
}

/** Where nothing was chosen yet, the version that came first. */
async function chosen(): Promise<Choice> {
	return (
		(await readChoice()) ?? { current: OWN.hash, previous: null, trying: null, isTried: false }
	);
}

/**
 * Stores all that a page may load at once, or fails; and those parts as well that were stored of the
 * version before, so that who works offline goes on doing so. Errors: TypeError, or a full disk's.
 */
export async function install(): Promise<void> {
	const cache = await appOf(OWN.hash);
	const { headers, lockedHeaders } = OWN;
	const files = OWN.files.filter((file) => !isPart(file));
	await several(files, async (file) => {
		if ((await cache.match(file.path)) !== undefined) return;
		const bytes = await fetchWhole(file);
		if (file.path === PAGE) {
			await cache.put(LOCKED, new Response(bytes, { headers: headersOf(file, lockedHeaders) }));
		}
		await cache.put(file.path, new Response(bytes, { headers: headersOf(file, headers) }));
	});
	const before = await readChoice();
	if (before !== null) await takeParts(before.current);
	await cache.put(LIST, Response.json(OWN));
}

async function takeParts(before: string): Promise<void> {
	const kinds = new Map<string, boolean>();
	for (const { kind, isStored } of await filesOf(before)) {
		kinds.set(kind, (kinds.get(kind) ?? true) && isStored);
	}
	const cache = await caches.open(PARTS);
	const wanted = OWN.files.filter((file) => isPart(file) && kinds.get(file.kind) === true);
	await several(wanted, async (file) => {
		if ((await cache.match(keyOf(file))) === undefined) {
			await cache.put(keyOf(file), responseOf(await fetchStream(file), file));
		}
	});
}

/** The first version is served at once: there is none that it would take anybody by surprise in. */
export async function activate(): Promise<void> {
	if ((await readChoice()) === null) await choose(await chosen());
	await tidy();
	await self.clients.claim();
}

export async function accept(): Promise<void> {
	const choice = await chosen();
	if (choice.current !== OWN.hash) await choose({ ...choice, trying: OWN.hash, isTried: false });
	await self.skipWaiting();
}

/** A page of this version has started. */
export async function started(hash: string): Promise<void> {
	const choice = await chosen();
	if (choice.trying !== hash) return;
	await choose({ current: hash, previous: choice.current, trying: null, isTried: false });
	order = null;
	await tidy();
}

/** What is being installed, or waits, belongs to no version that is known here. */
async function tidy(): Promise<void> {
	const { installing, waiting } = self.registration;
	if (installing !== null || waiting !== null) return;
	const { current, previous, trying } = await chosen();
	const kept = [OWN.hash, current, previous, trying].filter((hash) => hash !== null);
	for (const name of await caches.keys()) {
		const hash = name.startsWith(APP) ? name.slice(APP.length) : null;
		if (hash === null || kept.includes(hash)) continue;
		opened.delete(hash);
		await caches.delete(name);
	}
	const versions = await Promise.all(kept.map(listOf));
	const wanted = new Set(versions.flatMap((list) => list?.files ?? []).map(keyOf));
	const parts = await caches.open(PARTS);
	for (const request of await parts.keys()) {
		if (!wanted.has(new URL(request.url).pathname)) await parts.delete(request);
	}
}

/** The app's page, as it is served at this path. Null where nothing is stored. */
export async function page(path: string): Promise<Response | null> {
	const choice = await chosen();
	const tries = choice.trying !== null && !choice.isTried;
	if (tries) await choose({ ...choice, isTried: true });
	const hash = tries ? choice.trying : choice.current;
	order = null;
	const name = path === LOCKED ? LOCKED : PAGE;
	return (await caches.match(name, { cacheName: APP + hash })) ?? null;
}

/** Null for what no version that lies here has. `keep`: work that goes on behind the answer. */
export async function file(
	path: string,
	keep: (work: Promise<unknown>) => void
): Promise<Response | null> {
	for (const list of await (order ??= inOrder())) {
		const found = list.files.find((one) => one.path === path);
		if (found === undefined) continue;
		if (isPart(found)) return await part(found, keep);
		const stored = await (await appOf(list.hash)).match(path);
		if (stored !== undefined) return stored;
	}
	return null;
}

/** Those of which pages may be open. What is being tried is only asked for what the others lack. */
async function inOrder(): Promise<readonly Bundle[]> {
	const { current, previous, trying } = await chosen();
	const hashes = [current, trying, OWN.hash, previous].filter((hash) => hash !== null);
	return (await Promise.all(hashes.map(listOf))).filter((list) => list !== null);
}

async function part(found: BundleFile, keep: (work: Promise<unknown>) => void): Promise<Response> {
	const cache = await caches.open(PARTS);
	const stored = await cache.match(keyOf(found));
	if (stored !== undefined) return stored;
	const [toPage, toKeep] = (await fetchStream(found)).tee();
	// Where it arrives damaged, in part, or finds no space, nothing is stored.
	keep(cache.put(keyOf(found), responseOf(toKeep, found)).catch(() => undefined));
	return responseOf(toPage, found);
}

function responseOf(body: BodyInit, found: BundleFile): Response {
	return new Response(body, { headers: headersOf(found, OWN.headers) });
}

/** Of the version of this hash; of none where it does not lie here. */
export async function filesOf(hash: string): Promise<readonly StoredFile[]> {
	const list = await listOf(hash);
	const cache = await caches.open(PARTS);
	const stored = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname));
	return (list?.files ?? []).map((one) => {
		const { path, kind, bytes, sent } = one;
		return { path, kind, bytes, sent, isStored: !isPart(one) || stored.has(keyOf(one)) };
	});
}

/** A first visit has loaded parts before there was a service worker: they need not come twice. */
export async function keepUsed(hash: string): Promise<void> {
	const list = await listOf(hash);
	const cache = await caches.open(PARTS);
	for (const one of (list?.files ?? []).filter(isPart)) {
		if ((await cache.match(keyOf(one))) !== undefined) continue;
		const bytes = await fetchUsed(one);
		if (bytes !== null) await cache.put(keyOf(one), responseOf(bytes, one));
	}
}

export async function who(): Promise<Questions['who']> {
	const { trying, isTried } = await chosen();
	const { version, hash } = OWN;
	return { version, hash, didNotStart: isTried && trying === hash };
}

/** A few at a time; fails with the first that does. */
async function several<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
	const left = [...items];
	const worker = async (): Promise<void> => {
		for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item);
	};
	await Promise.all(Array.from({ length: AT_ONCE }, worker));
}
