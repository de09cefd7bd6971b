import type { Placement, Verdict } from './types.ts';

type Ms = number;
type MmMoved = number;

/** How long a view must be right, and still, before it is taken. */
export const HOLD: Ms = 800;
/** Longer without a look, and nobody knows what happened in between. A slow tablet looks once a second. */
export const LONGEST_GAP: Ms = 1500;
/** One look can be mistaken, and so can two. */
export const LEAST_LOOKS = 3;
/**
 * From where the eyes were when the hold began: 10 mm in a second blur a thirtieth of a second of light by
 * a third of a millimetre, about a pixel. Landmarks alone wander by half a millimetre.
 */
export const STILL: MmMoved = 8;

type Hold = {
	readonly since: Ms;
	readonly from: Placement;
	readonly last: Ms;
	readonly looks: number;
};

/** An automatic shutter. It goes once; then it waits to be armed again. */
export type AutoShutter = {
	readonly isArmed: boolean;
	/** Since when, and from where, all has been right; null while it is not. */
	readonly hold: Hold | null;
	/** Of the hold that is over, 0–1. */
	readonly share: number;
};

export const ARMED: AutoShutter = { isArmed: true, hold: null, share: 0 };
export const SPENT: AutoShutter = { isArmed: false, hold: null, share: 0 };

export type Sighting = {
	readonly at: Ms;
	readonly verdict: Verdict;
	readonly placement: Placement | null;
};

/** The shutter after one more look; `share` 1 says: take it now. */
export function afterLook(
	{ isArmed, hold }: AutoShutter,
	{ at, verdict, placement }: Sighting
): AutoShutter {
	if (!isArmed) return SPENT;
	if (verdict !== 'ready' || placement === null) return ARMED;
	const goesOn =
		hold !== null && at - hold.last <= LONGEST_GAP && moved(hold.from, placement) <= STILL;
	if (!goesOn) {
		return { isArmed, hold: { since: at, from: placement, last: at, looks: 1 }, share: 0 };
	}
	const looks = hold.looks + 1;
	const share = Math.min(1, (at - hold.since) / HOLD, (looks - 1) / (LEAST_LOOKS - 1));
	return { isArmed, hold: { ...hold, last: at, looks }, share };
}

function moved(from: Placement, { x, y, pxPerMm }: Placement): MmMoved {
	return Math.hypot(x - from.x, y - from.y) / pxPerMm;
}
