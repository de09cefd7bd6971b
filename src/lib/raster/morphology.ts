import { onlyWhereUneven } from './uneven.ts';
import type { Plane } from './types.ts';

/** Smallest value within a disc of `radius` pixels (at least 1); outside the plane nothing counts. */
export function erode(source: Plane, radius: number): Plane {
	const reach = reachOf(radius);
	return onlyWhereUneven(source, reach, (on, from, rect) => {
		const laid = on.lay(from, rect);
		on.negate(laid);
		const largest = on.dilate(laid, reach);
		on.negate(largest);
		return largest;
	});
}

/** Largest value within a disc of `radius` pixels (at least 1). */
export function dilate(source: Plane, radius: number): Plane {
	const reach = reachOf(radius);
	return onlyWhereUneven(source, reach, (on, from, rect) => on.dilate(on.lay(from, rect), reach));
}

function reachOf(radius: number): number {
	return Math.max(1, Math.round(radius));
}
