/**
 * What the service worker is told of the build: every file with its hash, size and headers, and the one
 * hash over all of it by which a version is known (docs/offline.md).
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Bundle, BundleFile, Kind } from '../service-worker/bundle.ts';
import { filesOf } from './files.ts';
import { productionHeaders } from './headers.ts';
import { inlineHashes } from './inline-hashes.ts';
import { TYPES } from './server.ts';

const PAGE = '/index.html';
const WORKER = 'service-worker.js';
/** Packed copies, dot files, what only installing shows, and what must come from the server. */
const NOT_LISTED = /\.(br|gz)$|\/\.|^\/screenshots\/|^\/sw-reset|^\/_app\/version\.json$/;
const MARK = /(<meta name="vultus-version" content=")[^"]*(")/;
/** The service worker's first line is the list, once it has one. */
const LIST = /^self\.VULTUS_BUNDLE=.*\n/;

/** When a file of the build comes to a device. */
export function kindOf(path: string): Kind {
	if (/\/libheif\.[^/]+\.wasm$/.test(path)) return 'heic';
	if (/\/zxing_reader\.[^/]+\.wasm$/.test(path)) return 'barcode';
	if (/\.(task|tflite|onnx)$/.test(path)) return 'models';
	return path.endsWith('.wasm') ? 'engine' : 'app';
}

const sha256 = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex');

function withMark(html: string, mark: string): string {
	if (!MARK.test(html)) throw new Error('index.html has no place for its version');
	return html.replace(MARK, `$1${mark}$2`);
}

function listed(build: string, path: string): BundleFile {
	const name = join(build, path);
	const bytes = readFileSync(name);
	const packed = `${name}.br`;
	return {
		path,
		kind: kindOf(path),
		sha256: sha256(bytes),
		bytes: bytes.length,
		sent: existsSync(packed) ? statSync(packed).size : bytes.length,
		type: TYPES[extname(path)] ?? 'application/octet-stream'
	};
}

/**
 * Writes the version into index.html, and the list into the service worker; both may have had one.
 * `pack` writes a file's packed copies anew. Every other file's are there already.
 */
export function writeBundle(build: string, version: string, pack: (file: string) => void): Bundle {
	const page = join(build, PAGE);
	const worker = join(build, WORKER);
	const html = withMark(readFileSync(page, 'utf8'), '');
	const code = readFileSync(worker, 'utf8').replace(LIST, '');
	const hashes = inlineHashes(build);
	const headers = productionHeaders(hashes, '/');
	const lockedHeaders = productionHeaders(hashes, '/locked');
	const paths = filesOf(build)
		.map((name) => `/${name}`)
		.filter((path) => !NOT_LISTED.test(path) && path !== `/${WORKER}`);
	const rest = paths.filter((path) => path !== PAGE).map((path) => listed(build, path));
	const lines = [
		...rest.map((file) => `${file.sha256}  ${file.path}`),
		`${sha256(html)}  ${PAGE}`,
		`${sha256(code)}  /${WORKER}`
	];
	const hash = sha256(JSON.stringify({ version, headers, lockedHeaders, lines }));
	writeFileSync(page, withMark(html, `${version} ${hash}`));
	pack(page);
	const files = [...rest, listed(build, PAGE)];
	const bundle = { version, hash, headers, lockedHeaders, files };
	writeFileSync(worker, `self.VULTUS_BUNDLE=${JSON.stringify(bundle)};\n${code}`);
	pack(worker);
	return bundle;
}
