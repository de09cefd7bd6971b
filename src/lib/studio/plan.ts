import { normalisePlan, setSide } from '../treatment/index.ts';
import type { Plan, SideValues, Treatment, TreatmentId } from '../treatment/index.ts';
import type { ScaledBack } from '../warp/index.ts';

export type Side = 'left' | 'right' | 'both';

/** Treatments that are shown with less than was asked, for one reason. */
export type HeldBack = Pick<ScaledBack, 'reason' | 'treatments'>;

const ZERO: SideValues = { left: 0, right: 0 };

/** The step of a treatment's slider, in its unit. */
export function stepOf(treatment: Treatment): number {
	if (treatment.unit === '%') return 1;
	return treatment.unit === 'deg' ? 0.5 : 0.1;
}

/** On the slider's step and in its range: what a hand or a keyboard enters becomes this. */
export function onStep(treatment: Treatment, value: number): number {
	const [low, high] = treatment.range;
	const step = stepOf(treatment);
	const stepped = Math.round(Math.round(value / step) * step * 100) / 100;
	return Math.min(high, Math.max(low, stepped)) + 0;
}

export function valuesOf(plan: Plan, id: TreatmentId): SideValues {
	return plan[id] ?? ZERO;
}

export function withSide(plan: Plan, treatment: Treatment, side: Side, value: number): Plan {
	return setSide(plan, treatment.id, side, onStep(treatment, value));
}

export function without(plan: Plan, id: TreatmentId): Plan {
	return normalisePlan({ ...plan, [id]: ZERO });
}

/** Both sides at their mean: what linking does to a treatment whose sides differ. */
export function withLinkedSides(plan: Plan, treatment: Treatment): Plan {
	const { left, right } = valuesOf(plan, treatment.id);
	return withSide(plan, treatment, 'both', (left + right) / 2);
}

/** `addition` laid over `plan`: its treatments replace, the others stay. */
export function merged(plan: Plan, addition: Plan): Plan {
	return normalisePlan({ ...plan, ...addition });
}

export function treatmentIdsIn(plan: Plan): readonly TreatmentId[] {
	return Object.keys(plan);
}

/** What of the plan is held back, one entry for each reason; the armed treatment comes first. */
export function heldBackIn(
	plan: Plan,
	scaledBack: readonly ScaledBack[],
	armed: TreatmentId
): readonly HeldBack[] {
	const rank = (id: TreatmentId) => (id === armed ? 0 : 1);
	return (['cap', 'fold'] as const)
		.map((reason) => ({
			reason,
			treatments: scaledBack
				.filter((entry) => entry.reason === reason)
				.flatMap((entry) => entry.treatments)
				.filter((id) => id in plan)
				.sort((one, other) => rank(one) - rank(other))
		}))
		.filter(({ treatments }) => treatments.length > 0)
		.sort((one, other) => rank(one.treatments[0] ?? '') - rank(other.treatments[0] ?? ''));
}
