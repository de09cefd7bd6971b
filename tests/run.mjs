/**
 * `npm test`: everything, from a fresh clone, in one command. Each static check counts as one test;
 * the last line is plain `N passed, N failed`. `--full` adds the long forms (VULTUS_FULL=1).
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { ensureInstalled, requireNode, run, runBeside } from '../src/hosting/install.mjs';

/** Test files that only `--full` takes, each with what stands for it in the short form. */
const LONG_FORM = read(new URL('long-form.json', import.meta.url));
const full = process.argv.includes('--full');
const environment = full ? { VULTUS_FULL: '1' } : {};
const failures = [];
/** What failed and why, said again at the end: of a long log, often only the end is kept. */
const reasons = [];
let passed = 0;
let failed = 0;

/** @param {string} name @param {string} command @param {string[]} args */
function check(name, command, ...args) {
	const started = Date.now();
	console.log(`\n── ${name}`);
	tell(name, run(command, args, environment), started);
}

/** Checks that do not need each other, side by side. @param {readonly string[][]} checks */
async function together(checks) {
	const started = Date.now();
	await Promise.all(
		checks.map(async ([name = '', command = '', ...args]) => {
			let output = '';
			const code = await runBeside(command, args, (part) => (output += part));
			console.log(`\n── ${name}\n${output}`);
			tell(name, code, started);
		})
	);
}

/** @param {string} name @param {number} code @param {number} started */
function tell(name, code, started) {
	console.log(`── ${name}: ${code === 0 ? 'passed' : 'FAILED'} in ${seconds(started)}`);
	if (code === 0) passed += 1;
	else {
		failed += 1;
		failures.push(name);
	}
}

/** What it prints names the project, and mixes with that of another. @param {string} project */
async function vitest(project) {
	const started = Date.now();
	const folder = mkdtempSync(join(tmpdir(), 'vultus-tests-'));
	const report = join(folder, 'report.json');
	console.log(`\n── tests: ${project}`);
	const code = await runBeside(
		'vitest',
		[
			'run',
			'--project',
			project,
			'--reporter=default',
			'--reporter=json',
			`--outputFile.json=${report}`
		],
		(part) => process.stdout.write(part),
		environment
	);
	const { numPassedTests = 0, numFailedTests = 0, testResults = [] } = read(report);
	reasons.push(...testResults.flatMap(reasonsOf));
	rmSync(folder, { recursive: true });
	passed += numPassedTests;
	// A run that broke without a failing test (a file that does not load) is a failure as well.
	const broken = Math.max(numFailedTests, code === 0 ? 0 : 1);
	failed += broken;
	if (broken > 0) failures.push(`tests: ${project}`);
	console.log(`── tests: ${project} done in ${seconds(started)}`);
}

/** @param {string | URL} file */
function read(file) {
	try {
		return JSON.parse(readFileSync(file, 'utf8'));
	} catch {
		return {};
	}
}

/**
 * The failed tests of one file of vitest's report, each with the first lines of its message; the first one,
 * of which the others often follow, with what its pages showed.
 * @param {{ name: string, status: string, message?: string, assertionResults: { status: string, fullName: string, failureMessages: string[], meta?: { lastSeen?: string[] } }[] }} file
 */
function reasonsOf(file) {
	const failedTests = file.assertionResults.filter(({ status }) => status === 'failed');
	const path = relative(process.cwd(), file.name);
	if (failedTests.length === 0)
		return file.status === 'failed' ? [`${path}\n${begins(file.message)}`] : [];
	const seen = failedTests[0]?.meta?.lastSeen ?? [];
	return failedTests.map(({ fullName, failureMessages }, index) => {
		const lines = index === 0 ? seen.map((line) => `      ${line.slice(0, 300)}`) : [];
		return [`${path} › ${fullName}`, begins(failureMessages[0]), ...lines].join('\n');
	});
}

/** @param {string} [message] */
function begins(message = '') {
	const lines = message.split('\n').slice(0, 8);
	return lines.map((line) => `    ${line.slice(0, 300)}`).join('\n');
}

/** @param {number} started */
function seconds(started) {
	return `${Math.round((Date.now() - started) / 1000)} s`;
}

const started = Date.now();
ensureInstalled();
requireNode();
// Without a browser the rest still tells something; its tests then fail by themselves.
check('a Chromium', 'node', 'tests/support/find-chromium.ts');
// Optional: without it the tests that need it say so.
run('node', ['tests/support/find-age.ts']);
const hasFirefox = run('node', ['tests/support/find-firefox.ts']) === 0;
const hasWebKit = full && run('node', ['tests/support/find-webkit.ts']) === 0;
check('models', 'node', 'models/build.ts');
check('sync', 'svelte-kit', 'sync');
await together([
	['types', 'svelte-check', '--fail-on-warnings', '--output=human'],
	['types of the service worker', 'tsc', '-p', 'src/service-worker'],
	['formatting', 'prettier', '--check', '--log-level=warn', '.'],
	['dead code', 'knip'],
	['build', 'node', 'src/hosting/built.ts']
]);
// Two at a time, each of which keeps half of the machine busy (see `maxWorkers`); the longest first, so
// that neither half is idle for long in the end. The linter uses one core for as long as all other
// checks together.
const jobs = [
	...['e2e', 'acceptance', 'browser', 'unit', 'backend'].map((project) => () => vitest(project)),
	() => together([['lint', 'eslint', '.']]),
	...(hasFirefox ? [() => vitest('firefox')] : [])
];
const half = async () => {
	for (let next = jobs.shift(); next !== undefined; next = jobs.shift()) await next();
};
await Promise.all([half(), half()]);

console.log(`\n${full ? 'Full' : 'Short'} form, ${seconds(started)}.`);
for (const [file, instead] of full ? [] : Object.entries(LONG_FORM))
	console.log(`LONG FORM ONLY: ${file}; here instead: ${instead}`);
if (!hasFirefox) console.log('SKIPPED: tests: firefox, for want of one (see above)');
if (full && !hasWebKit) console.log('SKIPPED: WebKitGTK, for want of one (see above)');
for (const reason of reasons) console.log(`\n✗ ${reason}`);
if (failures.length > 0) console.log(`\nFailed: ${failures.join(', ')}`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
