import { toAppError } from '../errors.ts';
import type { StudioDocument } from './document.ts';
import type { Live } from './live.svelte.ts';
import type { Session } from './session.svelte.ts';

type FaceParts = Pick<StudioDocument, 'landmarks' | 'scale'>;

/** Keeps the engine's face at the document's landmarks and scale, also through undo. */
export class FaceFollower {
	readonly #session: Session;
	readonly #live: Live;
	#adopted: FaceParts;

	constructor(session: Session, live: Live, adopted: FaceParts) {
		this.#session = session;
		this.#live = live;
		this.#adopted = adopted;
	}

	/** The session has adopted these itself: another photograph. */
	restart(adopted: FaceParts): void {
		this.#adopted = adopted;
	}

	follow({ landmarks, scale }: FaceParts): void {
		const adopted = this.#adopted;
		if (landmarks === adopted.landmarks && scale === adopted.scale) return;
		this.#adopted = { landmarks, scale };
		this.#session.readopt(landmarks, scale).then(
			() => this.#live.again(),
			(error: unknown) => this.#session.fail(toAppError(error, 'engine.failed'))
		);
	}
}
