import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** As root on Debian; nowhere else anything. What is said goes to standard error. */
export function installOnDebian(...packages: readonly string[]): void {
	if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
	for (const step of [['update'], ['install', '-y', '--no-install-recommends', ...packages]]) {
		spawnSync('apt-get', ['-qq', ...step], { stdio: ['ignore', 2, 2] });
	}
}
