import { onlyWhereUneven } from './uneven.ts';
import { map, plane, type Plane } from './types.ts';

/** Smallest value within a disc of `radius` pixels (at least 1); outside the plane nothing counts. */
export function erode(source: Plane, radius: number): Plane {
	const negative = map(source, (value) => -value);
	return map(dilate(negative, radius), (value) => -value);
}

/**
 * Largest value within a disc of `radius` pixels (at least 1): for each row of the disc a running
 * maximum over its span, then the maximum over its rows.
 */
export function dilate(source: Plane, radius: number): Plane {
	const reach = Math.max(1, Math.round(radius));
	return onlyWhereUneven(source, reach, (part) => largestAround(part, reach));
}

function largestAround(source: Plane, reach: number): Plane {
	const { width, height } = source;
	const result = plane(width, height, -Infinity);
	const { data } = result;
	for (let dy = 0; dy <= reach; dy++) {
		const half = Math.floor(Math.sqrt(reach * reach - dy * dy + 1e-9));
		const spans = spanMaximum(source, half).data;
		for (let j = 0; j < height; j++) {
			const above = j - dy >= 0 ? (j - dy) * width : -1;
			const below = dy > 0 && j + dy < height ? (j + dy) * width : -1;
			const line = j * width;
			for (let i = 0; i < width; i++) {
				let most = data[line + i]!;
				if (above >= 0 && spans[above + i]! > most) most = spans[above + i]!;
				if (below >= 0 && spans[below + i]! > most) most = spans[below + i]!;
				data[line + i] = most;
			}
		}
	}
	return result;
}

/** Maximum over 2 · half + 1 pixels of each row in constant time per pixel: van Herk 1992. */
function spanMaximum(source: Plane, half: number): Plane {
	if (half === 0) return source;
	const { width, height } = source;
	const result = plane(width, height);
	const window = 2 * half + 1;
	const count = Math.ceil((width + 2 * half) / window) * window;
	const padded = new Float32Array(count).fill(-Infinity);
	const forward = new Float32Array(count);
	const backward = new Float32Array(count);
	for (let j = 0; j < height; j++) {
		padded.set(source.data.subarray(j * width, (j + 1) * width), half);
		for (let start = 0; start < count; start += window) {
			const end = start + window;
			let most = -Infinity;
			for (let i = start; i < end; i++) {
				if (padded[i]! > most) most = padded[i]!;
				forward[i] = most;
			}
			most = -Infinity;
			for (let i = end - 1; i >= start; i--) {
				if (padded[i]! > most) most = padded[i]!;
				backward[i] = most;
			}
		}
		const line = j * width;
		for (let i = 0; i < width; i++) {
			const ahead = forward[i + window - 1]!;
			result.data[line + i] = backward[i]! > ahead ? backward[i]! : ahead;
		}
	}
	return result;
}
