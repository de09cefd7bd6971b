import { treatment } from './catalogue.ts';
import { clampValues, normalisePlan } from './plan.ts';
import type { Plan, SideValues, TreatmentId } from './types.ts';

/**
 * MASS_BR, DONATH, PRACTICE: sources of the catalogue. FILLER: Davis et al. 2025 Plast
 * Reconstr Surg, doi 10.1097/PRS.0000000000012135 (101 women, 3D; of the volume right after injection
 * 79.2 % kept in malars and midface, 37.2 % in the lips at 12 weeks).
 */
export type CourseSource = 'MASS_BR' | 'DONATH' | 'PRACTICE' | 'FILLER';

type Course = {
	readonly source: CourseSource;
	/** [weeks after the treatment, share of the full effect 0–1], at the weeks that were measured. */
	readonly shares: readonly (readonly [number, number])[];
};

/** Lower third of the face by the largest change, −12.0 %. */
const MASSETER: Course = {
	source: 'MASS_BR',
	shares: [
		[0, 0],
		[2, 3.9 / 12],
		[4, 5.3 / 12],
		[12, 1],
		[24, 5.5 / 12]
	]
};
/** Nothing on the day, all of it after two weeks; how it fades was not found measured. */
const TOXIN: Course = {
	source: 'PRACTICE',
	shares: [
		[0, 0],
		[2, 1]
	]
};
const LIP_FILLER: Course = {
	source: 'FILLER',
	shares: [
		[0, 1],
		[12, 0.372]
	]
};
const MIDFACE_FILLER: Course = {
	source: 'FILLER',
	shares: [
		[0, 1],
		[12, 0.792]
	]
};
/** 85 % of the volume at 14.4 months. */
const TEAR_TROUGH: Course = {
	source: 'DONATH',
	shares: [
		[0, 1],
		[63, 0.85]
	]
};

const COURSES: ReadonlyMap<TreatmentId, Course> = new Map([
	['lip_upper_volume', LIP_FILLER],
	['lip_lower_volume', LIP_FILLER],
	['jaw_masseter', MASSETER],
	['cheek_malar', MIDFACE_FILLER],
	['tear_trough', TEAR_TROUGH],
	['lines_forehead', TOXIN],
	['lines_glabella', TOXIN],
	['lines_crows_feet', TOXIN],
	['lines_bunny', TOXIN],
	['lines_chin', TOXIN]
]);

/**
 * How much of a treatment's full effect shows so many weeks after it, 0–1; null where no figure was
 * found for just that time. Nothing is made up between figures.
 */
export function shareAfter(id: TreatmentId, weeks: number): number | null {
	return COURSES.get(id)?.shares.find(([at]) => at === weeks)?.[1] ?? null;
}

/** The weeks at which there is a figure for every treatment of the plan, ascending. */
export function weeksOf(plan: Plan): readonly number[] {
	const [first, ...others] = Object.keys(plan);
	const weeks = COURSES.get(first ?? '')?.shares.map(([at]) => at) ?? [];
	return weeks.filter((at) => others.every((id) => shareAfter(id, at) !== null));
}

/** Where the figures for a plan come from, each source once. */
export function courseSources(plan: Plan): readonly CourseSource[] {
	const sources = Object.keys(plan).flatMap((id) => COURSES.get(id)?.source ?? []);
	return [...new Set(sources)];
}

/** The plan as it shows so many weeks after; RangeError unless these are among `weeksOf(plan)`. */
export function planAfter(plan: Plan, weeks: number): Plan {
	const shown = Object.entries(plan).map(([id, values]) => {
		const share = shareAfter(id, weeks);
		if (share === null) throw new RangeError(`no figure for ${id} after ${weeks} weeks`);
		return [id, scaled(id, values ?? { left: 0, right: 0 }, share)] as const;
	});
	return normalisePlan(Object.fromEntries(shown));
}

function scaled(id: TreatmentId, { left, right }: SideValues, share: number): SideValues {
	return clampValues(treatment(id), { left: share * left, right: share * right });
}
