import { lifted, wholeOf } from './sample.ts';
import { filters, type Filters, type Laid } from './simd/index.ts';
import type { Plane } from './types.ts';

/** A plane laid so that lines of any direction can be followed in it, as far as they stray. */
export type Lined = {
	readonly upright: Laid;
	/** The same with rows and columns exchanged, for lines that are nearer to the rows. */
	readonly turned: Laid;
};

/** Radii of two boxes whose convolution has the variance `sigma²`, as nearly as whole pixels allow. */
function boxesOf(sigma: number): readonly [number, number] {
	const wanted = 3 * sigma * sigma;
	const first = Math.max(0, Math.floor((Math.sqrt(1 + 2 * wanted) - 1) / 2));
	const second = Math.max(
		first,
		Math.round((Math.sqrt(1 + 4 * (wanted - first * (first + 1))) - 1) / 2)
	);
	return [first, second];
}

/** Weights of a place itself and of those before and after it: the two boxes make a trapezoid. */
function trapezoid(sigma: number): Float64Array {
	const [a, b] = boxesOf(sigma);
	const area = (2 * a + 1) * (2 * b + 1);
	return Float64Array.from(
		{ length: a + b + 1 },
		(_, k) => Math.min(2 * a + 1, 2 * b + 1, a + b + 1 - k) / area
	);
}

/**
 * How many pixels to the right digital lines of this slope lie in each row. They are laid from the middle
 * outwards, so that a mirrored plane has mirrored lines.
 */
function offsetsOf(rows: number, slope: number): Int32Array {
	return Int32Array.from({ length: rows }, (_, row) => {
		const exact = slope * (row - (rows - 1) / 2);
		// Halfway between two pixels, as a diagonal is, lines and their mirror images choose the nearer one.
		return Math.sign(exact) * Math.round(Math.abs(exact) - 1e-9);
	});
}

/** For blurs of the deviation `sigma` (px), or less. */
export function layLined(on: Filters, source: Plane, sigma: number): Lined {
	// The ends of a digital line are rounded apart by one more than its slope.
	const strays = trapezoid(sigma).length;
	const laid = on.lay(source, wholeOf(source), strays);
	const turned = on.turn(laid, strays);
	on.extend(laid, strays);
	on.extend(turned, strays);
	return { upright: laid, turned };
}

/**
 * Blur along straight lines at `angle` (radians, from the x axis towards y) by two boxes of together the
 * deviation `sigma` (px). The border repeats.
 */
export function along(on: Filters, { upright, turned }: Lined, angle: number, sigma: number): Laid {
	const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
	const isFlat = Math.abs(cos) >= Math.abs(sin) - 1e-9;
	const weights = trapezoid(sigma * Math.max(Math.abs(cos), Math.abs(sin)));
	if (!isFlat) return on.along(upright, offsetsOf(upright.height, cos / sin), weights);
	return on.turn(on.along(turned, offsetsOf(turned.height, sin / cos), weights));
}

/** The blur along lines at each of the angles. */
export function alongEach(source: Plane, angles: readonly number[], sigma: number): Plane[] {
	const on = filters();
	const lined = layLined(on, source, sigma);
	return angles.map((angle) => on.passing(() => lifted(on, along(on, lined, angle, sigma))));
}
