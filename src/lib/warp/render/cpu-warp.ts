import type { Rect, Size } from '../../geometry/index.ts';
import { GRID } from '../types.ts';
import type { ViewTransform } from '../render-types.ts';
import { catmullRomWeights } from './catmull-rom.ts';
import type { Sampler } from './cpu-samplers.ts';
import { CELLS, PADDED, type FieldGrid } from './field-grid.ts';
import { pictureX, pictureY } from './law.ts';
import type { PersonSampler } from './person-sampler.ts';

export type WarpJob = {
	readonly grid: FieldGrid;
	readonly sampler: Sampler;
	readonly person: PersonSampler | null;
	readonly picture: Size;
	readonly transform: ViewTransform;
	/** Output pixels to look at; all inside the picture. */
	readonly rect: Rect;
	/** Holds the unmoved view; only pixels that change are written. RGBA words, row-major. */
	readonly target: Uint32Array;
	readonly targetWidth: number;
};

/**
 * Repaints the displaced pixels of an unmoved view, row by row. The field is interpolated as two
 * passes of four taps: one per row over the grid's columns, one per pixel.
 */
export class CpuWarp {
	readonly #job: WarpJob;
	/** Per column of the rect: picture x, grid cell, position in the cell and its four weights. */
	readonly #x: Float64Array;
	readonly #cell: Int16Array;
	readonly #t: Float64Array;
	readonly #weights: Float64Array;
	/** The field at the current row, for every padded grid column: x, y. */
	readonly #rowField = new Float64Array(2 * PADDED);
	/** Stretch at the current row, for every grid column. */
	readonly #rowStretch = new Float64Array(GRID);
	readonly #rgb = new Float64Array(3);
	readonly #plateHere = new Float64Array(3);
	readonly #plateThere = new Float64Array(3);

	constructor(job: WarpJob) {
		this.#job = job;
		const { width } = job.rect;
		const { box } = job.grid;
		this.#x = new Float64Array(width);
		this.#cell = new Int16Array(width);
		this.#t = new Float64Array(width);
		this.#weights = new Float64Array(4 * width);
		for (let i = 0; i < width; i++) {
			const x = pictureX(job.transform, job.picture.width, job.rect.x + i);
			const place = ((x - box.x) * CELLS) / box.width;
			const cell = Math.min(CELLS - 1, Math.floor(place));
			this.#x[i] = x;
			this.#cell[i] = place < 0 || place > CELLS ? -1 : cell;
			this.#t[i] = place - cell;
			this.#weights.set(catmullRomWeights(place - cell), 4 * i);
		}
	}

	/** Repaints output row `rect.y + line`. */
	paint(line: number): void {
		const { grid, sampler, person, rect, transform, target, targetWidth } = this.#job;
		const y = pictureY(transform, rect.y + line);
		const place = ((y - grid.box.y) * CELLS) / grid.box.height;
		if (place < 0 || place > CELLS) return;
		const cellRow = Math.min(CELLS - 1, Math.floor(place));
		const first = grid.spans[2 * cellRow]!;
		const last = grid.spans[2 * cellRow + 1]!;
		if (first > last) return;
		const stretches = grid.rowStretch[cellRow]! > sampler.indifferentTo;
		this.#combineRows(cellRow, place - cellRow, first, last, stretches);

		const field = this.#rowField;
		const weights = this.#weights;
		const rgb = this.#rgb;
		const out = (rect.y + line) * targetWidth + rect.x;
		for (let i = 0; i < rect.width; i++) {
			const cell = this.#cell[i]!;
			if (cell < first || cell > last) continue;
			const w = 4 * i;
			const w0 = weights[w]!;
			const w1 = weights[w + 1]!;
			const w2 = weights[w + 2]!;
			const w3 = weights[w + 3]!;
			const f = 2 * cell;
			const ux = w0 * field[f]! + w1 * field[f + 2]! + w2 * field[f + 4]! + w3 * field[f + 6]!;
			const uy = w0 * field[f + 1]! + w1 * field[f + 3]! + w2 * field[f + 5]! + w3 * field[f + 7]!;
			if (ux === 0 && uy === 0) continue;
			const x = this.#x[i]!;
			const stretch = stretches ? this.#stretchAt(i, cell) : 1;
			if (person === null) {
				sampler.at(x + ux, y + uy, stretch, rgb);
			} else if (!this.#compose(person, x, y, x + ux, y + uy, stretch)) continue;
			const r = rgb[0]!;
			const g = rgb[1]!;
			const b = rgb[2]!;
			const red = r <= 0 ? 0 : r >= 255 ? 255 : (r + 0.5) | 0;
			const green = g <= 0 ? 0 : g >= 255 ? 255 : (g + 0.5) | 0;
			const blue = b <= 0 ? 0 : b >= 255 ? 255 : (b + 0.5) | 0;
			target[out + i] = -16777216 | (blue << 16) | (green << 8) | red;
		}
	}

	/** First pass: the grid columns from cell `first` to `last` at `t` between two grid rows. */
	#combineRows(cellRow: number, t: number, first: number, last: number, stretches: boolean): void {
		const { texels } = this.#job.grid;
		const [w0, w1, w2, w3] = catmullRomWeights(t);
		const line = 4 * PADDED;
		for (let i = first; i <= last + 3; i++) {
			const at = cellRow * line + 4 * i;
			this.#rowField[2 * i] =
				w0 * texels[at]! +
				w1 * texels[at + line]! +
				w2 * texels[at + 2 * line]! +
				w3 * texels[at + 3 * line]!;
			this.#rowField[2 * i + 1] =
				w0 * texels[at + 1]! +
				w1 * texels[at + line + 1]! +
				w2 * texels[at + 2 * line + 1]! +
				w3 * texels[at + 3 * line + 1]!;
		}
		if (!stretches) return;
		for (let i = first; i <= last + 1; i++) {
			const at = (cellRow + 1) * line + 4 * (i + 1) + 2;
			this.#rowStretch[i] = texels[at]! + (texels[at + line]! - texels[at]!) * t;
		}
	}

	#stretchAt(column: number, cell: number): number {
		const left = this.#rowStretch[cell]!;
		return left + (this.#rowStretch[cell + 1]! - left) * this.#t[column]!;
	}

	/**
	 * The person layer's colour at (x, y), whose colour comes from (fromX, fromY), into `#rgb`:
	 * I(from) + (1 − a(from)) · (B(x) − B(from)). False where the background simply stays.
	 */
	#compose(
		person: PersonSampler,
		x: number,
		y: number,
		fromX: number,
		fromY: number,
		stretch: number
	): boolean {
		const { sampler } = this.#job;
		const rgb = this.#rgb;
		const alpha = person.alpha(fromX, fromY);
		if (alpha === 0) {
			if (person.alpha(x, y) === 0) return false;
			sampler.at(x, y, 1, rgb);
			person.plate(x, y, rgb);
			return true;
		}
		sampler.at(fromX, fromY, stretch, rgb);
		if (alpha === 1) return true;
		const here = this.#plateHere;
		const there = this.#plateThere;
		sampler.at(x, y, 1, here);
		there.set(rgb);
		person.plate(x, y, here);
		person.plate(fromX, fromY, there);
		for (let k = 0; k < 3; k++) rgb[k] = rgb[k]! + (1 - alpha) * (here[k]! - there[k]!);
		return true;
	}
}
