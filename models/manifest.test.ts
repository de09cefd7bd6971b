import { describe, expect, test } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };
import { PACKAGE } from './landmarker/packed-assets.ts';
import manifest from './manifest.json' with { type: 'json' };
import { MODELS, ManifestError, identifyModel, readManifest } from './manifest.ts';

const entry = {
	name: 'some-model',
	file: 'some_model.tflite',
	source: { kind: 'package', package: 'some-package', version: '1.2.3', path: 'some.tflite' },
	licence: 'Apache-2.0',
	sha256: '0123456789abcdef'.repeat(4),
	bytes: 1000,
	capabilities: ['flow']
};

describe('the manifest', () => {
	test('names exactly the package versions that package.json installs', () => {
		const installed: Readonly<Record<string, string>> = packageJson.devDependencies;
		const packages = MODELS.flatMap(({ source }) =>
			source.kind !== 'download' && source.from !== null ? [source.from] : []
		);
		expect(packages).toContainEqual({ package: PACKAGE.name, version: PACKAGE.version });
		for (const { package: name, version } of packages) expect(installed[name]).toBe(version);
	});

	test('knows both face landmarkers by their hash, and which of them has blendshapes', () => {
		const file = 'face_landmarker.task';
		const [own, official] = MODELS.filter((model) => model.file === file);
		expect(identifyModel(file, own!.sha256)).toBe(own);
		expect(own!.capabilities).not.toContain('face-blendshapes');
		expect(identifyModel(file, official!.sha256)).toBe(official);
		expect(official!.capabilities).toContain('face-blendshapes');
	});

	test('does not know other bytes, nor known bytes under another name', () => {
		expect(identifyModel('face_landmarker.task', 'f'.repeat(64))).toBeUndefined();
		expect(identifyModel('flow.onnx', MODELS[0]!.sha256)).toBeUndefined();
	});
});

describe('reading a manifest', () => {
	test('gives what is written', () => {
		expect(readManifest({ models: [entry] })).toEqual([
			{
				...entry,
				source: {
					kind: 'package',
					from: { package: 'some-package', version: '1.2.3' },
					path: 'some.tflite'
				}
			}
		]);
		expect(readManifest(manifest)).toEqual(MODELS);
	});

	test.each([
		['no object', [], /manifest is not an object/],
		['no list', { models: {} }, /no list/],
		['an entry without a name', { models: [{ ...entry, name: '' }] }, /model 1: "name"/],
		['a path for a file', { models: [{ ...entry, file: '../x' }] }, /some-model: "file"/],
		['a short hash', { models: [{ ...entry, sha256: 'abc' }] }, /some-model: "sha256"/],
		['a hash in capitals', { models: [{ ...entry, sha256: 'A'.repeat(64) }] }, /"sha256"/],
		['half a byte', { models: [{ ...entry, bytes: 0.5 }] }, /some-model: "bytes"/],
		['no licence', { models: [{ ...entry, licence: undefined }] }, /some-model: "licence"/],
		[
			'no source',
			{ models: [{ ...entry, source: null }] },
			/source of some-model is not an object/
		],
		[
			'an unknown source',
			{ models: [{ ...entry, source: { kind: 'magic' } }] },
			/unknown kind: magic/
		],
		[
			'a range of versions',
			{ models: [{ ...entry, source: { ...entry.source, version: '^1.2.3' } }] },
			/source of some-model: "version"/
		],
		['no capabilities', { models: [{ ...entry, capabilities: [] }] }, /no capabilities/],
		['an unknown one', { models: [{ ...entry, capabilities: ['tea'] }] }, /capability: tea/],
		['a name twice', { models: [entry, { ...entry }] }, /two models have the name some-model/],
		['a hash twice', { models: [entry, { ...entry, name: 'other' }] }, /two models have the sha256/]
	])('refuses %s', (_, value, message) => {
		expect(() => readManifest(value)).toThrow(ManifestError);
		expect(() => readManifest(value)).toThrow(message);
	});
});
