/**
 * The x for which A·x comes nearest to b, by the normal equations: for a handful of well separated
 * unknowns. `rows` are the rows of A with their element of b last. RangeError where the rows do not
 * determine x.
 */
export function leastSquares(rows: Iterable<readonly number[]>, unknowns: number): number[] {
	const system = Array.from({ length: unknowns }, () => new Float64Array(unknowns + 1));
	for (const row of rows) {
		for (let i = 0; i < unknowns; i++) {
			for (let j = 0; j <= unknowns; j++) system[i]![j]! += row[i]! * row[j]!;
		}
	}
	return solveByElimination(system);
}

/** Gauss–Jordan with partial pivoting over [A | b]; overwrites it. */
function solveByElimination(system: Float64Array[]): number[] {
	const n = system.length;
	for (let column = 0; column < n; column++) {
		let pivot = column;
		for (let row = column + 1; row < n; row++) {
			if (Math.abs(system[row]![column]!) > Math.abs(system[pivot]![column]!)) pivot = row;
		}
		const pivotRow = system[pivot]!;
		if (!(Math.abs(pivotRow[column]!) > 1e-12)) throw new RangeError('undetermined');
		system[pivot] = system[column]!;
		system[column] = pivotRow;
		for (const row of system) {
			if (row === pivotRow) continue;
			const factor = row[column]! / pivotRow[column]!;
			for (let j = column; j <= n; j++) row[j]! -= factor * pivotRow[j]!;
		}
	}
	return system.map((row, i) => row[n]! / row[i]!);
}
