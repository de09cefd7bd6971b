import { isTreatmentId, treatment, TREATMENTS } from './catalogue.ts';
import type { Plan, SideValues, Treatment, TreatmentId } from './types.ts';

const ZERO: SideValues = { left: 0, right: 0 };

function isZero({ left, right }: SideValues): boolean {
	return left === 0 && right === 0;
}

/** Inside the treatment's range; the two sides of a treatment that has one slider are their mean. */
export function clampValues(
	{ range, independentSides }: Treatment,
	{ left, right }: SideValues
): SideValues {
	const clamp = (value: number) =>
		Number.isFinite(value) ? Math.min(range[1], Math.max(range[0], value)) + 0 : 0;
	if (independentSides) return { left: clamp(left), right: clamp(right) };
	const middle = clamp((left + right) / 2);
	return { left: middle, right: middle };
}

/**
 * The one form of all plans that order the same: in catalogue order, in range, without treatments
 * that do nothing or that the catalogue does not know. Equal plans are then equal as JSON.
 */
export function normalisePlan(plan: Plan): Plan {
	const entries = TREATMENTS.flatMap((entry): [TreatmentId, SideValues][] => {
		const values = clampValues(entry, plan[entry.id] ?? ZERO);
		return isZero(values) ? [] : [[entry.id, values]];
	});
	return Object.fromEntries(entries);
}

export function planIsZero(plan: Plan): boolean {
	return Object.values(plan).every((values) => values === undefined || isZero(values));
}

/** The plan with one side of a treatment set; a treatment with one slider moves as a whole. */
export function setSide(
	plan: Plan,
	id: TreatmentId,
	side: 'left' | 'right' | 'both',
	value: number
): Plan {
	const entry = treatment(id);
	const whole = side === 'both' || !entry.independentSides;
	const both = { left: value, right: value };
	const values = whole ? both : { ...(plan[id] ?? ZERO), [side]: value };
	return normalisePlan({ ...plan, [id]: values });
}

/** Does the treatment carry the face sideways, so that its mirror image goes the other way? */
function isLateral({ handles }: Treatment): boolean {
	const across = handles.reduce((sum, { d }) => sum + d[0], 0);
	const total = handles.reduce((sum, { d }) => sum + Math.abs(d[0]), 0);
	return Math.abs(across) > 0.5 * total;
}

/** What the plan is on the mirrored photograph. */
export function mirrorPlan(plan: Plan): Plan {
	const mirrored = Object.entries(plan).flatMap(([id, values]) => {
		if (values === undefined || !isTreatmentId(id)) return [];
		const sign = isLateral(treatment(id)) ? -1 : 1;
		return [[id, { left: sign * values.right, right: sign * values.left }] as const];
	});
	return normalisePlan(Object.fromEntries(mirrored));
}
