/** The renderer in use, and its replacement when the device is lost. */
import { isAppError } from '../errors.ts';
import {
	createBestRenderer,
	createRenderer,
	type Field,
	type Frame,
	type PersonLayer,
	type Renderer,
	type RendererKind,
	type Tone
} from '../warp/index.ts';
import type { Rect } from '../geometry/index.ts';
import type { Pixels } from '../photo/index.ts';

export class Stage {
	readonly #changed: (kind: RendererKind) => void;
	#renderer: Renderer;
	#picture: Pixels | null = null;
	#person: PersonLayer | null = null;
	#tone: Tone | null = null;
	#replacing: Promise<void> | null = null;

	/** `changed` hears of every renderer but the first. */
	constructor(renderer: Renderer, changed: (kind: RendererKind) => void) {
		this.#renderer = renderer;
		this.#changed = changed;
		this.#watch(renderer);
	}

	get kind(): RendererKind {
		return this.#renderer.kind;
	}

	/** Not while a `draw` is under way. The picture that is shown already costs nothing. */
	async setPicture(picture: Pixels): Promise<void> {
		if (picture === this.#picture) return;
		this.#picture = picture;
		this.#person = null;
		this.#tone = null;
		await this.#run((renderer) => renderer.setPicture(picture));
	}

	async setPerson(layer: PersonLayer | null): Promise<void> {
		if (layer === this.#person) return;
		this.#person = layer;
		await this.#run((renderer) => {
			renderer.setPerson(layer);
			return Promise.resolve();
		});
	}

	/** `changed`: where the tone differs from the one before, in its samples; null: it is the same. */
	async setTone(tone: Tone | null, changed: Rect | null): Promise<void> {
		const isSame = tone === this.#tone;
		if (isSame && (tone === null || changed === null)) return;
		this.#tone = tone;
		const part = isSame ? (changed ?? undefined) : undefined;
		await this.#run((renderer) => {
			renderer.setTone(tone, part);
			return Promise.resolve();
		});
	}

	draw(frame: Frame, field: Field | null): Promise<ImageBitmap> {
		return this.#run((renderer) => renderer.draw(frame, field));
	}

	/** Throws `cancelled` also when another picture took the place of the one to be rendered. */
	async renderFull(field: Field | null, signal: AbortSignal): Promise<Pixels> {
		const picture = this.#picture;
		for (;;) {
			const person = this.#person;
			try {
				return await this.#run((renderer) => renderer.renderFull(field, signal));
			} catch (error) {
				// The person layer came in between: once more, with it.
				const again = picture === this.#picture && person !== this.#person && !signal.aborted;
				if (!again || !isAppError(error, 'cancelled')) throw error;
			}
		}
	}

	/** Throws `engine.renderer-lost` where `kind` cannot start; the renderer in use then stays. */
	async use(kind: RendererKind | 'auto'): Promise<RendererKind> {
		if (kind !== this.#renderer.kind) {
			const next = kind === 'auto' ? await createBestRenderer() : await createRenderer(kind);
			await this.#dress(next);
			this.#take(next);
		}
		return this.#renderer.kind;
	}

	dispose(): void {
		this.#renderer.dispose();
	}

	/** A job that a lost device broke is done again by its successor: no work is lost. */
	async #run<T>(job: (renderer: Renderer) => Promise<T>): Promise<T> {
		for (;;) {
			await this.#replacing;
			const renderer = this.#renderer;
			try {
				return await job(renderer);
			} catch (error) {
				const isLost = isAppError(error, 'engine.renderer-lost');
				if (isLost) await this.#replace(renderer);
				else if (this.#renderer === renderer) throw error;
			}
		}
	}

	/** The first renderer behind the lost one that starts and takes the picture. */
	#replace(lost: Renderer): Promise<void> {
		if (this.#renderer !== lost) return Promise.resolve();
		this.#replacing ??= (async () => {
			let { kind } = lost;
			for (;;) {
				const next = await createBestRenderer(kind);
				try {
					await this.#dress(next);
					this.#take(next);
					return;
				} catch (error) {
					next.dispose();
					if (!isAppError(error, 'engine.renderer-lost')) throw error;
					({ kind } = next);
				}
			}
		})().finally(() => {
			this.#replacing = null;
		});
		return this.#replacing;
	}

	#take(next: Renderer): void {
		const previous = this.#renderer;
		this.#renderer = next;
		previous.dispose();
		this.#watch(next);
		this.#changed(next.kind);
	}

	async #dress(renderer: Renderer): Promise<void> {
		if (this.#picture === null) return;
		await renderer.setPicture(this.#picture);
		renderer.setPerson(this.#person);
		renderer.setTone(this.#tone);
	}

	#watch(renderer: Renderer): void {
		void renderer.lost
			.then(() => this.#replace(renderer))
			.catch(() => {
				// The next job meets the lost device itself and reports.
			});
	}
}
