/**
 * Makes what PocketBase loads: the hooks as one CommonJS file, their registrations, and the list of what
 * may be served of the app with its headers, from the one source of both (src/hosting).
 */
import { build } from 'esbuild';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { filesOf } from '../hosting/files.ts';
import { productionHeaders } from '../hosting/headers.ts';
import { inlineHashes } from '../hosting/inline-hashes.ts';
import { BUILD, cacheControlOf, TYPES } from '../hosting/server.ts';
import { ROUTES } from './hooks/routes.ts';
import type { Site, SiteFile } from './hooks/site.ts';

export const MIGRATIONS = fileURLToPath(new URL('pb_migrations', import.meta.url));
const MAIN = fileURLToPath(new URL('hooks/main.ts', import.meta.url));
const LOAD = 'require(`${__hooks}/vultus.js`)';

/** Handlers run in other runtimes than the one that registers them, so each loads what it calls. */
function registrations(): string {
	// Only so that the router knows them: `handle` has answered before.
	const routes = ROUTES.map(
		({ method, path }) => `routerAdd('${method}', '${path}', (e) => ${LOAD}.closed(e));`
	);
	const hooks = [
		['onMailerSend', 'onMail'],
		['onRecordAuthWithPasswordRequest', 'onPassword'],
		['onRecordRequestOTPRequest', 'onCodeRequest'],
		['onRecordAuthWithOTPRequest', 'onCode'],
		['onRecordConfirmPasswordResetRequest', 'onAccountChanged'],
		['onRecordConfirmEmailChangeRequest', 'onAccountChanged'],
		['onRealtimeConnectRequest', 'closed'],
		['onRealtimeSubscribeRequest', 'closed'],
		['onFileTokenRequest', 'closed']
	].map(([hook, name]) => `${hook}((e) => ${LOAD}.${name}(e));`);
	return [
		'// Written by src/backend/build.ts.',
		`routerUse((e) => ${LOAD}.handle(e, __hooks));`,
		...routes,
		...hooks,
		`routerAdd('GET', '/{path...}', $apis.static($os.getenv('VULTUS_SITE'), false), (e) => ${LOAD}.serve(e, __hooks));`,
		`cronAdd('vultus-sweep', '*/5 * * * *', () => ${LOAD}.sweep($app));`,
		`cronAdd('vultus-purge', '17 3 * * *', () => ${LOAD}.purge($app));`,
		...['prepare', 'superuser', 'operator'].map(
			(name) =>
				`$app.rootCmd.addCommand(new Command({ use: 'vultus-${name}', run: (command, args) => ${LOAD}.${name}($app, args[0], command.inOrStdin()) }));`
		),
		`$app.rootCmd.addCommand(new Command({ use: 'vultus-demo', run: () => console.log(JSON.stringify(${LOAD}.demo($app))) }));`,
		''
	].join('\n');
}

function siteOf(folder: string): Site {
	const hashes = inlineHashes(folder);
	const names = filesOf(folder).filter(
		(name) => !/\.(br|gz)$/.test(name) && !/(^|\/)\./.test(name)
	);
	const files = names.map((name): [string, SiteFile] => {
		const hash = createHash('sha256').update(readFileSync(join(folder, name)));
		const packed = ['.br', '.gz'].filter((ending) => existsSync(join(folder, name + ending)));
		const type = TYPES[extname(name)] ?? 'application/octet-stream';
		const cache = cacheControlOf(`/${name}`);
		return [name, { type, etag: hash.digest('hex').slice(0, 16), cache, packed }];
	});
	return {
		headers: productionHeaders(hashes, '/'),
		pages: { '/locked': productionHeaders(hashes, '/locked') },
		files: Object.fromEntries(files)
	};
}

/** One CommonJS file of what goja runs. */
export async function bundleForServer(entry: string, outfile: string): Promise<void> {
	await build({
		entryPoints: [entry],
		outfile,
		bundle: true,
		format: 'cjs',
		platform: 'neutral',
		mainFields: ['module', 'main'],
		conditions: ['import'],
		target: 'es2020',
		logLevel: 'error'
	});
}

/** Writes the hooks into `folder`; `site` is the built app that they serve. */
export async function buildHooks(folder: string, site: string = BUILD): Promise<void> {
	mkdirSync(folder, { recursive: true });
	await bundleForServer(MAIN, join(folder, 'vultus.js'));
	writeFileSync(join(folder, 'main.pb.js'), registrations());
	writeFileSync(join(folder, 'site.json'), JSON.stringify(siteOf(site)));
}

if (import.meta.main) await buildHooks(process.argv[2] ?? join('.backend', 'pb_hooks'));
