export type Vec2 = readonly [number, number];
export type Vec3 = readonly [number, number, number];
/** Row-major. */
export type Mat3 = readonly [
	number,
	number,
	number,
	number,
	number,
	number,
	number,
	number,
	number
];

export function cross(a: Vec3, b: Vec3): Vec3 {
	return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}

export function subtract(a: Vec3, b: Vec3): Vec3 {
	return [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
}

/** `matrix` · `v`. */
export function transform(matrix: Mat3, v: Vec3): Vec3 {
	const [a, b, c, d, e, f, g, h, i] = matrix;
	const [x, y, z] = v;
	return [a * x + b * y + c * z, d * x + e * y + f * z, g * x + h * y + i * z];
}

export function determinant(matrix: Mat3): number {
	const [a, b, c, d, e, f, g, h, i] = matrix;
	return a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g);
}
