import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveBuild, type RunningServer } from './server.ts';

let folder: string;
let server: RunningServer;

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'vultus-build-'));
	mkdirSync(join(folder, '_app', 'immutable'), { recursive: true });
	writeFileSync(join(folder, 'index.html'), '<html><script>start()</script></html>');
	writeFileSync(join(folder, 'icon.svg'), '<svg/>');
	writeFileSync(join(folder, '.built-from'), 'secret');
	writeFileSync(join(folder, '_app', 'immutable', 'a.js'), 'export const a = 1;');
	writeFileSync(join(folder, '_app', 'immutable', 'a.js.br'), 'packed');
	server = await serveBuild({ port: 0, build: folder });
});

afterAll(async () => {
	await server.close();
	rmSync(folder, { recursive: true });
});

describe('the production server', () => {
	it.each(['/', '/studio', '/_app/immutable/a.js', '/_app/immutable/gone.js', '/icon.svg'])(
		'sends every security header with %s',
		async (path) => {
			const { headers } = await fetch(server.url + path);
			const policy = headers.get('content-security-policy') ?? '';
			expect(policy).toContain("default-src 'none'");
			expect(policy).toContain("connect-src 'self'");
			expect(policy).toContain("require-trusted-types-for 'script'");
			expect(policy).toMatch(/script-src 'self' 'wasm-unsafe-eval' 'sha256-[^']+'/);
			expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
			expect(headers.get('cross-origin-embedder-policy')).toBe('require-corp');
			expect(headers.get('x-content-type-options')).toBe('nosniff');
			expect(headers.get('referrer-policy')).toBe('no-referrer');
			expect(headers.get('clear-site-data')).toBeNull();
		}
	);

	it('gives the locked page another process, and no other page', async () => {
		const policyOf = async (path: string) =>
			(await fetch(server.url + path)).headers.get('cross-origin-opener-policy');
		expect(await policyOf('/locked')).toBeNull();
		expect(
			(await fetch(`${server.url}/locked`)).headers.get('content-security-policy')
		).not.toBeNull();
		for (const path of ['/', '/unlock', '/locked/x', '/lockedx']) {
			expect(await policyOf(path), path).toBe('same-origin');
		}
	});

	it('answers deep links with the app, and a missing chunk with 404', async () => {
		expect(await (await fetch(`${server.url}/visit/12`)).text()).toContain('start()');
		expect((await fetch(`${server.url}/_app/immutable/gone.js`)).status).toBe(404);
		expect((await fetch(`${server.url}/gone.png`)).status).toBe(404);
	});

	it('keeps to its folder and hides dot files', async () => {
		expect((await fetch(`${server.url}/.built-from`)).status).toBe(404);
		expect((await fetch(`${server.url}/%2e%2e%2f%2e%2e%2fetc%2fpasswd`)).status).toBe(404);
		expect((await fetch(`${server.url}/%ff`)).status).toBe(404);
	});

	it('serves hashed files for ever, packed when the browser can unpack them', async () => {
		const response = await fetch(`${server.url}/_app/immutable/a.js`, {
			headers: { 'accept-encoding': 'identity' }
		});
		expect(response.headers.get('cache-control')).toContain('immutable');
		expect(response.headers.get('content-type')).toContain('text/javascript');
		expect(await response.text()).toContain('export const a');
		const head = await fetch(`${server.url}/_app/immutable/a.js`, {
			method: 'HEAD',
			headers: { 'accept-encoding': 'br' }
		});
		expect(head.headers.get('content-encoding')).toBe('br');
	});

	it('refuses any method but GET and HEAD', async () => {
		const response = await fetch(server.url, { method: 'POST', body: 'x' });
		expect(response.status).toBe(405);
	});
});
