import type { Rect } from '../geometry/index.ts';
import { filters, type Filters, type Laid } from './simd/index.ts';
import { copied, plane, roomFor, widened, type Plane } from './types.ts';

/** A part larger than this share of its plane is not worth cutting out. */
const WORTH = 0.7;

type Filter = (on: Filters, source: Plane, rect: Rect) => Laid;

/**
 * What `filter` makes of a plane, computed only where the plane is not all the same: a mask is mostly
 * empty. `filter` lays the part of the plane, looks `reach` pixels around, takes the border to repeat or
 * not to count, and leaves a constant as it is.
 */
export function onlyWhereUneven(source: Plane, reach: number, filter: Filter): Plane {
	const { width, height, data } = source;
	const [even] = data;
	const bounds = unevenBounds(source);
	if (bounds === null) return copied(source);
	// Twice: what is written lies within reach, what is read for it within reach of that.
	const rect = widened(bounds, 2 * reach, source);
	const isWhole = rect === null || rect.width * rect.height > WORTH * data.length;
	const part = isWhole ? { x: 0, y: 0, width, height } : rect;
	const result = isWhole ? roomFor(source) : plane(width, height, even);
	const on = filters();
	on.lift(filter(on, source, part), result, part);
	return result;
}

/** Pixels that are not as the first one; as `boundsWhere`, without a call for each. */
function unevenBounds({ width, height, data }: Plane): Rect | null {
	const [even] = data;
	let [left, top, right, bottom] = [width, height, -1, -1];
	for (let j = 0; j < height; j++) {
		const line = j * width;
		let i = 0;
		while (i < width && data[line + i] === even) i++;
		if (i === width) continue;
		left = Math.min(left, i);
		i = width - 1;
		while (i > right && data[line + i] === even) i--;
		right = Math.max(right, i);
		top = Math.min(top, j);
		bottom = j;
	}
	return right < 0 ? null : { x: left, y: top, width: right - left + 1, height: bottom - top + 1 };
}
