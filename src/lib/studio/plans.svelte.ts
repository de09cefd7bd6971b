import { planIsZero, treatment } from '../treatment/index.ts';
import type { Area, Plan, TreatmentId } from '../treatment/index.ts';
import {
	planOf,
	showsAnything,
	VARIANTS,
	withPlan,
	type ShownVariant,
	type StudioDocument
} from './document.ts';
import type { History } from './history.svelte.ts';
import {
	merged,
	onStep,
	treatmentIdsIn,
	valuesOf,
	withLinkedSides,
	without,
	withSide,
	type Side
} from './plan.ts';

/** The variants' plans, and what a hand does to the one on show. */
export class Plans {
	readonly variants = VARIANTS;
	readonly #history: History<StudioDocument>;

	constructor(history: History<StudioDocument>) {
		this.#history = history;
	}

	/** On show; empty while the photograph itself is. */
	readonly current: Plan = $derived.by(() => planOf(this.#history.present));
	readonly shown: ShownVariant = $derived.by(() => this.#history.present.shown);
	/** The plan on show changes the picture. */
	readonly hasIllustration: boolean = $derived(!planIsZero(this.current));
	/** Any variant would. */
	readonly hasWork: boolean = $derived.by(() => showsAnything(this.#history.present));
	/** Areas in which the plan on show does something. */
	readonly usedAreas: readonly Area[] = $derived(
		treatmentIdsIn(this.current).map((id) => treatment(id).area)
	);

	of(variant: (typeof VARIANTS)[number]): Plan {
		return this.#history.present.variants[variant];
	}

	show(variant: ShownVariant): void {
		const document = this.#history.present;
		if (document.shown !== variant) this.#history.change({ ...document, shown: variant });
	}

	/** While a slider is moved: shown at once, one undo step when it settles. */
	preview(id: TreatmentId, side: Side, value: number): void {
		const document = this.#history.present;
		const plan = withSide(this.current, treatment(id), side, value);
		this.#history.preview(withPlan(document, plan));
	}

	settle(id: TreatmentId, side: Side, value: number): void {
		if (this.#reads(id, side) !== onStep(treatment(id), value)) this.preview(id, side, value);
		this.#history.settle();
	}

	isLinked(id: TreatmentId): boolean {
		return !this.#history.present.unlinked.includes(id);
	}

	toggleLink(id: TreatmentId): void {
		const document = this.#history.present;
		if (this.isLinked(id)) {
			this.#history.change({ ...document, unlinked: [...document.unlinked, id] });
			return;
		}
		const unlinked = document.unlinked.filter((other) => other !== id);
		const plan = withLinkedSides(this.current, treatment(id));
		this.#history.change(withPlan({ ...document, unlinked }, plan));
	}

	reset(id: TreatmentId): void {
		this.#change(without(this.current, id));
	}

	resetAll(): void {
		this.#change({});
	}

	/** Lays a macro or a saved preset over the plan; sides that differ become free. */
	apply(addition: Plan): void {
		const document = this.#history.present;
		const apart = treatmentIdsIn(addition).filter((id) => {
			const { left, right } = valuesOf(addition, id);
			return left !== right && this.isLinked(id);
		});
		const unlinked = [...document.unlinked, ...apart];
		this.#history.change(withPlan({ ...document, unlinked }, merged(this.current, addition)));
	}

	#reads(id: TreatmentId, side: Side): number | null {
		const { left, right } = valuesOf(this.current, id);
		if (side === 'both') return left === right ? left : null;
		return side === 'left' ? left : right;
	}

	#change(plan: Plan): void {
		this.#history.change(withPlan(this.#history.present, plan));
	}
}
