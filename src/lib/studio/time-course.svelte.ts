import { courseSources, planAfter, weeksOf } from '../treatment/index.ts';
import type { CourseSource, Plan } from '../treatment/index.ts';
import type { Plans } from './plans.svelte.ts';
import type { View } from './view.svelte.ts';

type Sources = { readonly plans: Plans; readonly view: View };

/** How long after the treatment the plan is shown. Part of how it is looked at, not of the document. */
export class TimeCourse {
	readonly #sources: Sources;
	#chosen: number | null = $state(null);

	constructor(sources: Sources) {
		this.#sources = sources;
	}

	/** Weeks at which there are figures for all of the plan on show; without any there is no choice. */
	readonly offered: readonly number[] = $derived.by(() => weeksOf(this.#sources.plans.current));

	/** On show; null = the plan as it was set, and always before the patient. */
	readonly weeks: number | null = $derived.by(() => {
		const isOffered = this.#chosen !== null && this.offered.includes(this.#chosen);
		return isOffered && !this.#sources.view.patient ? this.#chosen : null;
	});

	/** The plan as it shows at that time. */
	readonly plan: Plan = $derived.by(() => {
		const { current } = this.#sources.plans;
		return this.weeks === null ? current : planAfter(current, this.weeks);
	});

	/** Where the figures come from. */
	readonly figures: readonly CourseSource[] = $derived.by(() =>
		courseSources(this.#sources.plans.current)
	);

	choose(weeks: number | null): void {
		this.#chosen = weeks;
	}
}
