/** The files inside the packed assets of @mediapipe/face_mesh, each checked against its known hash. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { sha256 } from '../sha256.ts';

export const PACKAGE = { name: '@mediapipe/face_mesh', version: '0.4.1633559619' } as const;
const PACKAGE_TEXT = `${PACKAGE.name}@${PACKAGE.version}`;
const ASSETS_FILE = 'face_mesh_solution_packed_assets.data';
const LOADER_FILE = 'face_mesh_solution_packed_assets_loader.js';

export type KnownFile = { readonly name: string; readonly sha256: string };

export const DETECTOR = {
	name: 'face_detection_short_range.tflite',
	sha256: '3bc182eb9f33925d9e58b5c8d59308a760f4adea8f282370e428c51212c26633'
} as const satisfies KnownFile;

export const ATTENTION_MESH = {
	name: 'face_landmark_with_attention.tflite',
	sha256: '883b7411747bac657c30c462d305d312e9dec6adbf8b85e2f5d8d722fca9455d'
} as const satisfies KnownFile;

export const GEOMETRY = {
	name: 'geometry_pipeline_metadata_landmarks.binarypb',
	sha256: 'bdbcda96dfcb7da883da124aaa2c55dee49770d934f0fcc71747f8c21bdc75b4'
} as const satisfies KnownFile;

/** The package is not the one this was written for; the message says what to do. */
export class PackageError extends Error {
	override readonly name = 'PackageError';
}

export type PackedAssets = {
	/** @throws PackageError when the file is not there or its bytes are not the known ones */
	readonly file: (known: KnownFile) => Uint8Array;
};

export function installedPackage(): string {
	return dirname(createRequire(import.meta.url).resolve(`${PACKAGE.name}/package.json`));
}

/** @throws PackageError when the package is not installed */
export function openPackedAssets(packageDirectory = installedPackage()): PackedAssets {
	const data = readPackageFile(packageDirectory, ASSETS_FILE);
	const loader = readPackageFile(packageDirectory, LOADER_FILE).toString('utf8');
	return {
		file(known) {
			const [start, end] = range(loader, known.name);
			const bytes = data.subarray(start, end);
			const found = sha256(bytes);
			if (found !== known.sha256) throw changed(known, found);
			return bytes;
		}
	};
}

function changed(file: KnownFile, found: string): PackageError {
	return new PackageError(
		`${file.name} in ${PACKAGE.name} is not the file this builder was written for.\n` +
			`  expected sha256 ${file.sha256}\n` +
			`  found    sha256 ${found}\n` +
			`Install exactly ${PACKAGE_TEXT} (npm ci). If the version is right, the download is ` +
			`damaged or was tampered with: remove it and install again.`
	);
}

/** The loader, a script made by Emscripten, ends with the list of files as JSON. */
function range(loader: string, name: string): [start: number, end: number] {
	const pattern = new RegExp(
		`"filename":\\s*"[^"]*/${RegExp.escape(name)}",\\s*"start":\\s*(\\d+),\\s*"end":\\s*(\\d+)`
	);
	const match = pattern.exec(loader);
	if (match === null) {
		throw new PackageError(`${LOADER_FILE} does not list ${name}; install exactly ${PACKAGE_TEXT}`);
	}
	return [Number(match[1]), Number(match[2])];
}

function readPackageFile(packageDirectory: string, name: string): Buffer {
	const path = join(packageDirectory, name);
	try {
		return readFileSync(path);
	} catch (cause) {
		throw new PackageError(`cannot read ${path}; install ${PACKAGE_TEXT} (npm ci)`, { cause });
	}
}
