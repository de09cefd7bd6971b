import { toAppError } from '../errors.ts';
import type { FaceParts } from './document.ts';
import type { Session } from './session.svelte.ts';

/** Keeps the open photograph's face at what the document says of it, also through undo. */
export class FaceFollower {
	readonly #session: Session;
	readonly #onRemade: () => void;
	#wanted: FaceParts;
	#isRunning = false;

	constructor(session: Session, wanted: FaceParts, onRemade: () => void) {
		this.#session = session;
		this.#wanted = wanted;
		this.#onRemade = onRemade;
	}

	/** Another photograph has been opened with these. */
	restart(wanted: FaceParts): void {
		this.#wanted = wanted;
	}

	/** Steps that come while the face is being made are made up for together. */
	follow(wanted: FaceParts): void {
		this.#wanted = wanted;
		if (!this.#isRunning) void this.#run();
	}

	/** After a failure the face stays behind until the next step tries again. */
	async #run(): Promise<void> {
		this.#isRunning = true;
		try {
			while (this.#isBehind()) {
				await this.#session.remake(this.#wanted);
				this.#onRemade();
			}
		} catch (error) {
			this.#session.fail(toAppError(error, 'engine.failed'));
		} finally {
			this.#isRunning = false;
		}
	}

	#isBehind(): boolean {
		const made = this.#session.photograph?.parts;
		if (made === undefined) return false;
		const { quarterTurns, landmarks, scale } = this.#wanted;
		return (
			quarterTurns !== made.quarterTurns || landmarks !== made.landmarks || scale !== made.scale
		);
	}
}
