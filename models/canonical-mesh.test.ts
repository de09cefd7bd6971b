import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { CANONICAL_MESH_FILE, canonicalMeshText, extractCanonicalMesh } from './canonical-mesh.ts';
import { GEOMETRY, openPackedAssets } from './landmarker/packed-assets.ts';

const mesh = extractCanonicalMesh(openPackedAssets().file(GEOMETRY));
const [NOSE_TIP, RIGHT_EYE_OUTER, LEFT_EYE_OUTER] = [4, 33, 263] as const;

describe('the canonical mesh', () => {
	test('in the face room is the one inside the installed package', () => {
		expect(readFileSync(CANONICAL_MESH_FILE, 'utf8')).toBe(canonicalMeshText(mesh));
	});

	test('is written as JSON that reads back the same', () => {
		expect(JSON.parse(canonicalMeshText(mesh))).toEqual(mesh);
	});

	test('covers the 468 landmarks of the mesh with 898 triangles', () => {
		expect(mesh.vertices).toHaveLength(468);
		expect(mesh.triangles).toHaveLength(898);
		expect(new Set(mesh.triangles.flat()).size).toBe(468);
	});

	test("is a face in millimetres: x to the subject's left, y up, nose forward", () => {
		const [right, left] = [mesh.vertices[RIGHT_EYE_OUTER]!, mesh.vertices[LEFT_EYE_OUTER]!];
		expect(left[0] - right[0]).toBeCloseTo(88.9, 1);
		expect(left.slice(1)).toEqual(right.slice(1));
		expect(mesh.vertices[NOSE_TIP]![1]).toBeLessThan(left[1]);
		expect(mesh.vertices[NOSE_TIP]![2]).toBe(Math.max(...mesh.vertices.map(([, , z]) => z)));
	});

	test('weighs the landmarks of the pose symmetrically', () => {
		expect(mesh.procrustes).toHaveLength(33);
		const weightOf = new Map(mesh.procrustes);
		expect(weightOf.get(RIGHT_EYE_OUTER)).toBeGreaterThan(0);
		expect(weightOf.get(RIGHT_EYE_OUTER)).toBe(weightOf.get(LEFT_EYE_OUTER));
	});
});
