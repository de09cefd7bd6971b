import type { Expression, Face } from '../face/index.ts';
import type { StudiedPhotograph, VisitPlace } from '../record/index.ts';
import { muscleOn, NO_RELAXATION, relaxationOf } from '../treatment/index.ts';
import type { Relaxation, TreatmentId } from '../treatment/index.ts';
import { restOf } from './at-rest.ts';

type Studio = {
	readonly session: { readonly photograph: { readonly face: Face } | null };
	readonly expression: Expression;
	readonly keeping: { readonly subject: { readonly visit: VisitPlace | null } };
};

/**
 * What a muscle treatment has to do with the lines of the open photograph: they are there at `rest`; the
 * muscle has `made` them, and gives way `towards` the photograph at rest, or would if there were one in
 * the visit (`alone`).
 */
export type LineWork = 'rest' | 'made' | 'towards' | 'alone';

/** Toxin on a frown, raised brows or a smile: towards the same patient's face at rest. */
export class Relaxing {
	/** The other photographs of the open one's visit, as they were when it was opened. */
	beside: readonly StudiedPhotograph[] = $state.raw([]);
	readonly #studio: Studio;

	constructor(studio: Studio) {
		this.#studio = studio;
	}

	readonly #rest: Face | null = $derived.by(() => {
		const { photograph } = this.#studio.session;
		return photograph === null ? null : restOf(photograph.face, this.beside);
	});

	/** Told anew when landmarks of the open photograph are put right. */
	readonly relaxation: Relaxation = $derived.by(() => {
		const { photograph } = this.#studio.session;
		if (photograph === null || this.#rest === null) return NO_RELAXATION;
		return relaxationOf(photograph.face, this.#studio.expression, this.#rest);
	});

	/** Null of other treatments, and where the face does something else. */
	workOn(id: TreatmentId): LineWork | null {
		const work = muscleOn(id, this.#studio.expression);
		if (work !== 'made') return work;
		if (id in this.relaxation) return 'towards';
		const isAlone = this.#rest === null && this.#studio.keeping.subject.visit !== null;
		return isAlone ? 'alone' : 'made';
	}
}
