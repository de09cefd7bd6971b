import type { Vec2 } from '../../geometry/index.ts';

/** Fingers, pens and mice that are down, where they are on the screen. */
export class Hands {
	readonly #places = new Map<number, Vec2>();

	get count(): number {
		return this.#places.size;
	}

	/** Where one was before it came here; undefined where it comes down. */
	put(id: number, place: Vec2): Vec2 | undefined {
		const before = this.#places.get(id);
		this.#places.set(id, place);
		return before;
	}

	isDown(id: number): boolean {
		return this.#places.has(id);
	}

	/** False where it was not down. */
	lift(id: number): boolean {
		return this.#places.delete(id);
	}

	/** Where another one is than this. */
	besides(id: number): Vec2 | undefined {
		return [...this.#places].find(([other]) => other !== id)?.[1];
	}
}
