/** The photograph on show: its face, its field, its person. A new one for every adoption. */
import type { Face } from '../face/index.ts';
import { contains, grow, type Rect } from '../geometry/index.ts';
import type { Pixels } from '../photo/index.ts';
import {
	isRelit,
	SkinModel,
	type Breathe,
	type FoldLine,
	type SkinClasses,
	type ToneStep
} from '../skin/index.ts';
import {
	coveringsOver,
	NO_RELAXATION,
	relaxedBy,
	treatment,
	type Coverings,
	type Plan,
	type Relaxation,
	type TreatmentId
} from '../treatment/index.ts';
import {
	buildPersonLayer,
	DepthField,
	FieldSolver,
	moveLandmarks,
	type AskedStep,
	type BasisEvaluator,
	type FieldStep,
	type PersonLayer
} from '../warp/index.ts';
import type { Segmentation } from './segmenter.ts';
import { withSkinHelper } from './skin-helper.ts';
import type { Illustration, PictureId, StepReport } from './types.ts';

/** The skin as it was found, and what rises towards the camera over it. */
type Skin = { readonly model: SkinModel; readonly depth: DepthField };

const UNTONED: ToneStep = { tone: null, changed: null };

/** Around the face's box, share of its side: hair, ears and neck, and background behind them. */
const SEGMENT_MARGIN = 0.3;

/** Who stands in the picture, and where: found once per picture. */
type Outline = { readonly segmentation: Segmentation; readonly person: PersonLayer };

/** What the field depends on. */
type Solvable = Pick<Illustration, 'plan' | 'relaxation'>;

export type SolvedPlan = {
	readonly step: FieldStep;
	readonly report: StepReport;
	readonly basisMs: number;
	readonly fieldMs: number;
};

export class Session {
	readonly id: PictureId;
	readonly picture: Pixels;
	readonly face: Face;
	readonly #evaluate: BasisEvaluator;
	#relaxation: Relaxation = NO_RELAXATION;
	/** Told by its words, since each job brings a copy. */
	#relaxationWords = JSON.stringify(NO_RELAXATION);
	#solver: FieldSolver;
	#outline: Outline | null = null;
	#skin: Skin | null = null;
	#last: { readonly plan: string; readonly solved: SolvedPlan } | null = null;

	/** `previous` lends its outline where it is of the same face, corrected. */
	constructor(
		id: PictureId,
		picture: Pixels,
		face: Face,
		evaluate: BasisEvaluator,
		previous: Session | null
	) {
		this.id = id;
		this.picture = picture;
		this.face = face;
		this.#evaluate = evaluate;
		const outline = previous?.picture === picture ? previous.#outline : null;
		if (outline !== null && contains(outline.segmentation.box, face.box)) this.#outline = outline;
		this.#solver = this.#newSolver();
	}

	get person(): PersonLayer | null {
		return this.#outline?.person ?? null;
	}

	/** The contour treatments whose contour shows; none before the segmentation. */
	get layers(): readonly TreatmentId[] {
		return this.#solver.contours;
	}

	/** Glasses and hair over what the treatments move; none before the segmentation. */
	get coverings(): Coverings {
		return this.#outline === null ? {} : coveringsOver(this.face, this.#outline.segmentation);
	}

	/** The part of the picture to be segmented. */
	get surroundings(): Rect {
		const { box } = this.face;
		return grow(box, SEGMENT_MARGIN * Math.max(box.width, box.height));
	}

	useSegmentation(segmentation: Segmentation): void {
		const { box, width, height, person } = segmentation;
		const alphaLowRes = { width, height, data: person };
		const layer = buildPersonLayer({ picture: this.picture, box, alphaLowRes });
		this.#outline = { segmentation, person: layer };
		this.#renewSolver();
	}

	/** Reads the skin, which takes about a second; nothing before the segmentation. */
	async readSkin(breathe: Breathe): Promise<void> {
		const { picture, face, skinClasses: classes } = this;
		if (classes === null) return;
		const model = await withSkinHelper((aside) =>
			SkinModel.analyse(picture, face, classes, aside, breathe)
		);
		const { width, height } = model.riseSize;
		this.#skin = { model, depth: new DepthField(face, model.box, width, height) };
	}

	/** The folds that can be drawn otherwise, as they were found; none before the skin was read. */
	get folds(): readonly FoldLine[] {
		return this.#skin?.model.folds ?? [];
	}

	/** What the plan, as `step` shows it, and the marks make of the skin; nothing before it was read. */
	toneOf({ plan, marks }: Illustration, step: FieldStep | null): ToneStep {
		if (this.#skin === null) return UNTONED;
		const { model, depth } = this.#skin;
		return model.tone(plan, marks, depth.of(plan, step, isRelit));
	}

	/** What the skin is read from besides the picture; nothing before the segmentation. */
	get skinClasses(): SkinClasses | null {
		if (this.#outline === null) return null;
		const { box, width, height, alpha } = this.#outline.person;
		return { ...this.#outline.segmentation, outline: { box, width, height, alpha } };
	}

	/** Solves the plan; the same plan again costs nothing. Null for a plan that moves nothing. */
	async solve({ plan, relaxation }: Solvable): Promise<SolvedPlan | null> {
		this.#relaxBy(relaxation);
		const solver = this.#solver;
		const solvable = solvableBy(solver, { plan, relaxation });
		const ids = Object.keys(solvable);
		if (ids.length === 0) return null;
		const key = JSON.stringify(solvable);
		if (this.#last?.plan === key) return this.#last.solved;
		const started = performance.now();
		await solver.prepare(ids);
		const prepared = performance.now();
		const step = solver.step(solvable);
		const solved = {
			step,
			report: {
				minJacobian: step.minJacobian,
				scaledBack: step.scaledBack,
				landmarks: moveLandmarks(this.face, step),
				readOuts: solver.readOuts(solvable, step)
			},
			basisMs: prepared - started,
			fieldMs: performance.now() - prepared
		};
		// The contours may have come while the bases were evaluated.
		if (solver === this.#solver) this.#last = { plan: key, solved };
		return solved;
	}

	/** The field alone; a still one for a plan that moves nothing. */
	async stepOf(plan: Plan): Promise<AskedStep> {
		const asked = { plan, relaxation: NO_RELAXATION };
		this.#relaxBy(NO_RELAXATION);
		const solver = this.#solver;
		const solved = await this.solve(asked);
		if (solved === null) return { ...solver.step({}), minJacobianAsked: 1 };
		return { ...solved.step, minJacobianAsked: solver.minJacobianAsked(solvableBy(solver, asked)) };
	}

	/** The report of the photograph itself. */
	get unmoved(): StepReport {
		return {
			minJacobian: 1,
			scaledBack: [],
			landmarks: Float64Array.from(this.face.landmarks),
			readOuts: {}
		};
	}

	/**
	 * Person alpha over the whole picture, its fringe (1) included: 255 = person, or not known because it
	 * was not looked at.
	 */
	personMask(): Uint8Array | null {
		const layer = this.person;
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

	/** Which landmarks relax, and by how much, changes with the photographs of the visit, not with sliders. */
	#relaxBy(relaxation: Relaxation): void {
		const words = JSON.stringify(relaxation);
		if (words === this.#relaxationWords) return;
		this.#relaxationWords = words;
		this.#relaxation = relaxation;
		this.#renewSolver();
	}

	#renewSolver(): void {
		this.#solver = this.#newSolver();
		this.#last = null;
	}

	#newSolver(): FieldSolver {
		return new FieldSolver(this.face, relaxedBy(this.#relaxation), {
			mask: this.#outline?.segmentation ?? null,
			evaluate: this.#evaluate
		});
	}
}

/** Without what does not move, and without contours that were not found (yet). */
function solvableBy(solver: FieldSolver, { plan, relaxation }: Solvable): Plan {
	const contours = new Set(solver.contours);
	return Object.fromEntries(
		Object.entries(plan).filter(
			([id, values]) =>
				values !== undefined &&
				(values.left !== 0 || values.right !== 0) &&
				(treatment(id).kind === 'warp' || contours.has(id) || id in relaxation)
		)
	);
}
