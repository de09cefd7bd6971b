import { leastSquares } from './least-squares.ts';
import type { Vec2 } from './vector.ts';

/** A point (x, y) comes to (cos·x − sin·y + x₀, sin·x + cos·y + y₀); the size is in cos and sin. */
export type Similarity = {
	readonly cos: number;
	readonly sin: number;
	readonly x: number;
	readonly y: number;
};

/** Where a similarity brings a point. */
export function placed({ cos, sin, x, y }: Similarity, [px, py]: Vec2): Vec2 {
	return [cos * px - sin * py + x, sin * px + cos * py + y];
}

/**
 * The similarity that brings each pair's first point nearest to its second in the sense of least squares
 * (Umeyama 1991 without reflection). RangeError where the pairs do not determine it.
 */
export function similarityOf(pairs: readonly (readonly [from: Vec2, to: Vec2])[]): Similarity {
	const rows = pairs.flatMap(([[x, y], [u, v]]) => [
		[x, -y, 1, 0, u],
		[y, x, 0, 1, v]
	]);
	const [cos, sin, x, y] = leastSquares(rows, 4) as [number, number, number, number];
	return { cos, sin, x, y };
}
