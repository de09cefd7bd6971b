/**
 * The photograph on show: its face, its field, its renderer. One session per adopted picture; the
 * renderer outlives sessions.
 */
import { AppError } from '../errors.ts';
import type { Face } from '../face/index.ts';
import type { Pixels } from '../photo/index.ts';
import { TREATMENTS, type Plan, type TreatmentId } from '../treatment/index.ts';
import {
	buildPersonLayer,
	FieldSolver,
	moveLandmarks,
	type BasisEvaluator,
	type FieldStep,
	type PersonLayer
} from '../warp/index.ts';
import type { Segmentation } from './segmenter.ts';
import type { StepReport } from './types.ts';

/** Hair, ears and neck beyond the face's box, for the contours and the background behind them. */
const SEGMENT_MARGIN = 0.3;

export type SolvedPlan = {
	readonly step: FieldStep;
	readonly report: StepReport;
	readonly basisMs: number;
	readonly fieldMs: number;
};

export class Session {
	readonly picture: Pixels;
	readonly face: Face;
	readonly #evaluate: BasisEvaluator | undefined;
	#solver: FieldSolver;
	#person: PersonLayer | null = null;
	#last: { readonly key: string; readonly solved: SolvedPlan } | null = null;

	constructor(picture: Pixels, face: Face, evaluate: BasisEvaluator | undefined) {
		this.picture = picture;
		this.face = face;
		this.#evaluate = evaluate;
		this.#solver = this.#newSolver(null);
	}

	get person(): PersonLayer | null {
		return this.#person;
	}

	/** The part of the picture to be segmented. */
	get surroundings(): { x: number; y: number; width: number; height: number } {
		const { x, y, width, height } = this.face.box;
		const margin = SEGMENT_MARGIN * Math.max(width, height);
		return {
			x: x - margin,
			y: y - margin,
			width: width + 2 * margin,
			height: height + 2 * margin
		};
	}

	/** The contour treatments whose contour shows, from now on solvable. */
	useSegmentation(segmentation: Segmentation): readonly TreatmentId[] {
		const { box, width, height, person } = segmentation;
		this.#person = buildPersonLayer({
			picture: this.picture,
			box,
			alphaLowRes: { width, height, data: Float32Array.from(person) }
		});
		this.#solver = this.#newSolver(segmentation);
		this.#last = null;
		return this.#solver.contours;
	}

	/** Solves the plan; the same plan again costs nothing. Null for a plan that moves nothing. */
	async solve(plan: Plan): Promise<SolvedPlan | null> {
		const able = this.#able(plan);
		const ids = Object.keys(able);
		if (ids.length === 0) return null;
		const key = JSON.stringify(able);
		if (this.#last?.key === key) return this.#last.solved;
		const started = performance.now();
		await this.#solver.prepare(ids);
		const prepared = performance.now();
		const step = this.#solver.step(able);
		const fieldMs = performance.now() - prepared;
		const solved = {
			step,
			report: {
				minJacobian: step.minJacobian,
				minJacobianAsked: step.minJacobianAsked,
				scaledBack: step.scaledBack,
				landmarks: moveLandmarks(this.face, step),
				readOuts: this.#solver.readOuts(able, step)
			},
			basisMs: prepared - started,
			fieldMs
		};
		this.#last = { key, solved };
		return solved;
	}

	/** The field alone; a still one for a plan that moves nothing. */
	async stepOf(plan: Plan): Promise<FieldStep> {
		return (await this.solve(plan))?.step ?? this.#solver.step({});
	}

	/** The report of the photograph itself. */
	get unmoved(): StepReport {
		return {
			minJacobian: 1,
			minJacobianAsked: 1,
			scaledBack: [],
			landmarks: Float64Array.from(this.face.landmarks),
			readOuts: {}
		};
	}

	/** Person alpha over the whole picture: 255 = person, or unknown because outside the mask. */
	personMask(): Uint8Array | null {
		const layer = this.#person;
		if (layer === null) return null;
		const { width, height } = this.picture;
		const mask = new Uint8Array(width * height).fill(255);
		const place = (at: number, start: number, length: number, count: number): number =>
			Math.floor(((at + 0.5 - start) / length) * count);
		for (let y = 0; y < height; y++) {
			const row = place(y, layer.box.y, layer.box.height, layer.height);
			if (row < 0 || row >= layer.height) continue;
			for (let x = 0; x < width; x++) {
				const column = place(x, layer.box.x, layer.box.width, layer.width);
				if (column < 0 || column >= layer.width) continue;
				mask[y * width + x] = layer.alpha[row * layer.width + column] ?? 255;
			}
		}
		return mask;
	}

	/** A contour treatment waits for the segmentation, and needs its contour to show. */
	#able(plan: Plan): Plan {
		const contours = new Set(this.#solver.contours);
		const ready = (id: TreatmentId): boolean =>
			TREATMENTS.find((treatment) => treatment.id === id)?.kind === 'warp' || contours.has(id);
		return Object.fromEntries(
			Object.entries(plan).filter(
				([id, values]) =>
					values !== undefined && (values.left !== 0 || values.right !== 0) && ready(id)
			)
		);
	}

	#newSolver(mask: Segmentation | null): FieldSolver {
		return new FieldSolver(this.face, TREATMENTS, {
			mask,
			...(this.#evaluate === undefined ? {} : { evaluate: this.#evaluate })
		});
	}
}

export function requireSession(session: Session | null): Session {
	if (session === null) throw new AppError('engine.no-photo');
	return session;
}
