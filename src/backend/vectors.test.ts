/** The lease vectors in the server's own engine; the app's side of them is in src/lib/lease. */
import { webcrypto } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleForServer } from './build.ts';
import { startTestServer, type TestServer } from './testing/server.ts';

type Vectors = {
	readonly cases: readonly {
		readonly name: string;
		readonly token: string;
		readonly payload?: object;
	}[];
	readonly chain: { readonly first: string; readonly uses: readonly { readonly head: string }[] };
	readonly renewal: { readonly text: string };
};
const vectors = JSON.parse(
	readFileSync(new URL('vectors/lease.json', import.meta.url), 'utf8')
) as Vectors;

let server: TestServer;

beforeAll(async () => {
	const first = await startTestServer();
	const hooks = join(first.folder, 'hooks');
	const entry = fileURLToPath(new URL('testing/vectors-in-goja.ts', import.meta.url));
	await bundleForServer(entry, join(hooks, 'vectors.js'));
	const load = 'require(`${__hooks}/vectors.js`)';
	writeFileSync(
		join(hooks, 'vectors.pb.js'),
		[
			`routerAdd('GET', '/tests/tokens', (e) => e.json(200, ${load}.tokens()));`,
			`routerAdd('GET', '/tests/heads', (e) => e.json(200, ${load}.heads()));`,
			`routerAdd('GET', '/tests/signed', (e) => {`,
			`	const asked = e.requestInfo().query;`,
			`	return e.json(200, ${load}.isSigned(asked.signature, asked.publicKey));`,
			`});`
		].join('\n')
	);
	server = await first.restarted();
});

afterAll(() => server.close());

describe('in the server’s engine', () => {
	it('every good payload becomes the token of the vectors, to the letter', async () => {
		const { body } = await server.ask('GET', '/tests/tokens');
		const good = vectors.cases.filter(({ payload }) => payload !== undefined);
		expect(good.length).toBeGreaterThan(5);
		expect(body).toEqual(Object.fromEntries(good.map(({ name, token }) => [name, token])));
	});

	it('the chain of uses has the heads of the vectors', async () => {
		const { chain } = vectors;
		const { body } = await server.ask('GET', '/tests/heads');
		expect(body).toEqual([chain.first, ...chain.uses.map(({ head }) => head)]);
	});

	it('a device’s signature over the text of the vectors counts, and no other', async () => {
		const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
		const { privateKey, publicKey } = await webcrypto.subtle.generateKey(algorithm, true, [
			'sign',
			'verify'
		]);
		const raw = Buffer.from(await webcrypto.subtle.exportKey('raw', publicKey));
		const text = Buffer.from(vectors.renewal.text);
		const signature = Buffer.from(await webcrypto.subtle.sign(algorithm, privateKey, text));
		const isSigned = async (by: Buffer): Promise<unknown> => {
			const query = new URLSearchParams({
				signature: by.toString('base64url'),
				publicKey: raw.toString('base64url')
			});
			return (await server.ask('GET', `/tests/signed?${query.toString()}`)).body;
		};
		expect(await isSigned(signature)).toBe(true);
		for (const at of [0, 31, 32, 63]) {
			const flipped = Buffer.from(signature);
			flipped[at]! ^= 1;
			expect(await isSigned(flipped), `byte ${at}`).toBe(false);
		}
	});
});
