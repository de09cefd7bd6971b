import { LANDMARK_GROUPS, type Face } from '../../face/index.ts';
import type { Vec2 } from '../../geometry/index.ts';
import type { Treatment } from '../../treatment/index.ts';
import { landmarkAt, visibleHandles, type DrivenPoint } from './drive.ts';
import { holdable } from './hold.ts';
import { solveSymmetric, wendland } from './kernel.ts';

/** Added to the kernel matrix's diagonal: coincident points (closed lips) do not fight. */
const RIDGE = 0.02;

/** A treatment's velocity as a sum of Wendland kernels. */
export type SolvedTreatment = {
	readonly radiusMm: number;
	/** [N, 2], mm from the corner of the face's box. */
	readonly points: Float32Array;
	/** [N, columns], px per slider unit: right x, right y, left x, left y; or x, y for one slider. */
	readonly coefficients: Float32Array;
	readonly columns: 2 | 4;
};

/**
 * Coefficients of the velocity that moves the handles by their vectors and holds the anchors:
 * (K + ridge·1) c = d with Wendland's C² kernel over distances in mm, once per photograph, float64.
 * Handles and anchors that the camera does not see are left out; eyes are pinned. Points found in the
 * picture: `extraHandles` move (mask contours), `still` are held (px; ears), as far as the
 * treatment reaches them and leaves them room. Without any handle in view the result has no points.
 *
 * Millimetres become pixels by the scale at the irises everywhere, not by each landmark's depth
 * (`localScale`): the camera's distance is estimated at 0.25–1.5 m on 27 frontal photographs, which
 * would change a jaw angle's movement by anything from 0 to −20 % to put right a usual −5 %.
 */
export function solveTreatment(
	face: Face,
	treatment: Treatment,
	extraHandles: readonly DrivenPoint[] = [],
	still: readonly Vec2[] = []
): SolvedTreatment {
	const columns = treatment.independentSides ? 4 : 2;
	const handles = [...visibleHandles(face, treatment), ...extraHandles];
	const anchors = [
		...anchorsOf(face, treatment, handles).map((landmark) => landmarkAt(face, landmark)),
		...holdable(face, treatment, handles, still)
	];
	const n = handles.length + anchors.length;
	const k = face.scale.pxPerMm;

	const points = new Float64Array(2 * n);
	const right = new Float64Array(n * columns);
	handles.forEach(({ at, d, right: share }, i) => {
		points[2 * i] = (at[0] - face.box.x) / k;
		points[2 * i + 1] = (at[1] - face.box.y) / k;
		const shares = columns === 4 ? [share, 1 - share] : [1];
		shares.forEach((s, side) => {
			right[i * columns + 2 * side] = s * d[0] * k;
			right[i * columns + 2 * side + 1] = s * d[1] * k;
		});
	});
	anchors.forEach((at, j) => {
		points[2 * (handles.length + j)] = (at[0] - face.box.x) / k;
		points[2 * (handles.length + j) + 1] = (at[1] - face.box.y) / k;
	});

	solveSymmetric(kernelMatrix(points, n, treatment.radiusMm), right, n, columns);
	return {
		radiusMm: treatment.radiusMm,
		points: Float32Array.from(points),
		coefficients: Float32Array.from(right),
		columns
	};
}

const EYES = (['R', 'L'] as const).map((side) => ({
	ring: LANDMARK_GROUPS[`${side}_EYE_RING`],
	iris: LANDMARK_GROUPS[`${side}_IRIS`]
}));

/**
 * The catalogue's anchors in view, and every eye in view that the treatment does not itself move:
 * in a turned head the nose stands before the far eye and would carry it along, up to 2 mm.
 */
function anchorsOf(
	face: Face,
	treatment: Treatment,
	handles: readonly DrivenPoint[]
): readonly number[] {
	if (handles.length === 0) return [];
	const isSeen = (landmark: number): boolean => face.visible[landmark] === 1;
	const moved = new Set(treatment.handles.map(({ landmark }) => landmark));
	const reach = treatment.radiusMm * face.scale.pxPerMm;
	const isReached = (landmark: number): boolean => {
		const [x, y] = landmarkAt(face, landmark);
		return handles.some(({ at }) => Math.hypot(at[0] - x, at[1] - y) < reach);
	};
	const pinned = EYES.flatMap(({ ring, iris }) => {
		const eye = [...ring, ...iris];
		// The mesh does not know when an iris is hidden; the lids around it do.
		const hidden = 2 * ring.filter(isSeen).length < ring.length;
		return hidden || eye.some((landmark) => moved.has(landmark)) ? [] : eye.filter(isReached);
	});
	return [...new Set([...treatment.anchors, ...pinned])].filter(isSeen);
}

/** Kernel of all pairs of `n` points (x, y in mm, interleaved), row-major, with the ridge. */
export function kernelMatrix(points: Float64Array, n: number, radius: number): Float64Array {
	const matrix = new Float64Array(n * n);
	for (let i = 0; i < n; i++) {
		for (let j = 0; j < i; j++) {
			const dx = points[2 * i]! - points[2 * j]!;
			const dy = points[2 * i + 1]! - points[2 * j + 1]!;
			matrix[i * n + j] = wendland(Math.hypot(dx, dy) / radius);
		}
		matrix[i * n + i] = 1 + RIDGE;
	}
	return matrix;
}
