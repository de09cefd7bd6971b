import type { Face } from '../face/index.ts';
import type { Rect, Size } from '../geometry/index.ts';
import type { Plane } from '../raster/index.ts';
import type { Plan } from '../treatment/index.ts';
import { brushedPigment } from './brushed.ts';
import { pieceOf, ToneComposer, type ToneStep } from './compose.ts';
import { strengthsOf } from './effects.ts';
import { findEffects, type Breathe, type Found } from './find.ts';
import { relight } from './light.ts';
import { strokesOn, type SkinMarks } from './marks.ts';
import { prepareSkin, type Picture, type SkinClasses } from './prepare.ts';
import { sideShare } from './regions.ts';
import { SIDES } from './types.ts';

/** Share of the work that is done when the photograph is on its grid. */
const PREPARED = 0.15;

/** All that the skin of one photograph can show, found once. */
export class SkinModel {
	/** Part of the picture, px, over which `riseSize` samples of a rise are wanted. */
	readonly box: Rect;
	readonly riseSize: Size;
	readonly #found: Found;
	readonly #composer: ToneComposer;
	#rise: Float32Array | null = null;
	#shading: Plane | null = null;

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
		await breathe(PREPARED);
		const found = await findEffects(photo, (share) => breathe(PREPARED + (1 - PREPARED) * share));
		return new SkinModel(found);
	}

	/** From now on with what a person said of the skin. */
	mark({ strokes }: SkinMarks): void {
		const { photo, pieces } = this.#found;
		const area = strokesOn(photo.grid, strokes, 'pigment');
		const gain = area === null ? null : brushedPigment(photo, area);
		const marked = SIDES.flatMap((side) => {
			const piece = gain && pieceOf('brushed', side, 'colour', gain, sideShare(photo, side));
			return piece === null ? [] : [piece];
		});
		this.#composer.mark([...pieces, ...marked], strokesOn(photo.grid, strokes, 'protect'));
	}

	/**
	 * What the plan makes of the skin. `rise`: how far the surface comes towards the camera, mm, over
	 * `box` in `riseSize` samples; null where nothing rises. The tone is the model's own and changes with
	 * the next call.
	 */
	tone(plan: Plan, rise: Float32Array<ArrayBuffer> | null): ToneStep {
		return this.#composer.compose(strengthsOf(plan), this.#shadingOf(rise));
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
