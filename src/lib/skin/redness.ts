import {
	gaussian,
	NormalisedBlur,
	plane,
	resize,
	scratched,
	smoothstep,
	type Plane
} from '../raster/index.ts';
import { onFace } from './part.ts';
import { noGain, perChannel } from './rgb.ts';
import type { Layer, Rgb, SkinPhoto } from './types.ts';

/** Densities of melanin and haemoglobin in red, green, blue, unit length; the third axis is shading. */
const MELANIN = [0.4143, 0.357, 0.8372] as const;
const HAEMOGLOBIN = [0.2988, 0.6838, 0.6657] as const;
const SHADING = 1 / Math.sqrt(3);

const FINE_MM = 0.5;
const SHADOW_MM = 2;
const WIDE_MM = 14;
/** How far redness may be explained by shading, either way. */
const MOST_COUPLING = 1.5;
const SHARE = 0.64;
const MOST = 1.2;
/** Skin without any unevenness still has noise. */
const LEAST_SPREAD = 0.01;
const SMOOTH_MM = 0.8;
/** Samples by which the face's redness is judged. */
const SURE = 0.8;
const LEAST_SAMPLES = 64;

/** Redness is smooth: it is found on a grid this coarse, px/mm. */
const COARSE_PX_PER_MM = 1.6;

/**
 * Log gain that evens redness: haemoglobin beyond the face's own level is taken out. Haemoglobin and
 * shading leak into each other on fixed axes (Tsumura et al. 1999), so that redness is first cleared of
 * what follows the shading on this face. A face that is red all over stays so.
 */
export function redness(photo: SkinPhoto): Layer {
	return onFace(photo, (part) => {
		const { skin, feather } = part.masks;
		const reduction = Math.max(1, Math.floor(part.grid.pxPerMm / COARSE_PX_PER_MM));
		const width = Math.ceil(skin.width / reduction);
		const height = Math.ceil(skin.height / reduction);
		const small = (source: Plane) => resize(source, width, height);
		const amount = scratched(() =>
			excess(
				perChannel((c) => small(part.density[c])),
				small(skin),
				small(feather),
				(part.grid.pxPerMm * width) / skin.width
			)
		);
		if (amount === null) return noGain(skin);
		const full = resize(amount, skin.width, skin.height);
		return perChannel((c) => weighted(full, feather, HAEMOGLOBIN[c]));
	});
}

function weighted(amount: Plane, feather: Plane, factor: number): Plane {
	const result = plane(amount.width, amount.height);
	for (let i = 0; i < result.data.length; i++) {
		result.data[i] = factor * amount.data[i]! * feather.data[i]!;
	}
	return result;
}

/** Haemoglobin to take out; null where too little of the face is seen. `mm`: samples per mm. */
function excess(density: Rgb, skin: Plane, feather: Plane, mm: number): Plane | null {
	const sure = indicesWhere(feather, SURE);
	if (sure.length < LEAST_SAMPLES) return null;
	const { blood, shade } = chromophores(density);
	const fine = new NormalisedBlur(skin, FINE_MM * mm);
	const wide = new NormalisedBlur(skin, WIDE_MM * mm);
	const red = fine.of(blood);
	const shading = fine.of(shade);
	const wideShading = wide.of(shade);
	const shadow = new NormalisedBlur(skin, SHADOW_MM * mm).of(shade);
	const coupling = couplingOf(sure, red, wide.of(blood), shading, wideShading);
	const middle = quantile(valuesAt(shading, sure).sort(), 0.5);
	const own = plane(skin.width, skin.height);
	for (let i = 0; i < own.data.length; i++) {
		own.data[i] = red.data[i]! - coupling * (shading.data[i]! - middle);
	}
	const levels = valuesAt(own, sure).sort();
	const level = quantile(levels, 0.3);
	const spread = Math.max(LEAST_SPREAD, quantile(levels, 0.5) - quantile(levels, 0.15));
	const amount = plane(skin.width, skin.height);
	for (let i = 0; i < amount.data.length; i++) {
		if (skin.data[i] === 0) continue;
		const above = Math.min(MOST, own.data[i]! - level);
		const cast = shadow.data[i]! - wideShading.data[i]!;
		const far = Math.abs(shading.data[i]! - middle);
		amount.data[i] =
			SHARE *
			skin.data[i]! *
			smoothstep(0.3 * spread, 1.5 * spread, above) *
			Math.max(0, above - 0.3 * spread) *
			(1 - smoothstep(0.25, 0.5, cast)) *
			(1 - smoothstep(0.35, 0.7, far));
	}
	return gaussian(amount, SMOOTH_MM * mm);
}

/** Density along haemoglobin and along shading, melanin taken apart. */
function chromophores([red, green, blue]: Rgb): { readonly blood: Plane; readonly shade: Plane } {
	const rows = inverse(MELANIN, HAEMOGLOBIN, [SHADING, SHADING, SHADING]);
	const along = ([r, g, b]: readonly [number, number, number]): Plane => {
		const result = plane(red.width, red.height);
		for (let i = 0; i < result.data.length; i++) {
			result.data[i] = r * red.data[i]! + g * green.data[i]! + b * blue.data[i]!;
		}
		return result;
	};
	return { blood: along(rows[1]), shade: along(rows[2]) };
}

type Triple = readonly [number, number, number];

/** Rows that give the amounts of three column vectors in a mixture: Cramer's rule. */
function inverse(a: Triple, b: Triple, c: Triple): readonly [Triple, Triple, Triple] {
	const cross = ([ux, uy, uz]: Triple, [vx, vy, vz]: Triple): Triple => [
		uy * vz - uz * vy,
		uz * vx - ux * vz,
		ux * vy - uy * vx
	];
	const [bc, ca, ab] = [cross(b, c), cross(c, a), cross(a, b)];
	const volume = a[0] * bc[0] + a[1] * bc[1] + a[2] * bc[2];
	const over = ([x, y, z]: Triple): Triple => [x / volume, y / volume, z / volume];
	return [over(bc), over(ca), over(ab)];
}

/** Slope of local redness on local shading over the skin, least squares. */
function couplingOf(
	sure: Int32Array,
	red: Plane,
	wideRed: Plane,
	shading: Plane,
	wideShading: Plane
): number {
	let [both, squares] = [0, 1e-9];
	for (const i of sure) {
		const dark = shading.data[i]! - wideShading.data[i]!;
		both += (red.data[i]! - wideRed.data[i]!) * dark;
		squares += dark * dark;
	}
	return Math.max(-MOST_COUPLING, Math.min(MOST_COUPLING, both / squares));
}

function indicesWhere({ data }: Plane, above: number): Int32Array {
	const found = new Int32Array(data.length);
	let count = 0;
	for (let i = 0; i < data.length; i++) if (data[i]! > above) found[count++] = i;
	return found.subarray(0, count);
}

function valuesAt({ data }: Plane, indices: Int32Array): Float32Array {
	const values = new Float32Array(indices.length);
	for (let k = 0; k < values.length; k++) values[k] = data[indices[k]!]!;
	return values;
}

const quantile = (sorted: Float32Array, share: number): number =>
	sorted[Math.round(share * (sorted.length - 1))]!;
