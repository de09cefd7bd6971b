import { map, plane, type Plane } from '../raster/index.ts';
import { pieceOf, type Piece, type Pores } from './compose.ts';
import type { EffectId } from './effects.ts';
import { FOLD_IDS, foldLayer } from './folds.ts';
import { fitLight, type Light } from './light.ts';
import { lidBag } from './lid-bag.ts';
import { LINE_REGIONS, lineLayer, lineResponse, lineWeight, type LineBank } from './lines.ts';
import { ontoPicture, type FoldLine } from './marks.ts';
import { pores } from './pores.ts';
import { redness } from './redness.ts';
import { sideShare } from './regions.ts';
import { scars } from './scars.ts';
import { shine } from './shine.ts';
import { findSpots, spotGain } from './spots.ts';
import { teeth } from './teeth.ts';
import { SIDES, type Family, type Rgb, type Side, type SkinPhoto } from './types.ts';
import { underEye } from './under-eye.ts';

/** Lets the worker hear other calls between two analyses; throws where the model is not wanted any more. */
export type Breathe = () => Promise<void>;

export type Found = {
	readonly photo: SkinPhoto;
	readonly pieces: readonly Piece[];
	readonly pores: Pores;
	readonly light: Light;
	/** Where each fold runs. */
	readonly folds: readonly FoldLine[];
	/** How much of each place belongs to a side, 0–1. */
	readonly shares: Readonly<Record<Side, Plane>>;
};

/** Every analysis of one face, one after the other. */
export async function findEffects(photo: SkinPhoto, breathe: Breathe): Promise<Found> {
	const shares = { right: sideShare(photo, 'right'), left: sideShare(photo, 'left') };
	const pieces: Piece[] = [];
	const add = (effect: EffectId, family: Family, gain: Rgb, weightOf: (side: Side) => Plane) => {
		for (const side of SIDES) {
			const piece = pieceOf(effect, side, family, gain, weightOf(side));
			if (piece !== null) pieces.push(piece);
		}
	};
	const light = fitLight(photo);
	await breathe();
	const bank = lineResponse(photo);
	await breathe();
	const lines = lineLayer(photo, bank).gain;
	await breathe();
	for (const region of LINE_REGIONS) {
		add(`lines:${region}`, 'relief', lines, (side) => lineWeight(photo, region, side));
	}
	await breathe();
	const whole = map(shares.right, () => 1);
	const addSide = (effect: EffectId, side: Side, gain: Rgb) => {
		const piece = pieceOf(effect, side, 'relief', gain, whole);
		if (piece !== null) pieces.push(piece);
	};
	const folds: FoldLine[] = [];
	for (const fold of FOLD_IDS) {
		for (const side of SIDES) {
			const { gain, line } = foldLayer(photo, bank, fold, side);
			addSide(`fold:${fold}`, side, gain);
			folds.push({ fold, side, line: ontoPicture(line, photo.grid) });
			await breathe();
		}
	}
	for (const side of SIDES) {
		addSide('under-eye', side, underEye(photo, side));
		addSide('bag', side, lidBag(photo, side));
		addSide('scars', side, scars(photo, side));
		await breathe();
	}
	const found = findSpots(photo, strengthOf(bank));
	await breathe();
	if (found !== null) {
		for (const kind of ['pigment', 'blemish'] as const) {
			add(kind, 'colour', spotGain(found, kind, NONE), (side) => shares[side]);
		}
	}
	add('teeth', 'colour', teeth(photo), (side) => shares[side]);
	await breathe();
	add('redness', 'colour', redness(photo), (side) => shares[side]);
	await breathe();
	add('shine', 'colour', shine(photo), (side) => shares[side]);
	await breathe();
	const { weight, base } = pores(photo);
	const shared = (side: Side) => map(weight, shares[side], (w, s) => w * s);
	return {
		photo,
		pieces,
		light,
		folds,
		shares,
		pores: { weight: { right: shared('right'), left: shared('left') }, base }
	};
}

const NONE: ReadonlySet<number> = new Set();

/** Strongest and median response over the orientations: a line answers in one, a spot in all. */
function strengthOf({ responses }: LineBank): {
	readonly strongest: Plane;
	readonly median: Plane;
} {
	const [first] = responses;
	if (first === undefined) throw new RangeError('a bank without orientations');
	const strongest = plane(first.width, first.height);
	const median = plane(first.width, first.height);
	const values = new Float32Array(responses.length);
	const half = responses.length >> 1;
	for (let at = 0; at < first.data.length; at++) {
		let most = 0;
		for (let k = 0; k < values.length; k++) {
			const value = responses[k]!.data[at]!;
			values[k] = value;
			if (value > most) most = value;
		}
		if (most === 0) continue;
		values.sort();
		strongest.data[at] = most;
		median.data[at] = (values[half - 1]! + values[half]!) / 2;
	}
	return { strongest, median };
}
