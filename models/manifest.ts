/**
 * What models there are, where each comes from, and by which hash it is known: `manifest.json`,
 * checked. Pure, so that the build (Node) and the app (which checks what it downloads) share it.
 *
 * A file may be known in several variants (the face landmarker: our own and Google's). The hash of
 * the bytes tells which one it is, and so what it can do.
 */
import manifest from './manifest.json' with { type: 'json' };

const CAPABILITIES = [
	'face-landmarks',
	'face-pose',
	'face-blendshapes',
	'person-segmentation',
	'skin-segmentation',
	'velocity-basis',
	'flow'
] as const;
type Capability = (typeof CAPABILITIES)[number];

export type Source =
	/** Written by a script of this project, from an npm package or from nothing. */
	| { readonly kind: 'script'; readonly script: string; readonly from: PackageVersion | null }
	/** A file of an npm package, as it is. */
	| { readonly kind: 'package'; readonly from: PackageVersion; readonly path: string }
	| { readonly kind: 'download'; readonly url: string };

export type PackageVersion = { readonly package: string; readonly version: string };

export type Model = {
	/** Tells variants apart. */
	readonly name: string;
	/** Name in `models/built/`; variants share it. */
	readonly file: string;
	readonly source: Source;
	/** SPDX. */
	readonly licence: string;
	/** Hexadecimal, lower case. */
	readonly sha256: string;
	readonly bytes: number;
	readonly capabilities: readonly Capability[];
};

export class ManifestError extends Error {
	override readonly name = 'ManifestError';
}

/** In the order of the manifest: the first variant of a file is the one that is made by default. */
export const MODELS: readonly Model[] = readManifest(manifest);

/** The variant of `file` that has this hash; undefined when the file is none of the known ones. */
export function identifyModel(
	file: string,
	sha256: string,
	models: readonly Model[] = MODELS
): Model | undefined {
	return models.find((model) => model.file === file && model.sha256 === sha256);
}

/** @throws ManifestError naming the entry and the field that is wrong */
export function readManifest(value: unknown): readonly Model[] {
	const list = record(value, 'the manifest')['models'];
	if (!Array.isArray(list)) throw new ManifestError('the manifest has no list "models"');
	const models = list.map((entry: unknown, index) => readModel(entry, `model ${index + 1}`));
	for (const field of ['name', 'sha256'] as const) {
		const values = models.map((model) => model[field]);
		const repeated = values.find((item, index) => values.indexOf(item) !== index);
		if (repeated !== undefined) throw new ManifestError(`two models have the ${field} ${repeated}`);
	}
	return models;
}

function readModel(value: unknown, where: string): Model {
	const fields = record(value, where);
	const name = text(fields, 'name', where, /^[a-z][a-z0-9-]*$/);
	return {
		name,
		file: text(fields, 'file', name, /^[a-z0-9][a-z0-9_.-]*$/),
		source: readSource(fields['source'], name),
		licence: text(fields, 'licence', name),
		sha256: text(fields, 'sha256', name, /^[0-9a-f]{64}$/),
		bytes: count(fields, 'bytes', name),
		capabilities: capabilities(fields['capabilities'], name)
	};
}

function readSource(value: unknown, name: string): Source {
	const where = `the source of ${name}`;
	const fields = record(value, where);
	const kind = text(fields, 'kind', where);
	switch (kind) {
		case 'script': {
			const script = text(fields, 'script', where);
			return { kind, script, from: 'package' in fields ? packageVersion(fields, where) : null };
		}
		case 'package':
			return { kind, from: packageVersion(fields, where), path: text(fields, 'path', where) };
		case 'download':
			return { kind, url: text(fields, 'url', where, /^https?:\/\//) };
		default:
			throw new ManifestError(`${where} is of an unknown kind: ${kind}`);
	}
}

function packageVersion(fields: Readonly<Record<string, unknown>>, where: string): PackageVersion {
	return {
		package: text(fields, 'package', where),
		version: text(fields, 'version', where, /^\d+\.\d+\.\d+$/)
	};
}

function capabilities(value: unknown, name: string): readonly Capability[] {
	if (!Array.isArray(value) || value.length === 0) {
		throw new ManifestError(`${name} has no capabilities`);
	}
	return value.map((item: unknown) => {
		const capability = CAPABILITIES.find((known) => known === item);
		if (capability === undefined) {
			throw new ManifestError(`${name} has an unknown capability: ${String(item)}`);
		}
		return capability;
	});
}

function record(value: unknown, where: string): Readonly<Record<string, unknown>> {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) {
		throw new ManifestError(`${where} is not an object`);
	}
	return { ...value };
}

function text(
	fields: Readonly<Record<string, unknown>>,
	field: string,
	where: string,
	form = /./
): string {
	const value = fields[field];
	if (typeof value !== 'string' || !form.test(value)) {
		throw new ManifestError(`${where}: "${field}" is missing or malformed`);
	}
	return value;
}

function count(fields: Readonly<Record<string, unknown>>, field: string, where: string): number {
	const value = fields[field];
	if (typeof value !== 'number' || !Number.isSafeInteger(value) || value <= 0) {
		throw new ManifestError(`${where}: "${field}" is missing or malformed`);
	}
	return value;
}
