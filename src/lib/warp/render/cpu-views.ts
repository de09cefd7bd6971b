import {
	around,
	contains,
	grow,
	intersection,
	type Rect,
	type Size
} from '../../geometry/index.ts';
import type { Frame, Pane, ViewTransform } from '../render-types.ts';
import { paintView } from './cpu-view.ts';
import { outputRect, viewFootprint, visibleRect } from './law.ts';
import type { Levels } from './pyramid.ts';

/** View footprints around a picture point in which interpolation still sees it, next level included. */
const SEEN_WITHIN = 6;

/** The unmoved picture through one transform, painted over `rect` of a whole output. */
type View = {
	readonly transform: ViewTransform;
	readonly toned: boolean;
	readonly rect: Rect;
	readonly words: Uint32Array<ArrayBuffer>;
	/** Output pixels to be painted again. */
	stale: Rect | null;
};

/** Gives the picture's levels, toned or not, as far as showing `rect` of the output reads them. */
export type LevelsFor = (toned: boolean, transform: ViewTransform, rect: Rect) => Levels;

/** Unmoved views, kept from frame to frame for as long as picture, size and transform stay. */
export class CpuViews {
	#views: View[] = [];
	#size = '';

	clear(): void {
		this.#views = [];
	}

	/** The toned picture looks different in `area` (picture px). */
	invalidate(area: Rect, picture: Size): void {
		for (const view of this.#views) {
			if (!view.toned) continue;
			const seenFrom = grow(area, SEEN_WITHIN * viewFootprint(view.transform));
			const changed = outputRect(seenFrom, view.transform, picture);
			const stale = changed === null ? null : intersection(changed, view.rect);
			if (stale === null) continue;
			view.stale = around(view.stale, stale);
		}
	}

	/**
	 * One view per transform and tone, over the box around all panes that share the transform: a wipe
	 * moves the border between two panes of one transform and needs no new view.
	 */
	refresh(frame: Frame, picture: Size, isToned: (pane: Pane) => boolean, levels: LevelsFor): void {
		const size = `${String(frame.width)}×${String(frame.height)}`;
		const held = size === this.#size ? this.#views : [];
		this.#size = size;
		this.#views = [];
		for (const pane of frame.panes) {
			const rect = rectOfAll(frame, pane.transform, picture);
			const toned = isToned(pane);
			if (rect === null || this.#find(pane.transform, toned) !== undefined) continue;
			const kept = held.find(
				(view) =>
					view.toned === toned &&
					sameTransform(view.transform, pane.transform) &&
					contains(view.rect, rect)
			);
			const { transform } = pane;
			const words = kept?.words ?? new Uint32Array(frame.width * frame.height);
			const view = kept ?? { transform, toned, rect, words, stale: rect };
			this.#views.push(view);
			if (view.stale === null) continue;
			const { stale } = view;
			paintView(levels(toned, transform, stale), transform, stale, words, frame.width);
			view.stale = null;
		}
	}

	copy(pane: Pane, toned: boolean, rect: Rect, words: Uint32Array, width: number): void {
		const view = this.#find(pane.transform, toned);
		if (view === undefined) return;
		for (let line = 0; line < rect.height; line++) {
			const at = (rect.y + line) * width + rect.x;
			words.set(view.words.subarray(at, at + rect.width), at);
		}
	}

	#find(transform: ViewTransform, toned: boolean): View | undefined {
		return this.#views.find(
			(view) => view.toned === toned && sameTransform(view.transform, transform)
		);
	}
}

function rectOfAll(frame: Frame, transform: ViewTransform, picture: Size): Rect | null {
	let all: Rect | null = null;
	for (const pane of frame.panes) {
		if (!sameTransform(pane.transform, transform)) continue;
		const rect = visibleRect(pane, frame, picture);
		all = around(all, rect);
	}
	return all;
}

function sameTransform(a: ViewTransform, b: ViewTransform): boolean {
	return (
		a.scale === b.scale &&
		a.offsetX === b.offsetX &&
		a.offsetY === b.offsetY &&
		a.mirrored === b.mirrored
	);
}
