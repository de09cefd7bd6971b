import type { Size } from '../geometry/index.ts';
import {
	along,
	filters,
	gaussian,
	larger,
	layLined,
	lifted,
	normalised,
	plane,
	resize,
	resized,
	scratched,
	type Filters,
	type Laid,
	type Lined,
	type Plane
} from '../raster/index.ts';
import type { SkinPhoto } from './types.ts';

export const ORIENTATIONS = 12;

/** Of all lines that are looked for. */
export const ANGLES: readonly number[] = Array.from({ length: ORIENTATIONS }, (_, k) => angleOf(k));

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
	const half = resize(filled, Math.ceil(filled.width / 2), Math.ceil(filled.height / 2));
	const scale = (mm * half.width) / filled.width;
	const fine = WIDTHS_MM.filter(isFine).map((c) => profileOf(filled, c, mm));
	const wide = WIDTHS_MM.filter((c) => !isFine(c)).map((c) => profileOf(half, c, scale));
	// Only now: the profiles were filtered where this is laid.
	const on = filters();
	const lay = (profile: Profile): Line => ({
		...profile,
		lined: layLined(on, profile.plane, profile.along)
	});
	const [fineLines, wideLines] = [fine.map(lay), wide.map(lay)];
	return ANGLES.map((angle) =>
		on.passing(() => {
			const response = answered(on, fineLines, filled, angle);
			if (wideLines.length > 0) {
				const coarse = answered(on, wideLines, half, angle);
				on.raise(response, resized(on, coarse, filled.width, filled.height));
			}
			return lifted(on, response);
		})
	);
}

/** One width of line on one plane. */
type Profile = {
	/** Smoothed across the line. */
	readonly plane: Plane;
	/** Deviation of the blur along it, px. */
	readonly along: number;
	/** From the line to its flanks, px. */
	readonly flank: number;
};

type Line = Profile & { readonly lined: Lined };

function profileOf(source: Plane, halfWidthMm: number, mm: number): Profile {
	const across = Math.max(LEAST_ACROSS, 0.55 * halfWidthMm * mm);
	const along = Math.max(1.6, 2.2 * halfWidthMm) * mm;
	return {
		plane: gaussian(source, Math.sqrt(Math.max(0, across * across - STEP_VARIANCE))),
		along: Math.sqrt(along * along - across * across),
		flank: FLANK * halfWidthMm * mm
	};
}

/** The strongest answer of lines of these widths in one direction. */
function answered(on: Filters, lines: readonly Line[], size: Size, angle: number): Laid {
	const [sin, cos] = [Math.abs(Math.sin(angle)), Math.abs(Math.cos(angle))];
	// Moved along one axis, as far as brings it to the flank's distance from the line.
	const isUpright = cos >= sin - 1e-9;
	const response = on.empty(size);
	for (const { lined, along: sigma, flank } of lines) {
		const distance = flank / (isUpright ? cos : sin);
		const flanks = { distance, isUpright, share: LARGER_SHARE, most: LARGER_MOST };
		on.raiseToFlanked(along(on, lined, angle, sigma), response, flanks);
	}
	return response;
}
