import { gaussian, LUMA, map, NormalisedBlur, plane, resize, type Plane } from '../raster/index.ts';
import { alongLines } from './along.ts';
import { angleOf, ORIENTATIONS } from './line-bank.ts';
import type { Rgb } from './types.ts';

/** The strongest orientation at each place and how its neighbours answer. */
export type Courses = {
	/** Orientation per sample, −1 where no line is looked for. */
	readonly best: Int8Array;
	/** Weighted response of the strongest orientation. */
	readonly strength: Plane;
	/** Squared weighted responses of the orientation before, the strongest and the one after. */
	readonly votes: Float32Array;
};

const LEAST_VOTE = 1e-4;

/** `weightsAt`: weight per orientation at a sample, null where no line is looked for. */
export function coursesOf(
	responses: readonly Plane[],
	weightsAt: (at: number) => ArrayLike<number> | null
): Courses {
	const { width, height } = responses[0]!;
	const strength = plane(width, height);
	const best = new Int8Array(width * height).fill(-1);
	const votes = new Float32Array(3 * width * height);
	const values = new Float32Array(ORIENTATIONS);
	for (let at = 0; at < best.length; at++) {
		const weights = weightsAt(at);
		if (weights === null) continue;
		let strongest = 0;
		for (let k = 0; k < ORIENTATIONS; k++) {
			values[k] = weights[k]! * responses[k]!.data[at]!;
			if (values[k]! > values[strongest]!) strongest = k;
		}
		best[at] = strongest;
		strength.data[at] = values[strongest]!;
		for (let d = 0; d < 3; d++) {
			const value = values[(strongest + d + ORIENTATIONS - 1) % ORIENTATIONS]!;
			votes[3 * at + d] = Math.max(LEAST_VOTE, value) ** 2;
		}
	}
	return { best, strength, votes };
}

const PROFILE_ALONG_MM = 1.2;
const PROFILE_ACROSS_MM = 0.12;
const LEAST_ACROSS = 0.5;

/** Log luminance smoothed along the line but not across it: the crease without its pores. */
export function creaseProfile(filled: Plane, { best, votes }: Courses, mm: number): Plane {
	const across = Math.max(LEAST_ACROSS, PROFILE_ACROSS_MM * mm);
	const along = Math.sqrt((PROFILE_ALONG_MM * mm) ** 2 - across * across);
	const sharp = gaussian(filled, Math.sqrt(across * across - 1 / 12));
	const sum = plane(filled.width, filled.height);
	for (let k = 0; k < ORIENTATIONS; k++) {
		const smooth = alongLines(sharp, angleOf(k), along).data;
		for (let at = 0; at < best.length; at++) {
			if (best[at]! < 0) continue;
			const d = (k - best[at]! + 1 + ORIENTATIONS) % ORIENTATIONS;
			if (d > 2) continue;
			sum.data[at] = sum.data[at]! + votes[3 * at + d]! * smooth[at]!;
		}
	}
	for (let at = 0; at < best.length; at++) {
		if (best[at]! < 0) continue;
		const weight = votes[3 * at]! + votes[3 * at + 1]! + votes[3 * at + 2]!;
		sum.data[at] = sum.data[at]! / weight;
	}
	return sum;
}

/** Share of the skin that a crease keeps in the estimate of the skin around it. */
const CREASED_SHARE = 0.03;

/** Weights of skin without its creases; `creased` 0–1. */
export function uncreased(skin: Plane, creased: Plane): Plane {
	return map(skin, creased, (s, m) => s * (1 - (1 - CREASED_SHARE) * Math.min(1, m)) + 1e-3);
}

export type Colouring = {
	/** Gain at which a place counts fully. */
	readonly fullAt: number;
	/** Gain from which a place is no reference for the skin around it. */
	readonly creasedAt: number;
	readonly baseMm: number;
	readonly windowMm: number;
	readonly least: number;
	readonly most: number;
};

const DETAIL_MM = 0.3;
const PRIOR_SLOPE = 3e-5;

/**
 * The scalar log gain `gain` as one per channel: creases are redder than the skin around them, and an
 * equal gain would leave orange ghosts. Local regression of each channel's profile on that of
 * luminance, scaled so that luminance gets `gain`. Computed at half the resolution: it is smooth.
 */
export function coloured(
	gain: Plane,
	{
		density,
		linear,
		skin,
		logY
	}: {
		readonly density: Rgb;
		readonly linear: Rgb;
		readonly skin: Plane;
		readonly logY: Plane;
	},
	mm: number,
	options: Colouring
): Rgb {
	const { width, height } = gain;
	const [w, h] = [Math.ceil(width / 2), Math.ceil(height / 2)];
	const half = (source: Plane): Plane => resize(source, w, h);
	const scale = (mm * w) / width;
	const amount = half(map(gain, Math.abs));
	const weight = map(amount, (g) => Math.min(1, g / options.fullAt));
	const clean = uncreased(
		half(skin),
		map(amount, (g) => Math.min(1, g / options.creasedAt))
	);
	const around = new NormalisedBlur(clean, options.baseMm * scale);
	const excess = (values: Plane): Plane =>
		map(around.of(values), gaussian(values, DETAIL_MM * scale), (base, here) => base - here);
	const light = excess(half(logY));
	const window = options.windowMm * scale;
	const power = gaussian(
		map(weight, light, (a, q) => a * q * q),
		window
	);
	const slopes = density.map((channel) => {
		const dark = excess(half(channel));
		// Density is the negative of log light.
		const common = gaussian(
			map(weight, light, dark, (a, q, d) => -a * q * d),
			window
		);
		return map(common, power, (c, p) =>
			Math.max(options.least, Math.min(options.most, (c + PRIOR_SLOPE) / (p + PRIOR_SLOPE)))
		);
	}) as [Plane, Plane, Plane];
	const shares = linear.map((channel) => half(channel));
	for (let at = 0; at < w * h; at++) {
		let [sum, scaled] = [1e-5, 0];
		for (let c = 0; c < 3; c++) {
			const part = LUMA[c]! * shares[c]!.data[at]!;
			sum += part;
			scaled += part * slopes[c]!.data[at]!;
		}
		const by = 1 / Math.max(0.3, scaled / sum);
		for (const { data } of slopes) data[at] = data[at]! * by;
	}
	return slopes.map((slope) => map(resize(slope, width, height), gain, (v, g) => v * g)) as [
		Plane,
		Plane,
		Plane
	];
}
