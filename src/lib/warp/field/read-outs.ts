import type { Face, Landmarks } from '../../face/index.ts';
import type { SideValues } from '../../treatment/index.ts';
import type { Field, FieldStep } from '../types.ts';
import { sampleField } from './cubic.ts';
import { isMeasurable, type DrivenPoint } from './drive.ts';

export type ReadOut = {
	/** What the sliders say, in their unit; of two free sides the one that is further from zero. */
	readonly nominal: number;
	/**
	 * What the treatment's points do along the direction asked, in the slider's unit (mm; degrees or
	 * per cent as the same share of what was asked); null where the view does not show it.
	 */
	readonly fieldMm: number | null;
};

/** The landmarks after the step, moved by exp(+v); depth stays. */
export function moveLandmarks(face: Face, step: FieldStep): Landmarks {
	const moved = Float64Array.from(face.landmarks);
	for (let i = 0; i < moved.length; i += 3) {
		const [dx, dy] = sampleField(step.forward, moved[i]!, moved[i + 1]!);
		moved[i]! += dx;
		moved[i + 1]! += dy;
	}
	return moved;
}

/** Σ(d·D)/Σ(D·D) over the treatment's points for the displacement D that the sliders ask for. */
export function readOut(
	points: readonly DrivenPoint[],
	pxPerMm: number,
	values: SideValues,
	forward: Field
): ReadOut {
	const { left, right } = values;
	const nominal = Math.abs(right) > Math.abs(left) ? right : left;
	if (!isMeasurable(points)) return { nominal, fieldMm: null };
	let sum = 0;
	let norm = 0;
	for (const { at, d, right: share } of points) {
		const asked = share * right + (1 - share) * left;
		const [dx, dy] = sampleField(forward, at[0], at[1]);
		sum += ((dx * d[0] + dy * d[1]) * asked) / pxPerMm;
		norm += (d[0] * d[0] + d[1] * d[1]) * asked * asked;
	}
	return { nominal, fieldMm: norm === 0 ? 0 : (sum / norm) * nominal };
}

/** Points that stand for the treatment where it has no primary landmarks: its strongest handles. */
export function strongest(handles: readonly DrivenPoint[]): DrivenPoint[] {
	const largest = Math.max(0, ...handles.map(({ length }) => length));
	return handles.filter(({ length }) => length >= 0.75 * largest);
}
