/**
 * After `vite build`: closes the ways out (src/lib/ways-out.ts) in the page's first script; names the hash
 * of every module in an import map, so that `Integrity-Policy` can refuse any script that is not of this
 * build; says what the app is made of (`sbom.cdx.json`); and writes .br and .gz beside text and wasm files,
 * so that serving them costs nothing.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
// Validates the catalogue as it loads: a wrong one stops the build, not the first photograph.
import '../lib/treatment/index.ts';
import { closeWaysOut } from '../lib/ways-out.ts';
import { billOfMaterials } from './sbom.ts';
import { BUILD } from './server.ts';

const COMPRESSIBLE = /\.(css|html|js|json|mjs|svg|txt|wasm|webmanifest)$/;
/** Level 11 takes minutes for the wasm files and wins 4 %. */
const BROTLI_QUALITY = 6;

function filesOf(folder: string): string[] {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name))
		.sort();
}

function integrityMap(): string {
	const integrity = filesOf(join(BUILD, '_app', 'immutable'))
		.filter((file) => file.endsWith('.js'))
		.map((file) => {
			const digest = createHash('sha384').update(readFileSync(file)).digest('base64');
			return [`/${relative(BUILD, file).replaceAll('\\', '/')}`, `sha384-${digest}`] as const;
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

function precompress(): void {
	for (const file of filesOf(BUILD).filter((name) => COMPRESSIBLE.test(name))) {
		const bytes = readFileSync(file);
		const brotli = brotliCompressSync(bytes, {
			params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY }
		});
		writeFileSync(`${file}.br`, brotli);
		writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
	}
}

addFirstScripts();
writeFileSync(join(BUILD, 'sbom.cdx.json'), billOfMaterials());
precompress();
