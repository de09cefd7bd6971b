import type { Rect, Size } from '../../geometry/index.ts';

/** Side of a tile where a picture does not fit one texture: small enough to waste little. */
const TILE_SHIFT = 11;
/** A shift past any coordinate: everything lies in tile 0. */
const WHOLE_SHIFT = 30;

/**
 * How a picture lies in a texture array. Tile sides are powers of two, and level n of the picture
 * lies in mip level n of the same tiles, so a shader finds a texel by shifts alone.
 */
export type TileLayout = {
	readonly shift: number;
	readonly columns: number;
	readonly rows: number;
	readonly width: number;
	readonly height: number;
};

export function tileLayout(width: number, height: number, textureLimit: number): TileLayout {
	if (width <= textureLimit && height <= textureLimit) {
		return { shift: WHOLE_SHIFT, columns: 1, rows: 1, width, height };
	}
	const shift = Math.min(TILE_SHIFT, Math.floor(Math.log2(textureLimit)));
	const side = 2 ** shift;
	return {
		shift,
		columns: Math.ceil(width / side),
		rows: Math.ceil(height / side),
		width: side,
		height: side
	};
}

/** The part of pyramid level `level` that lies in one tile, and that tile's layer. */
export type LevelTile = { readonly layer: number; readonly rect: Rect };

export function levelTiles(layout: TileLayout, level: number, image: Size): LevelTile[] {
	const side = 2 ** (layout.shift - level);
	const tiles: LevelTile[] = [];
	for (let row = 0; row * side < image.height; row++) {
		for (let column = 0; column * side < image.width; column++) {
			const x = column * side;
			const y = row * side;
			const width = Math.min(side, image.width - x);
			const height = Math.min(side, image.height - y);
			tiles.push({ layer: row * layout.columns + column, rect: { x, y, width, height } });
		}
	}
	return tiles;
}
