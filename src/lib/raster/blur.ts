import { product } from './arithmetic.ts';
import { resize } from './sample.ts';
import { scratched } from './scratch.ts';
import { onlyWhereUneven } from './uneven.ts';
import { plane, type Plane } from './types.ts';

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
	return scratched(() => {
		const small = reduced(source, sigma);
		const isWhole = small.width === source.width && small.height === source.height;
		return isWhole ? small : resize(small, source.width, source.height);
	});
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

/** Row by row: first down into a row of sums, then across, so that little leaves the cache. */
function convolveBy(source: Plane, weights: Float64Array): Plane {
	const reach = weights.length - 1;
	const { width, height } = source;
	const result = plane(width, height);
	const rows = new Rows(source, reach);
	const sums = new Float64Array(width + 2 * reach + 3);
	const line = new Float32Array(width + 3);
	for (let j = 0; j < height; j++) {
		rows.moveTo(j);
		blurDown(rows, j, weights, sums);
		sums.fill(sums[reach]!, 0, reach);
		sums.fill(sums[reach + width - 1]!, reach + width);
		blurAcross(sums, weights, line, width);
		result.data.set(line.subarray(0, width), j * width);
	}
	return result;
}

/** The rows of a plane around one of them, as numbers that need no conversion. */
class Rows {
	readonly width: number;
	readonly data: Float64Array;
	readonly #source: Plane;
	readonly #reach: number;
	readonly #count: number;
	#next = 0;

	constructor(source: Plane, reach: number) {
		this.width = source.width;
		this.#source = source;
		this.#reach = reach;
		this.#count = 2 * reach + 1;
		this.data = new Float64Array(this.#count * source.width);
	}

	/** Holds the rows up to `reach` away from row j; to be called with one row after the other. */
	moveTo(j: number): void {
		const { height, data } = this.#source;
		for (; this.#next <= j + this.#reach && this.#next < height; this.#next++) {
			const from = this.#next * this.width;
			this.data.set(data.subarray(from, from + this.width), this.startOf(this.#next));
		}
	}

	/** Where a row begins in `data`; the border repeats. */
	startOf(row: number): number {
		const within = Math.max(0, Math.min(this.#source.height - 1, row));
		return (within % this.#count) * this.width;
	}
}

/** Weighted sums of a row and those above and below; two of each at a time. */
function blurDown(rows: Rows, j: number, weights: Float64Array, sums: Float64Array): void {
	const reach = weights.length - 1;
	const { width, data } = rows;
	const isOdd = reach % 2 === 1;
	const middle = weights[0]!;
	const first = isOdd ? weights[1]! : 0;
	const here = rows.startOf(j);
	const up = rows.startOf(j - 1);
	const down = rows.startOf(j + 1);
	for (let i = 0; i < width; i++) {
		sums[reach + i] = middle * data[here + i]! + first * (data[up + i]! + data[down + i]!);
	}
	for (let k = isOdd ? 2 : 1; k <= reach; k += 2) {
		const near = weights[k]!;
		const far = weights[k + 1]!;
		const a = rows.startOf(j - k);
		const b = rows.startOf(j + k);
		const c = rows.startOf(j - k - 1);
		const d = rows.startOf(j + k + 1);
		for (let i = 0; i < width; i++) {
			sums[reach + i] =
				sums[reach + i]! +
				near * (data[a + i]! + data[b + i]!) +
				far * (data[c + i]! + data[d + i]!);
		}
	}
}

/**
 * Weighted sums along a row that has `weights.length − 1` values more on either side; all three reach
 * to a whole number of fours.
 */
function blurAcross(
	row: Float64Array,
	weights: Float64Array,
	into: Float32Array,
	width: number
): void {
	const reach = weights.length - 1;
	const middle = weights[0]!;
	// Four at a time: their sums do not wait for each other.
	for (let i = 0; i < width; i += 4) {
		const centre = i + reach;
		let a = middle * row[centre]!;
		let b = middle * row[centre + 1]!;
		let c = middle * row[centre + 2]!;
		let d = middle * row[centre + 3]!;
		for (let k = 1; k <= reach; k++) {
			const weight = weights[k]!;
			const before = centre - k;
			const after = centre + k;
			a += weight * (row[before]! + row[after]!);
			b += weight * (row[before + 1]! + row[after + 1]!);
			c += weight * (row[before + 2]! + row[after + 2]!);
			d += weight * (row[before + 3]! + row[after + 3]!);
		}
		into[i] = a;
		into[i + 1] = b;
		into[i + 2] = c;
		into[i + 3] = d;
	}
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
		this.#mass = scratched(() => reduced(weights, sigma));
	}

	of(values: Plane): Plane {
		return scratched(() => {
			const sum = reduced(product(values, this.#weights), this.#sigma);
			const mean = plane(sum.width, sum.height);
			for (let i = 0; i < mean.data.length; i++) {
				mean.data[i] = sum.data[i]! / (this.#mass.data[i]! + LEAST_WEIGHT);
			}
			const isWhole = mean.width === values.width && mean.height === values.height;
			return isWhole ? mean : resize(mean, values.width, values.height);
		});
	}
}
