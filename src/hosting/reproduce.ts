/**
 * `npm run reproduce`: builds the app from a copy of this source in another folder, and compares every file
 * that is served with those of `build/`, byte by byte. Fails where one differs.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pinnedLeaseKeys } from '../backend/lease-key.ts';
import { ensureBuilt } from './built.ts';
import { filesOf } from './files.ts';
import { BUILD } from './server.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** Made anew, or not part of the app. */
const NOT_COPIED = [
	'.git',
	'.svelte-kit',
	'.backend',
	'build',
	'coverage',
	'node_modules',
	'test-results'
];

/** The hash of each file that is served. */
export function digests(build: string): ReadonlyMap<string, string> {
	const files = filesOf(build).filter((name) => !/(^|\/)\.[^/]*$/.test(name));
	return new Map(
		files.map((name) => [
			name,
			createHash('sha256')
				.update(readFileSync(join(build, name)))
				.digest('hex')
		])
	);
}

/** One number for a build, short enough to be read out. */
export function fingerprint(build: string = BUILD): string {
	const hash = createHash('sha256');
	for (const [file, digest] of digests(build)) hash.update(`${file} ${digest}\n`);
	return hash.digest('hex').slice(0, 16);
}

/** Which files another build of the same source, elsewhere, has made differently. */
export function differences(): readonly string[] {
	const copy = mkdtempSync(join(tmpdir(), 'vultus-again-'));
	try {
		for (const name of readdirSync(ROOT).filter((one) => !NOT_COPIED.includes(one))) {
			cpSync(join(ROOT, name), join(copy, name), { recursive: true });
		}
		symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'), 'junction');
		execFileSync('npm', ['run', '--silent', 'build'], {
			cwd: copy,
			stdio: 'ignore',
			// A key of its own would be made there.
			env: { ...process.env, VULTUS_LEASE_KEYS: pinnedLeaseKeys() },
			shell: process.platform === 'win32'
		});
		const [here, there] = [digests(BUILD), digests(join(copy, 'build'))];
		const names = new Set([...here.keys(), ...there.keys()]);
		return [...names].filter((name) => here.get(name) !== there.get(name)).sort();
	} finally {
		rmSync(copy, { recursive: true, force: true });
	}
}

if (import.meta.main) {
	ensureBuilt();
	const different = differences();
	console.log(`Build ${fingerprint()}`);
	for (const name of different) console.log(`differs: ${name}`);
	console.log(different.length === 0 ? 'Two builds are equal, byte by byte.' : 'FAILED');
	process.exit(different.length === 0 ? 0 : 1);
}
