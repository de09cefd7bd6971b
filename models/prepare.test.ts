import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MissingModelError, makeModel } from './make.ts';
import { MODELS, type Model, type Source } from './manifest.ts';
import { WrongModelError, prepareModels, type Prepared, type Preparation } from './prepare.ts';
import { sha256 } from './sha256.ts';

const OWN = Buffer.from('our own landmarker');
const OFFICIAL = Buffer.from('the official landmarker');
const DAMAGED = Buffer.from('damaged');
const FILE = 'landmarker.task';
const FROM = { package: 'some-package', version: '1.2.3' };

const own = model('own', OWN, { kind: 'package', from: FROM, path: 'landmarker.task' });
const official = model('official', OFFICIAL, { kind: 'download', url: 'http://localhost:9/' });

let folder = '';
let built = '';
let atHand = '';

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'models-'));
	built = join(folder, 'built');
	atHand = mkdtempSync(join(folder, 'at-hand-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('preparing models', () => {
	test('makes the first variant, once', async () => {
		expect(await prepare()).toEqual([{ model: own, how: 'made' }]);
		expect(readFileSync(join(built, FILE))).toEqual(OWN);
		const cannotMake = () => Promise.reject(new Error('made twice'));
		expect(await prepare({ make: cannotMake })).toEqual([{ model: own, how: 'already there' }]);
	});

	test('makes again what lies there with unknown contents', async () => {
		await prepare();
		writeFileSync(join(built, FILE), DAMAGED);
		expect(await prepare()).toEqual([{ model: own, how: 'made' }]);
		expect(readFileSync(join(built, FILE))).toEqual(OWN);
	});

	test('takes a known variant from the folder at hand, and keeps it afterwards', async () => {
		await prepare();
		writeFileSync(join(atHand, FILE), OFFICIAL);
		expect(await prepare({ atHand })).toEqual([{ model: official, how: 'taken from MODELS_DIR' }]);
		expect(await prepare({ atHand })).toEqual([{ model: official, how: 'already there' }]);
		expect(await prepare()).toEqual([{ model: official, how: 'already there' }]);
		expect(readFileSync(join(built, FILE))).toEqual(OFFICIAL);
	});

	test('makes what the folder at hand does not have', async () => {
		expect(await prepare({ atHand: join(folder, 'nowhere') })).toEqual([
			{ model: own, how: 'made' }
		]);
	});

	test('replaces our own variant when the official one is asked for', async () => {
		await prepare();
		expect(await prepare({ official: true })).toEqual([{ model: official, how: 'downloaded' }]);
		expect(readFileSync(join(built, FILE))).toEqual(OFFICIAL);
	});

	test('makes the npm variant of a file that has no official one', async () => {
		expect(await prepare({ official: true, models: [own] })).toEqual([{ model: own, how: 'made' }]);
	});

	test('leaves no half-written file behind', async () => {
		await prepare();
		expect(readdirSync(built)).toEqual([FILE]);
	});
});

describe('a wrong hash', () => {
	test('stops the build, naming the model, both hashes and what to do', async () => {
		const failure = await failureOf(prepare({ make: () => Promise.resolve(DAMAGED) }));
		expect(failure).toBeInstanceOf(WrongModelError);
		expect(failure.message).toBe(
			`The model own has the wrong contents.\n` +
				`  expected sha256 ${sha256(OWN)}\n` +
				`  found    sha256 ${sha256(DAMAGED)}\n` +
				`It comes from some-package@1.2.3. Install exactly that version (npm ci); if it is installed, ` +
				`its files are damaged or were changed: remove node_modules and install again.`
		);
		expect(existsSync(join(built, FILE))).toBe(false);
	});

	test('in the folder at hand stops the build, naming the file and every known variant', async () => {
		await prepare();
		writeFileSync(join(atHand, FILE), DAMAGED);
		const { message } = await failureOf(prepare({ atHand }));
		expect(message).toContain('own or official');
		for (const bytes of [OWN, OFFICIAL])
			expect(message).toContain(`expected sha256 ${sha256(bytes)}`);
		expect(message).toContain(`found    sha256 ${sha256(DAMAGED)}`);
		expect(message).toContain(join(atHand, FILE));
		expect(readFileSync(join(built, FILE))).toEqual(OWN);
	});

	test('in the folder at hand is also the other variant when the official one is asked for', async () => {
		writeFileSync(join(atHand, FILE), OWN);
		const { message } = await failureOf(prepare({ atHand, official: true }));
		expect(message).toContain('The model official has the wrong contents');
	});

	test('of a script says to undo the change or to name the new hash', async () => {
		const script = model('graph', OWN, { kind: 'script', script: 'models/graph.ts', from: null });
		const { message } = await failureOf(
			prepare({ models: [script], make: () => Promise.resolve(DAMAGED) })
		);
		expect(message).toContain('models/graph.ts writes other bytes than models/manifest.json names');
	});
});

describe('making a model from its source', () => {
	test.each(MODELS.filter(({ source }) => source.kind !== 'download'))(
		'gives $name as the manifest describes it',
		async (known) => {
			const bytes = await makeModel(known);
			expect(bytes.length).toBe(known.bytes);
			expect(sha256(bytes)).toBe(known.sha256);
		}
	);

	test('says which package to install when its file is not there', async () => {
		const failure = await failureOf(makeModel(own));
		expect(failure).toBeInstanceOf(MissingModelError);
		expect(failure.message).toContain('some-package@1.2.3 has no landmarker.task');
	});

	describe('by download', () => {
		let server: Server;
		let url = '';

		beforeEach(async () => {
			server = createServer((request, response) => {
				response.statusCode = request.url === '/there' ? 200 : 404;
				response.end(OFFICIAL);
			});
			await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
			url = `http://localhost:${(server.address() as AddressInfo).port}`;
		});
		afterEach(() => void server.close());

		test('gives what the server sends', async () => {
			const bytes = await makeModel(downloaded(`${url}/there`));
			expect(sha256(bytes)).toBe(sha256(OFFICIAL));
		});

		test('names the address, the reason and the ways out when the file is not there', async () => {
			const failure = await failureOf(makeModel(downloaded(`${url}/gone`)));
			expect(failure).toBeInstanceOf(MissingModelError);
			expect(failure.message).toContain(`${url}/gone (the server answered 404)`);
			expect(failure.message).toMatch(/MODELS_DIR, or leave out --official/);
		});

		test('names the reason when the network does not allow it', async () => {
			await new Promise((resolve) => server.close(resolve));
			const failure = await failureOf(makeModel(downloaded(`${url}/there`)));
			expect(failure).toBeInstanceOf(MissingModelError);
			expect(failure.message).not.toContain('fetch failed');
		});
	});
});

describe('npm run models', () => {
	test('prints one sentence and fails when the folder at hand holds a damaged model', async () => {
		writeFileSync(join(atHand, 'face_landmarker.task'), DAMAGED);
		const script = fileURLToPath(new URL('build.ts', import.meta.url));
		const { code, errors } = await new Promise<{ code: unknown; errors: string }>((resolve) => {
			const env = { ...process.env, MODELS_DIR: atHand };
			execFile(process.execPath, [script], { env }, (error, _, stderr) => {
				resolve({ code: error?.code, errors: stderr });
			});
		});
		expect(code).toBe(1);
		expect(errors).toContain('face-landmarker or face-landmarker-official has the wrong contents');
		expect(errors).not.toContain('    at ');
	});
});

function model(name: string, bytes: Uint8Array, source: Source): Model {
	return {
		name,
		file: FILE,
		source,
		licence: 'Apache-2.0',
		sha256: sha256(bytes),
		bytes: bytes.length,
		capabilities: ['face-landmarks']
	};
}

function downloaded(url: string): Model {
	return model('official', OFFICIAL, { kind: 'download', url });
}

/** Makes each model as its source would. */
function make({ name }: Model): Promise<Uint8Array> {
	return Promise.resolve(name === 'official' ? OFFICIAL : OWN);
}

async function prepare(options: Partial<Preparation> = {}): Promise<Prepared[]> {
	const defaults = { built, models: [own, official], atHand: null, official: false, make };
	return Array.fromAsync(prepareModels({ ...defaults, ...options }));
}

async function failureOf(promise: Promise<unknown>): Promise<Error> {
	const outcome = await promise.then(
		() => null,
		(error: unknown) => error
	);
	if (!(outcome instanceof Error)) throw new Error('it did not fail');
	return outcome;
}
