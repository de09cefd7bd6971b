/**
 * The short form of `npm run prove` (docs/privacy-proof.md): one consultation, three leaks. Takes a minute
 * beside other tests.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { isOwnFile } from '../prove/allowed.ts';
import { canariesOf, holdConsultations, type Held } from '../prove/held.ts';
import { judge, requestsOf, type Finding } from '../prove/judge.ts';
import { findLeak } from '../prove/leaking.ts';
import { LEAKS } from '../prove/leaks.ts';
import { FULL } from '../support/full.ts';

/** Whole in a failure's message, where an array is cut short. */
const inWords = (findings: readonly Finding[]): string =>
	findings.map(({ by, what }) => `${by}: ${what}`).join('\n');

describe('a whole consultation', () => {
	let held: Held;

	beforeAll(async () => {
		held = await holdConsultations([1e6]);
		if (held.hasNetwork) console.warn('SKIPPED: nobody here may take the network away (unshare).');
	});

	it('goes through, without a network where it can be taken away', () => {
		expect(held.visits.map(({ steps }) => steps.at(-1))).toEqual(['erase']);
		expect(held.errors).toEqual([]);
	});

	it('sends nothing but what is on the list, and nothing of the patient', () => {
		const findings = judge(held.traffic, { served: held.served, canaries: canariesOf(held) });
		expect(inWords(findings)).toBe('');
	});

	it('was seen: the app was fetched, and what a licence needs was sent', () => {
		const requests = requestsOf(held.traffic);
		expect(requests.filter(isOwnFile).length).toBeGreaterThan(50);
		const posts = requests.filter(({ method }) => method === 'POST');
		expect(posts.length > 2).toBe(held.hasAccount);
	});
});

describe('the proof', () => {
	const leak = (name: string) => LEAKS.find((one) => one.name === name) ?? null;

	it('finds nothing where nothing leaks', async () => {
		expect(inWords(await findLeak(null, 'bare'))).toBe('');
	});

	it.each([
		['fetch', 'bare', 'destination'],
		['WebRTC', 'bare', 'datagram'],
		['hidden in a request that is allowed', 'as served', 'canary']
	] as const)('finds a leak: %s', async (name, protection, by) => {
		expect(leak(name)).not.toBeNull();
		const findings = await findLeak(leak(name), protection);
		expect(findings.map((finding) => finding.by)).toContain(by);
	});

	it.runIf(FULL)('finds none where the app has taken the way out away', async () => {
		expect(inWords(await findLeak(leak('WebRTC of an empty frame'), 'as served'))).toBe('');
	});
});
