import { scaled } from './arithmetic.ts';
import { scratched } from './scratch.ts';
import { onlyWhereUneven } from './uneven.ts';
import { copied, plane, type Plane } from './types.ts';

/** Smallest value within a disc of `radius` pixels (at least 1); outside the plane nothing counts. */
export function erode(source: Plane, radius: number): Plane {
	return scratched(() => scaled(dilate(scaled(source, -1), radius), -1));
}

/** Largest value within a disc of `radius` pixels (at least 1). */
export function dilate(source: Plane, radius: number): Plane {
	const reach = Math.max(1, Math.round(radius));
	return scratched(() => onlyWhereUneven(source, reach, (part) => largestAround(part, reach)));
}

/**
 * The disc row by row, from its ends to its middle: the span of a row holds that of the row before, so
 * that the maxima over the spans are widened from one to the next.
 */
function largestAround(source: Plane, reach: number): Plane {
	const { width, height } = source;
	const result = plane(width, height, -Infinity);
	const spans = copied(source).data;
	let half = 0;
	for (let dy = reach; dy >= 0; dy--) {
		const wanted = Math.floor(Math.sqrt(reach * reach - dy * dy + 1e-9));
		while (half < wanted) widen(spans, source, ++half);
		const away = Math.min(dy, height) * width;
		raise(result.data, away, spans, 0, spans.length - away);
		raise(result.data, 0, spans, away, spans.length - away);
	}
	return result;
}

/** Takes the pixels at the distance `half` on either side of each row's pixels into their maxima. */
function widen(spans: Float32Array, { width, height, data }: Plane, half: number): void {
	if (half >= width) return;
	for (let line = 0; line < width * height; line += width) {
		raise(spans, line + half, data, line, width - half);
		raise(spans, line, data, line + half, width - half);
	}
}

/** Raises `count` values to others. */
function raise(
	values: Float32Array,
	first: number,
	others: Float32Array,
	from: number,
	count: number
): void {
	for (let i = 0; i < count; i++) {
		const other = others[from + i]!;
		if (other > values[first + i]!) values[first + i] = other;
	}
}
