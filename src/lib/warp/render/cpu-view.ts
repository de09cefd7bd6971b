import type { Rect, Size } from '../../geometry/index.ts';
import type { RgbaImage, ViewTransform } from '../render-types.ts';
import { catmullRomWeights } from './catmull-rom.ts';
import { levelBlend, levelFor, pictureX, pictureY, viewFootprint } from './law.ts';
import type { Levels } from './pyramid.ts';

/** For each output column or row: the first of four source samples, and the four weights. */
type Axis = { readonly first: Int32Array; readonly weights: Float32Array };

function axis(count: number, placeOf: (index: number) => number): Axis {
	const first = new Int32Array(count);
	const weights = new Float32Array(4 * count);
	for (let i = 0; i < count; i++) {
		const place = placeOf(i);
		const low = Math.floor(place);
		first[i] = low - 1;
		weights.set(catmullRomWeights(place - low), 4 * i);
	}
	return { first, weights };
}

/** One pyramid level seen through a transform: rows of it come out resampled, across then down. */
class LevelView {
	readonly #level: RgbaImage;
	readonly #columns: Axis;
	readonly #rows: Axis;
	/** Source rows already resampled across; the row `n` lies in slot n mod 4. */
	readonly #across: Float32Array[];
	readonly #held = new Int32Array(4).fill(-1);

	constructor(level: RgbaImage, picture: Size, transform: ViewTransform, rect: Rect) {
		this.#level = level;
		const perX = level.width / picture.width;
		const perY = level.height / picture.height;
		this.#columns = axis(
			rect.width,
			(i) => pictureX(transform, picture.width, rect.x + i) * perX - 0.5
		);
		this.#rows = axis(rect.height, (j) => pictureY(transform, rect.y + j) * perY - 0.5);
		this.#across = Array.from({ length: 4 }, () => new Float32Array(3 * rect.width));
	}

	/** Adds `share` of row `line` of the rect to `sums` (3 values per pixel). */
	addRow(line: number, share: number, sums: Float32Array): void {
		const first = this.#rows.first[line]!;
		const a = this.#sourceRow(first);
		const b = this.#sourceRow(first + 1);
		const c = this.#sourceRow(first + 2);
		const d = this.#sourceRow(first + 3);
		const { weights } = this.#rows;
		const wa = weights[4 * line]! * share;
		const wb = weights[4 * line + 1]! * share;
		const wc = weights[4 * line + 2]! * share;
		const wd = weights[4 * line + 3]! * share;
		for (let i = 0; i < sums.length; i++) {
			sums[i] = sums[i]! + wa * a[i]! + wb * b[i]! + wc * c[i]! + wd * d[i]!;
		}
	}

	#sourceRow(row: number): Float32Array {
		const clamped = Math.max(0, Math.min(this.#level.height - 1, row));
		const slot = clamped & 3;
		const across = this.#across[slot]!;
		if (this.#held[slot] !== clamped) {
			this.#held[slot] = clamped;
			this.#resampleAcross(clamped, across);
		}
		return across;
	}

	#resampleAcross(row: number, across: Float32Array): void {
		const { data, width } = this.#level;
		const { first, weights } = this.#columns;
		const line = 4 * row * width;
		for (let i = 0, o = 0; i < first.length; i++, o += 3) {
			const left = first[i]!;
			const inside = left >= 0 && left + 3 < width;
			const a = line + 4 * (inside ? left : Math.max(0, Math.min(width - 1, left)));
			const b = line + 4 * (inside ? left + 1 : Math.max(0, Math.min(width - 1, left + 1)));
			const c = line + 4 * (inside ? left + 2 : Math.max(0, Math.min(width - 1, left + 2)));
			const d = line + 4 * (inside ? left + 3 : Math.max(0, Math.min(width - 1, left + 3)));
			const wa = weights[4 * i]!;
			const wb = weights[4 * i + 1]!;
			const wc = weights[4 * i + 2]!;
			const wd = weights[4 * i + 3]!;
			for (let k = 0; k < 3; k++) {
				across[o + k] =
					wa * data[a + k]! + wb * data[b + k]! + wc * data[c + k]! + wd * data[d + k]!;
			}
		}
	}
}

/**
 * Paints the unmoved picture into `rect` of `target` (RGBA words, row-major). `rect` must lie inside
 * the picture's place on the output.
 */
export function paintView(
	pyramid: Levels,
	transform: ViewTransform,
	rect: Rect,
	target: Uint32Array,
	targetWidth: number
): void {
	const picture = pyramid.size;
	const footprint = viewFootprint(transform);
	const level = levelFor(footprint, pyramid.count);
	const share = levelBlend(footprint, level, pyramid.count);
	const view = new LevelView(pyramid.level(level), picture, transform, rect);
	const next = share > 0 ? new LevelView(pyramid.level(level + 1), picture, transform, rect) : null;
	const sums = new Float32Array(3 * rect.width);
	for (let line = 0; line < rect.height; line++) {
		sums.fill(0);
		view.addRow(line, 1 - share, sums);
		next?.addRow(line, share, sums);
		let out = (rect.y + line) * targetWidth + rect.x;
		for (let i = 0; i < sums.length; i += 3) {
			const r = sums[i]!;
			const g = sums[i + 1]!;
			const b = sums[i + 2]!;
			const red = r <= 0 ? 0 : r >= 255 ? 255 : (r + 0.5) | 0;
			const green = g <= 0 ? 0 : g >= 255 ? 255 : (g + 0.5) | 0;
			const blue = b <= 0 ? 0 : b >= 255 ? 255 : (b + 0.5) | 0;
			target[out++] = -16777216 | (blue << 16) | (green << 8) | red;
		}
	}
}
