/**
 * After `vite build`: closes the ways out (src/lib/ways-out.ts) in the page's first script; names the hash
 * of every module in an import map, so that one with other bytes is refused; says what the app is made of
 * (`sbom.cdx.json`); writes .br and .gz beside text and wasm files, so that serving them costs nothing; and
 * tells the service worker what the build is made of.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
// Validates the catalogue as it loads: a wrong one stops the build, not the first photograph.
import '../lib/treatment/index.ts';
import { writeBundle } from './bundle.ts';
import { filesOf } from './files.ts';
import { closeWaysOut } from '../lib/ways-out.ts';
import { billOfMaterials } from './sbom.ts';
import { BUILD } from './server.ts';

const COMPRESSIBLE = /\.(css|html|js|json|mjs|svg|txt|wasm|webmanifest)$/;
/** Level 11 takes minutes for the wasm files and wins 4 %. */
const BROTLI_QUALITY = 6;

const integrityOf = (file: string): string =>
	`sha384-${createHash('sha384').update(readFileSync(file)).digest('base64')}`;

function integrityMap(): string {
	const integrity = filesOf(join(BUILD, '_app', 'immutable'))
		.filter((name) => name.endsWith('.js'))
		.map((name) => {
			const path = `_app/immutable/${name}`;
			return [`/${path}`, integrityOf(join(BUILD, path))] as const;
		});
	return JSON.stringify({ integrity: Object.fromEntries(integrity) });
}

function addFirstScripts(): void {
	const index = join(BUILD, 'index.html');
	const html = readFileSync(index, 'utf8');
	const head = html.indexOf('<head>') + '<head>'.length;
	// Before any modulepreload: an import map that comes later does not bind them.
	const map = `<script type="importmap">${integrityMap()}</script>`;
	const first = `<script>(${String(closeWaysOut)})(window)</script>`;
	writeFileSync(index, html.slice(0, head) + first + map + html.slice(head));
}

/** It stands alone: no import map of a version that may be broken. */
function nameResetScript(): void {
	const page = join(BUILD, 'sw-reset.html');
	const integrity = integrityOf(join(BUILD, 'sw-reset.js'));
	const html = readFileSync(page, 'utf8');
	writeFileSync(page, html.replace('<script ', `<script integrity="${integrity}" `));
}

function compress(file: string): void {
	const bytes = readFileSync(file);
	const brotli = brotliCompressSync(bytes, {
		params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY }
	});
	writeFileSync(`${file}.br`, brotli);
	writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
}

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

addFirstScripts();
nameResetScript();
writeFileSync(join(BUILD, 'sbom.cdx.json'), billOfMaterials());
for (const name of filesOf(BUILD).filter((file) => COMPRESSIBLE.test(file))) {
	compress(join(BUILD, name));
}
writeBundle(BUILD, version, compress);
