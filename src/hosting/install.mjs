/**
 * Makes `npm start` and `npm test` work on a fresh clone: installs what the lock file names when it
 * is not installed yet. Plain JavaScript without imports from node_modules: it runs before they exist,
 * on any Node from 20.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const LOCK = join(ROOT, 'package-lock.json');
/** Runs TypeScript as it is: 22.18, and 23.6 of the line that came before that. */
const OLDEST_NODE = '22.18';
const STAMP = join(ROOT, 'node_modules', '.vultus-lock-sha256');

/** Runs `npm ci` unless node_modules already matches the lock file. Exits with npm's own code. */
export function ensureInstalled() {
	const wanted = createHash('sha256').update(readFileSync(LOCK)).digest('hex');
	if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return;
	console.log('Installing what package-lock.json names (once, about a minute)…');
	const code = run('npm', ['ci', '--loglevel=error']);
	if (code !== 0) {
		console.error('npm could not install the packages. Check the network and run this again.');
		process.exit(code);
	}
	writeFileSync(STAMP, wanted);
}

/** Exits with a sentence where the scripts' Node is too old and no package brings a newer one. */
export function requireNode() {
	const { stdout } = spawnSync('node', ['--version'], {
		...surroundings(),
		encoding: 'utf8'
	});
	if (runsTypeScript(stdout)) return;
	console.error(
		`Node ${stdout.trim()} is too old for the scripts, and no newer one comes with the packages on ` +
			`this system. Install Node ${OLDEST_NODE} or newer and run this again.`
	);
	process.exit(1);
}

/**
 * Whether a Node runs TypeScript without a flag.
 * @param {string} version as `node --version` prints it
 */
export function runsTypeScript(version) {
	const [, major = 0, minor = 0] = (/^v(\d+)\.(\d+)\./.exec(version) ?? []).map(Number);
	return major > 23 || (major === 23 && minor >= 6) || (major === 22 && minor >= 18);
}

/**
 * Runs a command in the project folder with the installed binaries, and so Node 24, first on PATH.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Record<string, string>} [environment]
 * @returns {number} the exit code
 */
export function run(command, args, environment = {}) {
	const { status, error } = spawnSync(command, args, {
		...surroundings(environment),
		stdio: 'inherit'
	});
	if (error) console.error(`${command} could not be started: ${error.message}`);
	return status ?? 1;
}

/**
 * As `run`, beside others: `hear` gets what the command prints, part by part.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {(part: string) => void} hear
 * @param {Record<string, string>} [environment]
 * @returns {Promise<number>} the exit code
 */
export function runBeside(command, args, hear, environment = {}) {
	return new Promise((resolve) => {
		const child = spawn(command, args, {
			...surroundings(environment),
			stdio: ['ignore', 'pipe', 'pipe']
		});
		for (const stream of [child.stdout, child.stderr]) {
			stream.setEncoding('utf8').on('data', hear);
		}
		child.on('error', ({ message }) => {
			hear(`${command} could not be started: ${message}\n`);
			resolve(1);
		});
		child.on('close', (code) => resolve(code ?? 1));
	});
}

/**
 * Where every command runs: the project folder, with its binaries first.
 * @param {Record<string, string>} [environment]
 */
function surroundings(environment = {}) {
	return {
		cwd: ROOT,
		shell: process.platform === 'win32',
		env: { ...process.env, PATH: binariesFirst(), ...environment }
	};
}

export function binariesFirst() {
	return [join(ROOT, 'node_modules', '.bin'), process.env.PATH ?? ''].join(delimiter);
}
