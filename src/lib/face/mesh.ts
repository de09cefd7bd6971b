/**
 * The canonical face: MediaPipe's mean mesh (Apache-2.0; canonical-mesh.json is extracted from the
 * landmarker's own geometry) in millimetres, x to the subject's left, y up, z forward, with the ten
 * iris landmarks added.
 */
import { cross, subtract, type Mm, type Vec3 } from '../geometry/index.ts';
import canonical from './canonical-mesh.json' with { type: 'json' };
import { SKIN_COUNT } from './topology.ts';
import { LANDMARK_COUNT } from './types.ts';

/** Mean visible iris diameter of adults: 11.71 ± 0.42 mm (Rüfer 2005, PMID 15778595). */
export const IRIS_DIAMETER: Mm = 11.7;

const IRIS_RADIUS: number = IRIS_DIAMETER / 2;

/** Offsets of an iris's landmarks from its centre: centre, picture's right, top, left, bottom. */
export const IRIS_RIM: readonly Vec3[] = [
	[0, 0, 0],
	[IRIS_RADIUS, 0, 0],
	[0, IRIS_RADIUS, 0],
	[-IRIS_RADIUS, 0, 0],
	[0, -IRIS_RADIUS, 0]
];

/** Corners of the skin's triangles, three landmarks each, counter-clockwise seen from outside. */
export const TRIANGLES: readonly Vec3[] = canonical.triangles.map(toVec3);

/** 478 points, mm. An iris stands midway between the middles of its lids and faces forward. */
export const CANONICAL_POINTS: readonly Vec3[] = canonicalPoints();

/** Unit normals of `CANONICAL_POINTS`, outwards; those of an iris face forward. */
export const CANONICAL_NORMALS: readonly Vec3[] = vertexNormals();

function toVec3(values: readonly number[]): Vec3 {
	return [values[0]!, values[1]!, values[2]!];
}

function canonicalPoints(): Vec3[] {
	const skin = canonical.vertices.map(toVec3);
	const iris = (upperLid: number, lowerLid: number): Vec3[] => {
		const [upper, lower] = [skin[upperLid]!, skin[lowerLid]!];
		return IRIS_RIM.map(([x, y, z]) => [
			(upper[0] + lower[0]) / 2 + x,
			(upper[1] + lower[1]) / 2 + y,
			(upper[2] + lower[2]) / 2 + z
		]);
	};
	return [...skin, ...iris(159, 145), ...iris(386, 374)];
}

function vertexNormals(): Vec3[] {
	const sums = Array.from({ length: SKIN_COUNT }, () => [0, 0, 0] as [number, number, number]);
	for (const triangle of TRIANGLES) {
		const [a, b, c] = triangle.map((corner) => CANONICAL_POINTS[corner]!);
		const normal = cross(subtract(b!, a!), subtract(c!, a!));
		for (const corner of triangle) {
			const sum = sums[corner]!;
			normal.forEach((value, axis) => (sum[axis]! += value));
		}
	}
	const skin = sums.map(([x, y, z]): Vec3 => {
		const length = Math.hypot(x, y, z);
		return [x / length, y / length, z / length];
	});
	const irises = Array.from({ length: LANDMARK_COUNT - SKIN_COUNT }, (): Vec3 => [0, 0, 1]);
	return [...skin, ...irises];
}
