import type { Vec2 } from '../geometry/index.ts';
import { plane, type Plane } from '../raster/index.ts';

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

/** Connected cores; `owner`: all 0, becomes 1 + the index of each sample's core. */
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

/** How crowded the cores are: each counts with its own samples, a large one with `most` of them. */
export function crowdOf(sureness: Plane, most: number): Plane {
	const result = plane(sureness.width, sureness.height);
	for (const { samples } of coresOf(sureness, new Int32Array(sureness.data.length))) {
		const share = Math.min(1, most / samples.length);
		for (const at of samples) result.data[at] = share * sureness.data[at]!;
	}
	return result;
}

/**
 * The cores of at least `least` samples, with what is less sure around them; `grown` holds those of
 * `large` samples and more.
 */
export function withoutSpecks(
	sureness: Plane,
	least: number,
	large: number
): { readonly sureness: Plane; readonly grown: Plane } {
	const cores = coresOf(sureness, new Int32Array(sureness.data.length));
	const kept = new Int32Array(sureness.data.length);
	const seen = cores.flatMap(({ samples }) => (samples.length >= least ? samples : []));
	for (const at of seen) kept[at] = 1;
	spread(seen, kept, sureness.width, (at) => sureness.data[at]! > 0 && sureness.data[at]! <= CORE);
	const result = plane(sureness.width, sureness.height);
	const grown = plane(sureness.width, sureness.height);
	kept.forEach((is, at) => {
		if (is !== 0) result.data[at] = sureness.data[at]!;
	});
	for (const { samples } of cores) {
		if (samples.length >= large) for (const at of samples) grown.data[at] = sureness.data[at]!;
	}
	return { sureness: result, grown };
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
