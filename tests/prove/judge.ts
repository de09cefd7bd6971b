/** What in captured traffic is not allowed. One judge for the app and for the leaks that it must find. */
import { isBrowsersOwn } from './browser.ts';
import { finder, views, type Canary } from './canaries.ts';
import { isOwnFile, objections } from './allowed.ts';
import type { SentRequest, Traffic } from './net-log.ts';

/** What may be sent in all, beside asking for the app's own files. */
export const MOST_SENT = 20_000;

/** Each of them is a different way to find out. */
export type Finding = {
	readonly by: 'destination' | 'datagram' | 'name' | 'request' | 'canary' | 'picture' | 'amount';
	readonly what: string;
};

const RESOLVER = /:53$/;
const LOOPBACK = ['127.0.0.1', '[::1]', 'localhost'];
/** Where `startWatched` leads what is the browser's own. */
const NOWHERE = '~notfound';
/** Who asked, in the log, where that was no page and no worker. */
const NO_PAGE = 'not an origin';
const PICTURES: readonly (readonly [string, Buffer])[] = [
	['PNG', Buffer.from('89504e470d0a1a0a', 'hex')],
	['JPEG', Buffer.from('ffd8ff', 'hex')],
	['WebP', Buffer.from('WEBPVP8')],
	['AVIF', Buffer.from('ftypavif')],
	['GIF', Buffer.from('GIF8')]
];

export type Expected = {
	/** `host:port` of the app's server. */
	readonly served: string;
	readonly canaries: readonly Canary[];
};

export function requestsOf({ streams }: Traffic): readonly SentRequest[] {
	return streams.flatMap(({ requests }) => requests).toSorted((a, b) => a.at - b.at);
}

export function judge(traffic: Traffic, { served, canaries }: Expected): readonly Finding[] {
	const { port } = new URL(`http://${served}`);
	const isServer = (address: string): boolean =>
		LOOPBACK.some((host) => address === `${host}:${port}`);
	const requests = requestsOf(traffic);
	const findings: Finding[] = [];
	const find = (by: Finding['by'], what: string): void => void findings.push({ by, what });

	for (const address of traffic.connections) {
		if (!isServer(address)) find('destination', `a connection to ${address}`);
	}
	for (const { address, requests: sent, rest } of traffic.streams) {
		if (!isServer(address)) find('destination', `bytes to ${address || 'nobody known'}`);
		else if (rest.length > 0) {
			find('request', `${rest.length} bytes that are no request, after ${sent.length}`);
		}
	}
	for (const { url, by } of traffic.asked) {
		const { host, hostname, protocol } = new URL(url);
		const isLocal = protocol === 'blob:' || protocol === 'data:';
		// What a page asks for has an origin, if only an opaque one.
		const isByBrowser = by === NO_PAGE && isBrowsersOwn(hostname);
		if (host !== served && !isLocal && !isByBrowser) {
			find('destination', `${by || 'somebody'} asked for ${hostname}`);
		}
	}
	for (const { address } of traffic.datagrams) {
		if (!RESOLVER.test(address)) find('datagram', `a datagram to ${address || 'nobody known'}`);
	}
	for (const name of traffic.names) {
		if (!LOOPBACK.includes(name) && name !== NOWHERE) find('name', `a look-up of ${name}`);
	}
	for (const request of requests) {
		for (const what of objections(request)) find('request', what);
	}
	const counted = sizeOf(requests.filter((one) => !isOwnFile(one)));
	if (counted > MOST_SENT) find('amount', `${counted} bytes, more than ${MOST_SENT}`);

	const search = finder(canaries);
	for (const captured of capturedIn(traffic)) {
		for (const name of search(captured)) find('canary', `“${name}” was sent`);
	}
	for (const { target, body } of requests) {
		for (const name of picturesIn(body)) find('picture', `${name} in the body of ${target}`);
	}
	return findings;
}

export function sizeOf(requests: readonly SentRequest[]): number {
	return requests.reduce((sum, { size }) => sum + size, 0);
}

/** Every byte that left, and every address and name that was asked for. */
function capturedIn({ streams, datagrams, names, asked }: Traffic): readonly Buffer[] {
	return [
		...streams.flatMap(({ requests, rest }) => [
			...requests.map(({ method, target, headers, body }) =>
				Buffer.concat([
					Buffer.from(
						[`${method} ${target}`, ...[...headers].map((pair) => pair.join(': '))].join('\n'),
						'latin1'
					),
					Buffer.from('\n\n'),
					body
				])
			),
			...requests.map(({ body }) => body),
			rest
		]),
		...datagrams.map(({ bytes }) => bytes),
		...[...names].map((name) => Buffer.from(name)),
		...asked.filter(({ url }) => !/^(blob|data):/.test(url)).map(({ url }) => Buffer.from(url))
	];
}

function picturesIn(body: Buffer): readonly string[] {
	const all = views(body);
	return PICTURES.filter(([, magic]) => all.some((view) => view.includes(magic))).map(
		([name]) => name
	);
}
