import { plane, product, type Plane } from '../raster/index.ts';
import { pieceOf, type Piece, type Pores } from './compose.ts';
import type { EffectId } from './effects.ts';
import { FOLD_IDS, foldLayer } from './folds.ts';
import { fitLight, type Light } from './light.ts';
import { lidBag } from './lid-bag.ts';
import { LINE_REGIONS, lineLayer, lineResponse, lineWeight } from './lines.ts';
import { ontoPicture, type FoldLine } from './marks.ts';
import { pores } from './pores.ts';
import { redness } from './redness.ts';
import { sideShare } from './regions.ts';
import { scars } from './scars.ts';
import { shine } from './shine.ts';
import { findSpots, spotGain } from './spots.ts';
import { teeth } from './teeth.ts';
import { SIDES, type Family, type Layer, type Side, type SkinPhoto } from './types.ts';
import { underEye } from './under-eye.ts';

/**
 * Lets the worker hear other calls between two analyses, with the share of the work done, 0–1; throws
 * where the model is not wanted any more.
 */
export type Breathe = (share: number) => Promise<void>;

const STEPS = 8 + FOLD_IDS.length * SIDES.length + SIDES.length;

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
	const add = (effect: EffectId, family: Family, layer: Layer, weightOf: (side: Side) => Plane) => {
		for (const side of SIDES) {
			const piece = pieceOf(effect, side, family, layer, weightOf(side));
			if (piece !== null) pieces.push(piece);
		}
	};
	let step = 0;
	const next = () => breathe(++step / STEPS);
	const light = fitLight(photo);
	await next();
	const bank = lineResponse(photo);
	await next();
	const lines = lineLayer(photo, bank);
	await next();
	for (const region of LINE_REGIONS) {
		add(`lines:${region}`, 'relief', lines, (side) => lineWeight(photo, region, side));
	}
	await next();
	const whole = plane(photo.grid.width, photo.grid.height, 1);
	const addSide = (effect: EffectId, side: Side, layer: Layer) => {
		const piece = pieceOf(effect, side, 'relief', layer, whole);
		if (piece !== null) pieces.push(piece);
	};
	const folds: FoldLine[] = [];
	for (const fold of FOLD_IDS) {
		for (const side of SIDES) {
			const { layer, line } = foldLayer(photo, bank, fold, side);
			addSide(`fold:${fold}`, side, layer);
			folds.push({ fold, side, line: ontoPicture(line, photo.grid) });
			await next();
		}
	}
	for (const side of SIDES) {
		addSide('under-eye', side, underEye(photo, side));
		addSide('bag', side, lidBag(photo, side));
		addSide('scars', side, scars(photo, side));
		await next();
	}
	const found = findSpots(photo, bank);
	await next();
	if (found !== null) {
		for (const kind of ['pigment', 'blemish'] as const) {
			add(kind, 'colour', spotGain(found, kind, NONE), (side) => shares[side]);
		}
	}
	add('teeth', 'colour', teeth(photo), (side) => shares[side]);
	await next();
	add('redness', 'colour', redness(photo), (side) => shares[side]);
	await next();
	add('shine', 'colour', shine(photo), (side) => shares[side]);
	await next();
	const { weight, base } = pores(photo);
	return {
		photo,
		pieces,
		light,
		folds,
		shares,
		pores: {
			weight: { right: product(weight, shares.right), left: product(weight, shares.left) },
			base
		}
	};
}

const NONE: ReadonlySet<number> = new Set();
