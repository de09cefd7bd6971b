import type { Vec2 } from '../geometry/index.ts';
import { plane, type Plane } from './types.ts';

const SUBROWS = 4;

/** Coverage 0–1 of a polygon (even-odd), antialiased; points in pixels. */
export function fillPolygon(width: number, height: number, points: readonly Vec2[]): Plane {
	const result = plane(width, height);
	const ys = points.map(([, y]) => y);
	const first = Math.max(0, Math.floor(Math.min(...ys) * SUBROWS));
	const end = Math.min(height * SUBROWS, Math.ceil(Math.max(...ys) * SUBROWS));
	for (let row = first; row < end; row++) {
		const y = (row + 0.5) / SUBROWS;
		const crossings = crossingsAt(points, y);
		const line = Math.floor(row / SUBROWS) * width;
		for (let k = 0; k + 1 < crossings.length; k += 2) {
			cover(result.data, line, width, crossings[k]!, crossings[k + 1]!);
		}
	}
	return result;
}

function crossingsAt(points: readonly Vec2[], y: number): number[] {
	const crossings: number[] = [];
	for (let k = 0; k < points.length; k++) {
		const [ax, ay] = points[k]!;
		const [bx, by] = points[(k + 1) % points.length]!;
		if (ay <= y !== by <= y) crossings.push(ax + ((y - ay) / (by - ay)) * (bx - ax));
	}
	return crossings.sort((a, b) => a - b);
}

function cover(data: Float32Array, line: number, width: number, from: number, to: number): void {
	const first = Math.max(0, Math.floor(from));
	const last = Math.min(width - 1, Math.ceil(to) - 1);
	for (let i = first; i <= last; i++) {
		const share = Math.min(i + 1, to) - Math.max(i, from);
		if (share > 0) data[line + i] = Math.min(1, data[line + i]! + share / SUBROWS);
	}
}

/** Andrew's monotone chain, 1979. */
export function convexHull(points: readonly Vec2[]): Vec2[] {
	const sorted = points.toSorted(([ax, ay], [bx, by]) => ax - bx || ay - by);
	const half = (ordered: readonly Vec2[]): Vec2[] => {
		const chain: Vec2[] = [];
		for (const point of ordered) {
			while (chain.length >= 2 && turn(chain.at(-2)!, chain.at(-1)!, point) <= 0) chain.pop();
			chain.push(point);
		}
		return chain.slice(0, -1);
	};
	return [...half(sorted), ...half(sorted.toReversed())];
}

function turn([ax, ay]: Vec2, [bx, by]: Vec2, [cx, cy]: Vec2): number {
	return (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
}
