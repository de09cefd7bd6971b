import type { Face } from '../../face/index.ts';
import type { Rect } from '../../geometry/index.ts';
import { treatment, type Plan, type Treatment, type TreatmentId } from '../../treatment/index.ts';
import type { FieldStep } from '../types.ts';
import { evaluateBasis } from './basis.ts';
import { landmarkAt } from './drive.ts';
import { solveSymmetric } from './kernel.ts';
import { kernelMatrix } from './solve.ts';

/** How far the surface rises per slider unit, mm: right and left interleaved, row-major. */
type Rise = Float32Array;

/** Slider values of a treatment as far as they are shown. */
type ShownRise = { readonly id: TreatmentId; readonly right: number; readonly left: number };

/**
 * The part of a plan's movement that the picture does not show: towards the camera. Solved with the
 * same kernels and anchors as the field, over `width` × `height` samples of `box` of the picture.
 */
export class DepthField {
	readonly #face: Face;
	readonly #box: Rect;
	readonly #width: number;
	readonly #height: number;
	readonly #rises = new Map<TreatmentId, Rise>();
	#last: { readonly shares: string; readonly rise: Float32Array<ArrayBuffer> | null } | null = null;

	constructor(face: Face, box: Rect, width: number, height: number) {
		this.#face = face;
		this.#box = box;
		this.#width = width;
		this.#height = height;
	}

	/**
	 * Rise of the surface towards the camera, mm, by those of the plan's treatments that `counts`
	 * names, as far as `step` shows them; null where nothing rises. The same rise as the last one is
	 * the same array, so that whoever lights it need not look at every sample.
	 */
	of(
		plan: Plan,
		step: FieldStep | null,
		counts: (id: TreatmentId) => boolean
	): Float32Array<ArrayBuffer> | null {
		const shown = Object.entries(plan).flatMap(([id, values]): ShownRise[] => {
			if (values === undefined || !counts(id) || (values.left === 0 && values.right === 0))
				return [];
			const share = shareShown(id, step);
			return [{ id, right: values.right * share, left: values.left * share }];
		});
		const shares = JSON.stringify(shown);
		if (this.#last?.shares !== shares) this.#last = { shares, rise: this.#sumOf(shown) };
		return this.#last.rise;
	}

	#sumOf(shown: readonly ShownRise[]): Float32Array<ArrayBuffer> | null {
		if (shown.length === 0) return null;
		const sum = new Float32Array(this.#width * this.#height);
		for (const { id, right, left } of shown) {
			const rise = this.#riseOf(id);
			for (let i = 0; i < sum.length; i++) {
				sum[i] = sum[i]! + right * rise[2 * i]! + left * rise[2 * i + 1]!;
			}
		}
		return sum;
	}

	#riseOf(id: TreatmentId): Rise {
		const known = this.#rises.get(id);
		if (known !== undefined) return known;
		const entry = treatment(id);
		const rise = evaluateBasis({
			nodes: this.#nodes(),
			inverseRadius: 1 / entry.radiusMm,
			columns: 2,
			...solveDepth(this.#face, entry)
		});
		this.#rises.set(id, rise);
		return rise;
	}

	/** Sample centres, mm from the corner of the face's box. */
	#nodes(): Float32Array<ArrayBuffer> {
		const { pxPerMm } = this.#face.scale;
		const nodes = new Float32Array(2 * this.#width * this.#height);
		const stepX = this.#box.width / this.#width;
		const stepY = this.#box.height / this.#height;
		for (let j = 0, at = 0; j < this.#height; j++) {
			for (let i = 0; i < this.#width; i++) {
				nodes[at++] = (this.#box.x + (i + 0.5) * stepX - this.#face.box.x) / pxPerMm;
				nodes[at++] = (this.#box.y + (j + 0.5) * stepY - this.#face.box.y) / pxPerMm;
			}
		}
		return nodes;
	}
}

function shareShown(id: TreatmentId, step: FieldStep | null): number {
	return (step?.scaledBack ?? [])
		.filter(({ treatments }) => treatments.includes(id))
		.reduce((share, { factor }) => share * factor, 1);
}

/** Kernels (mm from the corner of the face's box) whose sum rises as the handles do: mm per unit. */
function solveDepth(
	face: Face,
	{ handles, anchors, radiusMm }: Treatment
): {
	readonly points: Float32Array<ArrayBuffer>;
	readonly coefficients: Float32Array<ArrayBuffer>;
} {
	const isSeen = (landmark: number): boolean => face.visible[landmark] === 1;
	const driven = handles.filter(({ landmark }) => isSeen(landmark));
	const still = driven.length === 0 ? [] : anchors.filter(isSeen);
	const landmarks = [...driven.map(({ landmark }) => landmark), ...still];
	const points = new Float64Array(2 * landmarks.length);
	landmarks.forEach((landmark, k) => {
		const [x, y] = landmarkAt(face, landmark);
		points[2 * k] = (x - face.box.x) / face.scale.pxPerMm;
		points[2 * k + 1] = (y - face.box.y) / face.scale.pxPerMm;
	});
	const coefficients = new Float64Array(2 * landmarks.length);
	const r = face.pose.rotation;
	driven.forEach(({ d, right }, k) => {
		const forward = r[6] * d[0] + r[7] * d[1] + r[8] * d[2];
		coefficients[2 * k] = right * forward;
		coefficients[2 * k + 1] = (1 - right) * forward;
	});
	solveSymmetric(
		kernelMatrix(points, landmarks.length, radiusMm),
		coefficients,
		landmarks.length,
		2
	);
	return { points: Float32Array.from(points), coefficients: Float32Array.from(coefficients) };
}
