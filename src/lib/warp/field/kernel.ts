/**
 * Wendland's compactly supported C² kernel of distance over radius: 1 at 0, 0 from 1 on.
 * Source: H. Wendland, Adv. Comput. Math. 4 (1995), φ₃,₁.
 */
export function wendland(distance: number): number {
	if (distance >= 1) return 0;
	const q = 1 - distance;
	return q * q * q * q * (4 * distance + 1);
}

/**
 * Solves A·X = B for a symmetric positive definite A by Cholesky's factorisation.
 * `matrix` n×n row-major and `right` n×columns row-major are overwritten; X is left in `right`.
 * A's ridge keeps the pivots positive; one that is not means NaN in the input: the result is NaN.
 */
export function solveSymmetric(
	matrix: Float64Array,
	right: Float64Array,
	n: number,
	columns: number
): void {
	factorise(matrix, n);
	for (let c = 0; c < columns; c++) {
		for (let i = 0; i < n; i++) {
			let sum = right[i * columns + c]!;
			for (let j = 0; j < i; j++) sum -= matrix[i * n + j]! * right[j * columns + c]!;
			right[i * columns + c] = sum / matrix[i * n + i]!;
		}
		for (let i = n - 1; i >= 0; i--) {
			let sum = right[i * columns + c]!;
			for (let j = i + 1; j < n; j++) sum -= matrix[j * n + i]! * right[j * columns + c]!;
			right[i * columns + c] = sum / matrix[i * n + i]!;
		}
	}
}

/** Leaves the lower Cholesky factor in the lower triangle. */
function factorise(matrix: Float64Array, n: number): void {
	for (let i = 0; i < n; i++) {
		const rowI = i * n;
		for (let j = 0; j <= i; j++) {
			const rowJ = j * n;
			let sum = matrix[rowI + j]!;
			for (let k = 0; k < j; k++) sum -= matrix[rowI + k]! * matrix[rowJ + k]!;
			matrix[rowI + j] = i === j ? Math.sqrt(sum) : sum / matrix[rowJ + j]!;
		}
	}
}
