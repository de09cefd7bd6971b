/**
 * Prints the path of a Chromium that starts. Without one: Playwright's own download is tried, then,
 * as root on Debian, the distribution's package.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromiumPath } from './chromium.ts';

function attempt(command: string, ...args: string[]): void {
	console.error(`${command} ${args.join(' ')}`);
	spawnSync(command, args, { stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
}

const isRoot = process.getuid?.() === 0;

if (!existsSync(chromiumPath())) attempt('playwright', 'install', 'chromium');
if (!existsSync(chromiumPath()) && isRoot && existsSync('/usr/bin/apt-get')) {
	attempt('apt-get', 'update', '-qq');
	attempt('apt-get', 'install', '-y', '-qq', '--no-install-recommends', 'chromium');
}

const path = chromiumPath();
if (!existsSync(path)) {
	console.error('No Chromium was found. Install one, or name it with CHROMIUM_PATH=…');
	process.exit(1);
}
console.log(path);
