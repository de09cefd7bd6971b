import {
	boundsOfPoints,
	grow,
	leastSquares,
	median,
	placed,
	type Rect,
	type Similarity
} from '../geometry/index.ts';
import { pointOf, type Face } from '../face/index.ts';
import {
	bilinear,
	gaussian,
	LEAST_LIGHT,
	LINEAR_OF_LEVEL,
	luminance,
	plane,
	resize,
	type Plane
} from '../raster/index.ts';
import { STEADY } from './steady.ts';
import type { Photographed } from './types.ts';

/** Side of the finest patch, cells, and how often it is halved before. */
const FINEST = 192;
const HALVINGS = 2;
const ROUNDS = 12;
/** Of a round's step at the patch's corner, cells: it has arrived. */
const ARRIVED = 0.01;
/** Cells; wider shading is another light, not another place. */
const SHADING = 9;
/** By the median of the residuals: what differs more is a treatment, a shadow, a hair. */
const DIFFERENT = 2.5;
/** mm; landmarks are not further off than that. */
const FURTHEST = 6;
/** Room around the steady landmarks, as a share of their box. */
const AROUND = 0.06;

/**
 * The similarity by which the skin itself matches, found from one by landmarks, which wander by a
 * millimetre: Gauss and Newton on the difference of log luminance over the upper face, from coarse to
 * fine (Lucas and Kanade 1981), without wide shading, and with what differs most left out. `start` where
 * nothing better is found.
 */
export function refined(
	reference: Photographed,
	other: Photographed,
	start: Similarity
): Similarity {
	const here = patchOf(reference);
	const there = patchOf(other);
	let map = between(inverse(start), here, there);
	for (let level = HALVINGS; level >= 0; level--) {
		const [a, b] = [atLevel(here.values, level), atLevel(there.values, level)];
		map = scaledTo(map, 2 ** -level);
		for (let round = 0; round < ROUNDS; round++) {
			const next = stepped(a, b, map);
			if (next === null) return start;
			const moved = Math.max(
				...cornersOf({ x: 0, y: 0, ...a }).map((corner) => apart(next, map, corner))
			);
			map = next;
			if (moved < ARRIVED) break;
		}
		map = scaledTo(map, 2 ** level);
	}
	const found = inverse(back(map, here, there));
	return isNear(found, start, other, reference) ? found : start;
}

type Patch = {
	readonly values: Plane;
	/** Px of the photograph. */
	readonly box: Rect;
	/** Px of the photograph by cell. */
	readonly cell: number;
};

/** Log luminance of the upper face. */
function patchOf({ picture, face }: Photographed): Patch {
	const { data, width, height } = picture;
	const box = steadyBox(face);
	const left = Math.max(0, Math.floor(box.x));
	const top = Math.max(0, Math.floor(box.y));
	const right = Math.min(width, Math.ceil(box.x + box.width));
	const bottom = Math.min(height, Math.ceil(box.y + box.height));
	const crop = plane(Math.max(1, right - left), Math.max(1, bottom - top));
	for (let y = 0; y < crop.height; y++) {
		for (let x = 0; x < crop.width; x++) {
			const i = 4 * ((y + top) * width + x + left);
			const light = luminance(
				LINEAR_OF_LEVEL[data[i]!]!,
				LINEAR_OF_LEVEL[data[i + 1]!]!,
				LINEAR_OF_LEVEL[data[i + 2]!]!
			);
			crop.data[y * crop.width + x] = Math.log(Math.max(LEAST_LIGHT, light));
		}
	}
	const cell = Math.max(1, Math.max(crop.width, crop.height) / FINEST);
	const values = resize(
		crop,
		Math.max(2, Math.round(crop.width / cell)),
		Math.max(2, Math.round(crop.height / cell))
	);
	return { values, box: { x: left, y: top, width: crop.width, height: crop.height }, cell };
}

function steadyBox({ landmarks }: Face): Rect {
	const steady = STEADY.flatMap((landmark) => [...pointOf(landmarks, landmark), 0]);
	const box = boundsOfPoints(Float64Array.from(steady));
	return grow(box, AROUND * box.width);
}

/** Halved `level` times, without wide shading. */
function atLevel(values: Plane, level: number): Plane {
	const width = Math.max(2, Math.round(values.width / 2 ** level));
	const height = Math.max(2, Math.round(values.height / 2 ** level));
	const small = level === 0 ? values : resize(values, width, height);
	const shading = gaussian(small, SHADING);
	return { ...small, data: small.data.map((value, i) => value - shading.data[i]!) };
}

/** One step of Gauss and Newton. Null where the skin does not determine it. */
function stepped(a: Plane, b: Plane, map: Similarity): Similarity | null {
	const samples: number[][] = [];
	for (let y = 1; y < a.height - 1; y++) {
		for (let x = 1; x < a.width - 1; x++) {
			const [px, py] = [x + 0.5, y + 0.5];
			const [qx, qy] = placed(map, [px, py]);
			if (qx < 1 || qy < 1 || qx > b.width - 1 || qy > b.height - 1) continue;
			const dx = bilinear(b, qx + 0.5, qy) - bilinear(b, qx - 0.5, qy);
			const dy = bilinear(b, qx, qy + 0.5) - bilinear(b, qx, qy - 0.5);
			const missing = a.data[y * a.width + x]! - bilinear(b, qx, qy);
			samples.push([dx * px + dy * py, dy * px - dx * py, dx, dy, missing]);
		}
	}
	if (samples.length < 100) return null;
	const limit = Math.max(1e-6, DIFFERENT * median(samples.map((row) => Math.abs(row[4]!))));
	try {
		const kept = samples.filter((row) => Math.abs(row[4]!) <= limit);
		const [cos, sin, x, y] = leastSquares(kept, 4) as [number, number, number, number];
		return { cos: map.cos + cos, sin: map.sin + sin, x: map.x + x, y: map.y + y };
	} catch (error) {
		if (error instanceof RangeError) return null;
		throw error;
	}
}

function inverse({ cos, sin, x, y }: Similarity): Similarity {
	const size = cos * cos + sin * sin;
	const [c, s] = [cos / size, -sin / size];
	return { cos: c, sin: s, x: -(c * x - s * y), y: -(s * x + c * y) };
}

/** A map of px of the reference to px of the other, as one of cells to cells. */
function between(map: Similarity, a: Patch, b: Patch): Similarity {
	const [x, y] = placed(map, [a.box.x, a.box.y]);
	const size = a.cell / b.cell;
	return {
		cos: map.cos * size,
		sin: map.sin * size,
		x: (x - b.box.x) / b.cell,
		y: (y - b.box.y) / b.cell
	};
}

function back(map: Similarity, a: Patch, b: Patch): Similarity {
	const size = b.cell / a.cell;
	const [cos, sin] = [map.cos * size, map.sin * size];
	return {
		cos,
		sin,
		x: map.x * b.cell + b.box.x - (cos * a.box.x - sin * a.box.y),
		y: map.y * b.cell + b.box.y - (sin * a.box.x + cos * a.box.y)
	};
}

const scaledTo = ({ cos, sin, x, y }: Similarity, size: number): Similarity => ({
	cos,
	sin,
	x: x * size,
	y: y * size
});

const cornersOf = ({ x, y, width, height }: Rect) =>
	[
		[x, y],
		[x + width, y],
		[x, y + height],
		[x + width, y + height]
	] as const;

function apart(one: Similarity, two: Similarity, point: readonly [number, number]): number {
	const [ax, ay] = placed(one, point);
	const [bx, by] = placed(two, point);
	return Math.hypot(ax - bx, ay - by);
}

function isNear(
	found: Similarity,
	start: Similarity,
	{ face }: Photographed,
	reference: Photographed
): boolean {
	const limit = FURTHEST * reference.face.scale.pxPerMm;
	return cornersOf(steadyBox(face)).every((corner) => apart(found, start, corner) <= limit);
}
