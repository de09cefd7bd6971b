import { AppError } from '../../errors.ts';
import { intersection, grow, type Rect } from '../../geometry/index.ts';
import type {
	Frame,
	Pane,
	PersonLayer,
	Renderer,
	RgbaImage,
	Tone,
	ViewTransform
} from '../render-types.ts';
import type { Field } from '../types.ts';
import { breathe, throwIfCancelled } from './cancellation.ts';
import { ExportSampler, PreviewSampler } from './cpu-samplers.ts';
import { CpuViews } from './cpu-views.ts';
import { CpuWarp } from './cpu-warp.ts';
import { exportJob } from './export.ts';
import { FieldGrid } from './field-grid.ts';
import { IN_PLACE, outputRect, pictureRect, viewFootprint, visibleRect } from './law.ts';
import { lostError } from './lost.ts';
import { PersonSampler } from './person-sampler.ts';
import { Pyramid, type Levels } from './pyramid.ts';
import { TonedPyramid } from './toned-pyramid.ts';

const MS_BETWEEN_BREATHS = 30;
/** Rows of an export that are toned between two looks at the clock. */
const TONED_ROWS = 64;

/**
 * Renders in TypeScript. Only what the field moves is computed again: the unmoved view is kept from
 * frame to frame, and only what a tone changes of it is painted anew.
 */
export class CpuRenderer implements Renderer {
	readonly kind = 'cpu';
	readonly lost = new Promise<string>(() => {
		// The CPU is never lost.
	});
	#pyramid: Pyramid | null = null;
	#person: PersonSampler | null = null;
	#tone: Tone | null = null;
	#toned: TonedPyramid | null = null;
	readonly #views = new CpuViews();
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
		this.#forget();
		this.#pyramid = new Pyramid(picture);
		return Promise.resolve();
	}

	setPerson(layer: PersonLayer | null): void {
		this.#person = layer === null ? null : new PersonSampler(layer);
	}

	setTone(tone: Tone | null, changed?: Rect): void {
		this.#tone = tone;
		if (tone === null) {
			this.#toned = null;
		} else if (this.#toned === null) {
			const pyramid = this.#held();
			this.#toned = new TonedPyramid(pyramid, tone);
			const { width, height } = pyramid.size;
			this.#views.invalidate({ x: 0, y: 0, width, height }, pyramid.size);
		} else {
			this.#views.invalidate(this.#toned.set(tone, changed), this.#held().size);
		}
	}

	draw(frame: Frame, field: Field | null): Promise<ImageBitmap> {
		return new Promise((resolve) => {
			resolve(this.#paint(frame, field));
		});
	}

	#paint(frame: Frame, field: Field | null): ImageBitmap {
		const { size } = this.#held();
		if (field !== null) this.#grid.set(field);
		const moved = field === null ? null : this.#grid.moved;
		const output = this.#outputOf(frame);
		const words = new Uint32Array(output.data.buffer);
		const [red, green, blue] = frame.surround;
		if (!this.#coversFrame(frame)) {
			words.fill(-16777216 | (blue << 16) | (green << 8) | red);
		}
		const isToned = (pane: Pane): boolean => this.#toned !== null && pane.shows === 'illustration';
		this.#views.refresh(frame, size, isToned, (toned, transform, rect) =>
			this.#levels(toned, transform, rect, 0)
		);
		for (const pane of frame.panes) {
			const rect = visibleRect(pane, frame, size);
			if (rect === null) continue;
			this.#views.copy(pane, isToned(pane), rect, words, frame.width);
			if (moved === null || pane.shows === 'photograph') continue;
			const area = outputRect(moved, pane.transform, size);
			const dirty = area === null ? null : intersection(area, rect);
			if (dirty === null) continue;
			const levels = this.#levels(isToned(pane), pane.transform, dirty, this.#grid.reach);
			const warp = new CpuWarp({
				grid: this.#grid,
				sampler: new PreviewSampler(levels, viewFootprint(pane.transform)),
				person: this.#person,
				picture: size,
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
		const pyramid = this.#held();
		const picture = pyramid.level(0);
		const person = this.#person;
		const tone = this.#tone;
		throwIfCancelled(signal);
		const { width, height } = picture;
		const data = new Uint8ClampedArray(picture.data);
		const { grid, moved, toned } = exportJob(picture, field, tone);
		// Its own copy of the samples: they may be written to in a pause.
		const levels =
			tone === null ? null : new TonedPyramid(pyramid, { ...tone, data: tone.data.slice() });
		if (levels !== null && toned !== null) {
			await inTurns(Math.ceil(toned.height / TONED_ROWS), signal, (turn) => {
				const strip = { ...toned, y: toned.y + turn * TONED_ROWS, height: TONED_ROWS };
				copyPart(levels.over(strip).level(0), data, intersection(strip, toned));
			});
		}
		if (moved !== null) {
			const source = levels?.over(grow(moved, grid.reach)).level(0) ?? picture;
			const warp = new CpuWarp({
				grid,
				sampler: new ExportSampler(source),
				person,
				picture,
				transform: IN_PLACE,
				rect: moved,
				target: new Uint32Array(data.buffer),
				targetWidth: width
			});
			await inTurns(moved.height, signal, (line) => {
				warp.paint(line);
			});
		}
		return { width, height, data };
	}

	dispose(): void {
		this.#forget();
		this.#output = new ImageData(1, 1);
	}

	#forget(): void {
		this.#pyramid = null;
		this.#person = null;
		this.#tone = null;
		this.#toned = null;
		this.#views.clear();
	}

	#held(): Pyramid {
		if (this.#pyramid === null) throw new AppError('engine.no-photo');
		return this.#pyramid;
	}

	/** What showing `rect` reads where nothing moves by more than `reach` picture px. */
	#levels(toned: boolean, transform: ViewTransform, rect: Rect, reach: number): Levels {
		const pyramid = this.#held();
		if (this.#toned === null || !toned) return pyramid;
		return this.#toned.over(grow(pictureRect(rect, transform, pyramid.size), reach));
	}

	#bitmapOf(output: ImageData): ImageBitmap {
		this.#canvas.width = output.width;
		this.#canvas.height = output.height;
		this.#context.putImageData(output, 0, 0);
		return this.#canvas.transferToImageBitmap();
	}

	#outputOf(frame: Frame): ImageData {
		if (this.#output.width !== frame.width || this.#output.height !== frame.height) {
			this.#output = new ImageData(frame.width, frame.height);
		}
		return this.#output;
	}

	/** Whether a single pane's picture hides the surround entirely. */
	#coversFrame(frame: Frame): boolean {
		return frame.panes.some((pane) => {
			const rect = visibleRect(pane, frame, this.#held().size);
			return rect !== null && rect.width === frame.width && rect.height === frame.height;
		});
	}
}

/** Does `count` pieces of work, letting other messages of the worker in from time to time. */
async function inTurns(
	count: number,
	signal: AbortSignal | undefined,
	work: (turn: number) => void
): Promise<void> {
	let lastBreath = performance.now();
	for (let turn = 0; turn < count; turn++) {
		work(turn);
		if (performance.now() - lastBreath < MS_BETWEEN_BREATHS) continue;
		await breathe();
		throwIfCancelled(signal);
		lastBreath = performance.now();
	}
}

function copyPart({ width, data }: RgbaImage, target: Uint8ClampedArray, rect: Rect | null): void {
	if (rect === null) return;
	for (let y = rect.y; y < rect.y + rect.height; y++) {
		const at = 4 * (y * width + rect.x);
		target.set(data.subarray(at, at + 4 * rect.width), at);
	}
}
