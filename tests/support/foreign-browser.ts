/**
 * Debian's Firefox, driven as far as a smoke of the main job needs it: open an address, run code
 * in the page. Playwright drives only builds of its own.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { endGroup, firefoxPath, writePreferences, XVFB } from './firefox.ts';

export type ForeignBrowser = {
	readonly version: string;
	goto(url: string): Promise<void>;
	/** The value of this expression in the page, as JSON; it may be a promise. */
	evaluate(expression: string): Promise<unknown>;
	close(): Promise<void>;
};

type Started = { readonly child: ChildProcess; readonly folder: string };

/** A screen of its own, and a group of processes that end together. */
async function startOnScreen(command: readonly string[], folder: string): Promise<Started> {
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
	return Promise.resolve({ child, folder });
}

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
	const started = await startOnScreen(
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
				expression: `(async () => JSON.stringify(await (${expression})) ?? 'null')()`,
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
