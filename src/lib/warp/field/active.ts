import type { Treatment } from '../../treatment/index.ts';
import type { Basis } from './basis.ts';
import type { PersonalLimit } from './caps.ts';
import type { DrivenPoint } from './drive.ts';
import { gainsAt, type Gains } from './gain.ts';

/** A treatment ready for one lattice. */
export type Prepared = {
	readonly treatment: Treatment;
	readonly basis: Basis;
	readonly gains: Gains;
	/** Where gain and read-outs are measured. */
	readonly points: readonly DrivenPoint[];
	readonly limits: readonly PersonalLimit[];
};

/** A treatment in one step, with its slider values as they will be shown. */
export type Active = { readonly prepared: Prepared; right: number; left: number };

export type Side = 'right' | 'left';

/** Factors on the basis' columns: slider value times gain. */
export function velocityFactors({ prepared, right, left }: Active): readonly [number, number] {
	const [gainRight, gainLeft] = gainsAt(prepared.gains, right, left);
	return [right * gainRight, left * gainLeft];
}

/** Scales one side's slider; both of a treatment that has one slider. */
export function scaleBack(active: Active, side: Side, factor: number): void {
	if (active.prepared.basis.columns === 2) {
		active.right *= factor;
		active.left = active.right;
	} else {
		active[side] *= factor;
	}
}
