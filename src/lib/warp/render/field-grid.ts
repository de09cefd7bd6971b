import type { Rect } from '../../geometry/index.ts';
import { GRID, type Field } from '../types.ts';

/** Side of the padded grid: one ring of zeros around the field, so that no tap needs a check. */
export const PADDED = GRID + 2;
export const CELLS = GRID - 1;
/** Catmull-Rom's weights sum to 1.25 at most without their signs, along each axis. */
const OVERSHOOT = 1.25 ** 2;

/**
 * A field prepared for sampling. `texels` is PADDED × PADDED × 4: displacement x and y in picture
 * px, stretch, unused. Stretch is the largest singular value of the backward map's Jacobian, never
 * below 1: how many picture pixels one pixel covers where the field shrinks the picture.
 */
export class FieldGrid {
	readonly texels = new Float32Array(PADDED * PADDED * 4);
	/** Cells with a displacement, per cell row: first and last column; first > last where none. */
	readonly spans = new Int16Array(2 * CELLS);
	/** Largest stretch at the corners of each row of cells. */
	readonly rowStretch = new Float64Array(CELLS);
	box: Rect = { x: 0, y: 0, width: 1, height: 1 };
	/** No interpolated displacement is longer along x or y, picture px. */
	reach = 0;
	/** Largest stretch anywhere, at least 1. */
	mostStretch = 1;
	/** Picture px outside of which nothing moves; null when nothing moves at all. */
	moved: Rect | null = null;

	set(field: Field): void {
		this.box = field.box;
		this.#fill(field.data);
		this.#findSpans();
		this.#measureStretch();
	}

	#fill(data: Float32Array): void {
		const { texels } = this;
		const plane = GRID * GRID;
		let most = 0;
		for (let j = 0; j < GRID; j++) {
			let at = ((j + 1) * PADDED + 1) * 4;
			for (let i = 0, k = j * GRID; i < GRID; i++, k++, at += 4) {
				const x = data[k]!;
				const y = data[plane + k]!;
				texels[at] = x;
				texels[at + 1] = y;
				most = Math.max(most, x, y, -x, -y);
			}
		}
		this.reach = OVERSHOOT * most;
	}

	/** A cell is moved when any of the 4 × 4 grid points that its interpolation reads is. */
	#findSpans(): void {
		const first = new Int16Array(PADDED).fill(PADDED);
		const last = new Int16Array(PADDED).fill(-1);
		for (let j = 0; j < PADDED; j++) {
			for (let i = 0; i < PADDED; i++) {
				const at = (j * PADDED + i) * 4;
				if (this.texels[at] === 0 && this.texels[at + 1] === 0) continue;
				if (last[j] === -1) first[j] = i;
				last[j] = i;
			}
		}
		let top = CELLS;
		let bottom = -1;
		let left = CELLS;
		let right = -1;
		for (let row = 0; row < CELLS; row++) {
			let from = PADDED;
			let to = -1;
			for (let k = row; k < row + 4; k++) {
				from = Math.min(from, first[k]!);
				to = Math.max(to, last[k]!);
			}
			this.spans[2 * row] = Math.max(0, from - 3);
			this.spans[2 * row + 1] = Math.min(CELLS - 1, to);
			if (to === -1) continue;
			top = Math.min(top, row);
			bottom = row;
			left = Math.min(left, this.spans[2 * row]!);
			right = Math.max(right, this.spans[2 * row + 1]!);
		}
		this.moved = bottom === -1 ? null : this.#cellsRect(left, top, right + 1, bottom + 1);
	}

	#cellsRect(left: number, top: number, right: number, bottom: number): Rect {
		const stepX = this.box.width / CELLS;
		const stepY = this.box.height / CELLS;
		return {
			x: this.box.x + left * stepX,
			y: this.box.y + top * stepY,
			width: (right - left) * stepX,
			height: (bottom - top) * stepY
		};
	}

	/** By central differences at the grid points. */
	#measureStretch(): void {
		const { texels } = this;
		const perX = CELLS / this.box.width / 2;
		const perY = CELLS / this.box.height / 2;
		const line = 4 * PADDED;
		const pointRow = new Float64Array(GRID);
		this.mostStretch = 1;
		for (let j = 0; j < GRID; j++) {
			let most = 1;
			let at = ((j + 1) * PADDED + 1) * 4;
			for (let i = 0; i < GRID; i++, at += 4) {
				const xx = (texels[at + 4]! - texels[at - 4]!) * perX + 1;
				const yx = (texels[at + 5]! - texels[at - 3]!) * perX;
				const xy = (texels[at + line]! - texels[at - line]!) * perY;
				const yy = (texels[at + line + 1]! - texels[at - line + 1]!) * perY + 1;
				const turn = (xx + yy) ** 2 + (yx - xy) ** 2;
				const shear = (xx - yy) ** 2 + (yx + xy) ** 2;
				const stretch = Math.max(1, (Math.sqrt(turn) + Math.sqrt(shear)) / 2);
				texels[at + 2] = stretch;
				if (stretch > most) most = stretch;
			}
			pointRow[j] = most;
			this.mostStretch = Math.max(this.mostStretch, most);
		}
		for (let row = 0; row < CELLS; row++) {
			this.rowStretch[row] = Math.max(pointRow[row]!, pointRow[row + 1]!);
		}
	}
}
