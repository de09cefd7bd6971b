import { intersection, type Rect, type Size } from '../../geometry/index.ts';

import { levelSize } from './pyramid.ts';

const TILE = 128;
/** Level pixels around what is shown that its interpolation may read; the widest export kernel's. */
const MARGIN = 8;

/** Which parts of a toned pyramid are not as the tone wants them, in tiles of each level. */
export class ToneTiles {
	readonly #picture: Size;
	/** Per level, once looked at: 1 where a tile is stale, row-major. */
	readonly #levels: Uint8Array[] = [];

	constructor(picture: Size) {
		this.#picture = picture;
	}

	/** `area`: of the picture, px. */
	invalidate(area: Rect): void {
		this.#levels.forEach((tiles, level) => {
			const span = this.#span(level, area, 1);
			if (span === null) return;
			const { width: columns } = this.#count(level);
			for (let row = span.y; row < span.y + span.height; row++) {
				const first = row * columns + span.x;
				tiles.fill(1, first, first + span.width);
			}
		});
	}

	/**
	 * Stale parts of a level that showing `area` of the picture reads, in level pixels. They count as
	 * toned from now on.
	 */
	take(level: number, area: Rect): Rect[] {
		const span = this.#span(level, area, MARGIN);
		if (span === null) return [];
		const { width: columns, height: rows } = this.#count(level);
		const tiles = (this.#levels[level] ??= new Uint8Array(columns * rows).fill(1));
		const runs: Rect[] = [];
		for (let y = span.y; y < span.y + span.height; y++) {
			const end = span.x + span.width;
			for (let column = span.x; column < end; column++) {
				const x = column;
				while (column < end && tiles[y * columns + column] === 1) column++;
				if (column === x) continue;
				tiles.fill(0, y * columns + x, y * columns + column);
				join(runs, { x, y, width: column - x, height: 1 });
			}
		}
		return runs.map((run) => this.#pixelsOf(level, run));
	}

	#pixelsOf(level: number, { x, y, width, height }: Rect): Rect {
		const size = levelSize(this.#picture, level);
		return {
			x: x * TILE,
			y: y * TILE,
			width: Math.min(size.width, (x + width) * TILE) - x * TILE,
			height: Math.min(size.height, (y + height) * TILE) - y * TILE
		};
	}

	#count(level: number): Size {
		const { width, height } = levelSize(this.#picture, level);
		return { width: Math.ceil(width / TILE), height: Math.ceil(height / TILE) };
	}

	/** Tiles of a level that `area`, `margin` level pixels wider, meets. */
	#span(level: number, area: Rect, margin: number): Rect | null {
		const size = levelSize(this.#picture, level);
		const perX = size.width / this.#picture.width;
		const perY = size.height / this.#picture.height;
		const x = Math.floor((area.x * perX - margin) / TILE);
		const y = Math.floor((area.y * perY - margin) / TILE);
		const width = Math.ceil(((area.x + area.width) * perX + margin) / TILE) - x;
		const height = Math.ceil(((area.y + area.height) * perY + margin) / TILE) - y;
		return intersection({ x, y, width, height }, { x: 0, y: 0, ...this.#count(level) });
	}
}

/** Adds a run of tiles, to the one right above it where that is as wide. */
function join(runs: Rect[], run: Rect): void {
	const above = runs.findIndex(
		({ x, y, width, height }) => x === run.x && width === run.width && y + height === run.y
	);
	if (above === -1) runs.push(run);
	else runs[above] = { ...run, y: runs[above]!.y, height: runs[above]!.height + 1 };
}
