import type { Rect } from '../../geometry/index.ts';
import type { Tone } from '../render-types.ts';
import { SAMPLE_VALUES, splineWeights, type ToneOnLevel } from './tone.ts';

/**
 * Rows of a tone's samples, resampled across to the pixels of one area of a level. Four neighbours
 * are held: those that one row of pixels lies between.
 */
export class ToneRows {
	readonly #tone: Tone;
	readonly #place: ToneOnLevel;
	readonly #area: Rect;
	/** Per pixel of a row: index of the first value of four samples, and their weights. */
	readonly #taps: Int32Array;
	readonly #weights: Float64Array;
	/** Log gain red, green, blue per pixel; the row `n` lies in slot n mod 4. */
	readonly #gains: Float64Array[];
	readonly #heldGains = new Int32Array(4).fill(-1);
	/** Pores and base per pixel. */
	readonly #softs: Float64Array[];
	readonly #heldSofts = new Int32Array(4).fill(-1);

	/** Gains, pores and base come out multiplied by `unit`. */
	constructor(tone: Tone, place: ToneOnLevel, area: Rect, unit: number) {
		this.#tone = tone;
		this.#place = place;
		this.#area = area;
		const { width } = area;
		this.#taps = new Int32Array(4 * width);
		this.#weights = new Float64Array(4 * width);
		for (let i = 0; i < width; i++) {
			const position = (area.x + i + 0.5) * place.perX + place.fromX;
			const cell = Math.floor(position);
			splineWeights(position - cell).forEach((weight, k) => {
				const column = Math.max(0, Math.min(tone.width - 1, cell - 1 + k));
				this.#taps[4 * i + k] = SAMPLE_VALUES * column;
				this.#weights[4 * i + k] = unit * weight;
			});
		}
		this.#gains = Array.from({ length: 4 }, () => new Float64Array(3 * width));
		this.#softs = Array.from({ length: 4 }, () => new Float64Array(2 * width));
	}

	/** Pixels of a row, from and to (exclusive), that samples from `first` to `last` are felt in. */
	span(first: number, last: number): readonly [number, number] {
		const { perX, fromX } = this.#place;
		const { x, width } = this.#area;
		const pixel = (position: number): number => (position - fromX) / perX - 0.5 - x;
		// A border sample is felt up to the end of the area; two samples each way, and rounding.
		const from = first === 0 ? 0 : Math.floor(pixel(first - 2));
		const to = last === this.#tone.width - 1 ? width : Math.ceil(pixel(last + 2)) + 1;
		return [Math.max(0, Math.min(width, from)), Math.max(0, Math.min(width, to))];
	}

	gains(row: number): Float64Array {
		const slot = row & 3;
		const gains = this.#gains[slot]!;
		if (this.#heldGains[slot] !== row) {
			this.#heldGains[slot] = row;
			this.#resampleGains(row, gains);
		}
		return gains;
	}

	softs(row: number): Float64Array {
		const slot = row & 3;
		const softs = this.#softs[slot]!;
		if (this.#heldSofts[slot] !== row) {
			this.#heldSofts[slot] = row;
			this.#resampleSofts(row, softs);
		}
		return softs;
	}

	#resampleGains(row: number, out: Float64Array): void {
		const { width, data } = this.#tone;
		const taps = this.#taps;
		const weights = this.#weights;
		const start = SAMPLE_VALUES * row * width;
		for (let i = 0, o = 0; i < taps.length; i += 4, o += 3) {
			const a = start + taps[i]!;
			const b = start + taps[i + 1]!;
			const c = start + taps[i + 2]!;
			const d = start + taps[i + 3]!;
			const wa = weights[i]!;
			const wb = weights[i + 1]!;
			const wc = weights[i + 2]!;
			const wd = weights[i + 3]!;
			out[o] = wa * data[a]! + wb * data[b]! + wc * data[c]! + wd * data[d]!;
			out[o + 1] = wa * data[a + 1]! + wb * data[b + 1]! + wc * data[c + 1]! + wd * data[d + 1]!;
			out[o + 2] = wa * data[a + 2]! + wb * data[b + 2]! + wc * data[c + 2]! + wd * data[d + 2]!;
		}
	}

	#resampleSofts(row: number, out: Float64Array): void {
		const { width, data } = this.#tone;
		const taps = this.#taps;
		const weights = this.#weights;
		const start = SAMPLE_VALUES * row * width + 3;
		for (let i = 0, o = 0; i < taps.length; i += 4, o += 2) {
			const a = start + taps[i]!;
			const b = start + taps[i + 1]!;
			const c = start + taps[i + 2]!;
			const d = start + taps[i + 3]!;
			const wa = weights[i]!;
			const wb = weights[i + 1]!;
			const wc = weights[i + 2]!;
			const wd = weights[i + 3]!;
			out[o] = wa * data[a]! + wb * data[b]! + wc * data[c]! + wd * data[d]!;
			out[o + 1] = wa * data[a + 1]! + wb * data[b + 1]! + wc * data[c + 1]! + wd * data[d + 1]!;
		}
	}
}
