import type { Face } from '../face/index.ts';
import type { Rect, Size } from '../geometry/index.ts';
import { plane, type Plane } from '../raster/index.ts';
import type { Plan } from '../treatment/index.ts';
import { ToneComposer, type Piece, type Pores, type ToneStep } from './compose.ts';
import { strengthsOf } from './effects.ts';
import { fitLight, relight, type Light } from './light.ts';
import { prepareSkin, type Picture, type SkinClasses } from './prepare.ts';
import type { SkinPhoto } from './types.ts';

/** Lets the worker hear other calls between two analyses; throws where the model is not wanted any more. */
export type Breathe = () => Promise<void>;

/** All that the skin of one photograph can show, found once. */
export class SkinModel {
	/** Part of the picture, px, over which `riseSize` samples of a rise are wanted. */
	readonly box: Rect;
	readonly riseSize: Size;
	readonly #light: Light;
	readonly #composer: ToneComposer;
	#rise: Float32Array | null = null;
	#shading: Plane | null = null;

	private constructor(photo: SkinPhoto, pieces: readonly Piece[], pores: Pores, light: Light) {
		this.box = photo.grid.box;
		this.riseSize = { width: light.width, height: light.height };
		this.#light = light;
		this.#composer = new ToneComposer(photo.grid, pieces, pores);
	}

	static async analyse(
		picture: Picture,
		face: Face,
		classes: SkinClasses,
		breathe: Breathe
	): Promise<SkinModel> {
		const photo = prepareSkin(picture, face, classes);
		await breathe();
		const light = fitLight(photo);
		await breathe();
		const { width, height } = photo.grid;
		const none = plane(width, height);
		return new SkinModel(photo, [], { weight: { right: none, left: none }, base: none }, light);
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
			this.#shading = relight(this.#light, { ...this.riseSize, data: rise });
		}
		this.#rise = rise;
		return this.#shading;
	}
}
