import { around, intersection, type Rect, type Size } from '../../geometry/index.ts';
import type { RgbaImage, Tone } from '../render-types.ts';
import type { Field } from '../types.ts';
import { throwIfCancelled } from './cancellation.ts';
import { FieldGrid } from './field-grid.ts';
import { IN_PLACE, outputRect } from './law.ts';

/** Side of the parts in which a GPU renders an export, px. */
export const EXPORT_TILE = 1024;

/** What an export has to compute, as rectangles of the picture's pixels; the rest is copied. */
export type ExportJob = {
	readonly grid: FieldGrid;
	/** Null where nothing moves. */
	readonly moved: Rect | null;
	/** Null where no colour changes. */
	readonly toned: Rect | null;
	/** Around both; null where the export is the picture itself. */
	readonly rect: Rect | null;
};

export function exportJob(picture: Size, field: Field | null, tone: Tone | null): ExportJob {
	const grid = new FieldGrid();
	if (field !== null) grid.set(field);
	const pixelsIn = (area: Rect | null): Rect | null => {
		const pixels = area === null ? null : outputRect(area, IN_PLACE, picture);
		const { width, height } = picture;
		return pixels === null ? null : intersection(pixels, { x: 0, y: 0, width, height });
	};
	const moved = pixelsIn(grid.moved);
	const toned = pixelsIn(tone?.box ?? null);
	const rect = around(moved, toned);
	return { grid, moved, toned, rect };
}

/**
 * Fills `rect` of `target` tile by tile from a GPU, stopping between tiles when cancelled.
 * `render` gives the RGBA bytes of one part, `bytesPerRow` apart.
 */
export async function fillByTiles(
	target: RgbaImage,
	rect: Rect,
	render: (part: Rect) => Promise<{ bytes: Uint8Array; bytesPerRow: number }>,
	signal: AbortSignal | undefined
): Promise<void> {
	for (let y = rect.y; y < rect.y + rect.height; y += EXPORT_TILE) {
		for (let x = rect.x; x < rect.x + rect.width; x += EXPORT_TILE) {
			throwIfCancelled(signal);
			const width = Math.min(EXPORT_TILE, rect.x + rect.width - x);
			const height = Math.min(EXPORT_TILE, rect.y + rect.height - y);
			const { bytes, bytesPerRow } = await render({ x, y, width, height });
			for (let line = 0; line < height; line++) {
				const from = line * bytesPerRow;
				const row = bytes.subarray(from, from + 4 * width);
				target.data.set(row, 4 * ((y + line) * target.width + x));
			}
		}
	}
	throwIfCancelled(signal);
}
