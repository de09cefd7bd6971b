import { untrack } from 'svelte';
import type { Selection } from './catalogue.svelte.ts';
import type { Live } from './live.svelte.ts';
import { arrowsOf, glowOf, type Arrow, type Glow } from './overlay.ts';
import type { Plans } from './plans.svelte.ts';
import type { Session } from './session.svelte.ts';
import type { View } from './view.svelte.ts';

type Sources = {
	readonly session: Session;
	readonly view: View;
	readonly selection: Selection;
	readonly plans: Plans;
	readonly live: Live;
};

/** What is drawn over the picture, in stage pixels. */
export class Overlays {
	/** Arrows with millimetres, while held. */
	explaining = $state(false);
	readonly #sources: Sources;

	constructor(sources: Sources) {
		this.#sources = sources;
	}

	/** The touched area, for its glow. */
	readonly glow: Glow | null = $derived.by(() => {
		const { session, view, selection } = this.#sources;
		const { touched } = selection;
		// One glow per touch: it does not start again when the picture moves under it.
		return untrack(() => {
			const { face } = session.photograph ?? {};
			const { transform, picture } = view;
			if (touched === null || !face || transform === null || picture === null) return null;
			return glowOf(face, touched.area, transform, picture);
		});
	});

	/** How the surface moves in the illustration, for the curious. */
	readonly arrows: readonly Arrow[] = $derived.by(() => {
		const { session, view, plans, live } = this.#sources;
		const { face } = session.photograph ?? {};
		const { transform, picture } = view;
		const { report } = live;
		if (!this.explaining || !face || !report || transform === null || picture === null) return [];
		return arrowsOf(face, report.landmarks, plans.current, transform, picture);
	});
}
