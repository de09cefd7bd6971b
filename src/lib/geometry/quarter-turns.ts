import type { Size } from './units.ts';
import type { Vec2 } from './vector.ts';

/** Clockwise quarter turns of a picture, as it is seen on the screen. */
export type QuarterTurns = 0 | 1 | 2 | 3;

/** Any whole number of quarter turns as the one that ends in the same place. */
export function quarterTurns(count: number): QuarterTurns {
	return (((count % 4) + 4) % 4) as QuarterTurns;
}

export function turnedSize({ width, height }: Size, turns: QuarterTurns): Size {
	return turns % 2 === 0 ? { width, height } : { width: height, height: width };
}

/** Where a point of the picture, px, stands once the picture is turned. `picture` is its size before. */
export function turnedPoint([x, y]: Vec2, { width, height }: Size, turns: QuarterTurns): Vec2 {
	switch (turns) {
		case 0:
			return [x, y];
		case 1:
			return [height - y, x];
		case 2:
			return [width - x, height - y];
		case 3:
			return [y, width - x];
	}
}
