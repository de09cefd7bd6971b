import { toAppError } from '../errors.ts';
import type { Engine, Illustration } from '../engine/index.ts';
import type { Size } from '../geometry/index.ts';
import { clampValues, treatment, type Plan } from '../treatment/index.ts';
import type { Live } from './live.svelte.ts';
import type { Plans } from './plans.svelte.ts';
import type { Session } from './session.svelte.ts';
import type { View } from './view.svelte.ts';

type Studio = {
	readonly plans: Plans;
	readonly view: View;
	readonly live: Live;
	readonly session: Session;
	readonly illustration: Illustration;
};

/** Shares of the plan as it is set: less of it, itself, and more, as far as a range goes. */
const STRENGTHS = [
	['cautious', 0.6],
	['planned', 1],
	['upper', 1.4]
] as const;
type Strength = (typeof STRENGTHS)[number][0];

type Part = { readonly strength: Strength; readonly plan: Plan };

/** The same treatments in three strengths, side by side: how much of it is to be talked about. */
export class Triptych {
	/** They are looked at, or being drawn: the single picture is not drawn meanwhile. */
	isOpen = $state(false);
	/** From the least to the most. */
	readonly parts: readonly Part[] = $derived.by(() =>
		STRENGTHS.map(([strength, share]) => ({
			strength,
			plan: scaled(this.#studio.plans.current, share)
		}))
	);
	/** Drawn so far, in the order of `parts`. */
	pictures: readonly ImageBitmap[] = $state.raw([]);
	readonly #engine: Engine;
	readonly #studio: Studio;
	#drawing = 0;

	constructor(engine: Engine, studio: Studio) {
		this.#engine = engine;
		this.#studio = studio;
	}

	open(): void {
		this.isOpen = true;
	}

	/** Draws them so large, device pixels each; those drawn in another size go. */
	async draw(pane: Size): Promise<void> {
		const { view, illustration, session } = this.#studio;
		const drawing = ++this.#drawing;
		this.#release();
		try {
			for (const { plan } of this.parts) {
				const frame = view.portrait(pane);
				if (frame === null) return;
				const shown = await this.#engine.show({ ...illustration, plan, frame });
				if (drawing !== this.#drawing) {
					shown?.bitmap.close();
					return;
				}
				if (shown !== null) this.pictures = [...this.pictures, shown.bitmap];
			}
		} catch (error) {
			session.fail(toAppError(error, 'engine.failed'));
		}
	}

	close(): void {
		this.#drawing += 1;
		this.isOpen = false;
		this.#release();
		this.#studio.live.again();
	}

	#release(): void {
		for (const bitmap of this.pictures) bitmap.close();
		this.pictures = [];
	}
}

function scaled(plan: Plan, share: number): Plan {
	const entries = Object.entries(plan).flatMap(([id, values]) => {
		if (values === undefined) return [];
		const { left, right } = values;
		return [[id, clampValues(treatment(id), { left: share * left, right: share * right })]];
	});
	return Object.fromEntries(entries) as Plan;
}
