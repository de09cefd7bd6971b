import {
	gaussian,
	larger,
	NormalisedBlur,
	plane,
	resize,
	scratched,
	type Plane
} from '../raster/index.ts';
import { meanOf } from './rgb.ts';
import type { SkinPhoto } from './types.ts';

/** Radii of the blobs looked for are about 1.4 times these, mm. */
const SIZES_MM = { dots: 0.45, small: 0.8, large: 1.4, largest: 2.3 } as const;
/** Blur of a blob and distance of the ring around it, in sizes. */
const BLUR = 0.5;
const RING = 2.4;
const DIRECTIONS = 8;
/** Below this a blur falls between the samples, px. */
const LEAST_SIGMA = 0.6;
const FILL_MM = 3;

/** How much darker each place is than every direction around it, in density. */
export type Blobs = {
	/** Of 0.6 mm radius: pores and stubble too. */
	readonly dots: Plane;
	/** Of about 1 mm radius. */
	readonly small: Plane;
	/** Of 2 to 3 mm radius. */
	readonly large: Plane;
};

/** Contrast of blobs: lines, folds and the edges of features have almost none. */
export function blobsOn(part: SkinPhoto): Blobs {
	const mm = part.grid.pxPerMm;
	const filled = filledDensity(part);
	return {
		dots: contrast(filled, SIZES_MM.dots * mm),
		small: contrastReduced(filled, [SIZES_MM.small * mm]),
		large: contrastReduced(filled, [SIZES_MM.large * mm, SIZES_MM.largest * mm])
	};
}

/** Mean density, with all that is no skin filled from the skin around. */
function filledDensity({ grid, masks, density }: SkinPhoto): Plane {
	const mean = meanOf(density);
	const around = new NormalisedBlur(masks.skin, FILL_MM * grid.pxPerMm).of(mean);
	for (let i = 0; i < mean.data.length; i++) {
		const skin = masks.skin.data[i]!;
		mean.data[i] = mean.data[i]! * skin + around.data[i]! * (1 - skin);
	}
	return mean;
}

/** The largest contrast over the sizes (ascending), on as small a plane as holds the first of them. */
function contrastReduced(filled: Plane, sizes: readonly [number, ...number[]]): Plane {
	return scratched(() => largestContrast(filled, sizes));
}

function largestContrast(filled: Plane, sizes: readonly [number, ...number[]]): Plane {
	const reduction = Math.max(1, Math.floor((BLUR * sizes[0]) / LEAST_SIGMA));
	const width = Math.ceil(filled.width / reduction);
	const height = Math.ceil(filled.height / reduction);
	const small = reduction > 1 ? resize(filled, width, height) : filled;
	const [first, ...others] = sizes.map((size) => contrast(small, (size * width) / filled.width));
	const most = others.reduce(larger, first!);
	return reduction > 1 ? resize(most, filled.width, filled.height) : most;
}

/** A place less the darkest of its eight directions, softened by the second darkest. */
function contrast(filled: Plane, size: number): Plane {
	const { width, height, data } = gaussian(filled, BLUR * size);
	const steps = Array.from({ length: DIRECTIONS }, (_, k) => {
		const angle = (2 * Math.PI * k) / DIRECTIONS;
		return [
			rounded(RING * size * Math.cos(angle)),
			rounded(RING * size * Math.sin(angle))
		] as const;
	});
	const offsets = Int32Array.from(steps, ([x, y]) => y * width + x);
	const margin = Math.ceil(RING * size);
	const result = plane(width, height);
	for (let j = margin; j < height - margin; j++) {
		for (let at = j * width + margin; at < (j + 1) * width - margin; at++) {
			let [first, second] = [-Infinity, -Infinity];
			for (let k = 0; k < DIRECTIONS; k++) {
				const value = data[at + offsets[k]!]!;
				if (value > first) {
					second = first;
					first = value;
				} else if (value > second) second = value;
			}
			result.data[at] = data[at]! - 0.65 * first - 0.35 * second;
		}
	}
	return result;
}

/** Away from zero at halves, so that left and right are treated alike. */
function rounded(value: number): number {
	return Math.sign(value) * Math.round(Math.abs(value));
}
