import { plane, product, scratched } from '../raster/index.ts';
import { pieceOf, type Piece, type Pores } from './compose.ts';
import type { EffectId } from './effects.ts';
import { FOLD_IDS, foldLayer } from './folds.ts';
import { lidBag } from './lid-bag.ts';
import type { LineBank } from './line-bank.ts';
import { ontoPicture, type FoldLine } from './marks.ts';
import { pores } from './pores.ts';
import { redness } from './redness.ts';
import { sideShare } from './regions.ts';
import { scars } from './scars.ts';
import { shine } from './shine.ts';
import { findSpots, spotGain } from './spots.ts';
import { teeth } from './teeth.ts';
import { SIDES, type Layer, type Side, type SkinPhoto } from './types.ts';
import { underEye } from './under-eye.ts';

/** What is found without the lines. */
export type Colours = { readonly pieces: readonly Piece[]; readonly pores: Pores };

/** What is found by the lines besides themselves: folds, and spots, which are no lines. */
export type Creases = { readonly pieces: readonly Piece[]; readonly folds: readonly FoldLine[] };

/**
 * The analyses that a second thread takes while the first one follows the lines: about half of the
 * work. `creases` is about the photograph that `colours` was given. All goes there and back as a copy.
 */
export type Aside = {
	colours(photo: SkinPhoto): Promise<Colours>;
	creases(bank: LineBank): Promise<Creases>;
};

/** The same in the thread that asks for it. */
export function inThisThread(): Aside {
	let current: SkinPhoto | null = null;
	return {
		colours: (photo) => {
			current = photo;
			return Promise.resolve(coloursOf(photo));
		},
		creases: (bank) => {
			if (current === null) throw new Error('creases of no photograph');
			const photo = current;
			// The thread outlives the reading, the photograph does not.
			current = null;
			return Promise.resolve(creasesOf(photo, bank));
		}
	};
}

/** Everything big in what is found, to be handed over instead of copied. */
export function buffersOf({ pieces, ...found }: Colours | Creases): ArrayBuffer[] {
	const gains = pieces.map(({ gain }) => gain.buffer);
	if (!('pores' in found)) return gains;
	const { weight, base } = found.pores;
	return [...gains, weight.right.data.buffer, weight.left.data.buffer, base.data.buffer];
}

function coloursOf(photo: SkinPhoto): Colours {
	const pieces = SIDES.flatMap((side) => [
		...scratched(() => onSide(photo, 'under-eye', side, underEye(photo, side))),
		...scratched(() => onSide(photo, 'bag', side, lidBag(photo, side))),
		...scratched(() => onSide(photo, 'scars', side, scars(photo, side)))
	]);
	return {
		pieces: [
			...pieces,
			...scratched(() => shared(photo, 'teeth', teeth(photo))),
			...scratched(() => shared(photo, 'redness', redness(photo))),
			...scratched(() => shared(photo, 'shine', shine(photo)))
		],
		pores: scratched(() => {
			const { weight, base } = pores(photo);
			const weightOf = (side: Side) => product(weight, sideShare(photo, side));
			return { weight: { right: weightOf('right'), left: weightOf('left') }, base };
		})
	};
}

function creasesOf(photo: SkinPhoto, bank: LineBank): Creases {
	const found = FOLD_IDS.flatMap((fold) =>
		SIDES.map((side) =>
			scratched(() => {
				const { layer, line } = foldLayer(photo, bank, fold, side);
				return {
					pieces: onSide(photo, `fold:${fold}`, side, layer),
					line: { fold, side, line: ontoPicture(line, photo.grid) }
				};
			})
		)
	);
	const spotted = scratched(() => spotPieces(photo, bank));
	return {
		pieces: [...found.flatMap(({ pieces }) => pieces), ...spotted],
		folds: found.map(({ line }) => line)
	};
}

function spotPieces(photo: SkinPhoto, bank: LineBank): readonly Piece[] {
	const spots = findSpots(photo, bank);
	if (spots === null) return [];
	return (['pigment', 'blemish'] as const).flatMap((kind) =>
		shared(photo, kind, spotGain(spots, kind, NONE))
	);
}

const NONE: ReadonlySet<number> = new Set();

/** A layer of one side: it ends where its own region does. */
function onSide(photo: SkinPhoto, effect: EffectId, side: Side, layer: Layer): readonly Piece[] {
	const whole = plane(photo.grid.width, photo.grid.height, 1);
	const piece = pieceOf(effect, side, 'relief', layer, whole);
	return piece === null ? [] : [piece];
}

/** A colour of the whole face, shared by its sides. */
function shared(photo: SkinPhoto, effect: EffectId, layer: Layer): readonly Piece[] {
	return SIDES.flatMap(
		(side) => pieceOf(effect, side, 'colour', layer, sideShare(photo, side)) ?? []
	);
}
