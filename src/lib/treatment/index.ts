export * from './types.ts';
export { AREAS, isTreatmentId, treatment, TREATMENTS } from './catalogue.ts';
export { coveringsOver } from './coverings.ts';
export { isInjectable } from './injectables.ts';
export { clampValues, mirrorPlan, normalisePlan, planIsZero, setSide } from './plan.ts';
export { COMMON_TREATMENTS, MACROS } from './presets.ts';
export {
	coveringsRelaxed,
	isRestOf,
	muscleOn,
	NO_RELAXATION,
	relaxationOf,
	relaxedBy,
	type Relaxation
} from './relaxation.ts';
export { courseSources, planAfter, shareAfter, weeksOf, type CourseSource } from './time-course.ts';
export { visibilityIn } from './visibility.ts';
