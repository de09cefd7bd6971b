import { execFile } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt } from '../../src/hosting/built.ts';
import { PORTRAITS } from '../support/photographs.ts';
import type { Evaluation } from '../evaluate/evaluate.ts';

const RUN = fileURLToPath(new URL('../evaluate/run.ts', import.meta.url));
const BUILT_MODEL = fileURLToPath(
	new URL('../../models/built/face_landmarker.task', import.meta.url)
);
const NO_FACE = fileURLToPath(new URL('../fixtures/coffee.png', import.meta.url));
const NO_PHOTOGRAPH = fileURLToPath(new URL('../fixtures/README.md', import.meta.url));
const [{ path: PORTRAIT }] = PORTRAITS as [(typeof PORTRAITS)[0]];

type Ended = { readonly code: number; readonly stdout: string; readonly stderr: string };

function evaluate(...args: string[]): Promise<Ended> {
	return new Promise((resolve) => {
		execFile(process.execPath, [RUN, ...args], (error, stdout, stderr) => {
			const code = typeof error?.code === 'number' ? error.code : error === null ? 0 : -1;
			resolve({ code, stdout, stderr });
		});
	});
}

let out: string;

beforeAll(async () => {
	ensureBuilt();
	out = await mkdtemp(join(tmpdir(), 'vultus-evaluate-'));
});

afterAll(() => rm(out, { recursive: true }));

async function written(name: string): Promise<Evaluation> {
	return JSON.parse(await readFile(join(out, `${name}.json`), 'utf8')) as Evaluation;
}

describe('evaluate', () => {
	it('writes both pictures and every figure of a photograph', async () => {
		const settings = ['--set', 'jaw_masseter=4', '--set', 'brow_lift:left=3'];
		const hidden = ['--set', 'nose_radix=2'];
		const { code, stdout } = await evaluate(
			PORTRAIT,
			NO_FACE,
			...settings,
			...hidden,
			'--out',
			out
		);
		expect(code).toBe(0);
		expect(stdout).toMatch(/grace-hopper +jaw_masseter +4 +4\.0/);
		const files = await readdir(out);
		expect(files).toContain('grace-hopper.before.png');
		expect(files).toContain('grace-hopper.after.png');
		const found = await written('grace-hopper');
		expect(found.detected).toBe(true);
		expect(found.landmarks).toHaveLength(478);
		expect(found.landmarksAfter).toHaveLength(478);
		expect(found.pose?.matrix).toHaveLength(16);
		expect(found.view).toBe('frontal');
		expect(found.minJacobian).toBeGreaterThan(0.1);
		expect(found.maxBackgroundChange).toBe(0);
		expect(found.treatments['jaw_masseter']?.fieldMm).toBeCloseTo(4, 0);
		expect(found.treatments['brow_lift']?.fieldMm).toBeCloseTo(3, 0);
		expect(found.treatments['nose_radix']).toEqual({
			nominalMm: 2,
			fieldMm: null,
			trackedMm: null,
			redetectedMm: null
		});
		for (const stage of ['decode', 'detect', 'basis', 'field', 'render', 'export']) {
			expect(found.timingsMs[stage], stage).toBeGreaterThan(0);
		}
		expect((await written('coffee')).detected).toBe(false);
	});

	it('goes on after a file that is no photograph or not there, and says so by its exit code', async () => {
		const { code, stdout } = await evaluate(NO_PHOTOGRAPH, '/nowhere/a.jpg', NO_FACE, '--out', out);
		expect(code).toBe(1);
		for (const said of ['photo.not-an-image', 'photo.read-failed', 'no face']) {
			expect(stdout).toContain(said);
		}
		expect((await written('README')).error).toBe('photo.not-an-image');
		expect((await written('a')).error).toBe('photo.read-failed');
	});

	it('takes another landmarker by its file', async () => {
		const { code } = await evaluate(NO_FACE, '--model', BUILT_MODEL, '--out', out);
		expect(code).toBe(0);
		expect((await written('coffee')).modelId).toMatch(/^face-landmarker/);
	});

	it.each([
		[['--set', 'nose_job=1'], 'no treatment nose_job'],
		[['--set', 'jaw_masseter=9'], 'from 0 to 6'],
		[['--model', '/nowhere.task'], 'cannot be read'],
		[['--model', NO_PHOTOGRAPH], 'no face landmarker']
	])('refuses %j with a sentence', async (args, sentence) => {
		const { code, stderr } = await evaluate(PORTRAIT, ...args, '--out', out);
		expect(code).toBe(2);
		expect(stderr).toContain(sentence);
		expect(stderr).not.toContain('    at ');
	});
});
