import { AppError } from '../../errors.ts';
import type { Rect } from '../../geometry/index.ts';
import type { Frame, PersonLayer, Renderer, RgbaImage, ViewTransform } from '../render-types.ts';
import type { Field } from '../types.ts';
import { breathe, throwIfCancelled } from './cancellation.ts';
import { ExportSampler, PreviewSampler } from './cpu-samplers.ts';
import { paintView } from './cpu-view.ts';
import { CpuWarp } from './cpu-warp.ts';
import { exportJob } from './export.ts';
import { FieldGrid } from './field-grid.ts';
import { IN_PLACE, intersection, outputRect, viewFootprint, visibleRect } from './law.ts';
import { lostError } from './lost.ts';
import { PersonSampler } from './person-sampler.ts';
import { Pyramid } from './pyramid.ts';

const MS_BETWEEN_BREATHS = 30;

/** The unmoved picture through one transform, painted over `rect` of a whole output. */
type View = {
	readonly transform: ViewTransform;
	readonly rect: Rect;
	readonly words: Uint32Array<ArrayBuffer>;
};

/**
 * Renders in TypeScript. Only what the field moves is computed again: the unmoved view is kept from
 * frame to frame for as long as picture, size and transform stay.
 */
export class CpuRenderer implements Renderer {
	readonly kind = 'cpu';
	readonly lost = new Promise<string>(() => {
		// The CPU is never lost.
	});
	#pyramid: Pyramid | null = null;
	#person: PersonSampler | null = null;
	#views: View[] = [];
	#viewsSize = '';
	readonly #grid = new FieldGrid();
	#output = new ImageData(1, 1);
	readonly #canvas = new OffscreenCanvas(1, 1);
	readonly #context: OffscreenCanvasRenderingContext2D;

	constructor() {
		const options = { alpha: false, willReadFrequently: true } as const;
		const context = this.#canvas.getContext('2d', options);
		if (context === null) throw lostError('no 2D canvas');
		this.#context = context;
	}

	setPicture(picture: RgbaImage): Promise<void> {
		this.#pyramid = new Pyramid(picture);
		this.#person = null;
		this.#views = [];
		return Promise.resolve();
	}

	setPerson(layer: PersonLayer | null): void {
		this.#person = layer === null ? null : new PersonSampler(layer);
	}

	draw(frame: Frame, field: Field | null): Promise<ImageBitmap> {
		return new Promise((resolve) => {
			resolve(this.#paint(frame, field));
		});
	}

	#paint(frame: Frame, field: Field | null): ImageBitmap {
		const pyramid = this.#held();
		if (field !== null) this.#grid.set(field);
		const moved = field === null ? null : this.#grid.moved;
		const output = this.#outputOf(frame);
		const words = new Uint32Array(output.data.buffer);
		const [red, green, blue] = frame.surround;
		if (!this.#coversFrame(frame, pyramid)) {
			words.fill(-16777216 | (blue << 16) | (green << 8) | red);
		}
		this.#refreshViews(frame, pyramid);
		for (const pane of frame.panes) {
			const rect = visibleRect(pane, frame, pyramid.level(0));
			if (rect === null) continue;
			this.#copyView(pane.transform, rect, words, frame.width);
			if (moved === null || pane.shows === 'photograph') continue;
			const area = outputRect(moved, pane.transform, pyramid.level(0));
			const dirty = area === null ? null : intersection(area, rect);
			if (dirty === null) continue;
			const warp = new CpuWarp({
				grid: this.#grid,
				sampler: new PreviewSampler(pyramid, viewFootprint(pane.transform)),
				person: this.#person,
				picture: pyramid.level(0),
				transform: pane.transform,
				rect: dirty,
				target: words,
				targetWidth: frame.width
			});
			for (let line = 0; line < dirty.height; line++) warp.paint(line);
		}
		return this.#bitmapOf(output);
	}

	async renderFull(field: Field | null, signal?: AbortSignal): Promise<RgbaImage> {
		const picture = this.#held().level(0);
		const person = this.#person;
		throwIfCancelled(signal);
		const { width, height } = picture;
		const data = new Uint8ClampedArray(picture.data);
		const job = exportJob(picture, field);
		if (job === null) return { width, height, data };
		const { grid, rect } = job;
		const warp = new CpuWarp({
			grid,
			sampler: new ExportSampler(picture),
			person,
			picture,
			transform: IN_PLACE,
			rect,
			target: new Uint32Array(data.buffer),
			targetWidth: width
		});
		let lastBreath = performance.now();
		for (let line = 0; line < rect.height; line++) {
			warp.paint(line);
			if (performance.now() - lastBreath < MS_BETWEEN_BREATHS) continue;
			await breathe();
			throwIfCancelled(signal);
			lastBreath = performance.now();
		}
		return { width, height, data };
	}

	dispose(): void {
		this.#pyramid = null;
		this.#person = null;
		this.#views = [];
		this.#output = new ImageData(1, 1);
	}

	#held(): Pyramid {
		if (this.#pyramid === null) throw new AppError('engine.no-photo');
		return this.#pyramid;
	}

	#bitmapOf(output: ImageData): ImageBitmap {
		this.#canvas.width = output.width;
		this.#canvas.height = output.height;
		this.#context.putImageData(output, 0, 0);
		return this.#canvas.transferToImageBitmap();
	}

	#outputOf(frame: Frame): ImageData {
		if (this.#output.width !== frame.width || this.#output.height !== frame.height) {
			this.#output = new ImageData(frame.width, frame.height, { colorSpace: 'srgb' });
		}
		return this.#output;
	}

	/** Whether a single pane's picture hides the surround entirely. */
	#coversFrame(frame: Frame, pyramid: Pyramid): boolean {
		return frame.panes.some((pane) => {
			const rect = visibleRect(pane, frame, pyramid.level(0));
			return rect !== null && rect.width === frame.width && rect.height === frame.height;
		});
	}

	/**
	 * One view per transform, over the box around all panes that share it: a wipe moves the border
	 * between two panes of one transform and needs no new view.
	 */
	#refreshViews(frame: Frame, pyramid: Pyramid): void {
		const size = `${String(frame.width)}×${String(frame.height)}`;
		const held = size === this.#viewsSize ? this.#views : [];
		const wanted: { transform: ViewTransform; rect: Rect }[] = [];
		for (const pane of frame.panes) {
			const rect = visibleRect(pane, frame, pyramid.level(0));
			if (rect === null) continue;
			const known = wanted.find((view) => sameTransform(view.transform, pane.transform));
			if (known === undefined) wanted.push({ transform: pane.transform, rect });
			else known.rect = around(known.rect, rect);
		}
		this.#viewsSize = size;
		this.#views = wanted.map(({ transform, rect }) => {
			const kept = held.find(
				(view) => sameTransform(view.transform, transform) && contains(view.rect, rect)
			);
			if (kept !== undefined) return kept;
			const words = new Uint32Array(frame.width * frame.height);
			paintView(pyramid, transform, rect, words, frame.width);
			return { transform, rect, words };
		});
	}

	#copyView(transform: ViewTransform, rect: Rect, words: Uint32Array, width: number): void {
		const view = this.#views.find((known) => sameTransform(known.transform, transform));
		if (view === undefined) return;
		for (let line = 0; line < rect.height; line++) {
			const at = (rect.y + line) * width + rect.x;
			words.set(view.words.subarray(at, at + rect.width), at);
		}
	}
}

function sameTransform(a: ViewTransform, b: ViewTransform): boolean {
	return (
		a.scale === b.scale &&
		a.offsetX === b.offsetX &&
		a.offsetY === b.offsetY &&
		a.mirrored === b.mirrored
	);
}

function contains(outer: Rect, inner: Rect): boolean {
	const common = intersection(outer, inner);
	return common !== null && common.width === inner.width && common.height === inner.height;
}

function around(a: Rect, b: Rect): Rect {
	const x = Math.min(a.x, b.x);
	const y = Math.min(a.y, b.y);
	return {
		x,
		y,
		width: Math.max(a.x + a.width, b.x + b.width) - x,
		height: Math.max(a.y + a.height, b.y + b.height) - y
	};
}
