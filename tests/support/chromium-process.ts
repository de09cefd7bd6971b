/**
 * Chromium as a person has it: a profile in a folder and processes of its own, that can be killed and
 * looked into. Linux only, as processes are found in /proc.
 */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { setTimeout as after } from 'node:timers/promises';
import { chromium, type Browser, type BrowserContext } from 'playwright';
import { chromiumFlags, chromiumPath } from './chromium.ts';

export const hasProcesses = existsSync('/proc/self/stat');

export type ChromiumProcess = {
	readonly context: BrowserContext;
	/** Process ids, with the command line of each. */
	processes(): ReadonlyMap<number, string>;
	/** SIGKILL to all of them at once. */
	kill(): Promise<void>;
	/** As a person closes it. */
	close(): Promise<void>;
};

/** Those of a process group that have not ended. */
function membersOf(group: number): Map<number, string> {
	const found = new Map<number, string>();
	for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
		try {
			// After the name in brackets: state, parent, group.
			const [state, , itsGroup] = readFileSync(`/proc/${name}/stat`, 'utf8')
				.replace(/^.*\) /s, '')
				.split(' ');
			if (itsGroup !== String(group) || state === 'Z') continue;
			found.set(Number(name), readFileSync(`/proc/${name}/cmdline`, 'utf8'));
		} catch {
			// It ended meanwhile.
		}
	}
	return found;
}

/** By the address that it writes to its error output. */
async function connected(output: Readable): Promise<Browser> {
	const lines = createInterface({ input: output });
	const endpoint = await new Promise<string>((resolve, reject) => {
		lines.on('line', (line) => {
			const found = /DevTools listening on (ws:\S+)/.exec(line)?.[1];
			if (found !== undefined) resolve(found);
		});
		lines.on('close', () => reject(new Error('Chromium did not start')));
	});
	return chromium.connectOverCDP(endpoint);
}

async function gone(group: number): Promise<void> {
	while (membersOf(group).size > 0) await after(20);
}

/** `flags`: further ones of Chromium’s. */
export async function startChromium(
	profile: string,
	flags: readonly string[] = []
): Promise<ChromiumProcess> {
	const child = spawn(
		chromiumPath(),
		[
			...chromiumFlags,
			...flags,
			'--headless',
			// Its own first page hangs now and then while it is connected to.
			'--no-startup-window',
			'--password-store=basic',
			'--remote-debugging-port=0',
			`--user-data-dir=${profile}`
		],
		// What it puts aside is to be found in the profile, too.
		{
			detached: true,
			env: { ...process.env, TMPDIR: profile },
			stdio: ['ignore', 'ignore', 'pipe']
		}
	);
	const ended = once(child, 'exit');
	const { pid, stderr } = child;
	if (pid === undefined) throw new Error('Chromium did not start');
	const killAll = (): void => {
		// A group of its own, so nothing else is in it.
		if (membersOf(pid).size > 0) process.kill(-pid, 'SIGKILL');
	};
	process.once('exit', killAll);
	const over = async (): Promise<void> => {
		await ended;
		await gone(pid);
		process.off('exit', killAll);
	};
	const kill = async (): Promise<void> => {
		killAll();
		await over();
	};
	const browser = await connected(stderr).catch(async (error: unknown) => {
		await kill();
		throw error;
	});
	const [context] = browser.contexts();
	if (context === undefined) throw new Error('Chromium has no profile');
	return {
		context,
		processes: () => membersOf(pid),
		kill,
		close: async () => {
			const session = await browser.newBrowserCDPSession();
			await session.send('Browser.close').catch(() => undefined);
			await over();
		}
	};
}
