import { between, plane, type Plane } from '../raster/index.ts';

/**
 * Digital lines of one direction that together cover a plane once: pixel k of the line `v` is
 * `lane[k] + v · across`. They are laid from the middle outwards, so that a mirrored plane has
 * mirrored lines.
 */
type Lines = {
	readonly lane: Int32Array;
	/** How far each step lies from the first axis, in lines. */
	readonly offset: Int32Array;
	readonly across: number;
	readonly isFlat: boolean;
	readonly count: number;
	readonly least: number;
	readonly most: number;
};

function linesOf(width: number, height: number, angle: number): Lines {
	const isFlat = Math.abs(Math.cos(angle)) >= Math.abs(Math.sin(angle)) - 1e-9;
	const slope = isFlat ? Math.tan(angle) : 1 / Math.tan(angle);
	const steps = isFlat ? width : height;
	const stride = isFlat ? 1 : width;
	const across = isFlat ? width : 1;
	const count = isFlat ? height : width;
	const offset = Int32Array.from({ length: steps }, (_, k) => {
		const exact = slope * (k - (steps - 1) / 2);
		return Math.sign(exact) * Math.round(Math.abs(exact));
	});
	const lane = offset.map((off, k) => k * stride + off * across);
	const ends = [offset[0]!, offset[steps - 1]!];
	const [least, most] = [Math.min(...ends), Math.max(...ends)];
	return { lane, offset, across, isFlat, count, least, most };
}

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

/** Lines at `angle` and the boxes of together the deviation `sigma` (px) along them. */
function linesAndBoxes(
	{ width, height }: Plane,
	angle: number,
	sigma: number
): { readonly lines: Lines; readonly boxes: readonly [number, number] } {
	const step = 1 / Math.max(Math.abs(Math.cos(angle)), Math.abs(Math.sin(angle)));
	return { lines: linesOf(width, height, angle), boxes: boxesOf(sigma / step) };
}

/**
 * Blur along straight lines at `angle` (radians, from the x axis towards y) by two boxes of together
 * the deviation `sigma` (px): constant time per pixel. The border repeats.
 */
export function alongLines(source: Plane, angle: number, sigma: number): Plane {
	const result = plane(source.width, source.height);
	const { lines, boxes } = linesAndBoxes(source, angle, sigma);
	const { lane, offset, across, count, least, most } = lines;
	const [a, b] = boxes;
	const pad = a + b;
	const steps = lane.length;
	const given = new Float64Array(steps + 2 * pad);
	const once = new Float64Array(steps + 2 * pad);
	const from = source.data;
	const to = result.data;
	const share = 1 / ((2 * a + 1) * (2 * b + 1));
	const rising = offset[steps - 1]! >= offset[0]!;
	for (let v = -most; v < count - least; v++) {
		let first = 0;
		let end = steps;
		if (rising) {
			while (first < end && v + offset[first]! < 0) first += 1;
			while (end > first && v + offset[end - 1]! >= count) end -= 1;
		} else {
			while (first < end && v + offset[first]! >= count) first += 1;
			while (end > first && v + offset[end - 1]! < 0) end -= 1;
		}
		const length = end - first;
		if (length === 0) continue;
		const base = v * across;
		for (let k = 0; k < length; k++) given[pad + k] = from[lane[first + k]! + base]!;
		given.fill(given[pad]!, 0, pad);
		given.fill(given[pad + length - 1]!, pad + length, length + 2 * pad);
		let sum = 0;
		for (let k = 0; k <= 2 * a; k++) sum += given[k]!;
		const inner = length + 2 * b;
		for (let k = 0; k < inner; k++) {
			once[k] = sum;
			sum += given[k + 2 * a + 1]! - given[k]!;
		}
		sum = 0;
		for (let k = 0; k <= 2 * b; k++) sum += once[k]!;
		for (let k = 0; k < length; k++) {
			to[lane[first + k]! + base] = share * sum;
			sum += once[k + 2 * b + 1]! - once[k]!;
		}
	}
	return result;
}

/** As `alongLines`, of few places of a plane. */
export class LineBlur {
	readonly #source: Plane;
	readonly #lines: Lines;
	/** Of the place itself and of those before and after it: the two boxes make a trapezoid. */
	readonly #weights: Float64Array;

	constructor(source: Plane, angle: number, sigma: number) {
		const { lines, boxes } = linesAndBoxes(source, angle, sigma);
		const [a, b] = boxes;
		const area = (2 * a + 1) * (2 * b + 1);
		this.#source = source;
		this.#lines = lines;
		this.#weights = Float64Array.from(
			{ length: a + b + 1 },
			(_, k) => Math.min(2 * a + 1, 2 * b + 1, a + b + 1 - k) / area
		);
	}

	/** At a pixel. */
	at(column: number, row: number): number {
		const { width, data } = this.#source;
		const { lane, offset, across, isFlat, count } = this.#lines;
		const weights = this.#weights;
		const place = isFlat ? column : row;
		const line = (isFlat ? row : column) - offset[place]!;
		const here = data[row * width + column]!;
		let sum = weights[0]! * here;
		const reach = weights.length - 1;
		const [from, to] = [place - reach, place + reach];
		const base = line * across;
		if (
			from >= 0 &&
			to < lane.length &&
			isWithin(line + offset[from]!, count) &&
			isWithin(line + offset[to]!, count)
		) {
			for (let d = 1; d <= reach; d++) {
				sum += weights[d]! * (data[lane[place - d]! + base]! + data[lane[place + d]! + base]!);
			}
			return sum;
		}
		let [before, after] = [here, here];
		for (let d = 1; d <= reach; d++) {
			const [p, q] = [place - d, place + d];
			if (p >= 0 && isWithin(line + offset[p]!, count)) before = data[lane[p]! + base]!;
			if (q < lane.length && isWithin(line + offset[q]!, count)) after = data[lane[q]! + base]!;
			sum += weights[d]! * (before + after);
		}
		return sum;
	}

	/** At the point (x, y) in pixels, as `bilinear`. */
	between(x: number, y: number): number {
		return between(this.#source, x, y, (column, row) => this.at(column, row));
	}
}

function isWithin(place: number, count: number): boolean {
	return place >= 0 && place < count;
}
