import { resize } from './sample.ts';
import { onlyWhereUneven } from './uneven.ts';
import { map, plane, type Plane } from './types.ts';

/** Below this a Gaussian falls between the pixels. */
const LEAST_SIGMA = 0.25;
/** A wider Gaussian is computed on a reduced plane, where it still has this sigma or more, px. */
const REDUCED_SIGMA = 2.5;
const REACH = 3;

function kernel(sigma: number): Float32Array {
	const reach = Math.max(1, Math.ceil(REACH * sigma));
	const weights = new Float32Array(reach + 1);
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
	const small = reduced(source, sigma);
	const isWhole = small.width === source.width && small.height === source.height;
	return isWhole ? small : resize(small, source.width, source.height);
}

/** The blur on as small a plane as holds it; the same plane's size where nothing is to be gained. */
function reduced(source: Plane, sigma: number): Plane {
	if (sigma < LEAST_SIGMA) return source;
	const reduction = Math.floor(sigma / REDUCED_SIGMA);
	if (reduction < 2) return convolve(source, sigma);
	const width = Math.max(1, Math.round(source.width / reduction));
	const height = Math.max(1, Math.round(source.height / reduction));
	return convolve(resize(source, width, height), sigma / reduction);
}

function convolve(source: Plane, sigma: number): Plane {
	const weights = kernel(sigma);
	return onlyWhereUneven(source, weights.length - 1, (part) => convolveBy(part, weights));
}

function convolveBy(source: Plane, weights: Float32Array): Plane {
	const reach = weights.length - 1;
	const { width, height } = source;
	const across = plane(width, height);
	const padded = new Float32Array(width + 2 * reach);
	for (let j = 0; j < height; j++) {
		const line = j * width;
		padded.fill(source.data[line]!, 0, reach);
		padded.set(source.data.subarray(line, line + width), reach);
		padded.fill(source.data[line + width - 1]!, reach + width);
		for (let i = 0; i < width; i++) {
			const centre = i + reach;
			let sum = weights[0]! * padded[centre]!;
			for (let k = 1; k <= reach; k++) {
				sum += weights[k]! * (padded[centre - k]! + padded[centre + k]!);
			}
			across.data[line + i] = sum;
		}
	}
	const result = plane(width, height);
	const { data } = across;
	for (let j = 0; j < height; j++) {
		const line = j * width;
		for (let i = 0; i < width; i++) result.data[line + i] = weights[0]! * data[line + i]!;
		for (let k = 1; k <= reach; k++) {
			const weight = weights[k]!;
			const above = Math.max(0, j - k) * width;
			const below = Math.min(height - 1, j + k) * width;
			for (let i = 0; i < width; i++) {
				result.data[line + i] =
					result.data[line + i]! + weight * (data[above + i]! + data[below + i]!);
			}
		}
	}
	return result;
}

const LEAST_WEIGHT = 1e-4;

/**
 * Normalised convolution (Knutsson and Westin 1993): G(a·w) / G(w), the blur of `values` that sees only
 * where `weights` is not zero.
 */
export function normalised(values: Plane, weights: Plane, sigma: number): Plane {
	return new NormalisedBlur(weights, sigma).of(values);
}

/** The same weights and sigma for several planes. */
export class NormalisedBlur {
	readonly #weights: Plane;
	readonly #sigma: number;
	readonly #mass: Plane;

	constructor(weights: Plane, sigma: number) {
		this.#weights = weights;
		this.#sigma = sigma;
		this.#mass = reduced(weights, sigma);
	}

	of(values: Plane): Plane {
		const weighted = map(values, this.#weights, (value, weight) => value * weight);
		const sum = reduced(weighted, this.#sigma);
		const mean = map(sum, this.#mass, (value, mass) => value / (mass + LEAST_WEIGHT));
		const isWhole = mean.width === values.width && mean.height === values.height;
		return isWhole ? mean : resize(mean, values.width, values.height);
	}
}
