import type { Vec2 } from '../geometry/index.ts';

/** A point (x, y) comes to (cos·x − sin·y + x₀, sin·x + cos·y + y₀), px; the size is in cos and sin. */
export type Similarity = {
	readonly cos: number;
	readonly sin: number;
	readonly x: number;
	readonly y: number;
};

/** Where a point of the other photograph, px, lies in the reference. */
export function placed({ cos, sin, x, y }: Similarity, [px, py]: Vec2): Vec2 {
	return [cos * px - sin * py + x, sin * px + cos * py + y];
}
