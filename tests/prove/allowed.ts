/**
 * What the app may send, all of it: to its own server only, by method, path, headers and the shape of the
 * body, each with the most bytes it may have. A new request needs a line here, which somebody has read.
 */
import * as v from 'valibot';
import { filesOf } from '../../src/hosting/files.ts';
import { BUILD } from '../../src/hosting/server.ts';
import type { SentRequest } from './net-log.ts';

type Line = {
	readonly method: string;
	readonly path: RegExp;
	/** None: no body at all. */
	readonly body?: v.GenericSchema;
	/** The most a body may have, in bytes. */
	readonly limit?: number;
};

const letters = (most: number, form = /^[\w.@-]*$/) =>
	v.pipe(v.string(), v.maxLength(most), v.regex(form));
const words = (most: number) => v.pipe(v.string(), v.maxLength(most));
const integer = v.pipe(v.number(), v.integer());

const receipt = v.strictObject({
	seq: integer,
	at: integer,
	serial: integer,
	kind: v.picklist([1, 2]),
	random: letters(22)
});

/** Beside the app's own files and pages, which are asked for by GET, without a query. */
const ALLOWED: readonly Line[] = [
	// Whether a worker's script is there after it did not start.
	{ method: 'HEAD', path: /^\/_app\/immutable\/workers\/[\w.-]+\.js$/ },
	{
		method: 'POST',
		path: /^\/api\/collections\/users\/auth-with-password$/,
		body: v.strictObject({ identity: words(200), password: words(200) }),
		limit: 500
	},
	// What the clinic wants: asked for with each renewal.
	{ method: 'GET', path: /^\/api\/vultus\/settings$/ },
	{
		method: 'POST',
		path: /^\/api\/vultus\/devices$/,
		body: v.strictObject({
			publicKey: letters(88),
			recipient: letters(64),
			name: words(60),
			kind: v.picklist(['tablet', 'phone', 'computer'])
		}),
		limit: 500
	},
	{
		method: 'POST',
		path: /^\/api\/vultus\/nonce$/,
		body: v.strictObject({ device: letters(15) }),
		limit: 60
	},
	{
		method: 'POST',
		path: /^\/api\/vultus\/lease$/,
		body: v.strictObject({
			requestId: letters(22),
			device: letters(15),
			nonce: letters(64),
			clock: integer,
			seq: integer,
			head: letters(43),
			receipts: v.pipe(v.array(receipt), v.maxLength(20)),
			// A hash of where the audit trails end, for the server to sign (docs/retention.md).
			trail: letters(43),
			signature: letters(86)
		}),
		limit: 4096
	}
];

/** Set by the browser, or by the app for JSON and a session. With the most that their values may have. */
const HEADERS: Readonly<Record<string, number>> = {
	accept: 200,
	'accept-encoding': 40,
	'accept-language': 20,
	authorization: 400,
	'cache-control': 20,
	connection: 20,
	'content-length': 6,
	'content-type': 40,
	host: 40,
	'if-modified-since': 40,
	'if-none-match': 40,
	origin: 60,
	pragma: 20,
	'sec-ch-ua': 120,
	'sec-ch-ua-mobile': 10,
	'sec-ch-ua-platform': 20,
	'sec-fetch-dest': 20,
	'sec-fetch-mode': 20,
	'sec-fetch-site': 20,
	'sec-fetch-storage-access': 20,
	'sec-fetch-user': 10,
	// `script`: a browser looks for a newer one.
	'service-worker': 10,
	'upgrade-insecure-requests': 10,
	'user-agent': 200
};

/** Pages that a browser asks the server for; all others are shown without asking. */
const PAGES = ['/', '/setup', '/locked', '/unlock'];

const WORKER = '/service-worker.js';

/** Fetches a part of the app: one of its files, as they were built, by nothing but its address. */
export function isOwnFile({ method, target }: SentRequest): boolean {
	return method === 'GET' && (PAGES.includes(target) || built().has(target));
}

let files: ReadonlySet<string> | undefined;

function built(): ReadonlySet<string> {
	files ??= new Set(filesOf(BUILD).map((name) => `/${name}`));
	return files;
}

/**
 * Looking for a newer service worker Chromium names the one that it has, whatever the policy for referrers
 * is: the same address, and nothing of any page.
 */
function isWorkersOwn({ target, headers }: SentRequest, name: string, value: string): boolean {
	if (name !== 'referer' || target !== WORKER) return false;
	const { protocol, host, pathname, search } = new URL(value);
	return protocol === 'http:' && host === headers.get('host') && pathname + search === WORKER;
}

/** Why this request is not allowed; empty where it is. */
export function objections(request: SentRequest): readonly string[] {
	const { method, target, headers, body } = request;
	const what = `${method} ${target.slice(0, 60)}`;
	const line: Line | undefined = isOwnFile(request)
		? { method, path: /^/ }
		: ALLOWED.find((one) => one.method === method && one.path.test(target));
	if (line === undefined) return [`${what} is not on the list`];
	const found = [...headers]
		.filter(([name, value]) => value.length > (HEADERS[name] ?? -1))
		.filter(([name, value]) => !isWorkersOwn(request, name, value))
		.map(([name]) => `${what} has a header “${name}” that is not on the list, or too long`);
	if (line.body === undefined) {
		return body.length === 0 ? found : [...found, `${what} has a body`];
	}
	if (body.length > (line.limit ?? 0)) found.push(`${what} is too large`);
	if (!isShaped(line.body, body)) found.push(`${what} has a body of another shape`);
	return found;
}

function isShaped(schema: v.GenericSchema, body: Buffer): boolean {
	try {
		return v.is(schema, JSON.parse(body.toString()));
	} catch {
		return false;
	}
}
