/** The server as `npm start` and the tests run it: PocketBase with our hooks, on the loopback. */
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, watch } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { BUILD } from '../hosting/server.ts';
import { POCKETBASE, pocketbasePath } from './binary.ts';
import { buildHooks, MIGRATIONS } from './build.ts';
import { ensureLeaseKey } from './lease-key.ts';

export type BackendOptions = {
	/** Everything that is kept, but the key. */
	readonly data: string;
	/** Where the hooks are written. */
	readonly hooks: string;
	/** 0 takes a free one. */
	readonly port: number;
	readonly leaseKey: string;
	/** The built app. */
	readonly site?: string;
	readonly environment?: Readonly<Record<string, string>>;
};

export type Credentials = {
	readonly role: string;
	readonly email: string;
	readonly password: string;
};

export type Mail = { readonly to: string; readonly subject: string; readonly text: string };

export type Backend = {
	readonly url: string;
	readonly process: ChildProcess;
	/** Of the demo clinic, where the data folder was empty. */
	readonly credentials: readonly Credentials[];
	/** All that it has printed. */
	readonly output: () => string;
	/** Runs one of the server's commands on its data (docs/deploy.md). */
	command(name: string, args: readonly string[], input?: string): Promise<string>;
	/** Hears each mail, which a sink keeps. */
	onMail(hear: (mail: Mail) => void): void;
	close(): Promise<void>;
};

const READY_WITHIN = 20_000;

/** Rejects with a plain sentence where the port is taken or the server does not come up. */
export async function startBackend(options: BackendOptions): Promise<Backend> {
	const { data, hooks, leaseKey, site = BUILD, environment = {} } = options;
	const binary = pocketbasePath();
	if (binary === null) {
		throw new Error(
			`The server needs PocketBase ${POCKETBASE}. Download it and name it with VULTUS_POCKETBASE=…`
		);
	}
	const port = options.port === 0 ? await freePort() : options.port;
	if (options.port !== 0) await needPort(port);
	const url = `http://localhost:${port}`;
	mkdirSync(data, { recursive: true, mode: 0o700 });
	// Not among the data, or a backup would hold codes.
	const sink = mkdtempSync(join(tmpdir(), 'vultus-mail-'));
	ensureLeaseKey(leaseKey);
	await buildHooks(hooks, site);
	const env = {
		...process.env,
		VULTUS_URL: url,
		VULTUS_LEASE_KEY: leaseKey,
		VULTUS_MAIL_SINK: sink,
		VULTUS_SITE: site,
		...environment
	};
	const where = [
		`--dir=${data}`,
		`--hooksDir=${hooks}`,
		`--migrationsDir=${MIGRATIONS}`,
		'--dev=false',
		'--automigrate=false',
		'--hooksWatch=false'
	];
	const run = async (name: string, args: readonly string[] = [], input = '') => {
		const started = promisify(execFile)(binary, [...where, name, ...args], { env });
		started.child.stdin?.end(input);
		return (await started).stdout;
	};
	await run('vultus-prepare');
	const credentials = JSON.parse(lastLine(await run('vultus-demo'))) as readonly Credentials[];
	const child = spawn(
		binary,
		[
			'serve',
			`--http=127.0.0.1:${port}`,
			`--origins=${url}`,
			'--hooksPool=60',
			'--queryTimeout=15',
			...where
		],
		{ env, stdio: ['ignore', 'pipe', 'pipe'] }
	);
	let output = '';
	for (const stream of [child.stdout, child.stderr]) {
		stream.setEncoding('utf8').on('data', (part: string) => (output += part));
	}
	await ready(url, child, () => output);
	return {
		url,
		process: child,
		credentials,
		output: () => output,
		command: run,
		onMail: (hear) => {
			const heard = new Set<string>();
			const watcher = watch(sink, (_, name) => {
				if (name === null) return;
				void readMail(join(sink, name)).then((mail) => {
					if (mail === undefined || heard.has(name)) return;
					heard.add(name);
					hear(mail);
				});
			});
			watcher.unref();
			child.once('exit', () => {
				watcher.close();
			});
		},
		close: async () => {
			await stop(child);
			rmSync(sink, { recursive: true, force: true });
		}
	};
}

/** What a command printed last, without PocketBase's time before it. */
function lastLine(output: string): string {
	return (output.trim().split('\n').at(-1) ?? '').replace(/^[\d/]+ [\d:]+ /, '');
}

async function readMail(file: string): Promise<Mail | undefined> {
	try {
		return JSON.parse(await readFile(file, 'utf8')) as Mail;
	} catch {
		// Seen before it was written; the next event has it whole.
		return undefined;
	}
}

async function stop(child: ChildProcess): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return;
	const gone = new Promise((resolve) => child.once('exit', resolve));
	child.kill('SIGTERM');
	await gone;
}

async function ready(url: string, child: ChildProcess, output: () => string): Promise<void> {
	const until = Date.now() + READY_WITHIN;
	while (Date.now() < until && child.exitCode === null) {
		try {
			if ((await fetch(`${url}/api/health`)).ok) return;
		} catch {
			// Not yet.
		}
		await new Promise((resolve) => setTimeout(resolve, 25));
	}
	child.kill();
	throw new Error(`The server did not start.\n${output()}`);
}

function freePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const probe = createServer();
		probe.once('error', reject);
		probe.listen(0, '127.0.0.1', () => {
			const address = probe.address();
			const port = typeof address === 'object' && address !== null ? address.port : 0;
			probe.close(() => resolve(port));
		});
	});
}

function needPort(port: number): Promise<void> {
	return new Promise((resolve, reject) => {
		const probe = createServer();
		probe.once('error', () => {
			reject(new Error(`Port ${port} is in use. Choose another with PORT=…`));
		});
		probe.listen(port, '127.0.0.1', () => {
			probe.close(() => resolve());
		});
	});
}
