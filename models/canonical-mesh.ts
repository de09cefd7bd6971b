/**
 * Writes `src/lib/face/canonical-mesh.json`: the face to which MediaPipe's facial transformation
 * refers, from the geometry metadata that the landmarker itself carries.
 *
 *   npm exec -c 'node models/canonical-mesh.ts'
 *
 * Field numbers: mediapipe/modules/face_geometry/protos/{geometry_pipeline_metadata,mesh_3d}.proto
 * (Apache-2.0, Google).
 */
import { BinaryReader } from '@bufbuild/protobuf/wire';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { GEOMETRY, openPackedAssets } from './landmarker/packed-assets.ts';

export const CANONICAL_MESH_FILE = fileURLToPath(
	new URL('../src/lib/face/canonical-mesh.json', import.meta.url)
);

type Triple = readonly [number, number, number];

export type CanonicalMesh = {
	/** 468 points, mm: x to the subject's left, y up, z forward. The irises are not part of it. */
	readonly vertices: readonly Triple[];
	/** Corners, counter-clockwise as seen from outside the face. */
	readonly triangles: readonly Triple[];
	/** Landmark and weight of the points by which MediaPipe fits the pose (weighted Procrustes). */
	readonly procrustes: readonly (readonly [landmark: number, weight: number])[];
};

const MM_PER_CM = 10;
/** A vertex is x, y, z, u, v. */
const VERTEX_STRIDE = 5;

export function extractCanonicalMesh(metadata: Uint8Array): CanonicalMesh {
	const root = readFields(metadata);
	const mesh = readFields(only(root.get(1)).bytes());
	const vertices = values(mesh.get(3), (reader) => reader.float());
	const corners = values(mesh.get(4), (reader) => reader.uint32());
	return {
		vertices: chunks(vertices, VERTEX_STRIDE).map(([x = 0, y = 0, z = 0]) => [mm(x), mm(y), mm(z)]),
		triangles: chunks(corners, 3).map(([a = 0, b = 0, c = 0]) => [a, b, c]),
		procrustes: (root.get(2) ?? []).map((reference) => {
			const fields = readFields(reference.bytes());
			return [only(fields.get(1)).uint32(), rounded(only(fields.get(2)).float(), 6)];
		})
	};
}

/** One element a line, so that a change can be read. */
export function canonicalMeshText(mesh: CanonicalMesh): string {
	const list = (rows: readonly (readonly number[])[]): string =>
		`[\n${rows.map((row) => `\t\t[${row.join(', ')}]`).join(',\n')}\n\t]`;
	return (
		`{\n\t"vertices": ${list(mesh.vertices)},\n` +
		`\t"triangles": ${list(mesh.triangles)},\n` +
		`\t"procrustes": ${list(mesh.procrustes)}\n}\n`
	);
}

/** For each field number, readers that stand before each of its values. */
function readFields(message: Uint8Array): Map<number, BinaryReader[]> {
	const fields = new Map<number, BinaryReader[]>();
	const reader = new BinaryReader(message);
	while (reader.pos < reader.len) {
		const [field, type] = reader.tag();
		const start = reader.pos;
		reader.skip(type, field);
		const value = new BinaryReader(message.subarray(start, reader.pos));
		fields.set(field, [...(fields.get(field) ?? []), value]);
	}
	return fields;
}

/** A repeated field of numbers, of which each occurrence is one value (proto2 does not pack). */
function values(
	readers: readonly BinaryReader[] | undefined,
	read: (reader: BinaryReader) => number
): number[] {
	return (readers ?? []).map(read);
}

function only(readers: readonly BinaryReader[] | undefined): BinaryReader {
	const [reader, ...others] = readers ?? [];
	if (reader === undefined || others.length > 0) {
		throw new Error('the geometry metadata is not of the known form');
	}
	return reader;
}

function chunks(items: readonly number[], size: number): number[][] {
	return Array.from({ length: items.length / size }, (_, k) =>
		items.slice(k * size, (k + 1) * size)
	);
}

function mm(centimetres: number): number {
	return rounded(centimetres * MM_PER_CM, 3);
}

function rounded(value: number, decimals: number): number {
	// Adding zero turns -0 into 0.
	return Math.round(value * 10 ** decimals) / 10 ** decimals + 0;
}

if (import.meta.main) {
	const mesh = extractCanonicalMesh(openPackedAssets().file(GEOMETRY));
	writeFileSync(CANONICAL_MESH_FILE, canonicalMeshText(mesh));
	console.log(`${CANONICAL_MESH_FILE}: ${mesh.vertices.length} vertices`);
}
