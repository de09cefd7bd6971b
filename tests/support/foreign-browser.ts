/**
 * Debian's Firefox and WebKitGTK, driven as far as a smoke of the main job needs it: open an address, run
 * code in the page. Playwright drives only builds of its own.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { endGroup, firefoxPath, writePreferences, XVFB } from './firefox.ts';
import { WEBKIT_DRIVER } from './webkit.ts';

export type ForeignBrowser = {
	readonly version: string;
	goto(url: string): Promise<void>;
	/** The value of this expression in the page, as JSON; it may be a promise. */
	evaluate(expression: string): Promise<unknown>;
	close(): Promise<void>;
};

type Started = { readonly child: ChildProcess; readonly folder: string };

/** A screen of its own, and a group of processes that end together. */
function startOnScreen(command: readonly string[], folder: string): Started {
	const child = spawn(
		XVFB,
		['--auto-servernum', '--server-args=-screen 0 1280x900x24', ...command],
		{
			detached: true,
			// What a browser says comes by the one or the other, depending on xvfb-run.
			stdio: ['ignore', 'pipe', 'pipe'],
			env: { ...process.env, TMPDIR: folder, HOME: folder }
		}
	);
	process.once('exit', () => endGroup(child));
	return { child, folder };
}

/** As JSON, or null where it is nothing that JSON has. */
const asJson = (expression: string): string =>
	`(async () => JSON.stringify(await (${expression})) ?? 'null')()`;

/** The first group of the first line that looks so. */
function saidBy({ stdout, stderr }: ChildProcess, pattern: RegExp): Promise<string> {
	return new Promise((resolve, reject) => {
		for (const input of [stdout, stderr]) {
			if (input === null) continue;
			const lines = createInterface({ input });
			lines.on('line', (line) => {
				const found = pattern.exec(line)?.[1];
				if (found !== undefined) resolve(found);
			});
			lines.on('close', () => reject(new Error('The browser did not start')));
		}
	});
}

async function stop({ child, folder }: Started): Promise<void> {
	endGroup(child);
	await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
}

type Reply = {
	readonly id?: number;
	readonly result?: unknown;
	readonly error?: string;
	readonly message?: string;
};

/** By WebDriver BiDi, which Firefox speaks itself. */
export async function startFirefox(): Promise<ForeignBrowser> {
	const folder = await mkdtemp(join(tmpdir(), 'vultus-firefox-'));
	await writePreferences(folder);
	const started = startOnScreen(
		[
			firefoxPath() ?? '',
			'--no-remote',
			'--profile',
			folder,
			'--remote-debugging-port=0',
			'about:blank'
		],
		folder
	);
	const address = await saidBy(started.child, /WebDriver BiDi listening on (ws:\S+)/);
	const socket = new WebSocket(`${address}/session`);
	await new Promise((resolve, reject) => {
		socket.onopen = resolve;
		socket.onerror = () => reject(new Error('Firefox does not answer'));
	});
	const waiting = new Map<number, (reply: Reply) => void>();
	socket.onmessage = ({ data }) => {
		const reply = JSON.parse(String(data)) as Reply;
		if (reply.id !== undefined) waiting.get(reply.id)?.(reply);
	};
	let last = 0;
	const ask = async (method: string, params: object): Promise<unknown> => {
		const id = ++last;
		const reply = await new Promise<Reply>((resolve) => {
			waiting.set(id, resolve);
			socket.send(JSON.stringify({ id, method, params }));
		});
		if (reply.error !== undefined) throw new Error(`${reply.error}: ${reply.message ?? ''}`);
		return reply.result;
	};
	const { capabilities } = (await ask('session.new', { capabilities: {} })) as {
		capabilities: { browserVersion: string };
	};
	const { contexts } = (await ask('browsingContext.getTree', {})) as {
		contexts: readonly { context: string }[];
	};
	const context = contexts[0]?.context ?? '';
	return {
		version: `Firefox ${capabilities.browserVersion}`,
		goto: async (url) => {
			await ask('browsingContext.navigate', { context, url, wait: 'complete' });
		},
		evaluate: async (expression) => {
			const { result, exceptionDetails } = (await ask('script.evaluate', {
				expression: asJson(expression),
				target: { context },
				awaitPromise: true
			})) as { result?: { value: string }; exceptionDetails?: { text: string } };
			if (result === undefined) throw new Error(exceptionDetails?.text ?? 'no answer');
			return JSON.parse(result.value) as unknown;
		},
		close: async () => {
			socket.close();
			await stop(started);
		}
	};
}

/**
 * What Safari has and WebKitGTK leaves off: the landmarker draws in its worker, and the records ask to be
 * kept.
 */
const LIKE_SAFARI = '+AllowWebGLInWorkers,+StorageAPI,+StorageAPIEstimate';

async function freePort(): Promise<number> {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	server.close();
	await once(server, 'close');
	return address !== null && typeof address === 'object' ? address.port : 0;
}

/**
 * By WebDriver, a handful of whose commands are used here: a client for all of them would be the largest
 * package of the tests.
 */
export async function startWebKit(): Promise<ForeignBrowser> {
	const folder = await mkdtemp(join(tmpdir(), 'vultus-webkit-'));
	const port = await freePort();
	const started = startOnScreen([WEBKIT_DRIVER, `--port=${port}`], folder);
	const ask = async (method: string, path: string, body?: object): Promise<unknown> => {
		const response = await fetch(`http://127.0.0.1:${port}${path}`, {
			method,
			...(body === undefined ? {} : { body: JSON.stringify(body) })
		});
		const { value } = (await response.json()) as { value: unknown };
		if (response.ok) return value;
		const { error, message } = value as { error: string; message: string };
		throw new Error(`${error}: ${message}`);
	};
	await answering(() => ask('GET', '/status'), started.child);
	const { sessionId, capabilities } = (await ask('POST', '/session', {
		capabilities: {
			alwaysMatch: {
				timeouts: { script: 120_000, pageLoad: 120_000 },
				'webkitgtk:browserOptions': { args: ['--automation', `--features=${LIKE_SAFARI}`] }
			}
		}
	})) as { sessionId: string; capabilities: { browserVersion: string } };
	const session = `/session/${sessionId}`;
	return {
		version: `WebKitGTK ${capabilities.browserVersion}`,
		goto: async (url) => {
			await ask('POST', `${session}/url`, { url });
		},
		evaluate: async (expression) => {
			const script = `const done = arguments[0];
				${asJson(expression)}.then((value) => done({ value }), (error) => done({ error: String(error) }));`;
			const said = await ask('POST', `${session}/execute/async`, { script, args: [] });
			const { value, error } = said as { value?: string; error?: string };
			if (value === undefined) throw new Error(error ?? 'no answer');
			return JSON.parse(value) as unknown;
		},
		close: async () => {
			// It ends the browser.
			await ask('DELETE', session);
			await stop(started);
		}
	};
}

/** Until it is there to be asked. */
async function answering(question: () => Promise<unknown>, child: ChildProcess): Promise<void> {
	for (let tries = 0; child.exitCode === null && tries < 300; tries++) {
		try {
			await question();
			return;
		} catch {
			await setTimeout(100);
		}
	}
	throw new Error('The browser did not start');
}
