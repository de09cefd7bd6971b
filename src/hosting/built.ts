/**
 * Builds the app, as a script of its own too, unless `build/` was made from the files as they stand: a
 * hash over everything a build reads. So a second `npm start` takes seconds, and no test ever runs
 * against yesterday's build.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pinnedLeaseKeys } from '../backend/lease-key.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const STAMP = join(ROOT, 'build', '.built-from');
const INPUTS = [
	'src',
	'static',
	'models',
	'package.json',
	'package-lock.json',
	'svelte.config.js',
	'vite.config.ts',
	'tsconfig.json'
];
const TESTS = /\.test\.ts$/;
/** Not in the app. */
const SERVER = join(ROOT, 'src', 'backend');

function files(path: string): string[] {
	if (!existsSync(path)) return [];
	if (statSync(path).isFile()) return [path];
	return readdirSync(path)
		.sort()
		.flatMap((name) => files(join(path, name)))
		.filter((file) => !TESTS.test(file) && !file.startsWith(SERVER));
}

function fingerprint(): string {
	const hash = createHash('sha256').update(pinnedLeaseKeys()).update('\0');
	for (const input of INPUTS) {
		for (const file of files(join(ROOT, input))) {
			hash.update(file.slice(ROOT.length)).update('\0').update(readFileSync(file)).update('\0');
		}
	}
	return hash.digest('hex');
}

function isCurrent(): boolean {
	return existsSync(STAMP) && readFileSync(STAMP, 'utf8') === fingerprint();
}

/** What the build says goes to standard error. Throws where it fails. */
export function ensureBuilt(): void {
	if (isCurrent()) return;
	console.error('Building the app…');
	execFileSync('npm', ['run', '--silent', 'build'], {
		stdio: ['ignore', 2, 2],
		shell: process.platform === 'win32',
		// A test's own would make of it another app, a third larger.
		env: { ...process.env, NODE_ENV: 'production' }
	});
	writeFileSync(STAMP, fingerprint());
}

if (import.meta.main) ensureBuilt();
