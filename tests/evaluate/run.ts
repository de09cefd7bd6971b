/** `npm run evaluate`: evidence of what the built app does with photographs. See arguments.ts. */
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { identifyModel } from '../../models/manifest.ts';
import type { EngineInfo, LandmarkerSource } from '../../src/lib/engine/index.ts';
import { startApp, type App } from '../support/app.ts';
import { openLab, type Lab } from '../support/lab.ts';
import { HELP, readArguments, UsageError, type Arguments } from './arguments.ts';
import { evaluateOrTell, type Evaluation } from './evaluate.ts';
import { alignedTable } from './table.ts';

const UNREADABLE = 1;
const USAGE = 2;
const MODEL_PATH = '/landmarker-under-test.task';

type ModelFile = { readonly file: string; readonly body: Buffer };

/** Answers the app's request for a landmarker with the file, known by the file's own hash. */
async function offerModel(app: App, { file, body }: ModelFile): Promise<LandmarkerSource> {
	const sha256 = createHash('sha256').update(body).digest('hex');
	await app.context.route(app.url + MODEL_PATH, (route) =>
		route.fulfill({ body, contentType: 'application/octet-stream' })
	);
	return {
		url: app.url + MODEL_PATH,
		sha256,
		name: identifyModel('face_landmarker.task', sha256)?.name ?? basename(file, extname(file)),
		// A .task is a zip that stores its parts: their names stand in it in plain text.
		hasBlendshapes: body.includes('face_blendshapes.tflite')
	};
}

async function readModel(file: string): Promise<ModelFile> {
	try {
		return { file, body: await readFile(file) };
	} catch (cause) {
		throw new UsageError(`The model ${file} cannot be read.`, { cause });
	}
}

async function startEngine(
	lab: Lab,
	landmarker: LandmarkerSource | undefined,
	file: string | null
): Promise<EngineInfo> {
	try {
		return await lab.start(landmarker);
	} catch (cause) {
		if (file === null) throw cause;
		throw new UsageError(`The model ${file} is no face landmarker that starts.`, { cause });
	}
}

/** File names without extension; one that is taken gets the next free number. */
function namesOf(paths: readonly string[]): string[] {
	const taken = new Set<string>();
	return paths.map((path) => {
		const stem = basename(path, extname(path));
		let name = stem;
		for (let count = 2; taken.has(name); count++) name = `${stem}-${count}`;
		taken.add(name);
		return name;
	});
}

function figure(value: number | null, digits = 2): string {
	return value === null ? 'null' : value.toFixed(digits);
}

function photographRow(name: string, evaluation: Evaluation): string[] {
	const { error, detected, view, pose, mmPerPx } = evaluation;
	const { minJacobian, minJacobianAsked, maxBackgroundChange, renderer } = evaluation;
	return [
		name,
		error ?? (detected ? (view ?? '') : 'no face'),
		figure(pose?.yaw ?? null, 0),
		figure(mmPerPx === null ? null : 1 / mmPerPx),
		figure(minJacobian),
		figure(minJacobianAsked),
		figure(maxBackgroundChange, 0),
		renderer ?? ''
	];
}

function movementRows(name: string, { treatments }: Evaluation): string[][] {
	return Object.entries(treatments).map(([id, movement]) => {
		const { nominalMm, fieldMm, trackedMm, redetectedMm } = movement;
		return [name, id, String(nominalMm), figure(fieldMm), figure(trackedMm), figure(redetectedMm)];
	});
}

function summary(results: readonly (readonly [string, Evaluation])[]): string {
	const photographs = alignedTable([
		['photograph', 'view', 'yaw', 'px/mm', 'min J', 'as asked', 'background', 'renderer'],
		...results.map(([name, evaluation]) => photographRow(name, evaluation))
	]);
	const movements = results.flatMap(([name, evaluation]) => movementRows(name, evaluation));
	if (movements.length === 0) return photographs;
	const heading = ['photograph', 'treatment', 'asked', 'field', 'tracked', 're-detected'];
	return `${photographs}\n\n${alignedTable([heading, ...movements])}`;
}

async function run({ photographs, plan, view, out, model }: Arguments): Promise<number> {
	await mkdir(out, { recursive: true });
	const named = model === null ? null : await readModel(model);
	const app = await startApp();
	try {
		const landmarker = named === null ? undefined : await offerModel(app, named);
		const lab = await openLab(app);
		const { modelId } = await startEngine(lab, landmarker, model);
		const results: [string, Evaluation][] = [];
		for (const [i, name] of namesOf(photographs).entries()) {
			const { evaluation, before, after } = await evaluateOrTell(lab, photographs[i] ?? '', {
				plan,
				view,
				modelId
			});
			if (before !== null) await writeFile(join(out, `${name}.before.png`), before);
			if (after !== null) await writeFile(join(out, `${name}.after.png`), after);
			await writeFile(join(out, `${name}.json`), JSON.stringify(evaluation, null, '\t') + '\n');
			results.push([name, evaluation]);
		}
		console.log(summary(results));
		return results.some(([, { error }]) => error !== null) ? UNREADABLE : 0;
	} finally {
		await app.close();
	}
}

try {
	const given = readArguments(process.argv.slice(2));
	if (given === 'help') console.log(HELP);
	else process.exitCode = await run(given);
} catch (error) {
	if (!(error instanceof UsageError)) throw error;
	console.error(`${error.message}\nnpm run evaluate -- --help says more.`);
	process.exitCode = USAGE;
}
