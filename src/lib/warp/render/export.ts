import type { Rect } from '../../geometry/index.ts';
import type { RgbaImage } from '../render-types.ts';
import type { Field } from '../types.ts';
import { throwIfCancelled } from './cancellation.ts';
import { FieldGrid } from './field-grid.ts';
import { IN_PLACE, intersection, outputRect } from './law.ts';

/** Side of the parts in which a GPU renders an export, px. */
export const EXPORT_TILE = 1024;

/** What an export has to compute: everything outside `rect` is copied. Null when nothing moves. */
export function exportJob(
	picture: RgbaImage,
	field: Field | null
): { grid: FieldGrid; rect: Rect } | null {
	if (field === null) return null;
	const grid = new FieldGrid();
	grid.set(field);
	const area = grid.moved === null ? null : outputRect(grid.moved, IN_PLACE, picture);
	const whole = { x: 0, y: 0, width: picture.width, height: picture.height };
	const rect = area === null ? null : intersection(area, whole);
	return rect === null ? null : { grid, rect };
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
