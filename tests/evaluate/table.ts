/** Rows of text under a heading, columns aligned; figures to the right. */
export function alignedTable(rows: readonly (readonly string[])[]): string {
	const widths = (rows[0] ?? []).map((_, column) =>
		Math.max(...rows.map((row) => row[column]?.length ?? 0))
	);
	const isFigure = (column: number): boolean =>
		rows.slice(1).every((row) => /^([-–+\d.,/% ]*|null)$/.test(row[column] ?? ''));
	return rows
		.map((row) =>
			row
				.map((cell, column) => {
					const width = widths[column] ?? 0;
					return isFigure(column) ? cell.padStart(width) : cell.padEnd(width);
				})
				.join('  ')
				.trimEnd()
		)
		.join('\n');
}
