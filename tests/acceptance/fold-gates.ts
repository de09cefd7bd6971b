/** Gate 4 of the skin effects: folds. */
import { map, plane } from '../../src/lib/raster/index.ts';
import { pieceOf, ToneComposer, type Piece } from '../../src/lib/skin/compose.ts';
import { strengthsOf } from '../../src/lib/skin/effects.ts';
import { foldLayer } from '../../src/lib/skin/folds.ts';
import type { LineBank } from '../../src/lib/skin/line-bank.ts';
import { LINE_REGIONS, lineWeight } from '../../src/lib/skin/line-priors.ts';
import { lineLayer } from '../../src/lib/skin/lines.ts';
import { perChannel } from '../../src/lib/skin/rgb.ts';
import { SIDES, type SkinPhoto } from '../../src/lib/skin/types.ts';
import type { Plan } from '../../src/lib/treatment/index.ts';
import { ANY, reading, unread, type Reading } from '../support/gates.ts';
import { foldContrast, poreRatio, toned } from '../support/skin-figures.ts';
import { ofTouched } from './colour-gates.ts';
import { atTheEnd } from './gallery.ts';

/** Contrast below which a fold is none, log luminance. */
const FOLDED = 0.05;
/** How far beside a fold the skin is that it is compared with, mm: its half width (folds.ts). */
const FOLDS = {
	nasolabial: { besideMm: 9, plan: atTheEnd('fold_nasolabial') },
	marionette: { besideMm: 7, plan: atTheEnd('fold_marionette') },
	tear_trough: { besideMm: 6, plan: atTheEnd('tear_trough') }
} as const;

/**
 * Gate 4, each side that has a fold by itself. These treatments move the skin as well, and moved skin
 * compares with nothing: here it is toned where it was, by the layers and caps of the app.
 */
export function foldReadings(
	was: SkinPhoto,
	bank: LineBank,
	fold: keyof typeof FOLDS
): { readonly is: SkinPhoto; readonly readings: readonly Reading[] } {
	const { besideMm, plan } = FOLDS[fold];
	const layers = SIDES.map((side) => ({ side, ...foldLayer(was, bank, fold, side) }));
	const whole = map(was.logY, () => 1);
	const pieces = layers.flatMap(
		({ side, layer }) => pieceOf(`fold:${fold}`, side, 'relief', layer, whole) ?? []
	);
	const is = tonedBy(was, [...pieces, ...linesNear(was, bank, plan)], plan);
	const sides = layers.map(({ side, line }) => ({
		gate: `${fold} ${side}`,
		before: foldContrast(was, line, besideMm),
		after: foldContrast(is, line, besideMm)
	}));
	const folded = sides.filter(({ before }) => before > FOLDED);
	if (folded.length === 0) return { is, readings: [] };
	const readings = [
		...sides.map(({ gate, before, after }) =>
			before > FOLDED ? reading(gate, 100 * (after / before - 1), 0, [-85, -30]) : unread(gate)
		),
		reading(`${fold} contrast`, Math.min(...folded.map(({ after }) => after)), 2, [-0.02, ANY]),
		...ofTouched(was, is, (touched) => [
			reading(`${fold} pores`, poreRatio(was, is, touched), 2, [0.85, 1.15])
		])
	];
	return { is, readings };
}

/** What the plan does to the lines that it takes along. */
function linesNear(photo: SkinPhoto, bank: LineBank, plan: Plan): readonly Piece[] {
	const strengths = strengthsOf(plan);
	const regions = LINE_REGIONS.filter((region) => strengths.has(`lines:${region}`));
	if (regions.length === 0) return [];
	const layer = lineLayer(photo, bank);
	return regions.flatMap((region) =>
		SIDES.flatMap(
			(side) =>
				pieceOf(`lines:${region}`, side, 'relief', layer, lineWeight(photo, region, side)) ?? []
		)
	);
}

/** The face as the app composes the pieces, without rounding to bytes. */
function tonedBy(photo: SkinPhoto, pieces: readonly Piece[], plan: Plan): SkinPhoto {
	const { width, height } = photo.grid;
	const none = plane(width, height);
	const pores = { weight: { right: none, left: none }, base: none };
	const { tone } = new ToneComposer(photo.grid, pieces, pores).compose(strengthsOf(plan), null);
	if (tone === null) return photo;
	const gain = perChannel((c) => {
		const channel = plane(width, height);
		for (let at = 0; at < channel.data.length; at++) channel.data[at] = tone.data[6 * at + c]!;
		return channel;
	});
	return toned(photo, gain);
}
