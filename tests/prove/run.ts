/**
 * `npm run prove [-- FILE]`: the whole proof that photographs stay (docs/privacy-proof.md), as one page to
 * keep, printed and written into FILE (test-results/privacy-proof.txt). Fails where anything is not as it says.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { ensureBuilt } from '../../src/hosting/built.ts';
import { fingerprint } from '../../src/hosting/reproduce.ts';
import { isOwnFile } from './allowed.ts';
import { isBrowsersOwn } from './browser.ts';
import { canariesOf, holdConsultations, type Held } from './held.ts';
import { judge, MOST_SENT, requestsOf, sizeOf } from './judge.ts';
import { findLeak, type Protection } from './leaking.ts';
import { LEAKS, type Leak } from './leaks.ts';
import type { SentRequest } from './net-log.ts';

const MEGAPIXELS = [1, 1, 12] as const;
/** Of what is sent with a small and with a large photograph. */
const SAME_WITHIN = 0.05;

const lines: string[] = [];
const failures: string[] = [];

function say(line = ''): void {
	lines.push(line);
	console.log(line);
}

function check(what: string, isSo: boolean, why: readonly string[] = []): void {
	say(`  ${isSo ? 'PASSED' : 'FAILED'}  ${what}`);
	for (const line of isSo ? [] : why.slice(0, 8)) say(`          ${line}`);
	if (!isSo) failures.push(what);
}

const inVisit = ({ traffic, visits }: Held, index: number): readonly SentRequest[] => {
	const { from = 0, to = 0 } = visits[index] ?? {};
	return requestsOf(traffic).filter(({ at }) => at >= from && at <= to);
};

/** A licence renews by a clock of its own; how long its message is follows from the visits, not from photographs. */
const isRenewal = ({ target }: SentRequest): boolean => /\/(?:nonce|lease)$/.test(target);

function contentsOf(requests: readonly SentRequest[]): readonly string[] {
	return requests
		.filter((request) => !isRenewal(request))
		.map(({ method, target, body }) => `${method} ${target}, ${body.length} bytes`)
		.sort();
}

function onConsultation(held: Held): void {
	const [first] = held.visits;
	say('1. A whole consultation without a network');
	check(
		held.hasNetwork
			? 'went through, but nobody here may take the network away (unshare)'
			: `went through where nothing but the app's own server could be reached, ${held.visits.length} times:`,
		!held.hasNetwork && held.visits.length === MEGAPIXELS.length
	);
	say(`          ${first?.steps.join(' → ') ?? ''}`);
	check('no page reported an error', held.errors.length === 0, held.errors);
}

function onLedger(held: Held): void {
	const requests = requestsOf(held.traffic);
	const own = requests.filter(isOwnFile);
	const other = requests.filter((request) => !isOwnFile(request));
	say();
	say('2. Everything that was sent, from the browser’s own log of its sockets');
	say(
		`  ${own.length} times a part of the app was asked for, by its address: ${sizeOf(own)} bytes`
	);
	for (const [name, group] of Map.groupBy(other, ({ method, target }) => `${method} ${target}`)) {
		const most = Math.max(...group.map(({ body }) => body.length));
		say(`  ${name}: ${group.length} times, at most ${most} bytes of content`);
	}
	if (!held.hasAccount) say('  No account: there is no PocketBase for this system.');
	const findings = judge(held.traffic, { served: held.served, canaries: canariesOf(held) });
	const words = (by: readonly string[]) =>
		findings.filter((one) => by.includes(one.by)).map(({ what }) => what);
	const strange = words(['destination', 'datagram', 'name', 'request', 'picture']);
	check(
		'all of it is on the list of what may be sent, to the app’s own server',
		strange.length === 0,
		strange
	);
	check(
		`beside the app’s own files at most ${MOST_SENT} bytes: ${sizeOf(other)}`,
		sizeOf(other) <= MOST_SENT
	);
	held.visits.slice(1).forEach((_, index) => {
		const all = sizeOf(inVisit(held, index + 1));
		check(
			`consultation ${index + 2}, with the app loaded: ${all} bytes in all, at most ${MOST_SENT}`,
			all <= MOST_SENT
		);
	});
	say();
	say('3. Words and pixels that stand nowhere else');
	const canaries = canariesOf(held);
	check(
		`none of ${canaries.length} was sent in any writing, packed or not`,
		words(['canary']).length === 0,
		words(['canary'])
	);
	const [, small, large] = MEGAPIXELS.map((_, index) => inVisit(held, index));
	const [a, b] = [contentsOf(small ?? []), contentsOf(large ?? [])];
	const sizes = [small, large].map((group = []) => sizeOf(group.filter((one) => !isRenewal(one))));
	const [less = 0, more = 0] = sizes.toSorted((one, two) => one - two);
	check(
		`a photograph of ${MEGAPIXELS[2]} MP sends what one of ${MEGAPIXELS[1]} MP sends: ${sizes[1] ?? 0} and ${sizes[0] ?? 0} bytes`,
		a.join('\n') === b.join('\n') && more - less <= SAME_WITHIN * more,
		[...a.filter((one) => !b.includes(one)), ...b.filter((one) => !a.includes(one))]
	);
	const asked = new Set(held.traffic.asked.map(({ url }) => new URL(url).hostname));
	const browsers = [...asked].filter(isBrowsersOwn).toSorted();
	say(`  The browser itself, on its own account, wanted ${browsers.join(', ') || 'nothing'}.`);
}

async function caughtOf(leaks: readonly Leak[], protection: Protection): Promise<readonly Leak[]> {
	const caught: Leak[] = [];
	for (const leak of leaks) {
		if ((await findLeak(leak, protection)).length > 0) caught.push(leak);
	}
	return caught;
}

async function onLeaks(): Promise<void> {
	const namesOf = (leaks: readonly Leak[]) => leaks.map(({ name }) => name);
	const except = (all: readonly Leak[], some: readonly Leak[]) =>
		all.filter((leak) => !some.includes(leak));
	const by = (...stopped: readonly Leak['stopped'][]) =>
		LEAKS.filter((leak) => stopped.includes(leak.stopped));
	say();
	say('4. Does the proof see? The app made to leak on purpose, one way at a time');
	const none = await findLeak(null, 'bare');
	check(
		'nothing is found where nothing leaks',
		none.length === 0,
		none.map(({ what }) => what)
	);
	const bare = await caughtOf(LEAKS, 'bare');
	check(
		`${bare.length}/${LEAKS.length} leaks found without any protection`,
		bare.length === LEAKS.length,
		namesOf(except(LEAKS, bare))
	);
	const policy = await caughtOf(LEAKS, 'policy');
	const beyond = by('by the removal', 'by nothing');
	check(
		`the security policy alone stops ${LEAKS.length - policy.length} of them, all but those named for it`,
		policy.length === beyond.length && except(policy, beyond).length === 0,
		namesOf([...except(policy, beyond), ...except(beyond, policy)])
	);
	say(`          past the policy: ${namesOf(policy).join(', ')}`);
	const served = await caughtOf(policy, 'as served');
	const left = by('by nothing');
	check(
		`as served the app stops ${LEAKS.length - served.length}, and those to its own server are seen by this proof`,
		served.length === left.length && except(served, left).length === 0,
		namesOf([...except(served, left), ...except(left, served)])
	);
	say(`          seen, not stopped: ${namesOf(served).join(', ')}`);
}

const file = resolve(process.argv[2] ?? 'test-results/privacy-proof.txt');
ensureBuilt();
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
say('VULTUS: PROOF THAT PHOTOGRAPHS STAY');
say(`Version ${version}, build ${fingerprint()}, ${new Date().toISOString().slice(0, 10)}`);
say('Vultus never sends photographs. An export is a file that its user saves and passes on.');
say();
const held = await holdConsultations(MEGAPIXELS.map((count) => count * 1e6));
onConsultation(held);
onLedger(held);
await onLeaks();
say();
say(`Browser: ${held.browser}. What each line means: docs/privacy-proof.md.`);
say(failures.length === 0 ? 'RESULT: PASSED' : `RESULT: FAILED (${failures.length})`);
mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, `${lines.join('\n')}\n`);
process.exit(failures.length === 0 ? 0 : 1);
