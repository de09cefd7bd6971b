import type { RgbaImage } from '../render-types.ts';
import { catmullRomAt, wordsOf, type Words } from './catmull-rom.ts';
import { lanczosAt } from './lanczos.ts';
import { FOOTPRINT_LIMIT, kernelWidening, levelBlend, levelFor } from './law.ts';
import type { Levels } from './pyramid.ts';

/** How the CPU reads the picture at a picture point. */
export interface Sampler {
	/** Stretches up to this one give the same colour as no stretch. */
	readonly indifferentTo: number;
	/** Colour at the picture point into `out`: red, green, blue, 0–255 with overshoot. */
	at(x: number, y: number, stretch: number, out: Float64Array): void;
}

/** A pyramid level ready for reading at picture points. */
class LevelReader {
	readonly #words: Words;
	readonly #perX: number;
	readonly #perY: number;

	constructor(pyramid: Levels, level: number) {
		const picture = pyramid.size;
		this.#words = wordsOf(pyramid.level(level));
		this.#perX = this.#words.width / picture.width;
		this.#perY = this.#words.height / picture.height;
	}

	at(x: number, y: number, out: Float64Array): void {
		catmullRomAt(this.#words, x * this.#perX - 0.5, y * this.#perY - 0.5, out);
	}
}

/** Catmull-Rom on the pyramid level that suits the view's scale. */
export class PreviewSampler implements Sampler {
	readonly indifferentTo: number;
	readonly #pyramid: Levels;
	readonly #footprint: number;
	readonly #plain: LevelReader;
	readonly #readers: LevelReader[] = [];
	readonly #next = new Float64Array(3);

	/** `footprint`: picture pixels per output pixel before any displacement. */
	constructor(pyramid: Levels, footprint: number) {
		this.#pyramid = pyramid;
		this.#footprint = footprint;
		const level = levelFor(footprint, pyramid.count);
		const topmost = level === pyramid.count - 1;
		const plainUpTo = (FOOTPRINT_LIMIT * 2 ** level) / footprint;
		this.indifferentTo = topmost ? Infinity : plainUpTo >= 1 ? plainUpTo : 0;
		this.#plain = this.#reader(level);
	}

	at(x: number, y: number, stretch: number, out: Float64Array): void {
		if (stretch <= this.indifferentTo) this.#plain.at(x, y, out);
		else this.#blend(x, y, this.#footprint * stretch, out);
	}

	#blend(x: number, y: number, footprint: number, out: Float64Array): void {
		const level = levelFor(footprint, this.#pyramid.count);
		const share = levelBlend(footprint, level, this.#pyramid.count);
		this.#reader(level).at(x, y, out);
		if (share === 0) return;
		this.#reader(level + 1).at(x, y, this.#next);
		for (let k = 0; k < 3; k++) out[k] = out[k]! + (this.#next[k]! - out[k]!) * share;
	}

	#reader(level: number): LevelReader {
		return (this.#readers[level] ??= new LevelReader(this.#pyramid, level));
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
