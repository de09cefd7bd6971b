/**
 * What a Chromium really sent, from its own net log (`--log-net-log --net-log-capture-mode=Everything`),
 * which sits below pages, workers and service workers: each byte given to a socket, each datagram, each
 * name that was looked up, each address that was connected to.
 */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

export type SentRequest = {
	readonly method: string;
	/** As it stands in the request line: path and query. */
	readonly target: string;
	readonly headers: ReadonlyMap<string, string>;
	readonly body: Buffer;
	/** Of the whole request on the wire. */
	readonly size: number;
	/** Milliseconds since 1970. */
	readonly at: number;
};

type Stream = {
	/** `127.0.0.1:4173`; empty where none was connected to. */
	readonly address: string;
	readonly requests: readonly SentRequest[];
	/** What came after the last whole request, or is none at all (TLS, a web socket's frames). */
	readonly rest: Buffer;
};

export type Traffic = {
	readonly streams: readonly Stream[];
	readonly datagrams: readonly { readonly address: string; readonly bytes: Buffer }[];
	/** Addresses for which a connection was tried, whether something was sent or not. */
	readonly connections: ReadonlySet<string>;
	/** Host names that were to be resolved. */
	readonly names: ReadonlySet<string>;
	/** What pages and workers asked the browser for; `by` is the origin of who did. */
	readonly asked: readonly { readonly url: string; readonly by: string }[];
};

type LogEvent = {
	readonly type: number;
	readonly phase: number;
	readonly time: string;
	readonly source: { readonly id: number };
	readonly params?: {
		readonly bytes?: string;
		readonly address?: string;
		readonly address_list?: readonly string[];
		readonly host?: string;
		readonly url?: string;
		readonly initiator?: string;
	};
};

const WANTED = [
	'TCP_CONNECT',
	'TCP_CONNECT_ATTEMPT',
	'SOCKET_BYTES_SENT',
	'SSL_SOCKET_BYTES_SENT',
	'UDP_CONNECT',
	'UDP_BYTES_SENT',
	'HOST_RESOLVER_MANAGER_REQUEST',
	'HOST_RESOLVER_MANAGER_JOB',
	'URL_REQUEST_START_JOB'
] as const;
type Wanted = (typeof WANTED)[number];

type Part = { readonly bytes: Buffer; readonly at: number };

/** Chromium writes one event a line, and the end of the file only when it is closed in peace. */
export async function readNetLog(file: string): Promise<Traffic> {
	const nameOf = new Map<number, Wanted>();
	let offset = 0;
	const sent = new Map<number, Part[]>();
	const addressOf = new Map<number, string>();
	const connections = new Set<string>();
	const datagrams: { address: string; bytes: Buffer }[] = [];
	const names = new Set<string>();
	const asked: { url: string; by: string }[] = [];

	const hear = ({ type, time, source: { id }, params = {} }: LogEvent): void => {
		const { bytes, address, address_list: list, host, url, initiator } = params;
		const data = Buffer.from(bytes ?? '', 'base64');
		switch (nameOf.get(type)) {
			case 'TCP_CONNECT':
				for (const one of list ?? []) connections.add(one);
				break;
			case 'TCP_CONNECT_ATTEMPT':
				if (address !== undefined) addressOf.set(id, address);
				break;
			case 'SOCKET_BYTES_SENT':
			case 'SSL_SOCKET_BYTES_SENT': {
				const parts = sent.get(id) ?? [];
				parts.push({ bytes: data, at: Number(time) + offset });
				sent.set(id, parts);
				break;
			}
			case 'UDP_CONNECT':
				if (address !== undefined) addressOf.set(id, address);
				break;
			case 'UDP_BYTES_SENT':
				datagrams.push({ address: address ?? addressOf.get(id) ?? '', bytes: data });
				break;
			case 'HOST_RESOLVER_MANAGER_REQUEST':
			case 'HOST_RESOLVER_MANAGER_JOB':
				if (host !== undefined) names.add(hostOf(host));
				break;
			case 'URL_REQUEST_START_JOB':
				if (url !== undefined) asked.push({ url, by: initiator ?? '' });
				break;
			case undefined:
		}
	};

	for await (const line of createInterface({ input: createReadStream(file) })) {
		if (line.startsWith('{"constants":')) {
			const { logEventTypes, timeTickOffset } = (
				JSON.parse(`${line.replace(/,$/, '')}}`) as {
					constants: {
						logEventTypes: Readonly<Record<string, number>>;
						timeTickOffset: number | string;
					};
				}
			).constants;
			offset = Number(timeTickOffset);
			for (const name of WANTED) nameOf.set(typeNumber(logEventTypes, name), name);
			continue;
		}
		// What was received, the app itself, is most of the log.
		const type = Number(/"type":(\d+)\}\]?,?$/.exec(line)?.[1]);
		if (nameOf.has(type)) hear(JSON.parse(line.replace(/\]?,?$/, '')) as LogEvent);
	}
	const streams = [...sent].map(([id, parts]) => streamOf(addressOf.get(id) ?? '', parts));
	return { streams, datagrams, connections, names, asked };
}

/** A Chromium that calls it otherwise would make the proof blind. */
function typeNumber(types: Readonly<Record<string, number>>, name: string): number {
	const number = types[name];
	if (number === undefined) throw new Error(`This Chromium's net log knows no ${name}.`);
	return number;
}

function hostOf(host: string): string {
	return URL.canParse(host) ? new URL(host).hostname : host;
}

/** Reads the requests that were sent one after the other over one HTTP/1.1 connection. */
function streamOf(address: string, parts: readonly Part[]): Stream {
	const all = Buffer.concat(parts.map(({ bytes }) => bytes));
	const requests: SentRequest[] = [];
	let from = 0;
	for (;;) {
		const found = requestAt(all, from);
		if (found === undefined) break;
		requests.push({ ...found, at: timeAt(parts, from) });
		from += found.size;
	}
	return { address, requests, rest: all.subarray(from) };
}

function requestAt(all: Buffer, from: number): Omit<SentRequest, 'at'> | undefined {
	const end = all.indexOf('\r\n\r\n', from);
	if (end < 0) return undefined;
	const [first = '', ...lines] = all.toString('latin1', from, end).split('\r\n');
	const [, method, target] = /^([A-Z]+) (\S+) HTTP\/1\.1$/.exec(first) ?? [];
	if (method === undefined || target === undefined) return undefined;
	const headers = new Map(
		lines.map((line): [string, string] => {
			const colon = line.indexOf(':');
			return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
		})
	);
	const start = end + 4;
	const length = Number(headers.get('content-length') ?? 0);
	if (!(start + length <= all.length)) return undefined;
	const body = all.subarray(start, start + length);
	return { method, target, headers, body, size: start + length - from };
}

function timeAt(parts: readonly Part[], position: number): number {
	let passed = 0;
	for (const { bytes, at } of parts) {
		passed += bytes.length;
		if (passed > position) return at;
	}
	return 0;
}
