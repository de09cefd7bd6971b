/**
 * `npm run models [-- --official]`: every model of the manifest into `models/built/`. What is there
 * with a known hash is kept. The environment variable MODELS_DIR names a folder of files at hand.
 */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { PackageError } from './landmarker/packed-assets.ts';
import { MissingModelError, makeModel } from './make.ts';
import { MODELS } from './manifest.ts';
import { WrongModelError, prepareModels } from './prepare.ts';

const BUILT = fileURLToPath(new URL('built/', import.meta.url));

try {
	const { values } = parseArgs({ options: { official: { type: 'boolean', default: false } } });
	const prepared = prepareModels({
		built: BUILT,
		models: MODELS,
		atHand: process.env['MODELS_DIR'] ?? null,
		official: values.official,
		make: makeModel
	});
	for await (const { model, how } of prepared) {
		const size = `${(model.bytes / 1000).toFixed(0)} kB`;
		console.log(`${model.file.padEnd(34)} ${size.padStart(8)}  ${model.name}, ${how}`);
	}
} catch (error) {
	if (!saysWhatToDo(error)) throw error;
	console.error(error.message);
	process.exitCode = 1;
}

function saysWhatToDo(error: unknown): error is Error {
	return (
		error instanceof WrongModelError ||
		error instanceof MissingModelError ||
		error instanceof PackageError ||
		(error instanceof TypeError && 'code' in error)
	);
}
