import { intersection, type Rect, type Size } from '../../geometry/index.ts';
import { LEAST_LIGHT, linearToSrgb, LUMA } from '../../raster/index.ts';
import type { Tone } from '../render-types.ts';
import type { Words } from './catmull-rom.ts';

import { LINEAR_STEPS, TO_LINEAR } from './srgb.ts';
import { ToneRows } from './tone-rows.ts';
import { PORE_LIMIT, SAMPLE_VALUES, splineWeights, toneOnLevel } from './tone.ts';

/** Steps per unit of the logarithm of light: 0.05 of a byte at its steepest. */
const LOG_STEPS = 2048;
/** ln of light that is black in any byte. */
const LOG_BLACK = -9;
const BRIGHTEST = -LOG_BLACK * LOG_STEPS;

/** Step of a byte's light above LOG_BLACK; black stays below 0 whatever the gain. */
const TO_LOG = Float64Array.from({ length: 256 }, (_, byte) =>
	byte === 0 ? -1e6 : (Math.log(TO_LINEAR[byte]! / (LINEAR_STEPS - 1)) - LOG_BLACK) * LOG_STEPS
);
/** The byte in the middle of every step. */
const FROM_LOG = Uint8Array.from({ length: BRIGHTEST + 1 }, (_, step) =>
	Math.min(255, Math.round(255 * linearToSrgb(Math.exp((step + 0.5) / LOG_STEPS + LOG_BLACK))))
);
/** Steps of luminance: few enough to stay in the fastest cache, 0.1 of a byte where it is darkest. */
const LUMA_STEPS = 4096;
/** Each channel's part of the luminance of a byte, in LUMA_STEPS. */
const [RED_LUMA, GREEN_LUMA, BLUE_LUMA] = LUMA.map((share) =>
	Float64Array.from(TO_LINEAR, (light) => (share * light * (LUMA_STEPS - 1)) / (LINEAR_STEPS - 1))
) as [Float64Array, Float64Array, Float64Array];
/** ln of a step of luminance, in LOG_STEPS. */
const LOG_LUMA = Float32Array.from(
	{ length: LUMA_STEPS },
	(_, step) => LOG_STEPS * Math.log(Math.max(LEAST_LIGHT, step / (LUMA_STEPS - 1)))
);
const MOST_PORES = LOG_STEPS * PORE_LIMIT;

/** What a row of samples asks for. */
const GAIN = 1;
const PORES = 2;

/** A tone ready to be laid over the levels of a picture. */
export class CpuTone {
	#tone: Tone;
	/** Per row of samples: first and last one that asks for anything, and GAIN or PORES. */
	readonly #first: Int32Array;
	readonly #last: Int32Array;
	readonly #asks: Uint8Array;

	constructor(tone: Tone) {
		this.#tone = tone;
		this.#first = new Int32Array(tone.height);
		this.#last = new Int32Array(tone.height);
		this.#asks = new Uint8Array(tone.height);
		this.change(tone, { x: 0, y: 0, width: tone.width, height: tone.height });
	}

	/** Takes a tone on the same grid, which differs from the one before in `changed` (samples). */
	change(tone: Tone, changed: Rect): void {
		this.#tone = tone;
		const { width, data } = tone;
		for (let row = changed.y; row < changed.y + changed.height; row++) {
			let first = width;
			let last = -1;
			let asks = 0;
			let at = row * width * SAMPLE_VALUES;
			for (let i = 0; i < width; i++, at += SAMPLE_VALUES) {
				const pores = data[at + 3] !== 0;
				if (!pores && data[at] === 0 && data[at + 1] === 0 && data[at + 2] === 0) continue;
				if (last === -1) first = i;
				last = i;
				asks |= pores ? PORES : GAIN;
			}
			this.#first[row] = first;
			this.#last[row] = last;
			this.#asks[row] = asks;
		}
	}

	/** Writes `rect` of a level: the pristine pixels of `source` as the tone wants them. */
	apply(source: Words, target: Words, picture: Size, level: number, rect: Rect): void {
		for (let y = rect.y; y < rect.y + rect.height; y++) {
			const at = y * source.width + rect.x;
			target.words.set(source.words.subarray(at, at + rect.width), at);
		}
		const place = toneOnLevel(this.#tone, picture, level);
		const area = place.inside === null ? null : intersection(rect, place.inside);
		if (area === null) return;
		const rows = new ToneRows(this.#tone, place, area, LOG_STEPS);
		for (let y = area.y; y < area.y + area.height; y++) {
			const position = (y + 0.5) * place.perY + place.fromY;
			const start = y * source.width + area.x;
			this.#paintRow(rows, position, source.words, target.words, start);
		}
	}

	/** The pixels from index `start` on, which lie `position` samples below the first row of them. */
	#paintRow(
		rows: ToneRows,
		position: number,
		source: Int32Array,
		target: Int32Array,
		start: number
	): void {
		const { width, height } = this.#tone;
		const row = Math.floor(position);
		const taps = four((k) => Math.max(0, Math.min(height - 1, row - 1 + k)));
		const first = Math.min(...taps.map((tap) => this.#first[tap]!));
		const last = Math.max(...taps.map((tap) => this.#last[tap]!));
		if (first > last || first === width) return;
		const [from, to] = rows.span(first, last);
		const weights = splineWeights(position - row);
		const gains = four((k) => rows.gains(taps[k]));
		if (taps.every((tap) => (this.#asks[tap]! & PORES) === 0)) {
			tint(gains, weights, from, to, source, target, start);
		} else {
			const softs = four((k) => rows.softs(taps[k]));
			smooth(gains, softs, weights, from, to, source, target, start);
		}
	}
}

type Four<T> = readonly [T, T, T, T];

function four<T>(make: (k: 0 | 1 | 2 | 3) => T): Four<T> {
	return [make(0), make(1), make(2), make(3)];
}

/** Pixels `from` to `to` of a row where nothing but gain is asked for. */
function tint(
	[a, b, c, d]: Four<Float64Array>,
	[wa, wb, wc, wd]: Four<number>,
	from: number,
	to: number,
	source: Int32Array,
	target: Int32Array,
	start: number
): void {
	for (let i = from, k = 3 * from; i < to; i++, k += 3) {
		const red = wa * a[k]! + wb * b[k]! + wc * c[k]! + wd * d[k]!;
		const green = wa * a[k + 1]! + wb * b[k + 1]! + wc * c[k + 1]! + wd * d[k + 1]!;
		const blue = wa * a[k + 2]! + wb * b[k + 2]! + wc * c[k + 2]! + wd * d[k + 2]!;
		if (red === 0 && green === 0 && blue === 0) continue;
		target[start + i] = lit(source[start + i]!, red, green, blue);
	}
}

/** As `tint` where pores are asked for too. */
function smooth(
	[a, b, c, d]: Four<Float64Array>,
	[pa, pb, pc, pd]: Four<Float64Array>,
	[wa, wb, wc, wd]: Four<number>,
	from: number,
	to: number,
	source: Int32Array,
	target: Int32Array,
	start: number
): void {
	for (let i = from, k = 3 * from, p = 2 * from; i < to; i++, k += 3, p += 2) {
		const red = wa * a[k]! + wb * b[k]! + wc * c[k]! + wd * d[k]!;
		const green = wa * a[k + 1]! + wb * b[k + 1]! + wc * c[k + 1]! + wd * d[k + 1]!;
		const blue = wa * a[k + 2]! + wb * b[k + 2]! + wc * c[k + 2]! + wd * d[k + 2]!;
		const pores = wa * pa[p]! + wb * pb[p]! + wc * pc[p]! + wd * pd[p]!;
		const word = source[start + i]!;
		if (pores === 0) {
			if (red === 0 && green === 0 && blue === 0) continue;
			target[start + i] = lit(word, red, green, blue);
			continue;
		}
		const base = wa * pa[p + 1]! + wb * pb[p + 1]! + wc * pc[p + 1]! + wd * pd[p + 1]!;
		const luma =
			RED_LUMA[word & 255]! + GREEN_LUMA[(word >>> 8) & 255]! + BLUE_LUMA[(word >>> 16) & 255]!;
		const above = LOG_LUMA[(luma + 0.5) | 0]! - base;
		const within = above > MOST_PORES ? MOST_PORES : above < -MOST_PORES ? -MOST_PORES : above;
		const pull = (pores / LOG_STEPS) * within;
		target[start + i] = lit(word, red - pull, green - pull, blue - pull);
	}
}

/** A pixel multiplied by gains in LOG_STEPS. */
function lit(word: number, red: number, green: number, blue: number): number {
	const r = byteAt((TO_LOG[word & 255]! + red) | 0);
	const g = byteAt((TO_LOG[(word >>> 8) & 255]! + green) | 0);
	const b = byteAt((TO_LOG[(word >>> 16) & 255]! + blue) | 0);
	return (word & -16777216) | (b << 16) | (g << 8) | r;
}

function byteAt(step: number): number {
	return step < 0 ? 0 : step > BRIGHTEST ? 255 : FROM_LOG[step]!;
}
