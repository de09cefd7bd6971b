import type { PersonLayer } from '../render-types.ts';
import { plateShare } from './law.ts';

/** Bilinear reads of a person layer at picture points; past the box its border repeats. */
export class PersonSampler {
	readonly #layer: PersonLayer;
	readonly #perX: number;
	readonly #perY: number;
	/** Of the 2 × 2 samples around a point: where they start, how far in, set by `#locate`. */
	#corner = 0;
	#right = 0;
	#below = 0;
	#tx = 0;
	#ty = 0;

	constructor(layer: PersonLayer) {
		this.#layer = layer;
		this.#perX = layer.width / layer.box.width;
		this.#perY = layer.height / layer.box.height;
	}

	#locate(x: number, y: number): void {
		const { box, width, height } = this.#layer;
		const px = Math.max(0, Math.min(width - 1, (x - box.x) * this.#perX - 0.5));
		const py = Math.max(0, Math.min(height - 1, (y - box.y) * this.#perY - 0.5));
		const left = Math.floor(px);
		const top = Math.floor(py);
		this.#tx = px - left;
		this.#ty = py - top;
		this.#corner = top * width + left;
		this.#right = left + 1 < width ? 1 : 0;
		this.#below = top + 1 < height ? width : 0;
	}

	/** 0–1; exactly 0 and 1 where all four samples are. */
	alpha(x: number, y: number): number {
		this.#locate(x, y);
		const { alpha } = this.#layer;
		const a = alpha[this.#corner]!;
		const b = alpha[this.#corner + this.#right]!;
		const c = alpha[this.#corner + this.#below]!;
		const d = alpha[this.#corner + this.#below + this.#right]!;
		const upper = a + (b - a) * this.#tx;
		const lower = c + (d - c) * this.#tx;
		return (upper + (lower - upper) * this.#ty) / 255;
	}

	/** Turns the picture's colour at (x, y), in `rgb`, into the background plate's. */
	plate(x: number, y: number, rgb: Float64Array): void {
		const share = plateShare(this.alpha(x, y));
		if (share === 0) return;
		const { fill } = this.#layer;
		const a = 4 * this.#corner;
		const b = a + 4 * this.#right;
		const c = a + 4 * this.#below;
		const d = c + 4 * this.#right;
		for (let k = 0; k < 3; k++) {
			const upper = fill[a + k]! + (fill[b + k]! - fill[a + k]!) * this.#tx;
			const lower = fill[c + k]! + (fill[d + k]! - fill[c + k]!) * this.#tx;
			const filled = upper + (lower - upper) * this.#ty;
			rgb[k] = rgb[k]! + (filled - rgb[k]!) * share;
		}
	}
}
