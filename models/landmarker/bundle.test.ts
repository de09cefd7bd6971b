import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toObject } from 'flatbuffers/js/flexbuffers.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sha256 } from '../sha256.ts';
import { ENTRIES, buildLandmarker } from './bundle.ts';
import { DETECTOR_METADATA } from './detector-model.ts';
import { LANDMARK_METADATA } from './landmark-model.ts';
import { LANDMARK_COUNT, LEFT_EYE, LIPS, RIGHT_EYE } from './mesh-topology.ts';
import {
	ATTENTION_MESH,
	PackageError,
	DETECTOR,
	GEOMETRY,
	installedPackage,
	openPackedAssets
} from './packed-assets.ts';
import {
	constants,
	readMetadata,
	readModel,
	readStoredZip,
	type ReadModel
} from './test-support/read-bundle.ts';
import { runOperators } from './test-support/run-operators.ts';
import { METADATA_NAME, writeMetadata } from './tflite-metadata.ts';
import { BUFFER_ALIGNMENT, BuiltinOperator } from './tflite-schema.ts';

/** Changes only together with the builder; models/manifest.json names it too. */
const BUNDLE_SHA256 = 'cbad3b1a906f3fbd941eee5db9135b664e32148333aa325e83eeb8bdad6943ca';

const bundle = buildLandmarker();
const entries = readStoredZip(bundle);
const assets = openPackedAssets();

describe('the bundle', () => {
	test('is the same, byte for byte, on every build', () => {
		expect(sha256(bundle)).toBe(BUNDLE_SHA256);
		expect(sha256(buildLandmarker())).toBe(BUNDLE_SHA256);
	});

	test('holds the three parts, uncompressed and aligned', () => {
		expect([...entries.keys()]).toEqual(Object.values(ENTRIES));
		for (const { start } of entries.values()) expect(start % BUFFER_ALIGNMENT).toBe(0);
	});

	test('holds the geometry unchanged', () => {
		expect(sha256(entry(ENTRIES.geometry))).toBe(GEOMETRY.sha256);
	});
});

describe('the detector', () => {
	const original = readModel(assets.file(DETECTOR));
	const extended = readModel(entry(ENTRIES.detector));

	test('describes its input and outputs', () => {
		expect(metadataOf(extended)).toEqual(DETECTOR_METADATA);
	});

	test('is otherwise the original', () => {
		expect(graphOf(extended)).toEqual(graphOf(original));
		expect(bufferHashes(extended).slice(0, -1)).toEqual(bufferHashes(original));
	});
});

describe('the landmark model', () => {
	const original = readModel(assets.file(ATTENTION_MESH));
	const extended = readModel(entry(ENTRIES.landmarks));
	const added = extended.operators.slice(original.operators.length);

	test('describes its input and outputs', () => {
		expect(metadataOf(extended)).toEqual(LANDMARK_METADATA);
	});

	test('returns all landmarks in one tensor, and presence', () => {
		expect(extended.outputs.map((index) => extended.tensors[index]?.shape)).toEqual([
			[1, 1, 1, LANDMARK_COUNT * 3],
			[1, 1, 1, 1]
		]);
	});

	test('keeps inputs, tensors, operators and weights of the original', () => {
		const kept = {
			...extended,
			outputs: original.outputs,
			tensors: extended.tensors.slice(0, original.tensors.length),
			operators: extended.operators.slice(0, original.operators.length)
		};
		expect(graphOf(kept)).toEqual(graphOf(original));
		expect(bufferHashes(extended).slice(0, original.buffers.length)).toEqual(
			bufferHashes(original)
		);
	});

	test('adds no operator that the WebGL backend lacks', () => {
		const { add, concatenation, conv2d, dequantize, mul, reshape, pad, transpose } =
			BuiltinOperator;
		const supported = [add, concatenation, conv2d, dequantize, mul, reshape, pad, transpose];
		expect(supported).toEqual(expect.arrayContaining(added.map(({ code }) => code)));
	});

	test('computes every tensor once, after its inputs', () => {
		const absent = -1;
		const known = new Set([absent, ...extended.inputs, ...constants(extended)]);
		for (const { inputs, outputs } of extended.operators) {
			expect(inputs.filter((input) => !known.has(input))).toEqual([]);
			expect(outputs.filter((output) => known.has(output))).toEqual([]);
			for (const output of outputs) known.add(output);
		}
		expect(extended.outputs.filter((output) => !known.has(output))).toEqual([]);
	});

	test('refines the mesh as MediaPipe did outside the model', () => {
		const outputs = {
			mesh: randomValues(1404, 1),
			lips: randomValues(160, 2),
			leftEye: randomValues(142, 3),
			rightEye: randomValues(142, 4),
			leftIris: randomValues(10, 5),
			rightIris: randomValues(10, 6)
		};
		const landmarks = runOperators(extended, original.operators.length, {
			output_mesh_identity: outputs.mesh,
			output_lips: outputs.lips,
			output_left_eye: outputs.leftEye,
			output_right_eye: outputs.rightEye,
			output_left_iris: outputs.leftIris,
			output_right_iris: outputs.rightIris
		});
		expect(Float32Array.from(landmarks)).toEqual(Float32Array.from(refine(outputs)));
	});

	test('has its weights aligned in the file', () => {
		const filled = extended.buffers.filter(({ data }) => data.length > 0);
		expect(filled.filter(({ start }) => start % BUFFER_ALIGNMENT !== 0)).toEqual([]);
	});

	test('uses the order of landmarks that the model itself names', () => {
		const transforms = original.operators.filter(
			({ custom }) => custom === 'Landmarks2TransformMatrix'
		);
		expect(transforms.map(({ customOptions }) => subsetIndexes(customOptions))).toEqual([
			LIPS,
			LEFT_EYE,
			RIGHT_EYE
		]);
	});
});

describe('metadata', () => {
	test('is read back as written', () => {
		const description = {
			...DETECTOR_METADATA,
			name: 'Größe',
			image: { ...DETECTOR_METADATA.image, normalization: { mean: 0.5, std: 2 } }
		};
		expect(readMetadata(writeMetadata(description))).toEqual(description);
	});
});

describe('a changed package', () => {
	const assetsFile = 'face_mesh_solution_packed_assets.data';
	const loaderFile = 'face_mesh_solution_packed_assets_loader.js';
	let copy = '';

	beforeAll(() => {
		copy = mkdtempSync(join(tmpdir(), 'face-mesh-'));
		for (const name of [assetsFile, loaderFile]) {
			cpSync(join(installedPackage(), name), join(copy, name));
		}
	});
	afterAll(() => rmSync(copy, { recursive: true }));

	test('is refused, naming the file, both hashes and what to do', () => {
		const path = join(copy, assetsFile);
		const data = readFileSync(path);
		data.writeUInt8(data.readUInt8(1000) ^ 1, 1000);
		writeFileSync(path, data);
		const build = () => buildLandmarker(copy);
		expect(build).toThrow(PackageError);
		expect(build).toThrow(ATTENTION_MESH.name);
		expect(build).toThrow(`expected sha256 ${ATTENTION_MESH.sha256}`);
		expect(build).toThrow(/found {4}sha256 [0-9a-f]{64}/);
		expect(build).toThrow('Install exactly @mediapipe/face_mesh@0.4.1633559619');
	});

	test('is refused when a file is not listed', () => {
		writeFileSync(join(copy, loaderFile), '');
		expect(() => buildLandmarker(copy)).toThrow(`does not list ${DETECTOR.name}`);
	});

	test('is refused when it is not installed', () => {
		expect(() => buildLandmarker(join(copy, 'nowhere'))).toThrow(
			'install @mediapipe/face_mesh@0.4.1633559619'
		);
	});
});

function entry(name: string): Uint8Array {
	return entries.get(name)!.data;
}

function metadataOf(model: ReadModel): unknown {
	return readMetadata(model.metadata.get(METADATA_NAME)!);
}

/** All of a model but its weights; comparing bytes one by one takes the test runner seconds. */
function graphOf({ tensors, operators, inputs, outputs }: ReadModel): unknown {
	const described = operators.map((operator) => ({
		code: operator.code,
		custom: operator.custom,
		inputs: operator.inputs,
		outputs: operator.outputs,
		customOptions: sha256(operator.customOptions)
	}));
	return { tensors, inputs, outputs, operators: described };
}

function bufferHashes({ buffers }: ReadModel): string[] {
	return buffers.map(({ data }) => sha256(data));
}

type AttentionOutputs = Record<
	'mesh' | 'lips' | 'leftEye' | 'rightEye' | 'leftIris' | 'rightIris',
	Float64Array
>;

/**
 * Point by point, as landmarks_refinement.js of @tensorflow-models/face-landmarks-detection does it
 * (Apache-2.0, Google).
 */
function refine(outputs: AttentionOutputs): Float64Array {
	const refined = new Float64Array(LANDMARK_COUNT * 3);
	refined.set(outputs.mesh);
	const replaceXY = (landmarks: readonly number[], points: Float64Array): void => {
		landmarks.forEach((landmark, k) =>
			refined.set(points.subarray(2 * k, 2 * k + 2), landmark * 3)
		);
	};
	const addIris = (first: number, points: Float64Array, contour: readonly number[]): void => {
		const landmarks = Array.from({ length: 5 }, (_, k) => first + k);
		replaceXY(landmarks, points);
		const depths = contour.map((landmark) => refined[landmark * 3 + 2]!);
		const mean = depths.reduce((sum, depth) => sum + depth, 0) / depths.length;
		for (const landmark of landmarks) refined[landmark * 3 + 2] = mean;
	};
	replaceXY(LIPS, outputs.lips);
	replaceXY(LEFT_EYE, outputs.leftEye);
	replaceXY(RIGHT_EYE, outputs.rightEye);
	addIris(468, outputs.leftIris, LEFT_EYE.slice(0, 16));
	addIris(473, outputs.rightIris, RIGHT_EYE.slice(0, 16));
	return refined;
}

/** Reproducible multiples of 1/64 in [0, 192), which single precision adds without loss. */
function randomValues(count: number, seed: number): Float64Array {
	let state = seed;
	return Float64Array.from({ length: count }, () => {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		return ((state >>> 8) % (192 * 64)) / 64;
	});
}

function subsetIndexes(options: Uint8Array): unknown {
	const value: unknown = toObject(Uint8Array.from(options).buffer);
	if (typeof value !== 'object' || value === null || !('subset_idxs' in value)) return null;
	return value.subset_idxs;
}
