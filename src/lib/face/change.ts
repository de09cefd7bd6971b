/** What changed between two photographs of one face, as far as landmarks can tell it. */
import type { Degrees, Mm } from '../geometry/index.ts';
import { expressionOf } from './expression.ts';
import type { IndexId } from './indices.ts';
import { measure, type Measurement, type Withheld } from './measure.ts';
import type { Face } from './types.ts';

/** Distances that treatments are meant for. Between the eyes nothing is, and ratios say no millimetres. */
const CHANGED = [
	'brow_height',
	'pfh',
	'philtrum',
	'upper_lip',
	'lower_lip',
	'mouth_width',
	'bizygomatic',
	'bigonial'
] as const satisfies readonly IndexId[];

type ChangedDistance = (typeof CHANGED)[number];

export type Change = {
	readonly id: ChangedDistance;
	readonly side: Measurement['side'];
} & (
	| {
			readonly withheld: null;
			/** Both in the millimetres of the earlier photograph. */
			readonly earlier: Mm;
			readonly later: Mm;
			readonly change: Mm;
			/** What 95 of 100 repetitions without any change would stay within. */
			readonly uncertainty: Mm;
			/** More than that. */
			readonly isTold: boolean;
	  }
	| { readonly withheld: Withheld }
);

/** Everything is withheld where the head is held differently, or the face does something else. */
export type Changes =
	| { readonly withheld: null; readonly list: readonly Change[] }
	| { readonly withheld: 'held-otherwise' | 'expression' };

/** From here on the same face has other outlines. */
const HELD_OTHERWISE: Degrees = 8;
/** Two standard deviations are stated. */
const COVERAGE = 2;
/** By which the two photographs' sizes are known to each other once one lies over the other. */
const SIZE_ERROR = 0.005;

export function isHeldAlike({ pose: one }: Face, { pose: other }: Face): boolean {
	const apart = Math.max(Math.abs(one.yaw - other.yaw), Math.abs(one.pitch - other.pitch));
	return apart <= HELD_OTHERWISE;
}

/**
 * `size`: px of the earlier photograph by px of the later one, as they lie over each other. The iris
 * ruler is a tenth wrong for a person, not for a photograph: it is the same iris in both, so both are
 * measured by the earlier one's, and that tenth is of the change alone. Landmarks, pose and the camera's
 * distance are uncertain in each of them, independently.
 */
export function measuredChanges(earlier: Face, later: Face, size: number): Changes {
	if (!isHeldAlike(earlier, later)) return { withheld: 'held-otherwise' };
	const expression = expressionOf(earlier);
	if (expression === 'unknown' || expression !== expressionOf(later)) {
		return { withheld: 'expression' };
	}
	const before = measuredBy(earlier, earlier.scale.pxPerMm);
	const after = measuredBy(later, earlier.scale.pxPerMm / size);
	const list = CHANGED.flatMap((id) =>
		before
			.filter((one) => one.id === id)
			.flatMap((one) => {
				const other = after.find((two) => two.id === id && two.side === one.side);
				return other === undefined
					? []
					: [changeOf(id, one, other, earlier.scale.relativeUncertainty)];
			})
	);
	return { withheld: null, list };
}

/** With the ruler left out of what is uncertain. */
function measuredBy(face: Face, pxPerMm: number): readonly Measurement[] {
	const scale = { ...face.scale, pxPerMm, relativeUncertainty: 0 };
	return measure({ ...face, scale }, face.landmarks);
}

function changeOf(
	id: ChangedDistance,
	one: Measurement,
	other: Measurement,
	ruler: number
): Change {
	const { side } = one;
	const [a, b] = [errorsOf(one), errorsOf(other)];
	if (a.withheld !== null) return { id, side, withheld: a.withheld };
	if (b.withheld !== null) return { id, side, withheld: b.withheld };
	const change = b.value - a.value;
	const deviation = Math.hypot(a.uncertainty, b.uncertainty, SIZE_ERROR * b.value, ruler * change);
	const uncertainty = COVERAGE * deviation;
	const isTold = Math.abs(change) > uncertainty;
	return {
		id,
		side,
		withheld: null,
		earlier: a.value,
		later: b.value,
		change,
		uncertainty,
		isTold
	};
}

type Errors =
	| { readonly withheld: null; readonly value: number; readonly uncertainty: number }
	| { readonly withheld: Withheld };

function errorsOf({ value, uncertainty, withheld }: Measurement): Errors {
	if (withheld !== null) return { withheld };
	return { withheld, value: value ?? NaN, uncertainty: uncertainty ?? NaN };
}
