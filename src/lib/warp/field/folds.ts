import { scaleBack, velocityFactors, type Active, type Side } from './active.ts';
import type { Flow } from './flow.ts';
import { indexOf } from './simd/index.ts';

/** No picture is shown where the backward map's smallest Jacobian is not above this. */
const LOWEST_JACOBIAN = 0.1;
/** What is aimed at, so that few rounds end above it. */
const AIM = 0.12;
const ROUNDS = 12;
/** A slider takes part in a fold where it gives at least this share of the velocities there. */
const MINOR = 0.05;
/** Cells around a place within which its compression is made. */
const NEIGHBOURHOOD = 2;

export type Backward = {
	/** exp(−v) − id as the flow leaves it. */
	readonly u: Float32Array;
	readonly jacobian: number;
};

/**
 * exp(−v) without folds: while its smallest Jacobian is not above 0.1, the sliders that reach the
 * offending place are scaled back in proportion (J(0) = 1 and J falls ever slower, so the chord to
 * the aim never scales back too far). The flow holds the sliders as shown afterwards.
 */
export function withoutFolds(active: readonly Active[], flow: Flow, refresh: () => void): Backward {
	for (let round = 0; ; round++) {
		const u = flow.integrate(-1);
		const { value, column, row } = flow.smallestJacobian(u);
		if (value > LOWEST_JACOBIAN) return { u, jacobian: value };
		const factor = (1 - AIM) / (1 - value);
		if (round < ROUNDS) {
			for (const [one, side] of responsible(active, u, column, row)) scaleBack(one, side, factor);
		} else {
			// Sliders too weak to be named alone hold the fold together: all give way.
			for (const one of active) {
				one.right *= factor;
				one.left *= factor;
			}
		}
		refresh();
	}
}

/** The sliders that move the skin around a lattice point or where it takes its colour from. */
function responsible(
	active: readonly Active[],
	u: Float32Array,
	column: number,
	row: number
): (readonly [Active, Side])[] {
	const at = indexOf(column, row);
	const [dx, dy] = [u[at]!, u[at + 1]!];
	const places: (readonly [number, number])[] = [
		[column, row],
		[Math.round(column + dx / 2), Math.round(row + dy / 2)],
		[Math.round(column + dx), Math.round(row + dy)]
	];
	const speeds = active.flatMap((one) => {
		const factors = velocityFactors(one);
		const sides: Side[] = one.prepared.basis.columns === 2 ? ['right'] : ['right', 'left'];
		return sides.map((side, i) => ({
			one,
			side,
			speed: Math.max(...places.map((place) => speedNear(one, i, factors[i]!, place)))
		}));
	});
	const sum = speeds.reduce((total, { speed }) => total + speed, 0);
	return speeds
		.filter(({ speed }) => speed > MINOR * sum)
		.map(({ one, side }) => [one, side] as const);
}

/** Largest speed (cells) that one slider gives in the neighbourhood of a place. */
function speedNear(
	{ prepared: { basis } }: Active,
	side: number,
	factor: number,
	[column, row]: readonly [number, number]
): number {
	let largest = 0;
	for (let y = row - NEIGHBOURHOOD; y <= row + NEIGHBOURHOOD; y++) {
		if (y < basis.y || y >= basis.y + basis.height) continue;
		for (let x = column - NEIGHBOURHOOD; x <= column + NEIGHBOURHOOD; x++) {
			if (x < basis.x || x >= basis.x + basis.width) continue;
			const i = ((y - basis.y) * basis.width + x - basis.x) * basis.columns + 2 * side;
			largest = Math.max(largest, Math.hypot(basis.data[i]!, basis.data[i + 1]!));
		}
	}
	return largest * Math.abs(factor);
}
