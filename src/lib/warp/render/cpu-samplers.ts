import type { RgbaImage } from '../render-types.ts';
import { catmullRomAt, wordsOf, type Words } from './catmull-rom.ts';
import { lanczosAt } from './lanczos.ts';
import { FOOTPRINT_LIMIT, kernelWidening, levelBlend, levelFor } from './law.ts';
import type { Pyramid } from './pyramid.ts';

/** How the CPU reads the picture at a picture point. */
export interface Sampler {
	/** Stretches up to this one give the same colour as no stretch. */
	readonly indifferentTo: number;
	/** Colour at the picture point into `out`: red, green, blue, 0–255 with overshoot. */
	at(x: number, y: number, stretch: number, out: Float64Array): void;
}

/** Catmull-Rom on the pyramid level that suits the view's scale. */
export class PreviewSampler implements Sampler {
	readonly indifferentTo: number;
	readonly #pyramid: Pyramid;
	readonly #footprint: number;
	readonly #level: number;
	readonly #words: Words[] = [];
	readonly #next = new Float64Array(3);

	/** `footprint`: picture pixels per output pixel before any displacement. */
	constructor(pyramid: Pyramid, footprint: number) {
		this.#pyramid = pyramid;
		this.#footprint = footprint;
		this.#level = levelFor(footprint, pyramid.count);
		const topmost = this.#level === pyramid.count - 1;
		const plain = (FOOTPRINT_LIMIT * 2 ** this.#level) / footprint;
		this.indifferentTo = topmost ? Infinity : plain >= 1 ? plain : 0;
	}

	at(x: number, y: number, stretch: number, out: Float64Array): void {
		if (stretch <= this.indifferentTo) {
			this.#atLevel(this.#level, x, y, out);
			return;
		}
		const footprint = this.#footprint * stretch;
		const level = levelFor(footprint, this.#pyramid.count);
		const share = levelBlend(footprint, level, this.#pyramid.count);
		this.#atLevel(level, x, y, out);
		if (share === 0) return;
		this.#atLevel(level + 1, x, y, this.#next);
		for (let k = 0; k < 3; k++) out[k] = out[k]! + (this.#next[k]! - out[k]!) * share;
	}

	#atLevel(level: number, x: number, y: number, out: Float64Array): void {
		const image = (this.#words[level] ??= wordsOf(this.#pyramid.level(level)));
		const full = this.#pyramid.level(0);
		catmullRomAt(
			image,
			(x * image.width) / full.width - 0.5,
			(y * image.height) / full.height - 0.5,
			out
		);
	}
}

/** Lanczos3 on the picture itself. */
export class ExportSampler implements Sampler {
	readonly indifferentTo = FOOTPRINT_LIMIT;
	readonly #picture: RgbaImage;

	constructor(picture: RgbaImage) {
		this.#picture = picture;
	}

	at(x: number, y: number, stretch: number, out: Float64Array): void {
		lanczosAt(this.#picture, x - 0.5, y - 0.5, kernelWidening(stretch), out);
	}
}
