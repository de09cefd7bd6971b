import { scratched, type Plane } from '../raster/index.ts';
import type { Aside } from './aside.ts';
import { pieceOf, type Piece, type Pores } from './compose.ts';
import { fitLight, type Light } from './light.ts';
import { LINE_REGIONS, lineLayer, lineResponse, lineWeight, type LineBank } from './lines.ts';
import type { FoldLine } from './marks.ts';
import { sideShare } from './regions.ts';
import { SIDES, type Side, type SkinPhoto } from './types.ts';

/**
 * Lets the worker hear other calls between two analyses, with the share of the work done, 0–1; throws
 * where the model is not wanted any more.
 */
export type Breathe = (share: number) => Promise<void>;

/** Shares of the work that are done with the line bank, the lines and the light. */
const DONE = { bank: 0.35, lines: 0.75, light: 0.85 } as const;

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

/** Every analysis of one face: lines and light here, all others aside. */
export async function findEffects(
	photo: SkinPhoto,
	aside: Aside,
	breathe: Breathe
): Promise<Found> {
	const colours = aside.colours(photo);
	const bank = lineResponse(photo);
	const creases = aside.creases(bank);
	// Whatever fails first is told below; the others are not waited for.
	colours.catch(() => undefined);
	creases.catch(() => undefined);
	await breathe(DONE.bank);
	const lines = linePieces(photo, bank);
	await breathe(DONE.lines);
	const light = fitLight(photo);
	await breathe(DONE.light);
	const [coloured, creased] = [await colours, await creases];
	await breathe(1);
	return {
		photo,
		pieces: [...lines, ...creased.pieces, ...coloured.pieces],
		pores: coloured.pores,
		light,
		folds: creased.folds,
		shares: { right: sideShare(photo, 'right'), left: sideShare(photo, 'left') }
	};
}

function linePieces(photo: SkinPhoto, bank: LineBank): readonly Piece[] {
	return scratched(() => {
		const layer = lineLayer(photo, bank);
		return LINE_REGIONS.flatMap((region) =>
			SIDES.flatMap((side) =>
				scratched(
					() =>
						pieceOf(`lines:${region}`, side, 'relief', layer, lineWeight(photo, region, side)) ?? []
				)
			)
		);
	});
}
