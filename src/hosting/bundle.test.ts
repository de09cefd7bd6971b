import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { kindOf, writeBundle } from './bundle.ts';

let folder: string;
let packed: string[];

const write = (path: string, text: string): void => {
	mkdirSync(join(folder, path, '..'), { recursive: true });
	writeFileSync(join(folder, path), text);
};
const bundle = (version = '1.0.0') => writeBundle(folder, version, (file) => packed.push(file));
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'vultus-bundle-'));
	packed = [];
	write('index.html', '<head><meta name="vultus-version" content="" /></head>');
	write('service-worker.js', 'serve();\n');
	write('_app/immutable/a.AAAA.js', 'export const a = 1;');
	write('_app/immutable/a.AAAA.js.br', 'packed');
	write('_app/version.json', '{}');
	write('sw-reset.html', 'reset');
	write('.built-from', 'secret');
	write('_app/immutable/assets/face.BBBB.task', 'model');
});

afterAll(() => rmSync(folder, { recursive: true }));

describe('the list of what a version is made of', () => {
	it('names each file that is served, with hash, size as stored and size as sent', () => {
		const { files } = bundle();
		expect(files.map(({ path }) => path)).toEqual([
			'/_app/immutable/a.AAAA.js',
			'/_app/immutable/assets/face.BBBB.task',
			'/index.html'
		]);
		expect(files[0]).toEqual({
			path: '/_app/immutable/a.AAAA.js',
			kind: 'app',
			sha256: sha256('export const a = 1;'),
			bytes: 19,
			sent: 6,
			type: 'text/javascript; charset=utf-8'
		});
	});

	it('stands in the service worker, and its hash in the page, whose own hash is of that page', () => {
		const made = bundle();
		const worker = readFileSync(join(folder, 'service-worker.js'), 'utf8');
		expect(worker).toBe(`self.VULTUS_BUNDLE=${JSON.stringify(made)};\nserve();\n`);
		const page = readFileSync(join(folder, 'index.html'), 'utf8');
		expect(page).toContain(`content="1.0.0 ${made.hash}"`);
		expect(made.files.at(-1)?.sha256).toBe(sha256(page));
		expect(packed.slice(-2)).toEqual([
			join(folder, 'index.html'),
			join(folder, 'service-worker.js')
		]);
	});

	it('gives the locked page all headers but the one that would keep its process', () => {
		const { headers, lockedHeaders } = bundle();
		const without = headers.filter(([name]) => name !== 'Cross-Origin-Opener-Policy');
		expect(headers).toHaveLength(without.length + 1);
		expect(lockedHeaders).toEqual(without);
	});

	it('is the same for the same build, however often and wherever it is made', () => {
		const first = bundle();
		const text = readFileSync(join(folder, 'service-worker.js'), 'utf8');
		const copy = `${folder}-copy`;
		cpSync(folder, copy, { recursive: true });
		expect(writeBundle(copy, '1.0.0', () => undefined)).toEqual(first);
		expect(readFileSync(join(copy, 'service-worker.js'), 'utf8')).toBe(text);
		rmSync(copy, { recursive: true });
	});

	it.each([
		['a file', () => write('_app/immutable/assets/face.BBBB.task', 'other')],
		['the page', () => write('index.html', '<head> <meta name="vultus-version" content="" />')],
		['the service worker', () => write('service-worker.js', 'serveOther();\n')],
		['its version', () => undefined]
	])('has another hash when %s is another', (what, change) => {
		const { hash } = bundle();
		change();
		expect(bundle(what === 'its version' ? '1.0.1' : '1.0.0').hash).not.toBe(hash);
	});

	it('refuses a page that has no place for it', () => {
		write('index.html', '<head></head>');
		expect(() => bundle()).toThrow('no place');
	});
});

describe('what comes when', () => {
	it.each([
		['/index.html', 'app'],
		['/sample/grace-hopper.jpg', 'app'],
		['/_app/immutable/workers/engine.worker-X.js', 'app'],
		['/_app/immutable/assets/ort-wasm-simd-threaded.X.mjs', 'app'],
		['/_app/immutable/assets/ort-wasm-simd-threaded.X.wasm', 'engine'],
		['/_app/immutable/assets/selfie_multiclass_256x256.X.tflite', 'models'],
		['/_app/immutable/assets/velocity-basis.X.onnx', 'models'],
		['/_app/immutable/assets/libheif.X.wasm', 'heic'],
		['/_app/immutable/assets/zxing_reader.X.wasm', 'barcode']
	] as const)('%s is of kind %s', (path, kind) => {
		expect(kindOf(path)).toBe(kind);
	});
});
