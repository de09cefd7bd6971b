import type { Vec2 } from '../geometry/index.ts';
import { bilinear, type Plane } from '../raster/index.ts';
import { angleOf, ORIENTATIONS } from './line-bank.ts';

/** Points along a fold, whatever the number of its landmarks. */
const POINTS = 32;
/** Offsets tried at each of them. */
const OFFSETS = 41;
const SMOOTH_POINTS = 2.5;
const SMOOTH_OFFSETS = 1.2;
/** Price of a step between neighbouring points, per offset squared. */
const STEP_PRICE = 0.008;
const RESPONSE_SHARE = 1.5;
const RESPONSE_MOST = 0.4;
const FAR_PRICE = 0.05;
const FAR_MM = 6;
const BARE_PRICE = 0.5;
const COURSE_WITHIN = (35 * Math.PI) / 180;

/** The polyline at equal distances, `count` points. */
export function resampled(line: readonly Vec2[], count = POINTS): Vec2[] {
	const at = [0];
	for (let k = 1; k < line.length; k++) {
		const [[ax, ay], [bx, by]] = [line[k - 1]!, line[k]!];
		at.push(at[k - 1]! + Math.hypot(bx - ax, by - ay));
	}
	const length = at.at(-1)!;
	let k = 1;
	return Array.from({ length: count }, (_, n): Vec2 => {
		const place = (n / (count - 1)) * length;
		while (k < line.length - 1 && at[k]! < place) k += 1;
		const [[ax, ay], [bx, by]] = [line[k - 1]!, line[k]!];
		const t = (place - at[k - 1]!) / Math.max(1e-9, at[k]! - at[k - 1]!);
		return [ax + t * (bx - ax), ay + t * (by - ay)];
	});
}

/** Gaussian over a row of numbers; its ends repeat. */
function smoothed(values: readonly number[], sigma: number): number[] {
	const reach = Math.ceil(4 * sigma);
	const last = values.length - 1;
	return values.map((_, n) => {
		let [sum, weights] = [0, 0];
		for (let k = -reach; k <= reach; k++) {
			const weight = Math.exp((-0.5 * k * k) / (sigma * sigma));
			sum += weight * values[Math.max(0, Math.min(last, n + k))]!;
			weights += weight;
		}
		return sum / weights;
	});
}

/** Unit tangents of a polyline. */
export function tangentsOf(line: readonly Vec2[]): Vec2[] {
	return line.map((_, k): Vec2 => {
		const [ax, ay] = line[Math.max(0, k - 1)]!;
		const [bx, by] = line[Math.min(line.length - 1, k + 1)]!;
		const length = Math.max(1e-9, Math.hypot(bx - ax, by - ay));
		return [(bx - ax) / length, (by - ay) / length];
	});
}

export type Valley = {
	/** Log luminance at 0.8 mm minus that at 6 mm. */
	readonly relief: Plane;
	readonly responses: readonly Plane[];
	readonly skin: Plane;
	readonly mm: number;
};

/**
 * The fold that the landmarks only point at: among paths within `search` mm across their line
 * (positive: away from `awayFrom`) the one through the darkest valley, by dynamic programming. All
 * points in pixels of the planes.
 */
export function snapped(
	landmarks: readonly Vec2[],
	valley: Valley,
	search: readonly [number, number],
	awayFrom: Vec2
): Vec2[] {
	const raw = resampled(landmarks);
	const xs = smoothed(
		raw.map(([x]) => x),
		SMOOTH_POINTS
	);
	const ys = smoothed(
		raw.map(([, y]) => y),
		SMOOTH_POINTS
	);
	const line = xs.map((x, k): Vec2 => [x, ys[k]!]);
	const tangents = tangentsOf(line);
	const outwards = line.reduce((sum, [x, y], k) => {
		const [tx, ty] = tangents[k]!;
		return sum - ty * (x - awayFrom[0]) + tx * (y - awayFrom[1]);
	}, 0);
	const sign = outwards < 0 ? -1 : 1;
	const normals = tangents.map(([tx, ty]): Vec2 => [-sign * ty, sign * tx]);
	const offsets = Array.from(
		{ length: OFFSETS },
		(_, m) => search[0] + ((search[1] - search[0]) * m) / (OFFSETS - 1)
	);
	const moved = (k: number, offsetMm: number): Vec2 => {
		const [[x, y], [nx, ny]] = [line[k]!, normals[k]!];
		return [x + offsetMm * valley.mm * nx, y + offsetMm * valley.mm * ny];
	};
	const costs = line.map((_, k) => {
		const courses = coursesNear(tangents[k]!);
		return offsets.map((offset) => costAt(valley, moved(k, offset), courses, offset));
	});
	const path = smoothed(
		cheapestPath(costs).map((m) => offsets[m]!),
		SMOOTH_OFFSETS
	);
	return path.map((offset, k) => moved(k, offset));
}

/** Orientations within 35° of a tangent. */
function coursesNear([tx, ty]: Vec2): number[] {
	const angle = Math.atan2(ty, tx);
	return Array.from({ length: ORIENTATIONS }, (_, k) => k).filter(
		(k) => Math.abs(Math.cos(angleOf(k) - angle)) > Math.cos(COURSE_WITHIN)
	);
}

function costAt(
	{ relief, responses, skin }: Valley,
	[x, y]: Vec2,
	courses: readonly number[],
	offsetMm: number
): number {
	const response = Math.max(...courses.map((k) => bilinear(responses[k]!, x, y)));
	return (
		bilinear(relief, x, y) -
		RESPONSE_SHARE * Math.max(0, Math.min(RESPONSE_MOST, response)) +
		FAR_PRICE * (offsetMm / FAR_MM) ** 2 +
		BARE_PRICE * (1 - bilinear(skin, x, y))
	);
}

/** Index per row of the path of least cost from the first row to the last. */
function cheapestPath(costs: readonly (readonly number[])[]): number[] {
	const from: number[][] = [];
	let total = [...costs[0]!];
	for (const row of costs.slice(1)) {
		const back: number[] = [];
		const before = total;
		total = row.map((cost, m) => {
			let [least, best] = [Infinity, 0];
			before.forEach((sum, n) => {
				const price = sum + STEP_PRICE * (m - n) ** 2;
				if (price < least) [least, best] = [price, n];
			});
			back.push(best);
			return cost + least;
		});
		from.push(back);
	}
	let at = total.indexOf(Math.min(...total));
	const path = [at];
	for (const back of from.toReversed()) {
		at = back[at]!;
		path.push(at);
	}
	return path.toReversed();
}
