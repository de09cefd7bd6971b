import {
	alongEach,
	difference,
	gaussian,
	LUMA,
	NormalisedBlur,
	plane,
	product,
	resize,
	scaled,
	scratched,
	type Plane
} from '../raster/index.ts';
import { ANGLES, ORIENTATIONS } from './line-bank.ts';
import { perChannel } from './rgb.ts';
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
	const votes = plane(3 * width, height).data;
	const values = new Float32Array(ORIENTATIONS);
	const answers = responses.map((response) => response.data);
	for (let at = 0; at < best.length; at++) {
		const weights = weightsAt(at);
		if (weights === null) continue;
		let strongest = 0;
		for (let k = 0; k < ORIENTATIONS; k++) {
			values[k] = weights[k]! * answers[k]![at]!;
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

/**
 * Log luminance smoothed along the line but not across it: the crease without its pores. Where `reach`
 * is 0 nothing is computed.
 */
export function creaseProfile(
	filled: Plane,
	{ best, votes }: Courses,
	reach: Plane,
	mm: number
): Plane {
	const { width, height } = filled;
	const across = Math.max(LEAST_ACROSS, PROFILE_ACROSS_MM * mm);
	const along = Math.sqrt((PROFILE_ALONG_MM * mm) ** 2 - across * across);
	const sharp = gaussian(filled, Math.sqrt(across * across - 1 / 12));
	const blurs = alongEach(sharp, ANGLES, along).map(({ data }) => data);
	const profile = plane(width, height);
	for (let at = 0; at < best.length; at++) {
		if (best[at]! < 0 || reach.data[at] === 0) continue;
		let [sum, weight] = [0, 0];
		for (let d = 0; d < 3; d++) {
			const vote = votes[3 * at + d]!;
			const blur = blurs[(best[at]! + d + ORIENTATIONS - 1) % ORIENTATIONS]!;
			sum += vote * blur[at]!;
			weight += vote;
		}
		profile.data[at] = sum / weight;
	}
	return profile;
}

/** Share of the skin that a crease keeps in the estimate of the skin around it. */
const CREASED_SHARE = 0.03;

/** Weights of skin without its creases; `creased` 0–1. */
export function uncreased(skin: Plane, creased: Plane): Plane {
	const result = plane(skin.width, skin.height);
	for (let at = 0; at < result.data.length; at++) {
		const taken = (1 - CREASED_SHARE) * Math.min(1, creased.data[at]!);
		result.data[at] = skin.data[at]! * (1 - taken) + 1e-3;
	}
	return result;
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
	const amount = scratched(() => {
		const sizes = plane(width, height);
		for (let at = 0; at < sizes.data.length; at++) sizes.data[at] = Math.abs(gain.data[at]!);
		return half(sizes);
	});
	const clean = uncreased(half(skin), scaled(amount, 1 / options.creasedAt));
	const around = new NormalisedBlur(clean, options.baseMm * scale);
	const excess = (values: Plane): Plane =>
		scratched(() => {
			const small = half(values);
			return difference(around.of(small), gaussian(small, DETAIL_MM * scale));
		});
	const light = excess(logY);
	const weighted = plane(w, h);
	for (let at = 0; at < w * h; at++) {
		weighted.data[at] = Math.min(1, amount.data[at]! / options.fullAt) * light.data[at]!;
	}
	const window = options.windowMm * scale;
	const power = scratched(() => gaussian(product(weighted, light), window));
	const slopes = perChannel((c) => {
		const slope = scratched(() => gaussian(product(weighted, excess(density[c])), window));
		for (let at = 0; at < w * h; at++) {
			// Density is the negative of log light.
			const common = PRIOR_SLOPE - slope.data[at]!;
			const value = common / (power.data[at]! + PRIOR_SLOPE);
			slope.data[at] = Math.max(options.least, Math.min(options.most, value));
		}
		return slope;
	});
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
	return perChannel((c) => scratched(() => product(resize(slopes[c], width, height), gain)));
}
