import type { Rect, Size } from '../../geometry/index.ts';
import type { Tone } from '../render-types.ts';
import type { Words } from './catmull-rom.ts';
import { intersection } from './law.ts';
import { LINEAR_STEPS, linearToSrgb, TO_LINEAR } from './srgb.ts';
import {
	LUMA,
	LUMA_FLOOR,
	PORE_LIMIT,
	SAMPLE_VALUES,
	splineWeights,
	toneOnLevel,
	type ToneOnLevel
} from './tone.ts';

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
/** Each channel's part of the luminance of a byte, in LINEAR_STEPS. */
const [RED_LUMA, GREEN_LUMA, BLUE_LUMA] = LUMA.map((share) =>
	Float64Array.from(TO_LINEAR, (light) => share * light)
) as [Float64Array, Float64Array, Float64Array];
const LOG_LUMA = Float64Array.from({ length: LINEAR_STEPS }, (_, step) =>
	Math.log(Math.max(LUMA_FLOOR, step / (LINEAR_STEPS - 1)))
);

/** What a sample, or the samples around a pixel, ask for. */
const GAIN = 1;
const PORES = 2;

/** Values per column of a combined row: log gains and pores in LOG_STEPS, base. */
const ROW_VALUES = 5;

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
		const columns = new ToneColumns(this.#tone, place, area);
		for (let y = area.y; y < area.y + area.height; y++) {
			const position = (y + 0.5) * place.perY + place.fromY;
			this.#combine(columns, Math.floor(position), position - Math.floor(position));
			columns.paint(source.words, target.words, y * source.width + area.x);
		}
	}

	/** The four rows of samples around a row of pixels, `t` between the second and the third. */
	#combine(columns: ToneColumns, row: number, t: number): void {
		const rows = [row - 1, row, row + 1, row + 2].map((at) =>
			Math.max(0, Math.min(this.#tone.height - 1, at))
		) as [number, number, number, number];
		let first = this.#tone.width;
		let last = -1;
		let asks = 0;
		for (const at of rows) {
			first = Math.min(first, this.#first[at]!);
			last = Math.max(last, this.#last[at]!);
			asks |= this.#asks[at]!;
		}
		columns.combine(rows, splineWeights(t), first, last, (asks & PORES) !== 0);
	}
}

/** The columns of one area of a level; rows of the tone are combined for it and painted in turn. */
class ToneColumns {
	readonly #tone: Tone;
	/** Sample column of entry 0 of a combined row, before the border is repeated. */
	readonly #origin: number;
	/** Per cell between samples: its first pixel in the area; one more for the end. */
	readonly #pixels: Int32Array;
	/** Per pixel: weights of the four entries from its cell on. */
	readonly #weights: Float64Array;
	readonly #row: Float64Array;
	readonly #asks: Uint8Array;
	/** Cells to paint: from, to (exclusive). */
	#from = 0;
	#to = 0;

	constructor(tone: Tone, place: ToneOnLevel, area: Rect) {
		this.#tone = tone;
		const position = (i: number): number => (area.x + i + 0.5) * place.perX + place.fromX;
		const firstCell = Math.floor(position(0));
		const cells = Math.floor(position(area.width - 1)) - firstCell + 1;
		this.#origin = firstCell - 1;
		this.#pixels = new Int32Array(cells + 1).fill(area.width);
		this.#weights = new Float64Array(4 * area.width);
		this.#row = new Float64Array(ROW_VALUES * (cells + 3));
		this.#asks = new Uint8Array(cells + 3);
		for (let i = area.width - 1, cell = cells; i >= 0; i--) {
			const here = Math.floor(position(i)) - firstCell;
			while (cell > here) this.#pixels[--cell] = i + 1;
			this.#pixels[here] = i;
			this.#weights.set(splineWeights(position(i) - firstCell - here), 4 * i);
		}
	}

	/** `first` to `last`: the sample columns that ask for anything; none when first > last. */
	combine(
		rows: readonly [number, number, number, number],
		weights: readonly [number, number, number, number],
		first: number,
		last: number,
		pores: boolean
	): void {
		const { width, data } = this.#tone;
		const cells = this.#pixels.length - 1;
		const from = first === 0 ? 0 : Math.max(0, first - this.#origin - 3);
		const to = last === width - 1 ? cells + 3 : Math.min(cells + 3, last - this.#origin + 4);
		this.#from = from;
		this.#to = first > last ? from : to - 3;
		if (this.#to <= from) return;
		const [w0, w1, w2, w3] = weights;
		const [r0, r1, r2, r3] = rows.map((row) => row * width) as [number, number, number, number];
		const row = this.#row;
		for (let entry = from; entry < to; entry++) {
			const column = Math.max(0, Math.min(width - 1, this.#origin + entry));
			const a = SAMPLE_VALUES * (r0 + column);
			const b = SAMPLE_VALUES * (r1 + column);
			const c = SAMPLE_VALUES * (r2 + column);
			const d = SAMPLE_VALUES * (r3 + column);
			const at = ROW_VALUES * entry;
			const red = w0 * data[a]! + w1 * data[b]! + w2 * data[c]! + w3 * data[d]!;
			const green = w0 * data[a + 1]! + w1 * data[b + 1]! + w2 * data[c + 1]! + w3 * data[d + 1]!;
			const blue = w0 * data[a + 2]! + w1 * data[b + 2]! + w2 * data[c + 2]! + w3 * data[d + 2]!;
			row[at] = LOG_STEPS * red;
			row[at + 1] = LOG_STEPS * green;
			row[at + 2] = LOG_STEPS * blue;
			this.#asks[entry] = red !== 0 || green !== 0 || blue !== 0 ? GAIN : 0;
			if (!pores) continue;
			const rough = w0 * data[a + 3]! + w1 * data[b + 3]! + w2 * data[c + 3]! + w3 * data[d + 3]!;
			row[at + 3] = LOG_STEPS * rough;
			row[at + 4] = w0 * data[a + 4]! + w1 * data[b + 4]! + w2 * data[c + 4]! + w3 * data[d + 4]!;
			if (rough !== 0) this.#asks[entry] = PORES;
		}
	}

	/** Paints the row last combined; `start`: index of the area's first pixel in it. */
	paint(source: Int32Array, target: Int32Array, start: number): void {
		const asks = this.#asks;
		for (let cell = this.#from; cell < this.#to; cell++) {
			const ask = asks[cell]! | asks[cell + 1]! | asks[cell + 2]! | asks[cell + 3]!;
			if (ask >= PORES) this.#smooth(cell, source, target, start);
			else if (ask !== 0) this.#tint(cell, source, target, start);
		}
	}

	/** One cell's pixels where nothing but gain is asked for. */
	#tint(cell: number, source: Int32Array, target: Int32Array, start: number): void {
		const row = this.#row;
		const weights = this.#weights;
		const a = ROW_VALUES * cell;
		const b = a + ROW_VALUES;
		const c = b + ROW_VALUES;
		const d = c + ROW_VALUES;
		const end = this.#pixels[cell + 1]!;
		for (let i = this.#pixels[cell]!; i < end; i++) {
			const word = source[start + i]!;
			const w0 = weights[4 * i]!;
			const w1 = weights[4 * i + 1]!;
			const w2 = weights[4 * i + 2]!;
			const w3 = weights[4 * i + 3]!;
			const red = w0 * row[a]! + w1 * row[b]! + w2 * row[c]! + w3 * row[d]!;
			const green = w0 * row[a + 1]! + w1 * row[b + 1]! + w2 * row[c + 1]! + w3 * row[d + 1]!;
			const blue = w0 * row[a + 2]! + w1 * row[b + 2]! + w2 * row[c + 2]! + w3 * row[d + 2]!;
			target[start + i] = lit(word, red, green, blue);
		}
	}

	/** One cell's pixels where pores are asked for too. */
	#smooth(cell: number, source: Int32Array, target: Int32Array, start: number): void {
		const row = this.#row;
		const weights = this.#weights;
		const a = ROW_VALUES * cell;
		const b = a + ROW_VALUES;
		const c = b + ROW_VALUES;
		const d = c + ROW_VALUES;
		const end = this.#pixels[cell + 1]!;
		for (let i = this.#pixels[cell]!; i < end; i++) {
			const word = source[start + i]!;
			const w0 = weights[4 * i]!;
			const w1 = weights[4 * i + 1]!;
			const w2 = weights[4 * i + 2]!;
			const w3 = weights[4 * i + 3]!;
			const red = w0 * row[a]! + w1 * row[b]! + w2 * row[c]! + w3 * row[d]!;
			const green = w0 * row[a + 1]! + w1 * row[b + 1]! + w2 * row[c + 1]! + w3 * row[d + 1]!;
			const blue = w0 * row[a + 2]! + w1 * row[b + 2]! + w2 * row[c + 2]! + w3 * row[d + 2]!;
			const pores = w0 * row[a + 3]! + w1 * row[b + 3]! + w2 * row[c + 3]! + w3 * row[d + 3]!;
			const base = w0 * row[a + 4]! + w1 * row[b + 4]! + w2 * row[c + 4]! + w3 * row[d + 4]!;
			const luma =
				RED_LUMA[word & 255]! + GREEN_LUMA[(word >>> 8) & 255]! + BLUE_LUMA[(word >>> 16) & 255]!;
			const above = LOG_LUMA[(luma + 0.5) | 0]! - base;
			const pull = pores * Math.max(0 - PORE_LIMIT, Math.min(PORE_LIMIT, above));
			target[start + i] = lit(word, red - pull, green - pull, blue - pull);
		}
	}
}

/** A pixel multiplied by gains in LOG_STEPS. */
function lit(word: number, red: number, green: number, blue: number): number {
	const r = byteAt(TO_LOG[word & 255]! + red);
	const g = byteAt(TO_LOG[(word >>> 8) & 255]! + green);
	const b = byteAt(TO_LOG[(word >>> 16) & 255]! + blue);
	return (word & -16777216) | (b << 16) | (g << 8) | r;
}

function byteAt(step: number): number {
	return step < 0 ? 0 : step > BRIGHTEST ? 255 : FROM_LOG[step | 0]!;
}
