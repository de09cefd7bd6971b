import { boxMean, emptyPlane, resized, type Plane } from './plane.ts';

const SUBSAMPLING = 2;

/**
 * `input` (any size over the same area) at the guide's size, its edges pulled onto the guide's:
 * the guided filter of He, Sun and Tang ("Guided Image Filtering", TPAMI 2013), its linear models
 * fitted at half size (He and Sun, "Fast Guided Filter", 2015). `radius` in guide pixels; `epsilon`
 * is the guide's variance below which an area counts as flat.
 */
export function guidedFilter(input: Plane, guide: Plane, radius: number, epsilon: number): Plane {
	const width = Math.ceil(guide.width / SUBSAMPLING);
	const height = Math.ceil(guide.height / SUBSAMPLING);
	const reach = Math.max(1, Math.round(radius / SUBSAMPLING));
	const I = resized(guide, width, height);
	const p = resized(input, width, height);
	const meanI = boxMean(I, reach).data;
	const meanP = boxMean(p, reach).data;
	const meanIp = boxMean(product(I, p), reach).data;
	const meanII = boxMean(product(I, I), reach).data;
	const a = emptyPlane(width, height);
	const b = emptyPlane(width, height);
	for (let k = 0; k < a.data.length; k++) {
		const variance = meanII[k]! - meanI[k]! * meanI[k]!;
		const covariance = meanIp[k]! - meanI[k]! * meanP[k]!;
		const slope = covariance / (variance + epsilon);
		a.data[k] = slope;
		b.data[k] = meanP[k]! - slope * meanI[k]!;
	}
	const slopes = resized(boxMean(a, reach), guide.width, guide.height).data;
	const offsets = resized(boxMean(b, reach), guide.width, guide.height).data;
	const result = emptyPlane(guide.width, guide.height);
	for (let k = 0; k < result.data.length; k++) {
		result.data[k] = slopes[k]! * guide.data[k]! + offsets[k]!;
	}
	return result;
}

function product(a: Plane, b: Plane): Plane {
	return { ...a, data: a.data.map((value, k) => value * b.data[k]!) };
}
