import {
	gaussian,
	larger,
	normalised,
	plane,
	resize,
	scratched,
	type Plane
} from '../raster/index.ts';
import { alongLines } from './along.ts';
import type { SkinPhoto } from './types.ts';

export const ORIENTATIONS = 12;

/** Direction of line k, radians from the grid's x axis towards y. */
export function angleOf(orientation: number): number {
	return (orientation * Math.PI) / ORIENTATIONS;
}

/** How strongly each place looks like a dark line, per orientation. */
export type LineBank = {
	/** Log luminance with everything that is not skin filled from the skin around it. */
	readonly filled: Plane;
	/** Contrast of the darker of two flanks against the place itself, in log luminance, ≥ 0. */
	readonly responses: readonly Plane[];
	/** Over the orientations, on skin: a line answers in one, a spot, a pore, a mole in all. */
	readonly strongest: Plane;
	readonly median: Plane;
};

/** Half widths of the lines looked for, mm. */
const WIDTHS_MM = [0.35, 0.7, 1.2] as const;
const FILL_MM = 3;
/** A line's flanks lie this many half widths beside it. */
const FLANK = 1.9;
/** The larger flank adds little, and never much to a small one: the edge of a shadow is no line. */
const LARGER_SHARE = 0.075;
const LARGER_MOST = 1.3;
/** Below this deviation a profile falls between the pixels, px. */
const LEAST_ACROSS = 0.5;
/** Steps of a digital line spread the profile by a pixel's own deviation, px². */
const STEP_VARIANCE = 1 / 12;

/**
 * Two-sided line responses in twelve orientations and three widths (skin.md §3a). The smaller flank
 * decides, so the edge of a cast shadow, which has one flank only, does not answer.
 */
export function lineResponse(photo: SkinPhoto): LineBank {
	return scratched(() => bankOf(photo));
}

function bankOf(photo: SkinPhoto): LineBank {
	const open = openSkin(photo);
	const filled = filledSkin(photo, open);
	const responses = responsesOf(filled, photo.grid.pxPerMm);
	return { filled, responses, ...overOrientations(responses, open) };
}

/** Where there is skin. */
function overOrientations(
	responses: readonly Plane[],
	{ width, height, data }: Plane
): { readonly strongest: Plane; readonly median: Plane } {
	const strongest = plane(width, height);
	const median = plane(width, height);
	const sorted = new Float32Array(ORIENTATIONS);
	const answers = responses.map((response) => response.data);
	for (let at = 0; at < width * height; at++) {
		if (data[at] === 0) continue;
		// Where an orientation does not answer it is 0, the least: half of them often do not.
		let count = 0;
		for (const response of answers) {
			const value = response[at]!;
			if (value === 0) continue;
			let place = count++;
			for (; place > 0 && sorted[place - 1]! > value; place--) sorted[place] = sorted[place - 1]!;
			sorted[place] = value;
		}
		if (count === 0) continue;
		strongest.data[at] = sorted[count - 1]!;
		const middle = count - ORIENTATIONS / 2;
		if (middle >= 0) median.data[at] = ((sorted[middle - 1] ?? 0) + sorted[middle]!) / 2;
	}
	return { strongest, median };
}

/** All the skin that lines are looked for on: face and neck. */
export function openSkin({ masks }: SkinPhoto): Plane {
	return larger(masks.skin, masks.neck);
}

function filledSkin(photo: SkinPhoto, open: Plane): Plane {
	const around = normalised(photo.logY, open, FILL_MM * photo.grid.pxPerMm);
	for (let at = 0; at < open.data.length; at++) {
		const skin = open.data[at]!;
		around.data[at] = photo.logY.data[at]! * skin + around.data[at]! * (1 - skin);
	}
	return around;
}

function responsesOf(filled: Plane, mm: number): Plane[] {
	const isFine = (c: number) => (0.55 * c * mm) / 2 < LEAST_ACROSS;
	const fine = WIDTHS_MM.filter(isFine).map((c) => new Width(filled, c, mm));
	const half = resize(filled, Math.ceil(filled.width / 2), Math.ceil(filled.height / 2));
	const scale = (mm * half.width) / filled.width;
	const wide = WIDTHS_MM.filter((c) => !isFine(c)).map((c) => new Width(half, c, scale));
	return Array.from({ length: ORIENTATIONS }, (_, k) => {
		const response = plane(filled.width, filled.height);
		for (const width of fine) scratched(() => width.answer(angleOf(k), response));
		if (wide.length > 0) {
			const coarse = plane(half.width, half.height);
			for (const width of wide) scratched(() => width.answer(angleOf(k), coarse));
			takeLarger(response, coarse);
		}
		return response;
	});
}

/** One width of line on one plane. */
class Width {
	readonly #profile: Plane;
	readonly #along: number;
	readonly #flank: number;

	constructor(source: Plane, halfWidthMm: number, mm: number) {
		const across = Math.max(LEAST_ACROSS, 0.55 * halfWidthMm * mm);
		const along = Math.max(1.6, 2.2 * halfWidthMm) * mm;
		this.#profile = gaussian(source, Math.sqrt(Math.max(0, across * across - STEP_VARIANCE)));
		this.#along = Math.sqrt(along * along - across * across);
		this.#flank = FLANK * halfWidthMm * mm;
	}

	/** Raises `response` to what this width answers. */
	answer(angle: number, response: Plane): void {
		const smooth = alongLines(this.#profile, angle, this.#along);
		const { width, height, data } = smooth;
		const [sin, cos] = [Math.abs(Math.sin(angle)), Math.abs(Math.cos(angle))];
		// Moved along one axis, as far as brings it to the flank's distance from the line.
		const upright = cos >= sin - 1e-9;
		const distance = this.#flank / (upright ? cos : sin);
		const near = Math.floor(distance);
		const part = distance - near;
		const stride = upright ? width : 1;
		const margin = near + 1;
		const [left, top] = upright ? [0, margin] : [margin, 0];
		const out = response.data;
		for (let j = top; j < height - top; j++) {
			const line = j * width;
			for (let at = line + left; at < line + width - left; at++) {
				const before = at - near * stride;
				const after = at + near * stride;
				const here = data[at]!;
				const p = data[before]! + part * (data[before - stride]! - data[before]!) - here;
				const q = data[after]! + part * (data[after + stride]! - data[after]!) - here;
				// Which of them is smaller is as good as chance: it is found without a branch.
				const apart = Math.abs(p - q);
				const smaller = 0.5 * (p + q - apart);
				if (smaller <= 0) continue;
				const answer = smaller + LARGER_SHARE * apart;
				const most = LARGER_MOST * smaller;
				if (answer > out[at]!) out[at] = answer < most ? answer : most;
			}
		}
	}
}

/** Raises `fine` to `coarse`, linearly interpolated. */
function takeLarger(fine: Plane, coarse: Plane): void {
	const { width, height, data } = fine;
	const columns = Int32Array.from({ length: width }, (_, i) => placeOf(i, width, coarse.width)[0]);
	const parts = Float32Array.from({ length: width }, (_, i) => placeOf(i, width, coarse.width)[1]);
	const row = new Float32Array(coarse.width + 1);
	for (let j = 0; j < height; j++) {
		const [above, part] = placeOf(j, height, coarse.height);
		const below = Math.min(coarse.height - 1, above + 1);
		for (let i = 0; i < coarse.width; i++) {
			const upper = coarse.data[above * coarse.width + i]!;
			row[i] = upper + part * (coarse.data[below * coarse.width + i]! - upper);
		}
		row[coarse.width] = row[coarse.width - 1]!;
		for (let i = 0, at = j * width; i < width; i++, at++) {
			const left = row[columns[i]!]!;
			const value = left + parts[i]! * (row[columns[i]! + 1]! - left);
			if (value > data[at]!) data[at] = value;
		}
	}
}

/** Pixel of the smaller plane before the centre of pixel k, and the share of the next one. */
function placeOf(k: number, size: number, smaller: number): readonly [number, number] {
	const place = Math.max(0, Math.min(smaller - 1, ((k + 0.5) * smaller) / size - 0.5));
	const first = Math.floor(place);
	return [first, place - first];
}
