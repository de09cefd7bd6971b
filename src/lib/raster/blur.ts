import { lifted, resized, wholeOf } from './sample.ts';
import { scratched } from './scratch.ts';
import { filters, type Filters, type Laid } from './simd/index.ts';
import type { Plane } from './types.ts';
import { onlyWhereUneven } from './uneven.ts';

/** Below this a Gaussian falls between the pixels. */
const LEAST_SIGMA = 0.25;
/** A wider Gaussian is computed on a reduced plane, where it still has this sigma or more, px. */
const REDUCED_SIGMA = 2.5;
const REACH = 3;

function kernel(sigma: number): Float64Array {
	const reach = Math.max(1, Math.ceil(REACH * sigma));
	const weights = new Float64Array(reach + 1);
	let sum = 0;
	for (let k = 0; k <= reach; k++) {
		weights[k] = Math.exp((-0.5 * k * k) / (sigma * sigma));
		sum += weights[k]! * (k === 0 ? 1 : 2);
	}
	return weights.map((weight) => weight / sum);
}

/** Gaussian blur, sigma in pixels; the border repeats. Mirror-symmetric. */
export function gaussian(source: Plane, sigma: number): Plane {
	if (sigma < LEAST_SIGMA) return source;
	if (reductionOf(sigma) < 2) {
		const weights = kernel(sigma);
		return onlyWhereUneven(source, weights.length - 1, (on, from, rect) =>
			on.blur(on.lay(from, rect), weights)
		);
	}
	const on = filters();
	const small = reduced(on, on.lay(source, wholeOf(source)), sigma);
	return lifted(on, resized(on, small, source.width, source.height));
}

function reductionOf(sigma: number): number {
	return Math.floor(sigma / REDUCED_SIGMA);
}

/** The blur on as small a plane as holds it; the same plane's size where nothing is to be gained. */
function reduced(on: Filters, laid: Laid, sigma: number): Laid {
	if (sigma < LEAST_SIGMA) return laid;
	const reduction = reductionOf(sigma);
	if (reduction < 2) return on.blur(laid, kernel(sigma));
	const width = Math.max(1, Math.round(laid.width / reduction));
	const height = Math.max(1, Math.round(laid.height / reduction));
	return on.blur(resized(on, laid, width, height), kernel(sigma / reduction));
}

const LEAST_WEIGHT = 1e-4;

/**
 * Normalised convolution (Knutsson and Westin 1993): G(a·w) / G(w), the blur of `values` that sees only
 * where `weights` is not zero.
 */
export function normalised(values: Plane, weights: Plane, sigma: number): Plane {
	return scratched(() => new NormalisedBlur(weights, sigma).of(values));
}

/** The same weights and sigma for several planes. */
export class NormalisedBlur {
	readonly #weights: Plane;
	readonly #sigma: number;
	readonly #mass: Plane;

	constructor(weights: Plane, sigma: number) {
		this.#weights = weights;
		this.#sigma = sigma;
		const on = filters();
		this.#mass = lifted(on, reduced(on, on.lay(weights, wholeOf(weights)), sigma));
	}

	of(values: Plane): Plane {
		const on = filters();
		const whole = wholeOf(values);
		const weighted = on.lay(values, whole);
		on.multiply(weighted, on.lay(this.#weights, whole));
		const mean = reduced(on, weighted, this.#sigma);
		on.divide(mean, on.lay(this.#mass, wholeOf(this.#mass)), LEAST_WEIGHT);
		const { width, height } = values;
		const isWhole = mean.width === width && mean.height === height;
		return lifted(on, isWhole ? mean : resized(on, mean, width, height));
	}
}
