import { toAppError, type AppError } from '../errors.ts';
import type { Engine, ShowJob, StepReport } from '../engine/index.ts';
import type { Frame, RendererKind } from '../warp/index.ts';

/**
 * Keeps the canvas at the newest wanted picture: at most one job in the engine, at most one frame
 * per screen refresh, jobs in between dropped. The bitmap is handed to the canvas, never copied.
 */
export class Live {
	report: StepReport | null = $state.raw(null);
	renderer: RendererKind | null = $state.raw(null);
	/** What the canvas shows at this moment; null until it shows the open photograph. */
	painted: Frame | null = $state.raw(null);
	/** Where it is painted. */
	canvas: HTMLCanvasElement | null = $state.raw(null);
	readonly #engine: Engine;
	readonly #onError: (error: AppError) => void;
	#context: ImageBitmapRenderingContext | null = null;
	#wanted: ShowJob | null = null;
	#asked: ShowJob | null = null;
	#frame: number | null = null;
	#busy = false;

	constructor(engine: Engine, onError: (error: AppError) => void) {
		this.#engine = engine;
		this.#onError = onError;
	}

	attach(canvas: HTMLCanvasElement): () => void {
		this.canvas = canvas;
		this.#context = canvas.getContext('bitmaprenderer', { alpha: false });
		this.painted = null;
		this.#asked = null;
		this.#schedule();
		return () => {
			this.canvas = null;
			this.#context = null;
			if (this.#frame !== null) cancelAnimationFrame(this.#frame);
			this.#frame = null;
		};
	}

	/** Another photograph: what the canvas shows is no longer it. */
	restart(): void {
		this.report = null;
		this.painted = null;
	}

	/** Draws the same job once more: the engine knows something new about the picture. */
	again(): void {
		this.#asked = null;
		this.#schedule();
	}

	want(job: ShowJob | null): void {
		this.#wanted = job;
		this.#schedule();
	}

	#schedule(): void {
		if (this.#busy || this.#frame !== null || this.#context === null) return;
		if (this.#wanted === null || this.#wanted === this.#asked) return;
		this.#frame = requestAnimationFrame(() => {
			this.#frame = null;
			void this.#show();
		});
	}

	async #show(): Promise<void> {
		const job = this.#wanted;
		if (job === null) return;
		this.#asked = job;
		this.#busy = true;
		try {
			const shown = await this.#engine.show(job);
			if (shown !== null) {
				this.#paint(shown.bitmap);
				this.report = shown.report;
				this.painted = job.frame;
				this.renderer = shown.renderer;
			}
		} catch (error) {
			this.#onError(toAppError(error, 'engine.failed'));
		} finally {
			this.#busy = false;
			this.#schedule();
		}
	}

	#paint(bitmap: ImageBitmap): void {
		const { canvas } = this;
		if (canvas === null || this.#context === null) {
			bitmap.close();
			return;
		}
		if (canvas.width !== bitmap.width) canvas.width = bitmap.width;
		if (canvas.height !== bitmap.height) canvas.height = bitmap.height;
		this.#context.transferFromImageBitmap(bitmap);
	}
}
