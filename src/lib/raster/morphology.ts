import { plane, type Plane } from './types.ts';

/** Largest value within a disc of `radius` pixels (at least 1); outside the plane nothing counts. */
export function dilate(source: Plane, radius: number): Plane {
	return extreme(source, radius, Math.max);
}

/** Smallest value within a disc of `radius` pixels (at least 1). */
export function erode(source: Plane, radius: number): Plane {
	return extreme(source, radius, Math.min);
}

/** Row by row of the disc: a running extreme over a span (van Herk 1992), then over the rows. */
function extreme(source: Plane, radius: number, pick: (a: number, b: number) => number): Plane {
	const { width, height } = source;
	const reach = Math.max(1, Math.round(radius));
	const result: Plane = plane(width, height, pick === Math.max ? -Infinity : Infinity);
	for (let dy = 0; dy <= reach; dy++) {
		const half = Math.floor(Math.sqrt(reach * reach - dy * dy + 1e-9));
		const spans = spanExtreme(source, half, pick);
		for (const sign of dy === 0 ? [1] : [1, -1]) {
			for (let j = 0; j < height; j++) {
				const from = j + sign * dy;
				if (from < 0 || from >= height) continue;
				for (let i = 0; i < width; i++) {
					const at = j * width + i;
					result.data[at] = pick(result.data[at]!, spans.data[from * width + i]!);
				}
			}
		}
	}
	return result;
}

function spanExtreme(source: Plane, half: number, pick: (a: number, b: number) => number): Plane {
	if (half === 0) return source;
	const { width, height } = source;
	const result = plane(width, height);
	const window = 2 * half + 1;
	const blocks = Math.ceil((width + 2 * half) / window) * window;
	const none = pick === Math.max ? -Infinity : Infinity;
	const padded = new Float32Array(blocks);
	const forward = new Float32Array(blocks);
	const backward = new Float32Array(blocks);
	for (let j = 0; j < height; j++) {
		padded.fill(none);
		padded.set(source.data.subarray(j * width, (j + 1) * width), half);
		for (let i = 0; i < blocks; i++) {
			forward[i] = i % window === 0 ? padded[i]! : pick(forward[i - 1]!, padded[i]!);
		}
		for (let i = blocks - 1; i >= 0; i--) {
			const last = i % window === window - 1 || i === blocks - 1;
			backward[i] = last ? padded[i]! : pick(backward[i + 1]!, padded[i]!);
		}
		for (let i = 0; i < width; i++) {
			result.data[j * width + i] = pick(backward[i]!, forward[i + window - 1]!);
		}
	}
	return result;
}
