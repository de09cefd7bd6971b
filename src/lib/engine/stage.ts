/** The renderer in use, and its replacement when the device is lost. */
import { AppError } from '../errors.ts';
import {
	createBestRenderer,
	createRenderer,
	type Field,
	type Frame,
	type Renderer,
	type RendererKind
} from '../warp/index.ts';
import type { Pixels } from '../photo/index.ts';
import type { Session } from './session.ts';

export class Stage {
	readonly #changed: (kind: RendererKind) => void;
	#renderer: Renderer;
	#session: Session | null = null;

	private constructor(renderer: Renderer, changed: (kind: RendererKind) => void) {
		this.#renderer = renderer;
		this.#changed = changed;
		this.#watch(renderer);
	}

	static async open(changed: (kind: RendererKind) => void): Promise<Stage> {
		return new Stage(await createBestRenderer(), changed);
	}

	get kind(): RendererKind {
		return this.#renderer.kind;
	}

	async show(session: Session): Promise<void> {
		this.#session = session;
		await this.#dress(this.#renderer);
	}

	/** Call when the session's person layer has changed. */
	refreshPerson(): void {
		this.#renderer.setPerson(this.#session?.person ?? null);
	}

	draw(frame: Frame, field: Field | null): Promise<ImageBitmap> {
		return this.#withReplacement((renderer) => renderer.draw(frame, field));
	}

	renderFull(field: Field | null, signal: AbortSignal): Promise<Pixels> {
		return this.#withReplacement((renderer) => renderer.renderFull(field, signal));
	}

	async use(kind: RendererKind | 'auto'): Promise<RendererKind> {
		if (kind !== this.#renderer.kind) {
			await this.#replace(
				kind === 'auto' ? await createBestRenderer() : await createRenderer(kind)
			);
		}
		return this.#renderer.kind;
	}

	/** A job that a lost device broke is done again by its successor: no work is lost. */
	async #withReplacement<T>(job: (renderer: Renderer) => Promise<T>): Promise<T> {
		const renderer = this.#renderer;
		try {
			return await job(renderer);
		} catch (error) {
			if (!(error instanceof AppError) || error.code !== 'engine.renderer-lost') throw error;
			if (this.#renderer === renderer) await this.#replace(await createBestRenderer());
			return job(this.#renderer);
		}
	}

	async #replace(next: Renderer): Promise<void> {
		const previous = this.#renderer;
		await this.#dress(next);
		this.#renderer = next;
		previous.dispose();
		this.#watch(next);
		this.#changed(next.kind);
	}

	async #dress(renderer: Renderer): Promise<void> {
		if (this.#session === null) return;
		await renderer.setPicture(this.#session.picture);
		renderer.setPerson(this.#session.person);
	}

	#watch(renderer: Renderer): void {
		void renderer.lost.then(async () => {
			if (this.#renderer === renderer) await this.#replace(await createBestRenderer());
		});
	}
}
