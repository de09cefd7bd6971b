import type { Rect } from '../geometry/index.ts';
import {
	alongEach,
	bilinear,
	boundsWhere,
	dilate,
	gaussian,
	larger,
	normalised,
	plane,
	resize,
	scratched,
	smoothstep,
	widened,
	type Plane
} from '../raster/index.ts';
import { coloured, coursesOf, creaseProfile, uncreased, type Courses } from './crease.ts';
import { ANGLES, openSkin, ORIENTATIONS, type LineBank } from './line-bank.ts';
import { partOf, type Part } from './line-part.ts';
import { LinePriors } from './line-priors.ts';
import { NO_LAYER } from './part.ts';
import type { Layer, SkinPhoto } from './types.ts';

export { lineResponse, type LineBank } from './line-bank.ts';
export { LINE_REGIONS, lineWeight } from './line-priors.ts';

/** Response above the noise from which a line is possible, and from which it is sure. */
const LINE = [0.012, 0.03] as const;
/** Share of the texture's mean that a line must exceed: a crease is seen long before it drowns sheen. */
const NOISE = 0.5;
const NOISE_MM = 7;
/** Orientations counted from the line's own. */
const ATHWART: readonly [number, number] = [4, 8];
/** A stronger response athwart is another line. */
const TEXTURE_MOST = 0.06;
const CONTINUED_MM = 4;
/** A line's mean along itself may fall this much below its own response. */
const CONTINUED = 1.5;
/** px/mm from which half the grid's resolution is enough to follow a line. */
const HALVED_FROM = 2.6;
/** Above this a response is a hair, a frame, a lash. */
const TOO_DARK = [0.55, 0.8] as const;
const BASE_MM = 2.6;
const SURROUNDINGS_MM = 4;
/** How far beside a line its dark side is raised, and its lit shoulders are lowered, mm. */
const CREASE_REACH_MM = 0.4;
const SHOULDER_REACH_MM = 1;
const REACH_FEATHER_MM = 0.25;
const LEAST = -0.3;
const MOST = 0.6;
const COLOURING = {
	fullAt: 0.05,
	creasedAt: 0.03,
	baseMm: 2.6,
	windowMm: 2.5,
	least: 0.3,
	most: 2.2
};

/**
 * What takes all lines out of the skin, in every region at once (skin.md §3a): the crease's own
 * profile, without its pores, is brought to the skin beside it, the dark side and the ridges alike: on
 * skin with much sheen, dark skin above all, the lit ridges are half of what is seen of a line, and
 * raised alone its dark side would lighten the skin. A treatment takes of it what lies in its region
 * (`lineWeight`).
 */
export function lineLayer(photo: SkinPhoto, bank: LineBank): Layer {
	return scratched(() => levelled(photo, bank));
}

function levelled(photo: SkinPhoto, bank: LineBank): Layer {
	const { width } = photo.grid;
	const priors = new LinePriors(photo);
	const rect = surroundings(priors.kinds, photo);
	if (rect === null) return NO_LAYER;
	const feather = larger(photo.masks.feather, photo.masks.neck);
	const part = partOf(photo, bank, rect, { skin: openSkin(photo), feather });
	const courses = coursesOf(part.responses, (at) => {
		const y = rect.y + Math.floor(at / rect.width);
		const whole = y * width + rect.x + (at % rect.width);
		return priors.kinds[whole] === 0 ? null : priors.weightsAt(whole);
	});
	const colour = { ...part, logY: part.filled };
	const gain = scratched(() => gainOf(part, courses));
	return { rect, gain: coloured(gain, colour, part.mm, COLOURING) };
}

/** Where lines are looked for, and what the blurs see around it; null where nowhere. */
function surroundings(kinds: Uint8Array, { grid }: SkinPhoto): Rect | null {
	const bounds = boundsWhere(grid.width, grid.height, (at) => kinds[at] !== 0);
	return bounds && widened(bounds, SURROUNDINGS_MM * grid.pxPerMm, grid);
}

function gainOf(part: Part, courses: Courses): Plane {
	const { mm, filled, feather } = part;
	const { best } = courses;
	const mask = scratched(() => lineMask(part, courses));
	const base = scratched(() =>
		normalised(filled, uncreased(part.skin, dilate(mask, 0.35 * mm)), BASE_MM * mm)
	);
	const around = (reachMm: number) =>
		scratched(() => gaussian(dilate(mask, reachMm * mm), REACH_FEATHER_MM * mm));
	const crease = around(CREASE_REACH_MM);
	const shoulder = around(SHOULDER_REACH_MM);
	const profile = creaseProfile(filled, courses, shoulder, mm);
	const gain = plane(filled.width, filled.height);
	for (let at = 0; at < best.length; at++) {
		if (best[at]! < 0 || shoulder.data[at] === 0) continue;
		const depth = base.data[at]! - profile.data[at]!;
		const reach = depth > 0 ? crease : shoulder;
		const share = Math.min(1, reach.data[at]!) * feather.data[at]!;
		gain.data[at] = Math.max(LEAST, Math.min(MOST, share * depth));
	}
	return gain;
}

/** 0–1: how surely a place lies in a line. */
function lineMask({ responses, isotropic, feather, mm }: Part, courses: Courses): Plane {
	const { best, strength } = courses;
	const { width, height } = strength;
	const continued = new Continued(responses, mm);
	const noise = scratched(() => noiseOf(responses, courses, isotropic, feather, mm));
	const mask = plane(width, height);
	for (let at = 0; at < best.length; at++) {
		if (best[at]! < 0) continue;
		const above = strength.data[at]! - isotropic.data[at]!;
		const floor = NOISE * noise.data[at]!;
		if (above <= LINE[0] + floor) continue;
		const column = at % width;
		const long = continued.at(best[at]!, column, (at - column) / width);
		const answer = Math.min(above, CONTINUED * (long - isotropic.data[at]!));
		if (answer <= LINE[0] + floor) continue;
		const sure = smoothstep(LINE[0], LINE[1], answer - floor);
		mask.data[at] = sure * (1 - smoothstep(TOO_DARK[0], TOO_DARK[1], above));
	}
	return mask;
}

/**
 * The response averaged along the line: a line goes on, what pores and sheen answer does not.
 * At half the resolution, where the grid has it to spare.
 */
class Continued {
	readonly #blurs: readonly Plane[];
	readonly #perX: number;
	readonly #perY: number;

	constructor(responses: readonly Plane[], mm: number) {
		const { width, height } = responses[0]!;
		const isSpare = mm >= HALVED_FROM;
		const size = (full: number) => (isSpare ? Math.ceil(full / 2) : full);
		this.#perX = size(width) / width;
		this.#perY = size(height) / height;
		const sigma = CONTINUED_MM * mm * this.#perX;
		this.#blurs = responses.map((response, k) =>
			scratched(() => {
				const small = resize(response, size(width), size(height));
				return alongEach(small, [ANGLES[k]!], sigma)[0]!;
			})
		);
	}

	/** Along an orientation, at a pixel of the responses. */
	at(orientation: number, column: number, row: number): number {
		const [x, y] = [(column + 0.5) * this.#perX, (row + 0.5) * this.#perY];
		return bilinear(this.#blurs[orientation]!, x, y);
	}
}

/**
 * What the skin's own texture answers around each place: the strongest response athwart the line,
 * where the line itself does not answer. So weak lines on skin with much sheen, dark skin above all,
 * do not hide behind themselves.
 */
function noiseOf(
	responses: readonly Plane[],
	{ best }: Courses,
	isotropic: Plane,
	skin: Plane,
	mm: number
): Plane {
	const { width, height } = isotropic;
	const athwart = plane(width, height);
	const weak = plane(width, height);
	for (let at = 0; at < best.length; at++) {
		if (best[at]! < 0) continue;
		let most = 0;
		for (let d = ATHWART[0]; d <= ATHWART[1]; d++) {
			const response = responses[(best[at]! + d) % ORIENTATIONS]!.data[at]!;
			if (response > most) most = response;
		}
		const value = Math.max(0, most - isotropic.data[at]!);
		if (value >= TEXTURE_MOST) continue;
		athwart.data[at] = value;
		weak.data[at] = skin.data[at]! + 1e-3;
	}
	return normalised(athwart, weak, NOISE_MM * mm);
}
