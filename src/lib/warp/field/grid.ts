import type { Rect } from '../../geometry/index.ts';
import { GRID } from '../types.ts';

/** Cells at the border of the box over which every velocity fades to exactly zero. */
const TAPER_CELLS = 6;

/** The field's lattice over a part of the picture: GRID × GRID points ON the borders of `box`. */
export type Lattice = {
	readonly box: Rect;
	readonly pxPerMm: number;
	/** Distance of neighbouring points, px. */
	readonly cellX: number;
	readonly cellY: number;
	/** Factor on velocity per column or row: 0 on the border, 1 from TAPER_CELLS inwards. */
	readonly taper: Float64Array;
};

export function latticeOver(box: Rect, pxPerMm: number): Lattice {
	const taper = new Float64Array(GRID);
	for (let i = 0; i < GRID; i++) {
		const t = Math.min(1, Math.min(i, GRID - 1 - i) / TAPER_CELLS);
		taper[i] = t * t * (3 - 2 * t);
	}
	return { box, pxPerMm, cellX: box.width / (GRID - 1), cellY: box.height / (GRID - 1), taper };
}

/** Picture px → lattice coordinates (0 … GRID − 1 inside the box). */
export function toColumn(lattice: Lattice, x: number): number {
	return (x - lattice.box.x) / lattice.cellX;
}

export function toRow(lattice: Lattice, y: number): number {
	return (y - lattice.box.y) / lattice.cellY;
}
