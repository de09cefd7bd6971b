import { boundsWhere, cut, pasted, widened, type Plane } from './types.ts';

/** A part larger than this share of its plane is not worth cutting out. */
const WORTH = 0.7;

/**
 * What `filter` makes of a plane, computed only where the plane is not all the same: a mask is mostly
 * empty. `filter` looks `reach` pixels around, takes the border to repeat or not to count, and leaves
 * a constant as it is.
 */
export function onlyWhereUneven(
	source: Plane,
	reach: number,
	filter: (part: Plane) => Plane
): Plane {
	const { width, height, data } = source;
	const [even] = data;
	const bounds = boundsWhere(width, height, (at) => data[at] !== even);
	if (bounds === null) return { ...source, data: data.slice() };
	// Twice: what is written lies within reach, what is read for it within reach of that.
	const rect = widened(bounds, 2 * reach, source);
	if (rect === null || rect.width * rect.height > WORTH * data.length) return filter(source);
	return pasted(filter(cut(source, rect)), rect, width, height, even);
}
