/**
 * The acceptance gates of the skin effects (skin.md §8): what each effect does to one photograph at
 * the end of its slider, beside what it may do. Bounds are the prototype's and are never moved; what
 * misses them is listed in `known-misses.ts`.
 */
import type { Face } from '../../src/lib/face/index.ts';
import type { Pixels } from '../../src/lib/photo/index.ts';
import { map, type Plane } from '../../src/lib/raster/index.ts';
import { strengthsOf } from '../../src/lib/skin/effects.ts';
import { LINE_REGIONS, lineWeight } from '../../src/lib/skin/line-priors.ts';
import { prepareSkin, type SkinClasses } from '../../src/lib/skin/prepare.ts';
import { SIDES, type LineRegion, type SkinPhoto } from '../../src/lib/skin/types.ts';
import { TREATMENTS, type Plan } from '../../src/lib/treatment/index.ts';
import { leakP99, type Comparison, type SkinFigures } from '../evaluate/skin.ts';
import { ANY, reading, unread, type Reading } from '../support/gates.ts';
import { itaOf, offCrease, poreRatio } from '../support/skin-figures.ts';
import { newlyClipped } from '../support/tone-figures.ts';
import { rednessReadings, shineReadings, spotReadings, underEyeReadings } from './colour-gates.ts';
import { foldReadings } from './fold-gates.ts';
import { atTheEnd } from './gallery.ts';
import { lightReadings } from './light-gates.ts';

/**
 * Below this lines fall between the pixels, and one level of an 8-bit shadow weighs more than a gate,
 * px/mm: the prototype's figures on such photographs "mean little"; they are printed, not judged.
 */
export const FINE_ENOUGH = 2.5;
/** Lines are to be gone by most only where the picture shows them clearly, px/mm. */
const FINE_LINES = 3;
/** Share of a region that responds to lines: fewer are none; more must go. */
const SOME_LINES = 0.03;
const MANY_LINES = 0.1;

export const LINES = atTheEnd(
	...TREATMENTS.filter(({ area }) => area === 'lines').map(({ id }) => id)
);

/** Effects that are rendered once more, besides the lines, by their column. */
export const PLANS = {
	under_eye: atTheEnd('under_eye_dark'),
	spots: atTheEnd('skin_pigment', 'skin_blemish'),
	redness: atTheEnd('skin_redness'),
	shine: atTheEnd('skin_shine')
} as const satisfies Partial<Record<Column, Plan>>;

/** The columns of the table: gates that are read together. */
export const COLUMNS = {
	outside: '1 leak',
	texture: '2 pores off creases, of the regions, ΔITA° off creases, of the face',
	lines: '3 lines gone %: forehead, glabella, crow’s feet',
	nasolabial: '4 nasolabial % R, L, contrast left, pores',
	marionette: '4 marionette',
	tear_trough: '4 tear trough',
	under_eye: '5 under-eye: pores, ΔL*, hue°',
	spots: '6 spots: pores, touched %',
	redness: '7 redness: ΔITA°, Δa*, hue°, pores',
	shine: '7 shine: hue°, ΔL*, pores, clipped',
	light: '8 light: largest V, pores, R²'
} as const;
export type Column = keyof typeof COLUMNS;

export type Readings = Readonly<Record<Column, readonly Reading[]>>;

/** Pictures of the same face at working resolution: as it is, and by each of `PLANS`. */
export type Altered = {
	readonly before: Pixels;
	readonly by: Readonly<Record<keyof typeof PLANS, Pixels>>;
};

/** What the lines' render was measured for already. */
export type LineFigures = Pick<SkinFigures, 'lineReduction' | 'itaBin' | 'deltaIta'>;

/** All figures of one photograph; `lines` and `figures` compare it with its render by `LINES`. */
export function readingsOf(
	face: Face,
	classes: SkinClasses,
	lines: Comparison,
	figures: LineFigures,
	{ before, by }: Altered
): Readings {
	const { was, bankBefore } = lines;
	const seen = (after: Pixels): SkinPhoto => ({
		...prepareSkin(after, face, classes),
		masks: was.masks
	});
	const after = {
		under_eye: seen(by.under_eye),
		spots: seen(by.spots),
		redness: seen(by.redness),
		shine: seen(by.shine)
	};
	const folds = {
		nasolabial: foldReadings(was, bankBefore, 'nasolabial'),
		marionette: foldReadings(was, bankBefore, 'marionette'),
		tear_trough: foldReadings(was, bankBefore, 'tear_trough')
	};
	const isFine = face.scale.pxPerMm >= FINE_ENOUGH;
	const column = (readings: readonly Reading[]): readonly Reading[] =>
		isFine ? readings : readings.map((reading) => ({ ...reading, bounds: null }));
	const altered = [lines.is, ...Object.values(after), ...Object.values(folds).map(({ is }) => is)];
	const leaks = altered.map((is) => leakP99(was, is));
	return {
		outside: column([reading('leak', Math.max(...leaks), 3, [-ANY, 0.005])]),
		texture: column(textureReadings(lines, figures.deltaIta)),
		lines: column(lineReadings(figures, face.scale.pxPerMm)),
		nasolabial: column(folds.nasolabial.readings),
		marionette: column(folds.marionette.readings),
		tear_trough: column(folds.tear_trough.readings),
		under_eye: column(underEyeReadings(was, after.under_eye)),
		spots: column(spotReadings(was, after.spots)),
		redness: column(rednessReadings(was, after.redness)),
		shine: column(shineReadings(was, after.shine, newlyClipped(before, by.shine))),
		light: column(lightReadings(was, face))
	};
}

/** Gate 2, on the regions of the lines that were treated; and a bound for the face as a whole. */
function textureReadings({ was, is, bankBefore }: Comparison, deltaIta: number): Reading[] {
	const treated = treatedByLines(was);
	const between = map(offCrease(was, bankBefore), treated, (o, t) => o * t);
	return [
		reading('pores off creases', poreRatio(was, is, between), 2, [0.95, 1.05]),
		reading('pores of the regions', poreRatio(was, is, treated), 2, [0.8, ANY]),
		reading('ΔITA off creases', itaOf(is, between) - itaOf(was, between), 2, [-0.2, 0.2]),
		reading('ΔITA of the face', deltaIta, 1, [-2, 2])
	];
}

/** 1 on the face's skin within a region that `LINES` treats. */
function treatedByLines(photo: SkinPhoto): Plane {
	const strengths = strengthsOf(LINES);
	return LINE_REGIONS.filter((region) => region !== 'neck' && strengths.has(`lines:${region}`))
		.flatMap((region) => SIDES.map((side) => lineWeight(photo, region, side)))
		.reduce(
			(sum, weight) =>
				map(sum, weight, photo.masks.feather, (s, w, f) =>
					s === 1 || (w > 0.5 && f > 0.5) ? 1 : 0
				),
			map(photo.masks.feather, () => 0)
		);
}

const NAMED = ['forehead', 'glabella', 'crows_feet'] as const;
/** Least per cent of the lines' response that goes where there are many; on the darkest skin, any. */
const LINES_GONE = 60;
const DARK_LINES_GONE = 25;

/** Gate 3. */
function lineReadings({ lineReduction, itaBin }: LineFigures, pxPerMm: number): Reading[] {
	return NAMED.map((region) => {
		const gone = linesGone(lineReduction, region);
		if (gone === null) return unread(`lines of the ${region}`);
		const isMany = lineReduction[region]!.share > MANY_LINES && pxPerMm >= FINE_LINES;
		const least = itaBin === 'dark' ? DARK_LINES_GONE : isMany ? LINES_GONE : null;
		return reading(`lines of the ${region}`, gone, 0, least === null ? null : [least, ANY]);
	});
}

/** Per cent of a region's squared line response that is gone; null where it has no lines. */
export function linesGone(
	lineReduction: SkinFigures['lineReduction'],
	region: LineRegion
): number | null {
	const found = lineReduction[region];
	return found === undefined || found.share < SOME_LINES ? null : 100 * found.reduction;
}
