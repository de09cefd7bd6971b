import { createEngine, type Engine } from '../engine/index.ts';
import type { Pixels } from '../photo/index.ts';
import type { Variant } from '../record/index.ts';
import type { Graphics } from './kept.svelte.ts';
import type { StoredPicture } from './stored-picture.ts';

/**
 * Illustrates kept photographs beside the studio, by an engine of its own, so that what is open there
 * stays as it is. It starts with the first illustration that is asked for. Errors: AppError.
 */
export class Illustrator {
	readonly #graphics: Graphics;
	#engine: Engine | null = null;
	#work: Promise<unknown> = Promise.resolve();

	/** `graphics`: what the studio draws with. */
	constructor(graphics: Graphics) {
		this.#graphics = graphics;
	}

	/** As the studio shows this variant, at the photograph's own resolution. One after another. */
	draw(picture: StoredPicture, variant: Variant): Promise<Pixels> {
		const drawn = this.#work.then(() => this.#draw(picture, variant));
		this.#work = drawn.catch(() => undefined);
		return drawn;
	}

	dispose(): void {
		this.#engine?.dispose();
		this.#engine = null;
	}

	async #draw(picture: StoredPicture, variant: Variant): Promise<Pixels> {
		const { face, pixels, document, relaxation } = picture;
		const engine = (this.#engine ??= createEngine());
		await engine.start();
		if (this.#graphics !== 'auto') await engine.useRenderer(this.#graphics);
		const { scale, variants, marks } = document;
		const { observation, landmarks } = face;
		const id = await engine.add({ ...pixels, data: pixels.data.slice() });
		const read = skinRead(engine, id);
		await engine.adopt(id, { observation, landmarks, scale });
		await read;
		return engine.render({ plan: variants[variant], marks, relaxation });
	}
}

/** Outline and skin are found behind each picture; where they are not, the rest is shown, as in the studio. */
function skinRead(engine: Engine, picture: number): Promise<void> {
	return new Promise((resolve) => {
		const stop = engine.subscribe((event) => {
			if (!('picture' in event) || event.picture !== picture) return;
			if (event.type !== 'skin-ready' && !event.type.endsWith('failed')) return;
			stop();
			resolve();
		});
	});
}
