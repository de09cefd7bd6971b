import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { firstHead, nextHead, type Receipt } from './chain.ts';
import { canonicalJson, fromBase64url, parseCanonical, toBase64url } from './encoding.ts';
import { renewalText } from './renewal.ts';
import { parsePinnedKeys, verifyLease } from './token.ts';

type Vectors = {
	readonly keys: Readonly<Record<string, string>>;
	readonly cases: readonly {
		readonly name: string;
		readonly token: string;
		readonly payload?: unknown;
		readonly refused?: string;
	}[];
	readonly chain: {
		readonly device: string;
		readonly first: string;
		readonly uses: readonly (Receipt & { readonly head: string })[];
	};
	readonly renewal: { readonly request: Parameters<typeof renewalText>[0]; readonly text: string };
};

const file = new URL('../../backend/vectors/lease.json', import.meta.url);
const vectors = JSON.parse(readFileSync(file, 'utf8')) as Vectors;
const keys = parsePinnedKeys(
	Object.entries(vectors.keys)
		.map(([kid, key]) => `${kid}=${key}`)
		.join(',')
);

/** As a browser before Chromium 137 answers. */
async function withoutEd25519<T>(work: () => Promise<T>): Promise<T> {
	const spy = vi
		.spyOn(crypto.subtle, 'importKey')
		.mockRejectedValue(new DOMException('', 'NotSupportedError'));
	try {
		return await work();
	} finally {
		spy.mockRestore();
	}
}

describe.each([
	['WebCrypto', (work: () => Promise<unknown>) => work()],
	['where the browser has no Ed25519', withoutEd25519]
])('lease vectors, %s', (_name, inBrowser) => {
	it('are at least 60, of both kinds', () => {
		expect(vectors.cases.length).toBeGreaterThanOrEqual(60);
		expect(vectors.cases.filter(({ payload }) => payload !== undefined).length).toBeGreaterThan(5);
	});

	it.each(vectors.cases)('$name', async ({ token, payload, refused }) => {
		const verified = inBrowser(() => verifyLease(token, keys));
		if (refused === undefined) expect(await verified).toEqual(payload);
		else {
			await expect(verified).rejects.toMatchObject({
				code: 'lease.invalid',
				details: { reason: refused }
			});
		}
	});

	it('accepts nothing without a pinned key', async () => {
		const good = vectors.cases[0]?.token ?? '';
		await expect(inBrowser(() => verifyLease(good, parsePinnedKeys('')))).rejects.toMatchObject({
			details: { reason: 'signature' }
		});
	});
});

describe('the chain of uses', () => {
	it('has the heads of the vectors', async () => {
		let head = await firstHead(vectors.chain.device);
		expect(head).toBe(vectors.chain.first);
		for (const { head: expected, ...receipt } of vectors.chain.uses) {
			head = await nextHead(head, receipt);
			expect(head).toBe(expected);
		}
	});

	it('changes with everything that a use says', async () => {
		const use: Receipt = { seq: 1, at: 2, serial: 3, kind: 1, random: 'AAAAAAAAAAAAAAAAAAAAAA' };
		const first = await firstHead('device');
		const heads = await Promise.all(
			[
				use,
				{ ...use, seq: 2 },
				{ ...use, at: 3 },
				{ ...use, serial: 4 },
				{ ...use, kind: 2 } as const,
				{ ...use, random: 'AAAAAAAAAAAAAAAAAAAAAQ' }
			].map((one) => nextHead(first, one))
		);
		expect(new Set(heads).size).toBe(6);
	});
});

it('a request is signed over the text of the vectors', () => {
	const { request, text } = vectors.renewal;
	expect(new TextDecoder().decode(renewalText(request))).toBe(text);
});

describe('encoding', () => {
	it('reads back what it wrote, of any length', () => {
		for (let length = 0; length < 70; length++) {
			const bytes = Uint8Array.from({ length }, (_, at) => (at * 37 + length) % 256);
			expect(fromBase64url(toBase64url(bytes))).toEqual(bytes);
		}
	});

	it.each(['A', 'AB', 'AA==', 'A A', 'AA+A', 'AA/A', 'AAA\n'])('refuses %j', (text) => {
		expect(fromBase64url(text)).toBeNull();
	});

	it('writes no number that is not whole', () => {
		expect(() => canonicalJson(0.5)).toThrow();
		expect(() => canonicalJson(2 ** 53)).toThrow();
	});

	it('reads only what it would write', () => {
		const read = (text: string) => parseCanonical(new TextEncoder().encode(text));
		expect(read('{"a":[1,true,null,"é"],"b":{}}')).toEqual({ a: [1, true, null, 'é'], b: {} });
		expect(read('{"b":{},"a":1}')).toBeUndefined();
	});
});
