import type { Face } from '../face/index.ts';
import type { Rect, Size } from '../geometry/index.ts';
import type { Plane } from '../raster/index.ts';
import type { Plan } from '../treatment/index.ts';
import { brushedPigment } from './brushed.ts';
import { pieceOf, ToneComposer, type Piece, type ToneStep } from './compose.ts';
import { strengthsOf } from './effects.ts';
import { findEffects, type Breathe, type Found } from './find.ts';
import { relight } from './light.ts';
import { strokesOn, type SkinMarks, type Stroke } from './marks.ts';
import { remembered } from './remembered.ts';
import { prepareSkin, type Picture, type SkinClasses } from './prepare.ts';
import { SIDES } from './types.ts';

/** All that the skin of one photograph can show, found once. */
export class SkinModel {
	/** Part of the picture, px, over which `riseSize` samples of a rise are wanted. */
	readonly box: Rect;
	readonly riseSize: Size;
	readonly #found: Found;
	readonly #composer: ToneComposer;
	#rise: Float32Array | null = null;
	#shading: Plane | null = null;
	/** Only what was marked otherwise than before is found again: a stroke grows point by point. */
	readonly #protected = remembered((strokes: readonly Stroke[]) =>
		strokesOn(this.#found.photo.grid, strokes)
	);
	readonly #brushed = remembered((strokes: readonly Stroke[]) => this.#evened(strokes));

	private constructor(found: Found) {
		const { photo, pieces, pores, light } = found;
		this.box = photo.grid.box;
		this.riseSize = { width: light.width, height: light.height };
		this.#found = found;
		this.#composer = new ToneComposer(photo.grid, pieces, pores);
	}

	/** Takes a second or two, in parts; throws what `breathe` throws. */
	static async analyse(
		picture: Picture,
		face: Face,
		classes: SkinClasses,
		breathe: Breathe
	): Promise<SkinModel> {
		const photo = prepareSkin(picture, face, classes);
		await breathe();
		return new SkinModel(await findEffects(photo, breathe));
	}

	/**
	 * What the plan makes of the skin, with what a person said of it. `rise`: how far the surface comes
	 * towards the camera, mm, over `box` in `riseSize` samples; null where nothing rises. The tone is the
	 * model's own and changes with the next call.
	 */
	tone(plan: Plan, marks: SkinMarks, rise: Float32Array<ArrayBuffer> | null): ToneStep {
		this.#mark(marks);
		return this.#composer.compose(strengthsOf(plan), this.#shadingOf(rise));
	}

	#mark({ strokes }: SkinMarks): void {
		const of = (kind: Stroke['kind']) => strokes.filter((stroke) => stroke.kind === kind);
		const brushed = this.#brushed(of('pigment'));
		this.#composer.mark([...this.#found.pieces, ...brushed], this.#protected(of('protect')));
	}

	#evened(strokes: readonly Stroke[]): readonly Piece[] {
		const { photo, shares } = this.#found;
		const area = strokesOn(photo.grid, strokes);
		if (area === null) return [];
		const gain = brushedPigment(photo, area);
		return SIDES.flatMap((side) => {
			const piece = pieceOf('brushed', side, 'colour', gain, shares[side]);
			return piece === null ? [] : [piece];
		});
	}

	/** The same rise gives the same shading, so that nothing is composed again for it. */
	#shadingOf(rise: Float32Array<ArrayBuffer> | null): Plane | null {
		const last = this.#rise;
		if (rise === null) this.#shading = null;
		else if (last?.every((value, i) => value === rise[i]) !== true) {
			this.#shading = relight(this.#found.light, { ...this.riseSize, data: rise });
		}
		this.#rise = rise;
		return this.#shading;
	}
}
