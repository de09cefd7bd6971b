/**
 * A head to draw: the canonical face, and around it as much of a person (skull, hair, neck, clothes)
 * as makes an outline of a face that stands before a background.
 */
import {
	CANONICAL_NORMALS,
	CANONICAL_POINTS,
	LANDMARK_GROUPS,
	TRIANGLES
} from '../../../src/lib/face/index.ts';
import { cross, subtract, type Vec3 } from '../../../src/lib/geometry/index.ts';

export type Material = 'skin' | 'lip' | 'eye' | 'mouth' | 'hair' | 'cloth';

/** Triangles over points of the canonical frame (mm), with a unit normal at each point. */
export type Surface = {
	readonly points: readonly Vec3[];
	readonly normals: readonly Vec3[];
	readonly triangles: readonly Vec3[];
	readonly materials: readonly Material[];
};

const {
	FACE_OVAL,
	R_EYE_RING,
	L_EYE_RING,
	LIPS_UPPER_INNER,
	LIPS_LOWER_INNER,
	LIPS_UPPER_OUTER,
	LIPS_LOWER_OUTER,
	LIPS_UPPER_MID,
	LIPS_UPPER_MID2,
	LIPS_LOWER_MID,
	LIPS_LOWER_MID2
} = LANDMARK_GROUPS;

/** Parts of the face mesh that are not skin: all triangles between these landmarks. */
const PARTS: readonly (readonly [Material, ReadonlySet<number>])[] = [
	['eye', new Set<number>(R_EYE_RING)],
	['eye', new Set<number>(L_EYE_RING)],
	['mouth', new Set<number>([...LIPS_UPPER_INNER, ...LIPS_LOWER_INNER])],
	[
		'lip',
		new Set<number>([
			...LIPS_UPPER_OUTER,
			...LIPS_LOWER_OUTER,
			...LIPS_UPPER_MID,
			...LIPS_UPPER_MID2,
			...LIPS_LOWER_MID,
			...LIPS_LOWER_MID2,
			...LIPS_UPPER_INNER,
			...LIPS_LOWER_INNER
		])
	]
];

const FACE: Surface = {
	points: CANONICAL_POINTS,
	normals: CANONICAL_NORMALS,
	triangles: TRIANGLES,
	materials: TRIANGLES.map(
		(corners) =>
			PARTS.find(([, part]) => corners.every((corner) => part.has(corner)))?.[0] ?? 'skin'
	)
};

/** The middle of the skull, mm. */
const SKULL: Vec3 = [0, 10, -30];
const BACK_OF_SKULL = 100;
const BACK_OF_JAW = 75;
const HAIR_THICKNESS = 9;
const UNDER_JAW = 30;
const RINGS = 12;
/** From here on, as a share of the way from the face's rim to the back, hair covers the head. */
const HAIRLINE_ABOVE = 0.02;
const HAIRLINE_BESIDE = 0.3;

function smoothstep(from: number, to: number, value: number): number {
	const t = Math.min(1, Math.max(0, (value - from) / (to - from)));
	return t * t * (3 - 2 * t);
}

/** 1 above the ears, 0 at the jaw, for a direction seen from the middle of the skull. */
function aboveEars(up: number): number {
	return smoothstep(-0.45, 0.3, up);
}

/** The rim of the face carried around the skull to its back. */
function skullPoint(rim: Vec3, share: number): Vec3 {
	const from = subtract(rim, SKULL);
	const length = Math.hypot(...from);
	const direction = from.map((value) => value / length) as unknown as Vec3;
	const angle = Math.acos(-direction[2]);
	const [a, b] = [
		Math.sin((1 - share) * angle) / Math.sin(angle),
		Math.sin(share * angle) / Math.sin(angle)
	];
	const high = aboveEars(direction[1]);
	const back = BACK_OF_JAW + high * (BACK_OF_SKULL - BACK_OF_JAW);
	const near = smoothstep(0, 0.3, share);
	// Hair stands out from the skull; under the jaw the neck begins.
	const outwards = HAIR_THICKNESS * high - UNDER_JAW * (1 - high);
	const radius = length + share * (back - length) + near * outwards;
	return [
		SKULL[0] + radius * a * direction[0],
		SKULL[1] + radius * a * direction[1],
		SKULL[2] + radius * (a * direction[2] - b)
	];
}

function skull(): Surface {
	const rims = FACE_OVAL.map((landmark) => CANONICAL_POINTS[landmark]!);
	const points: Vec3[] = [];
	for (let ring = 0; ring <= RINGS; ring++) {
		for (const rim of rims) points.push(skullPoint(rim, ring / RINGS));
	}
	const isHair = (ring: number, column: number): boolean => {
		const from = subtract(rims[column]!, SKULL);
		const up = from[1] / Math.hypot(...from);
		if (up < -0.35) return false;
		const hairline =
			HAIRLINE_BESIDE + smoothstep(0.2, 0.6, up) * (HAIRLINE_ABOVE - HAIRLINE_BESIDE);
		return ring / RINGS >= hairline;
	};
	const around = sheet(points, rims.length, (ring, column) =>
		isHair(ring, column) ? 'hair' : 'skin'
	);
	// The face's own normals at its rim, or the lamp would show the seam.
	const atRim = FACE_OVAL.map((landmark) => CANONICAL_NORMALS[landmark]!);
	return { ...around, normals: [...atRim, ...around.normals.slice(rims.length)] };
}

type Ring = {
	readonly y: number;
	readonly z: number;
	readonly halfWidth: number;
	readonly halfDepth: number;
};

const NECK: readonly Ring[] = [
	{ y: 20, z: -34, halfWidth: 50, halfDepth: 44 },
	{ y: -55, z: -26, halfWidth: 55, halfDepth: 46 },
	{ y: -95, z: -26, halfWidth: 55, halfDepth: 48 },
	{ y: -140, z: -36, halfWidth: 58, halfDepth: 52 },
	{ y: -175, z: -44, halfWidth: 72, halfDepth: 58 }
];
const SHOULDERS: readonly Ring[] = [
	{ y: -158, z: -44, halfWidth: 66, halfDepth: 60 },
	{ y: -172, z: -46, halfWidth: 120, halfDepth: 78 },
	{ y: -192, z: -48, halfWidth: 185, halfDepth: 92 },
	{ y: -235, z: -50, halfWidth: 215, halfDepth: 105 },
	{ y: -420, z: -50, halfWidth: 215, halfDepth: 110 }
];
const COLUMNS = 48;

/** Upright ellipses on top of each other. */
function stack(rings: readonly Ring[], material: Material): Surface {
	const points = rings.flatMap(({ y, z, halfWidth, halfDepth }) =>
		Array.from({ length: COLUMNS }, (_, column): Vec3 => {
			const angle = (2 * Math.PI * column) / COLUMNS;
			return [halfWidth * Math.sin(angle), y, z + halfDepth * Math.cos(angle)];
		})
	);
	return sheet(points, COLUMNS, () => material);
}

/** Closed rings of `columns` points each, sewn together; normals point away from each ring's middle. */
function sheet(
	points: readonly Vec3[],
	columns: number,
	materialOf: (ring: number, column: number) => Material
): Surface {
	const triangles: Vec3[] = [];
	const materials: Material[] = [];
	for (let ring = 0; ring + 1 < points.length / columns; ring++) {
		for (let column = 0; column < columns; column++) {
			const next = (column + 1) % columns;
			const [a, b] = [ring * columns + column, ring * columns + next];
			triangles.push([a, b, a + columns], [b, b + columns, a + columns]);
			const material = materialOf(ring, column);
			materials.push(material, material);
		}
	}
	return { points, normals: normalsOf(points, triangles), triangles, materials };
}

/** Mean normals of the triangles around each point, turned away from the middle of all points. */
function normalsOf(points: readonly Vec3[], triangles: readonly Vec3[]): Vec3[] {
	const sums = points.map((): [number, number, number] => [0, 0, 0]);
	const middle = [0, 1, 2].map(
		(axis) => points.reduce((sum, point) => sum + point[axis]!, 0) / points.length
	) as unknown as Vec3;
	for (const corners of triangles) {
		const [a, b, c] = corners.map((corner) => points[corner]!) as [Vec3, Vec3, Vec3];
		const normal = cross(subtract(b, a), subtract(c, a));
		const outward = subtract(a, middle);
		const side = Math.sign(
			normal[0] * outward[0] + normal[1] * outward[1] + normal[2] * outward[2]
		);
		for (const corner of corners) {
			normal.forEach((value, axis) => (sums[corner]![axis]! += side * value));
		}
	}
	return sums.map(([x, y, z]): Vec3 => {
		const length = Math.hypot(x, y, z) || 1;
		return [x / length, y / length, z / length];
	});
}

export const HEAD: readonly Surface[] = [
	FACE,
	skull(),
	stack(NECK, 'skin'),
	stack(SHOULDERS, 'cloth')
];
