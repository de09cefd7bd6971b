import { AppError } from '../../errors.ts';
import type { ClassMask, Face } from '../../face/index.ts';
import type { Rect, Vec2 } from '../../geometry/index.ts';
import type { Plan, SideValues, Treatment, TreatmentId } from '../../treatment/index.ts';
import type { FieldStep, ScaledBack } from '../types.ts';
import { velocityFactors, type Active, type Prepared } from './active.ts';
import { basisOver, evaluateBasis, type BasisEvaluator } from './basis.ts';
import { holdCaps, personalLimits } from './caps.ts';
import { contourHandles } from './contour.ts';
import { visiblePrimary, type DrivenPoint } from './drive.ts';
import { earPoints } from './ears.ts';
import { Flow } from './flow.ts';
import { withoutFolds } from './folds.ts';
import { tabulateGains } from './gain.ts';
import { latticeOver, type Lattice } from './grid.ts';
import { readOut, strongest, type ReadOut } from './read-outs.ts';
import { solveTreatment } from './solve.ts';

export type FieldOptions = {
	/** Without it no treatment that moves a contour can be prepared, and ears are not held still. */
	readonly mask?: ClassMask | null;
	/** Plain TypeScript unless given. */
	readonly evaluate?: BasisEvaluator;
};

/** A lattice and what was prepared for it. */
type Ground = { readonly lattice: Lattice; readonly prepared: Map<TreatmentId, Prepared> };

/**
 * The displacement field of one face: owns everything that is solved once per photograph.
 * Treatments are prepared when first asked for; a step then costs milliseconds.
 *
 * Contours (hairline, ears, neck) lie near or beyond the face's box. A plan that moves one is solved
 * over a box that holds them, every other plan over the face's own, finer one.
 */
export class FieldSolver {
	readonly #face: Face;
	readonly #treatments: ReadonlyMap<TreatmentId, Treatment>;
	readonly #contours: ReadonlyMap<TreatmentId, readonly DrivenPoint[]>;
	readonly #ears: readonly Vec2[];
	readonly #evaluate: BasisEvaluator;
	readonly #flow = new Flow();
	readonly #faceGround: Ground;
	readonly #wideGround: Ground;

	constructor(face: Face, treatments: readonly Treatment[], options: FieldOptions = {}) {
		this.#face = face;
		this.#treatments = new Map(treatments.map((treatment) => [treatment.id, treatment]));
		this.#evaluate = options.evaluate ?? evaluateBasis;
		const mask = options.mask ?? null;
		this.#contours = findContours(face, treatments, mask);
		this.#ears = mask === null ? [] : earPoints(face, mask);
		const { pxPerMm } = face.scale;
		const wide = boxAround(face, this.#treatments, this.#contours);
		this.#faceGround = { lattice: latticeOver(face.box, pxPerMm), prepared: new Map() };
		this.#wideGround = { lattice: latticeOver(wide, pxPerMm), prepared: new Map() };
	}

	/** The contour treatments whose contour shows in this photograph. */
	get contours(): readonly TreatmentId[] {
		return [...this.#contours.keys()];
	}

	/**
	 * Solves what a plan of these treatments needs: to be called with the treatments of every plan
	 * before its step. What is solved already costs nothing. Throws `unexpected` for a treatment that
	 * is unknown or whose contour does not show.
	 */
	async prepare(ids: readonly TreatmentId[]): Promise<void> {
		const wide = this.#groundOf(ids);
		for (const id of ids) {
			const grounds = this.#contours.has(id) ? [wide] : new Set([this.#faceGround, wide]);
			for (const ground of grounds) {
				if (!ground.prepared.has(id)) ground.prepared.set(id, await this.#solve(id, ground));
			}
		}
	}

	/** Solves one plan. Throws `unexpected` where its treatments were not prepared together. */
	step(plan: Plan): FieldStep {
		const asked = moved(plan);
		const { lattice, prepared } = this.#groundOf(asked.map(({ id }) => id));
		const active = activeOf(asked, prepared);
		const flow = this.#flow;
		const refresh = velocityOf(active, flow);
		holdCaps(active, this.#face, lattice, flow, refresh);
		const held = active.map(slidersOf);
		const { u, jacobian } = withoutFolds(active, flow, refresh);
		const backward = flow.toField(u, lattice);
		const forward = flow.toField(flow.integrate(1), lattice);
		const scaledBack = [
			...scaledBackBetween(asked, held, 'cap'),
			...scaledBackBetween(held, active.map(slidersOf), 'fold')
		];
		return { backward, forward, minJacobian: jacobian, scaledBack };
	}

	/** Smallest Jacobian of what a plan asks for, with nothing held back. Throws as `step`. */
	minJacobianAsked(plan: Plan): number {
		const asked = moved(plan);
		const { prepared } = this.#groundOf(asked.map(({ id }) => id));
		velocityOf(activeOf(asked, prepared), this.#flow);
		return this.#flow.smallestJacobian(this.#flow.integrate(-1)).value;
	}

	/** What the plan's treatments do in a step: by the sum of all, as the patient would see it. */
	readOuts(plan: Plan, step: FieldStep): Readonly<Record<TreatmentId, ReadOut>> {
		const asked = moved(plan);
		const { prepared } = this.#groundOf(asked.map(({ id }) => id));
		const { pxPerMm } = this.#face.scale;
		return Object.fromEntries(
			asked.flatMap(({ id, values }) => {
				const found = prepared.get(id);
				return found ? [[id, readOut(found.points, pxPerMm, values, step.forward)]] : [];
			})
		);
	}

	#groundOf(ids: readonly TreatmentId[]): Ground {
		return ids.some((id) => this.#contours.has(id)) ? this.#wideGround : this.#faceGround;
	}

	async #solve(id: TreatmentId, { lattice }: Ground): Promise<Prepared> {
		const treatment = this.#treatments.get(id);
		const contour = this.#contours.get(id) ?? [];
		if (!treatment || (treatment.kind === 'layer' && contour.length === 0)) {
			throw new AppError('unexpected', { details: { treatment: id } });
		}
		const face = this.#face;
		const { gates, range } = treatment;
		const still = gates['freeze_mask'] === 'ears' ? this.#ears : [];
		const solved = solveTreatment(face, treatment, contour, still);
		const largest = Math.max(...range.map(Math.abs));
		const basis = await basisOver(lattice, face, solved, largest, this.#evaluate);
		const primary = visiblePrimary(face, treatment);
		const points = primary.length > 0 ? primary : strongest(contour);
		const gains = tabulateGains(lattice, basis, points, range, this.#flow);
		return { treatment, basis, gains, points, limits: personalLimits(face, treatment) };
	}
}

function activeOf(
	asked: readonly Sliders[],
	prepared: ReadonlyMap<TreatmentId, Prepared>
): Active[] {
	return asked.map(({ id, values }) => {
		const found = prepared.get(id);
		if (!found) throw new AppError('unexpected', { details: { unprepared: id } });
		return { prepared: found, right: values.right, left: values.left };
	});
}

/**
 * Puts the sliders' sum into the flow; the function returned puts in what has changed since, which is
 * little: caps and folds hold back single sliders.
 */
function velocityOf(active: readonly Active[], flow: Flow): () => void {
	flow.clear();
	const held = active.map(velocityFactors);
	active.forEach(({ prepared }, i) => {
		flow.add(prepared.basis, ...held[i]!);
	});
	return () => {
		active.forEach((one, i) => {
			const [right, left] = velocityFactors(one);
			const [heldRight, heldLeft] = held[i]!;
			if (right === heldRight && left === heldLeft) return;
			flow.add(one.prepared.basis, right - heldRight, left - heldLeft);
			held[i] = [right, left];
		});
	};
}

type Sliders = { readonly id: TreatmentId; readonly values: SideValues };

const slidersOf = ({ prepared, right, left }: Active): Sliders => ({
	id: prepared.treatment.id,
	values: { right, left }
});

/** The plan's treatments that are not at zero. */
function moved(plan: Plan): Sliders[] {
	return Object.entries(plan).flatMap(([id, values]) =>
		values && (values.left !== 0 || values.right !== 0) ? [{ id, values }] : []
	);
}

/** What was taken back from each slider, treatments with the same factor together. */
function scaledBackBetween(
	before: readonly Sliders[],
	after: readonly Sliders[],
	reason: ScaledBack['reason']
): ScaledBack[] {
	const found: { treatments: TreatmentId[]; factor: number }[] = [];
	const share = (now: number, then: number): number => (then === 0 ? 1 : now / then);
	before.forEach(({ id, values }, i) => {
		const now = after[i]!.values;
		const factor = Math.min(share(now.right, values.right), share(now.left, values.left));
		if (factor >= 1) return;
		const alike = found.find((entry) => Math.abs(entry.factor - factor) < 1e-6);
		if (alike) alike.treatments.push(id);
		else found.push({ treatments: [id], factor });
	});
	return found.map((entry) => ({ reason, ...entry }));
}

function findContours(
	face: Face,
	treatments: readonly Treatment[],
	mask: ClassMask | null
): ReadonlyMap<TreatmentId, readonly DrivenPoint[]> {
	const contours = new Map<TreatmentId, readonly DrivenPoint[]>();
	for (const treatment of treatments) {
		if (treatment.kind !== 'layer' || mask === null) continue;
		const handles = contourHandles(treatment, face, mask);
		if (handles !== null) contours.set(treatment.id, handles);
	}
	return contours;
}

/** The face's box, grown to hold all that the contours' kernels reach. */
function boxAround(
	face: Face,
	treatments: ReadonlyMap<TreatmentId, Treatment>,
	contours: ReadonlyMap<TreatmentId, readonly DrivenPoint[]>
): Rect {
	let [left, top] = [face.box.x, face.box.y];
	let [right, bottom] = [left + face.box.width, top + face.box.height];
	for (const [id, handles] of contours) {
		const reach = (treatments.get(id)?.radiusMm ?? 0) * face.scale.pxPerMm;
		for (const { at } of handles) {
			left = Math.min(left, at[0] - reach);
			right = Math.max(right, at[0] + reach);
			top = Math.min(top, at[1] - reach);
			bottom = Math.max(bottom, at[1] + reach);
		}
	}
	return { x: left, y: top, width: right - left, height: bottom - top };
}
