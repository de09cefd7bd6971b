/**
 * Debian's Firefox for vitest's browser mode. Playwright drives only a Firefox that was patched for it;
 * the tests of the storage need no driving, only a window that is opened on their page.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineBrowserProvider } from '@vitest/browser';
import type { BrowserProvider, BrowserProviderOption } from 'vitest/node';

/** Opens a window where there is no screen. */
export const XVFB = '/usr/bin/xvfb-run';
const PATHS = ['/usr/bin/firefox-esr', '/usr/bin/firefox'];

/** Null where there is none, or nothing to open its window in. */
export function firefoxPath(): string | null {
	if (!existsSync(XVFB)) return null;
	return PATHS.find((path) => existsSync(path)) ?? null;
}

/** Asks nothing, fetches nothing, tells nobody. */
const PREFERENCES = {
	'app.normandy.enabled': false,
	'app.update.auto': false,
	'browser.aboutwelcome.enabled': false,
	'browser.shell.checkDefaultBrowser': false,
	'browser.startup.homepage_override.mstone': 'ignore',
	'datareporting.policy.dataSubmissionEnabled': false,
	'extensions.update.enabled': false,
	'network.captive-portal-service.enabled': false,
	'network.connectivity-service.enabled': false,
	'toolkit.telemetry.reportingpolicy.firstRun': false
};

export async function writePreferences(profile: string): Promise<void> {
	const lines = Object.entries(PREFERENCES).map(
		([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`
	);
	await writeFile(join(profile, 'user.js'), lines.join('\n'));
}

class FirefoxProvider implements BrowserProvider {
	readonly name = 'firefox';
	readonly supportsParallelism = false;
	#running: { readonly child: ChildProcess; readonly profile: string } | null = null;

	getCommandsContext(): Record<string, unknown> {
		return {};
	}

	async openPage(_session: string, url: string): Promise<void> {
		await this.close();
		const profile = await mkdtemp(join(tmpdir(), 'vultus-firefox-'));
		await writePreferences(profile);
		const firefox = [firefoxPath() ?? '', '--no-remote', '--profile', profile, url];
		// A group of its own: the screen, the browser and all its processes end together.
		const child = spawn(XVFB, ['--auto-servernum', ...firefox], {
			detached: true,
			stdio: 'ignore',
			env: { ...process.env, TMPDIR: profile }
		});
		process.once('exit', () => endGroup(child));
		this.#running = { child, profile };
	}

	async close(): Promise<void> {
		const running = this.#running;
		this.#running = null;
		if (running === null) return;
		const { child, profile } = running;
		if (child.exitCode === null) {
			const ended = once(child, 'exit');
			endGroup(child);
			await ended;
		}
		await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
	}
}

/** A whole group of processes: the screen, the browser and all that it has started. */
export function endGroup({ pid, exitCode, signalCode }: ChildProcess): void {
	if (pid !== undefined && exitCode === null && signalCode === null) process.kill(-pid, 'SIGKILL');
}

export function firefox(): BrowserProviderOption {
	return defineBrowserProvider({
		name: 'firefox',
		supportedBrowser: ['firefox'],
		providerFactory: () => new FirefoxProvider()
	});
}
