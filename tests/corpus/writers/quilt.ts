/** The picture that the generated files show: coloured patches that look different from every side. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** A grid of patches, each PATCH pixels wide and high. */
export type Quilt = {
	readonly columns: number;
	readonly rows: number;
	readonly at: (column: number, row: number) => Rgb;
};

export const PATCH = 16;

/** Two levels per channel, so that a prefix code with two symbols can write it. */
const COLOURS: readonly Rgb[] = [
	[220, 40, 40],
	[40, 220, 40],
	[40, 40, 220],
	[220, 220, 40],
	[40, 220, 220],
	[220, 40, 220]
];

export const QUILT: Quilt = {
	columns: 6,
	rows: 4,
	at: (column, row) => COLOURS[(column + 2 * row + (column > row ? 1 : 0)) % COLOURS.length]!
};

export function widthOf(quilt: Quilt): number {
	return quilt.columns * PATCH;
}

export function heightOf(quilt: Quilt): number {
	return quilt.rows * PATCH;
}

/** The colour of a pixel. */
export function pixelOf(quilt: Quilt, x: number, y: number): Rgb {
	return quilt.at(Math.floor(x / PATCH), Math.floor(y / PATCH));
}

export function recoloured(quilt: Quilt, change: (colour: Rgb) => Rgb): Quilt {
	return { ...quilt, at: (column, row) => change(quilt.at(column, row)) };
}

export function mirrored(quilt: Quilt): Quilt {
	return { ...quilt, at: (column, row) => quilt.at(quilt.columns - 1 - column, row) };
}

export function flipped(quilt: Quilt): Quilt {
	return { ...quilt, at: (column, row) => quilt.at(column, quilt.rows - 1 - row) };
}

/** A quarter turn counter-clockwise: the right edge becomes the top. */
export function turnedLeft({ columns, rows, at }: Quilt): Quilt {
	return { columns: rows, rows: columns, at: (column, row) => at(columns - 1 - row, column) };
}

/**
 * The quilt as a camera stores it whose EXIF orientation is `orientation`, in the words of EXIF: for
 * each value, where the first stored row and the first stored column stand in the upright picture.
 */
const FIRST_ROW = ['top', 'top', 'bottom', 'bottom', 'left', 'right', 'right', 'left'] as const;
const FIRST_COLUMN = ['left', 'right', 'right', 'left', 'top', 'top', 'bottom', 'bottom'] as const;

export function asStored(upright: Quilt, orientation: number): Quilt {
	const firstRow = FIRST_ROW[orientation - 1]!;
	const firstColumn = FIRST_COLUMN[orientation - 1]!;
	const isTurned = firstRow === 'left' || firstRow === 'right';
	const columns = isTurned ? upright.rows : upright.columns;
	const rows = isTurned ? upright.columns : upright.rows;
	const along = (edge: string, index: number, count: number): number =>
		edge === 'left' || edge === 'top' ? index : count - 1 - index;
	return {
		columns,
		rows,
		at: (column, row) => {
			const byRow = along(firstRow, row, rows);
			const byColumn = along(firstColumn, column, columns);
			return isTurned ? upright.at(byRow, byColumn) : upright.at(byColumn, byRow);
		}
	};
}
