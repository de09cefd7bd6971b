import type { Vec2 } from '../geometry/index.ts';
import type { Plane } from '../raster/index.ts';

/** A spot's core, samples of the grid. */
type Core = {
	readonly centre: Vec2;
	readonly samples: readonly number[];
};

/** Which spot each sample belongs to: 1 + its index in `found`, 0 for none. */
export type Owners = { readonly owner: Int32Array; readonly found: readonly Core[] };

/** Sureness from which a sample is the core of a spot, and gain below which it is left to none. */
const CORE = 0.3;
const NEGLIGIBLE = 0.0015;

/** Connected cores. */
function coresOf(sureness: Plane, owner: Int32Array): Core[] {
	const { width } = sureness;
	const found: Core[] = [];
	const isCore = (at: number) => sureness.data[at]! > CORE;
	for (let at = 0; at < owner.length; at++) {
		if (owner[at] !== 0 || !isCore(at)) continue;
		owner[at] = found.length + 1;
		const samples = spread([at], owner, width, isCore);
		found.push({ centre: centreOf(samples, width), samples });
	}
	return found;
}

/** Takes out what is too small to be seen as a spot: cores of fewer than `least` samples. */
export function withoutSpecks(sureness: Plane, least: number): void {
	const cores = coresOf(sureness, new Int32Array(sureness.data.length));
	const big = cores.flatMap(({ samples }) => (samples.length >= least ? samples : []));
	const kept = new Int32Array(sureness.data.length);
	for (const at of big) kept[at] = 1;
	spread(big, kept, sureness.width, (at) => sureness.data[at]! > 0 && sureness.data[at]! <= CORE);
	kept.forEach((is, at) => {
		if (is === 0) sureness.data[at] = 0;
	});
}

/**
 * Tells spots apart: connected cores are spots, and everything that is changed around belongs to the
 * core from which it is reached first.
 */
export function ownersOf(sureness: Plane, gain: Plane): Owners {
	const { width } = sureness;
	const owner = new Int32Array(sureness.data.length);
	const found = coresOf(sureness, owner);
	const cores = found.flatMap(({ samples }) => samples);
	spread(cores, owner, width, (at) => Math.abs(gain.data[at]!) > NEGLIGIBLE);
	return { owner, found };
}

/** Hands the owner of each sample on to its free neighbours, nearest first; all that were reached. */
function spread(
	from: readonly number[],
	owner: Int32Array,
	width: number,
	takes: (at: number) => boolean
): readonly number[] {
	const reached = [...from];
	for (let next = 0; next < reached.length; next++) {
		const at = reached[next]!;
		const x = at % width;
		for (const other of [
			at - width,
			at + width,
			x > 0 ? at - 1 : -1,
			x + 1 < width ? at + 1 : -1
		]) {
			if (other < 0 || other >= owner.length || owner[other] !== 0 || !takes(other)) continue;
			owner[other] = owner[at]!;
			reached.push(other);
		}
	}
	return reached;
}

function centreOf(samples: readonly number[], width: number): Vec2 {
	let [x, y] = [0, 0];
	for (const at of samples) {
		x += (at % width) + 0.5;
		y += Math.floor(at / width) + 0.5;
	}
	return [x / samples.length, y / samples.length];
}
