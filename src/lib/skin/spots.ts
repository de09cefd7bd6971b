import {
	dilate,
	gaussian,
	map,
	normalised,
	NormalisedBlur,
	plane,
	smoothstep,
	type Plane
} from '../raster/index.ts';
import type { LineBank } from './line-bank.ts';
import { meanOf, perChannel } from './rgb.ts';
import type { Rgb, SkinPhoto } from './types.ts';

/** Radii of the spots looked for are about 1.4 times these, mm. */
const SIZES_MM = [0.45, 0.8, 1.4, 2.3] as const;
const RING = 2.4;
const DIRECTIONS = 8;
/** Contrast against the second darkest and the darkest direction around a spot. */
const SHARES = [0.35, 0.65] as const;
const NOISE_MM = 6;
/** Contrasts from here on are spots, not noise. */
const CLEAR = 0.15;
const LEAST = 0.02;
const NOISE_FACTOR = 3;
const LINE = [0.025, 0.06] as const;
const TOO_DARK = [0.7, 1.1] as const;
/** Share of spots around a place above which they are stubble, freckled all over, or noise. */
const CROWDED = [0.045, 0.1] as const;
const FILL_MM = 2.5;
const FINE_MM = 0.22;
/** Red over green density: blood 0.44, melanin 1.16. */
const RED = [0.55, 0.75] as const;
const MOST = 0.9;

export type Spots = {
	/** Log gains that take brown spots, freckles and moles out. */
	readonly pigment: Rgb;
	/** The same for red blemishes. */
	readonly blemish: Rgb;
};

/**
 * Spots: darker than the skin in every direction around them, which lines, folds and the edges of the
 * nose are not. Each is filled from the skin beside it; its red share tells blemish from pigment.
 */
export function spots(photo: SkinPhoto, bank: LineBank): Spots {
	const mm = photo.grid.pxPerMm;
	const { skin, feather } = photo.masks;
	const contrast = contrastOf(photo);
	const mask = spotMask(photo, contrast, bank);
	const grown = dilate(mask, 0.5 * mm);
	const around = new NormalisedBlur(
		map(skin, grown, (s, g) => s * (1 - 0.98 * g)),
		FILL_MM * mm
	);
	const excess = perChannel((c) => {
		const fine = gaussian(photo.density[c], FINE_MM * mm);
		return map(fine, around.of(photo.density[c]), (here, base) => here - base);
	});
	const reach = gaussian(grown, 0.35 * mm);
	const amount = map(
		reach,
		feather,
		meanOf(excess),
		(r, f, e) => Math.min(1, r) * f * smoothstep(-0.01, 0.02, e)
	);
	const red = redShare(excess, amount, mm);
	const gain = (share: (red: number) => number): Rgb =>
		perChannel((c) =>
			map(amount, excess[c], red, (a, e, r) =>
				a === 0 ? 0 : share(r) * Math.max(-0.1, Math.min(MOST, a * e))
			)
		);
	return { pigment: gain((r) => 1 - r), blemish: gain((r) => r) };
}

/** Mean density of a place beyond that of its surroundings in every direction; the best of four sizes. */
function contrastOf(photo: SkinPhoto): Plane {
	const mm = photo.grid.pxPerMm;
	const { skin, feather } = photo.masks;
	const mean = meanOf(photo.density);
	const fill = normalised(mean, skin, 3 * mm);
	const filled = map(mean, skin, fill, (d, s, f) => d * s + f * (1 - s));
	const { width, height } = filled;
	const best = plane(width, height);
	for (const size of SIZES_MM) {
		const { data } = gaussian(filled, 0.5 * size * mm);
		const radius = Math.round(RING * size * mm);
		const steps = Array.from({ length: DIRECTIONS }, (_, k) => {
			const angle = (k * 2 * Math.PI) / DIRECTIONS;
			return Math.round(radius * Math.sin(angle)) * width + Math.round(radius * Math.cos(angle));
		});
		for (let j = radius; j < height - radius; j++) {
			for (let i = radius; i < width - radius; i++) {
				const at = j * width + i;
				if (feather.data[at] === 0) continue;
				let [first, second] = [-Infinity, -Infinity];
				for (const step of steps) {
					const value = data[at + step]!;
					if (value > first) {
						second = first;
						first = value;
					} else if (value > second) second = value;
				}
				const here = data[at]! - SHARES[0] * second - SHARES[1] * first;
				if (here > best.data[at]!) best.data[at] = here;
			}
		}
	}
	return best;
}

function spotMask(photo: SkinPhoto, contrast: Plane, bank: LineBank): Plane {
	const mm = photo.grid.pxPerMm;
	const { skin } = photo.masks;
	const weak = map(contrast, skin, (b, s) => (b < CLEAR ? s : 0));
	const noise = normalised(contrast, weak, NOISE_MM * mm);
	const strongest = lineStrength(bank.responses, contrast);
	const spot = map(contrast, noise, strongest, (b, n, line) => {
		const from = LEAST + NOISE_FACTOR * n;
		const isSpot = smoothstep(from, 1.8 * from + 0.03, b);
		const isLine = smoothstep(LINE[0], LINE[1], line - 0.35 * b);
		return isSpot * (1 - isLine) * (1 - smoothstep(TOO_DARK[0], TOO_DARK[1], b));
	});
	const crowd = normalised(spot, skin, NOISE_MM * mm);
	return map(spot, crowd, (g, c) => g * (1 - smoothstep(CROWDED[0], CROWDED[1], c)));
}

/** Largest line response beyond the median of the orientations, where there may be a spot. */
function lineStrength(responses: readonly Plane[], contrast: Plane): Plane {
	const result = plane(contrast.width, contrast.height);
	const values = new Float32Array(responses.length);
	const half = responses.length >> 1;
	for (let at = 0; at < result.data.length; at++) {
		if (contrast.data[at]! < LEAST) continue;
		for (let k = 0; k < values.length; k++) values[k] = responses[k]!.data[at]!;
		values.sort();
		const median = (values[half - 1]! + values[half]!) / 2;
		result.data[at] = Math.max(0, values[values.length - 1]! - Math.max(0, median));
	}
	return result;
}

function redShare([red, green]: Rgb, amount: Plane, mm: number): Plane {
	const redMass = gaussian(
		map(red, amount, (e, a) => e * a),
		0.6 * mm
	);
	const greenMass = gaussian(
		map(green, amount, (e, a) => Math.max(0, e) * a),
		0.6 * mm
	);
	return map(redMass, greenMass, (r, g) => 1 - smoothstep(RED[0], RED[1], r / Math.max(1e-3, g)));
}
