import { SKIN_COUNT, TRIANGLES } from '../face/index.ts';
import {
	boundsWhere,
	cut,
	dilate,
	fillPolygon,
	gaussian,
	larger,
	normalised,
	NormalisedBlur,
	pasted,
	plane,
	product,
	resize,
	scratched,
	widened,
	type Plane
} from '../raster/index.ts';
import { INNER_LIPS } from './prepare.ts';
import type { SkinPhoto } from './types.ts';

/** Samples per millimetre of the light's own grid: volume is smooth. */
const LIGHT_PX_PER_MM = 2;
const TERMS = 9;
const RIDGE = [0, 0.02, 0.02, 0.02, 0.06, 0.06, 0.06, 0.06, 0.06];
const REWEIGHTINGS = 6;
/** A light that explains less of the skin's brightness is not believed. */
const LEAST_EXPLAINED = 0.35;
/** A fitted light stronger than this in one direction left grey patches. */
const MOST_FIRST_ORDER = 0.5;
/** From above and in front, where no light can be fitted: in the order of `harmonics`, y down. */
const GENERIC = [0, 0, -0.35, 0.25, 0, 0, 0, 0, 0];
/** Smoothness of a rise, and of the shading that it makes, samples. */
const RISE_SIGMA = LIGHT_PX_PER_MM;
const SHADING_SIGMA = 0.8 * LIGHT_PX_PER_MM;
/** Farther than this from what rises nothing is shaded otherwise, samples: three deviations each. */
const RELIT_REACH = 3 * (RISE_SIGMA + SHADING_SIGMA) + 2;
/** Largest change of log luminance. */
const BOUND = 0.18;
/** The dark side of a new volume is shown weaker: at full strength it read as dirt, not as shape. */
const SHADE_SHARE = 0.6;

/** How the face's surface is lit: real spherical harmonics of second order over its normals. */
export type Light = {
	readonly width: number;
	readonly height: number;
	/** mm towards the camera. */
	readonly surface: Plane;
	/** What the light gives to it, log luminance but for a constant. */
	readonly lit: Plane;
	readonly coefficients: readonly number[];
	/** Share of the variance of log luminance that the fit explains. */
	readonly explained: number;
	readonly isFitted: boolean;
	/** Where shading may change: skin and the red of the lips, 0–1. */
	readonly mask: Plane;
};

/**
 * Fits the light to the skin's brightness over the mesh's normals, robustly (iteratively reweighted
 * ridge regression of log luminance). Ramamoorthi and Hanrahan 2001: nine harmonics hold nearly all
 * of what a matt surface shows.
 */
export function fitLight(photo: SkinPhoto): Light {
	return scratched(() => fitted(photo));
}

function fitted(photo: SkinPhoto): Light {
	const { grid, masks } = photo;
	const shrink = LIGHT_PX_PER_MM / grid.pxPerMm;
	const width = Math.max(8, Math.round(grid.width * shrink));
	const height = Math.max(8, Math.round(grid.height * shrink));
	const { surface, covered } = surfaceOver(photo, width, height);
	const brightness = resize(normalised(photo.logY, masks.skin, 2.5 * grid.pxPerMm), width, height);
	const skin = product(resize(masks.feather, width, height), covered);
	const { explained, coefficients: found } = fit(surface, brightness, skin);
	const isFitted = explained >= LEAST_EXPLAINED;
	const mask = product(larger(skin, lipsOver(photo, width, height)), covered);
	const coefficients = isFitted ? calmed(found) : GENERIC;
	const lit = litBy(coefficients, surface);
	return { width, height, surface, lit, coefficients, explained, isFitted, mask };
}

/** What a light gives to a surface within its border, log luminance but for a constant. */
export function litBy(coefficients: readonly number[], surface: Plane): Plane {
	const { width, height } = surface;
	const lit = plane(width, height);
	const lightAt = lighting(coefficients, surface);
	for (let j = 1; j < height - 1; j++) {
		for (let at = j * width + 1; at < (j + 1) * width - 1; at++) lit.data[at] = lightAt(at);
	}
	return lit;
}

function calmed(coefficients: readonly number[]): readonly number[] {
	return coefficients.map((value, term) => {
		if (term === 0) return value;
		if (term > 3) return 0.5 * value;
		return Math.max(-MOST_FIRST_ORDER, Math.min(MOST_FIRST_ORDER, value));
	});
}

/**
 * Change of log luminance on the light's grid when the surface rises by `dz` (mm towards the camera,
 * on the same grid): each point of the skin keeps its colour and gets a new normal. Bounded by
 * ±0.18; zero where nothing rises.
 */
export function relight(light: Light, dz: Plane): Plane {
	const { width, height } = light;
	const bounds = boundsWhere(width, height, (at) => dz.data[at] !== 0);
	const rect = bounds && widened(bounds, RELIT_REACH, light);
	if (rect === null) return plane(width, height);
	return scratched(() => {
		const part = {
			surface: cut(light.surface, rect),
			lit: cut(light.lit, rect),
			mask: cut(light.mask, rect)
		};
		return pasted(relitPart(part, light.coefficients, cut(dz, rect)), rect, width, height);
	});
}

function relitPart(
	{ surface, lit, mask }: Pick<Light, 'surface' | 'lit' | 'mask'>,
	coefficients: readonly number[],
	dz: Plane
): Plane {
	const { width, height } = dz;
	const risen = gaussian(dz, RISE_SIGMA);
	const raised = plane(width, height);
	for (let at = 0; at < raised.data.length; at++) {
		raised.data[at] = surface.data[at]! + risen.data[at]!;
	}
	const change = plane(width, height);
	const lightAt = lighting(coefficients, raised);
	for (let j = 1; j < height - 1; j++) {
		for (let i = 1; i < width - 1; i++) {
			const at = j * width + i;
			if (mask.data[at] === 0 || !tilts(risen, at)) continue;
			change.data[at] = lightAt(at) - lit.data[at]!;
		}
	}
	const shading = gaussian(change, SHADING_SIGMA);
	for (let at = 0; at < shading.data.length; at++) {
		if (shading.data[at] === 0) continue;
		const bounded = BOUND * Math.tanh(shading.data[at]! / BOUND);
		shading.data[at] = mask.data[at]! * (bounded < 0 ? SHADE_SHARE * bounded : bounded);
	}
	return shading;
}

function tilts({ width, data }: Plane, at: number): boolean {
	return data[at + 1] !== data[at - 1] || data[at + width] !== data[at - width];
}

/** The coefficients times the `harmonics` at a sample but for the first, for each step of a slider. */
function lighting(
	[, cx = 0, cy = 0, cz = 0, cxy = 0, cxz = 0, cyz = 0, cxx = 0, czz = 0]: readonly number[],
	{ width, data }: Plane
): (at: number) => number {
	return (at) => {
		const slopeX = (data[at + 1]! - data[at - 1]!) * 0.5 * LIGHT_PX_PER_MM;
		const slopeY = (data[at + width]! - data[at - width]!) * 0.5 * LIGHT_PX_PER_MM;
		const z = 1 / Math.sqrt(slopeX * slopeX + slopeY * slopeY + 1);
		const x = -slopeX * z;
		const y = -slopeY * z;
		return (
			x * (cx + cxy * y + cxz * z + cxx * x) +
			y * (cy + cyz * z - cxx * y) +
			z * cz +
			czz * (3 * z * z - 1)
		);
	};
}

/** 1, x, y, z, xy, xz, yz, x²−y², 3z²−1 of the surface's normal (x right, y down, z to the camera). */
function harmonics({ width, data }: Plane, at: number, into: Float64Array): void {
	const slopeX = (data[at + 1]! - data[at - 1]!) * 0.5 * LIGHT_PX_PER_MM;
	const slopeY = (data[at + width]! - data[at - width]!) * 0.5 * LIGHT_PX_PER_MM;
	const length = Math.sqrt(slopeX * slopeX + slopeY * slopeY + 1);
	const x = -slopeX / length;
	const y = -slopeY / length;
	const z = 1 / length;
	into[0] = 1;
	into[1] = x;
	into[2] = y;
	into[3] = z;
	into[4] = x * y;
	into[5] = x * z;
	into[6] = y * z;
	into[7] = x * x - y * y;
	into[8] = 3 * z * z - 1;
}

function fit(
	surface: Plane,
	brightness: Plane,
	skin: Plane
): { readonly coefficients: readonly number[]; readonly explained: number } {
	const rows = rowsOf(surface, brightness, skin);
	const count = rows.length / ROW;
	if (count < 50 * TERMS) return { coefficients: GENERIC, explained: 0 };
	const weights = new Float64Array(count).fill(1);
	const residuals = new Float64Array(count);
	let coefficients: number[] = [];
	for (let round = 0; round < REWEIGHTINGS; round++) {
		coefficients = ridge(rows, weights);
		for (let k = 0, at = 0; k < count; k++, at += ROW) {
			let sum = rows[at + TERMS]!;
			for (let term = 0; term < TERMS; term++) sum -= coefficients[term]! * rows[at + term]!;
			residuals[k] = sum;
		}
		const spread = 1.48 * middle(residuals.map(Math.abs)) + 1e-3;
		for (let k = 0; k < count; k++) weights[k] = 1 / (1 + (residuals[k]! / (2 * spread)) ** 2);
	}
	let [sum, squares, left] = [0, 0, 0];
	for (let k = 0; k < count; k++) {
		const value = rows[k * ROW + TERMS]!;
		sum += value;
		squares += value * value;
		left += residuals[k]! * residuals[k]!;
	}
	const variance = squares - (sum * sum) / count;
	return { coefficients, explained: variance > 0 ? 1 - left / variance : 0 };
}

/** Per sample of skin its harmonics and its brightness. */
const ROW = TERMS + 1;
/** A millimetre: brightness and surface are smoother than that. */
const FITTED_STEP = LIGHT_PX_PER_MM;

function rowsOf(surface: Plane, brightness: Plane, skin: Plane): Float64Array {
	const most = Math.ceil(surface.height / FITTED_STEP) * Math.ceil(surface.width / FITTED_STEP);
	const rows = new Float64Array(ROW * most);
	const row = new Float64Array(ROW);
	let count = 0;
	for (let j = 1; j < surface.height - 1; j += FITTED_STEP) {
		for (let i = 1; i < surface.width - 1; i += FITTED_STEP) {
			const at = j * surface.width + i;
			if (skin.data[at]! <= 0.3) continue;
			harmonics(surface, at, row);
			row[TERMS] = brightness.data[at]!;
			rows.set(row, ROW * count++);
		}
	}
	return rows.subarray(0, ROW * count);
}

/** The value in the middle of the order; reorders. Hoare's FIND, 1961. */
function middle(values: Float64Array): number {
	const wanted = values.length >> 1;
	let [from, to] = [0, values.length - 1];
	while (from < to) {
		const pivot = values[wanted]!;
		let [low, high] = [from, to];
		while (low <= high) {
			while (values[low]! < pivot) low++;
			while (values[high]! > pivot) high--;
			if (low > high) break;
			const held = values[low]!;
			values[low++] = values[high]!;
			values[high--] = held;
		}
		if (high < wanted) from = low;
		if (low > wanted) to = high;
	}
	return values[wanted]!;
}

/** Weighted ridge regression by the normal equations, Gauss elimination. */
function ridge(rows: Float64Array, weights: Float64Array): number[] {
	const system = Array.from({ length: TERMS }, (_, term) => {
		const row = new Float64Array(ROW);
		row[term] = RIDGE[term]! * weights.length;
		return row;
	});
	for (let k = 0, at = 0; k < weights.length; k++, at += ROW) {
		for (let a = 0; a < TERMS; a++) {
			const scaled = weights[k]! * rows[at + a]!;
			const into = system[a]!;
			for (let b = a; b <= TERMS; b++) into[b] = into[b]! + scaled * rows[at + b]!;
		}
	}
	for (let a = 0; a < TERMS; a++) {
		for (let b = 0; b < a; b++) system[a]![b] = system[b]![a]!;
	}
	for (let a = 0; a < TERMS; a++) {
		for (let b = a + 1; b < TERMS; b++) {
			const factor = system[b]![a]! / system[a]![a]!;
			for (let c = a; c <= TERMS; c++) system[b]![c] = system[b]![c]! - factor * system[a]![c]!;
		}
	}
	const result = new Array<number>(TERMS).fill(0);
	for (let a = TERMS - 1; a >= 0; a--) {
		let sum = system[a]![TERMS]!;
		for (let b = a + 1; b < TERMS; b++) sum -= system[a]![b]! * result[b]!;
		result[a] = sum / system[a]![a]!;
	}
	return result;
}

/** Height of the mesh over the light's grid, linear over its triangles, smoothed by 1.5 mm. */
function surfaceOver(
	photo: SkinPhoto,
	width: number,
	height: number
): { readonly surface: Plane; readonly covered: Plane } {
	const scaleX = width / photo.grid.width;
	const scaleY = height / photo.grid.height;
	const heights = plane(width, height, -Infinity);
	for (const corners of TRIANGLES) {
		const points = corners.map((k) => {
			const [x, y] = photo.points[k]!;
			return [x * scaleX, y * scaleY, photo.heightsMm[k]!] as const;
		});
		if (corners.every((k) => k < SKIN_COUNT))
			rasterise(heights, points[0]!, points[1]!, points[2]!);
	}
	const covered = plane(width, height);
	for (let at = 0; at < heights.data.length; at++) {
		if (heights.data[at] === -Infinity) heights.data[at] = 0;
		else covered.data[at] = 1;
	}
	const near = new NormalisedBlur(covered, 1.5 * LIGHT_PX_PER_MM).of(heights);
	const far = new NormalisedBlur(covered, 15 * LIGHT_PX_PER_MM).of(heights);
	for (let at = 0; at < near.data.length; at++) {
		if (covered.data[at] === 0) near.data[at] = far.data[at]!;
	}
	return { surface: near, covered };
}

type Corner = readonly [number, number, number];

/** The nearest surface wins where the mesh folds over itself. */
function rasterise(into: Plane, a: Corner, b: Corner, c: Corner): void {
	const area = (b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1]);
	if (Math.abs(area) < 1e-9) return;
	const left = Math.max(0, Math.floor(Math.min(a[0], b[0], c[0]) - 0.5));
	const right = Math.min(into.width - 1, Math.ceil(Math.max(a[0], b[0], c[0]) - 0.5));
	const top = Math.max(0, Math.floor(Math.min(a[1], b[1], c[1]) - 0.5));
	const bottom = Math.min(into.height - 1, Math.ceil(Math.max(a[1], b[1], c[1]) - 0.5));
	for (let j = top; j <= bottom; j++) {
		for (let i = left; i <= right; i++) {
			const x = i + 0.5;
			const y = j + 0.5;
			const u = ((x - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (y - a[1])) / area;
			const v = ((b[0] - a[0]) * (y - a[1]) - (x - a[0]) * (b[1] - a[1])) / area;
			if (u < -1e-6 || v < -1e-6 || u + v > 1 + 1e-6) continue;
			const z = a[2] + u * (b[2] - a[2]) + v * (c[2] - a[2]);
			const at = j * into.width + i;
			if (z > into.data[at]!) into.data[at] = z;
		}
	}
}

/** The red of the lips without the open mouth. */
function lipsOver(photo: SkinPhoto, width: number, height: number): Plane {
	const { grid, masks, points } = photo;
	const mouth = fillPolygon(
		grid.width,
		grid.height,
		INNER_LIPS.map((k) => points[k]!)
	);
	const open = dilate(mouth, 0.5 * grid.pxPerMm);
	const red = plane(grid.width, grid.height);
	for (let at = 0; at < red.data.length; at++) {
		red.data[at] = Math.max(0, masks.lips.data[at]! - open.data[at]!);
	}
	return resize(gaussian(red, 0.5 * grid.pxPerMm), width, height);
}
