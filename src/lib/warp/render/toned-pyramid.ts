import type { Rect } from '../../geometry/index.ts';
import type { RgbaImage, Tone } from '../render-types.ts';
import { wordsOf, type Words } from './catmull-rom.ts';
import { CpuTone } from './cpu-tone.ts';
import type { Levels, Pyramid } from './pyramid.ts';
import { ToneTiles } from './tone-tiles.ts';
import { changeOf } from './tone.ts';

type TonedLevel = {
	readonly image: RgbaImage;
	readonly target: Words;
	readonly source: Words;
};

/** The levels of a picture with a tone laid over them, made where and when they are looked at. */
export class TonedPyramid {
	readonly #pristine: Pyramid;
	readonly #tiles: ToneTiles;
	readonly #levels: TonedLevel[] = [];
	#tone: Tone;
	#law: CpuTone;

	constructor(pristine: Pyramid, tone: Tone) {
		this.#pristine = pristine;
		this.#tiles = new ToneTiles(pristine.size);
		this.#tone = tone;
		this.#law = new CpuTone(tone);
	}

	/** Gives the part of the picture (px) that looks different from now on. */
	set(tone: Tone, changed: Rect | undefined): Rect {
		const change = changeOf(this.#tone, tone, changed);
		if (change.samples === null) this.#law = new CpuTone(tone);
		else this.#law.change(tone, change.samples);
		this.#tone = tone;
		this.#tiles.invalidate(change.area);
		return change.area;
	}

	/** The levels as far as showing `area` of the picture reads them. */
	over(area: Rect): Levels {
		const { size, count } = this.#pristine;
		return { size, count, level: (index) => this.#level(index, area) };
	}

	#level(index: number, area: Rect): RgbaImage {
		const level = (this.#levels[index] ??= this.#empty(index));
		for (const part of this.#tiles.take(index, area)) {
			this.#law.apply(level.source, level.target, this.#pristine.size, index, part);
		}
		return level.image;
	}

	#empty(index: number): TonedLevel {
		const pristine = this.#pristine.level(index);
		const { width, height } = pristine;
		const image = { width, height, data: new Uint8ClampedArray(4 * width * height) };
		return { image, target: wordsOf(image), source: wordsOf(pristine) };
	}
}
