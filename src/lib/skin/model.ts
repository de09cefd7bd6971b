import type { Face } from '../face/index.ts';
import type { Rect, Size } from '../geometry/index.ts';
import { plane, type Plane } from '../raster/index.ts';
import type { Plan } from '../treatment/index.ts';
import type { Aside } from './aside.ts';
import { brushedPigment } from './brushed.ts';
import { pieceOf, ToneComposer, type Piece, type ToneStep } from './compose.ts';
import { strengthsOf } from './effects.ts';
import { findEffects, type Breathe, type Found } from './find.ts';
import { drawnFold, landmarksAlong } from './folds.ts';
import { relight } from './light.ts';
import { strokesOn, type FoldLine, type SkinMarks, type Stroke } from './marks.ts';
import { remembered } from './remembered.ts';
import { prepareSkin, type Picture, type SkinClasses } from './prepare.ts';
import { SIDES, type FoldId } from './types.ts';

/** Folds with a course of their own that an eye can follow. */
const DRAWABLE: ReadonlySet<FoldId> = new Set(['nasolabial', 'marionette']);

/** Share of the work that is done when the photograph is on its grid. */
const PREPARED = 0.25;

/** All that the skin of one photograph can show, found once. */
export class SkinModel {
	/** Part of the picture, px, over which `riseSize` samples of a rise are wanted. */
	readonly box: Rect;
	readonly riseSize: Size;
	/** The folds that a person may draw otherwise, as they were found; of those that the view shows. */
	readonly folds: readonly FoldLine[];
	readonly #found: Found;
	readonly #composer: ToneComposer;
	#rise: Float32Array | null = null;
	#shading: Plane | null = null;
	/** Only what was marked otherwise than before is found again: a stroke grows point by point. */
	readonly #protected = remembered((strokes: readonly Stroke[]) =>
		strokesOn(this.#found.photo.grid, strokes)
	);
	readonly #brushed = remembered((strokes: readonly Stroke[]) => this.#evened(strokes));

	readonly #redrawn = new Map<string, (fold: FoldLine) => readonly Piece[]>();

	private constructor(found: Found, { visible }: Face) {
		const { photo, pieces, pores, light } = found;
		this.box = photo.grid.box;
		this.riseSize = { width: light.width, height: light.height };
		this.folds = found.folds.filter(
			({ fold, side }) =>
				DRAWABLE.has(fold) && landmarksAlong(fold, side).every((k) => visible[k] !== 0)
		);
		this.#found = found;
		this.#composer = new ToneComposer(photo.grid, pieces, pores);
	}

	/** Takes about a second, in parts; throws what `breathe` and `aside` throw. */
	static async analyse(
		picture: Picture,
		face: Face,
		classes: SkinClasses,
		aside: Aside,
		breathe: Breathe
	): Promise<SkinModel> {
		const photo = prepareSkin(picture, face, classes);
		await breathe(PREPARED);
		const left = (share: number) => breathe(PREPARED + (1 - PREPARED) * share);
		const found = await findEffects(photo, aside, left);
		return new SkinModel(found, face);
	}

	/**
	 * What the plan makes of the skin, with what a person said of it. `rise`: how far the surface comes
	 * towards the camera, mm, over `box` in `riseSize` samples, another array for another rise; null where
	 * nothing rises. The tone is the model's own and changes with the next call.
	 */
	tone(plan: Plan, marks: SkinMarks, rise: Float32Array<ArrayBuffer> | null): ToneStep {
		this.#mark(marks);
		return this.#composer.compose(strengthsOf(plan), this.#shadingOf(rise));
	}

	#mark({ strokes, folds }: SkinMarks): void {
		const of = (kind: Stroke['kind']) => strokes.filter((stroke) => stroke.kind === kind);
		const brushed = this.#brushed(of('pigment'));
		const isDrawn = ({ effect, side }: Piece) =>
			folds.some((drawn) => effect === `fold:${drawn.fold}` && side === drawn.side);
		const found = this.#found.pieces.filter((piece) => !isDrawn(piece));
		const drawn = folds.flatMap((fold) => this.#drawn(fold));
		this.#composer.mark([...found, ...drawn, ...brushed], this.#protected(of('protect')));
	}

	/** Each fold by itself: while one is dragged the others stay as they are. */
	#drawn(line: FoldLine): readonly Piece[] {
		const name = `${line.fold} ${line.side}`;
		const draw = this.#redrawn.get(name) ?? remembered((fold: FoldLine) => this.#filled(fold));
		this.#redrawn.set(name, draw);
		return draw(line);
	}

	#filled(line: FoldLine): readonly Piece[] {
		const { photo } = this.#found;
		const whole = plane(photo.grid.width, photo.grid.height, 1);
		const layer = drawnFold(photo, line);
		const piece = pieceOf(`fold:${line.fold}`, line.side, 'relief', layer, whole);
		return piece === null ? [] : [piece];
	}

	#evened(strokes: readonly Stroke[]): readonly Piece[] {
		const { photo, shares } = this.#found;
		const area = strokesOn(photo.grid, strokes);
		if (area === null) return [];
		const layer = brushedPigment(photo, area);
		return SIDES.flatMap((side) => {
			const piece = pieceOf('brushed', side, 'colour', layer, shares[side]);
			return piece === null ? [] : [piece];
		});
	}

	/** The same rise gives the same shading, so that nothing is composed again for it. */
	#shadingOf(rise: Float32Array<ArrayBuffer> | null): Plane | null {
		if (rise === this.#rise) return this.#shading;
		this.#rise = rise;
		this.#shading =
			rise === null ? null : relight(this.#found.light, { ...this.riseSize, data: rise });
		return this.#shading;
	}
}
