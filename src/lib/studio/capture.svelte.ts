import {
	afterLook,
	ARMED,
	faceIn,
	guidanceAfter,
	placementOf,
	SPENT,
	verdictOn,
	WANTED,
	type AutoShutter,
	type Guidance,
	type LiveFrame,
	type Verdict
} from '../capture/index.ts';
import { AppError } from '../errors.ts';
import type { Engine } from '../engine/index.ts';
import type { StandardView } from '../record/index.ts';
import type { Camera } from './camera.svelte.ts';

/** Longest side of what the engine looks at, px: a face at 1.3 m is 130 px wide in it. */
const FRAME_LONGEST = 1280;
/** From one look to the next at least, and what is left to the page between two slow ones, ms. */
const EVERY = 100;
const BREATH = 20;
/** Looks that may fail one after the other before the guidance is given up. */
const PATIENCE = 3;
/** How long a photograph's being taken is said before the next view is asked for, ms. */
const REST = 1500;

type Options = {
	readonly camera: Camera;
	readonly eye: Pick<Engine, 'start' | 'watch'>;
	/** In the order in which they are asked for. */
	readonly views: readonly StandardView[];
	/** Those there are already. */
	readonly taken: readonly StandardView[];
	readonly onTaken: (photo: Blob, view: StandardView) => void;
};

/**
 * Takes the standard views one after the other: watches the camera, says the one thing that stands in
 * the way, and takes the photograph when nothing does. A person can always press the shutter, choose
 * another view or skip one; where the engine does not start, that is all there is.
 */
export class Capture {
	view: StandardView = $state('front');
	taken: readonly StandardView[] = $state.raw([]);
	skipped: readonly StandardView[] = $state.raw([]);
	/** `unguided`: this browser cannot look, or does not any more. */
	sight: 'starting' | 'watching' | 'unguided' = $state('starting');
	isTaking = $state(false);
	/** The view that was taken a moment ago, while that is said. */
	justTaken: StandardView | null = $state(null);
	/** The shutter goes by itself. */
	#auto = $state(true);
	#shutter: AutoShutter = $state.raw(ARMED);
	#guidance: Guidance | null = $state.raw(null);
	readonly camera: Camera;
	readonly views: readonly StandardView[];
	readonly #options: Options;
	#video: HTMLVideoElement | null = null;
	#restsUntil = 0;

	/** What is to be done, held long enough to be read; null before the first look. */
	readonly says: Verdict | null = $derived.by(() => this.#guidance?.says ?? null);
	/** Of the time until the shutter goes by itself, 0–1. */
	readonly share: number = $derived.by(() => (this.#auto ? this.#shutter.share : 0));
	readonly isComplete: boolean = $derived.by(() => this.#next === null);

	constructor(options: Options) {
		this.#options = options;
		this.camera = options.camera;
		this.views = options.views;
		this.taken = options.taken;
		const first = options.views.find((view) => !this.taken.includes(view)) ?? options.views[0];
		if (first !== undefined) this.view = first;
		if (this.isComplete) this.#shutter = SPENT;
	}

	get auto(): boolean {
		return this.#auto;
	}

	set auto(auto: boolean) {
		this.#auto = auto;
		if (this.#shutter.isArmed) this.#shutter = ARMED;
	}

	/** The landmarker holds for the view that is asked for. */
	get isJudged(): boolean {
		return WANTED[this.view].isJudged;
	}

	/** Looks at the preview until the returned function is called. */
	watch(video: HTMLVideoElement): () => void {
		const watching = new AbortController();
		this.#video = video;
		void this.#watch(video, watching.signal);
		return () => {
			watching.abort();
			this.#video = null;
		};
	}

	/** By hand, or by the shutter itself. A camera that fails says so by `camera.error`. */
	async take(): Promise<void> {
		const video = this.#video;
		if (video === null || this.isTaking) return;
		const { view } = this;
		this.isTaking = true;
		this.#shutter = SPENT;
		const photo = await this.camera.take(video);
		this.isTaking = false;
		if (photo === null) {
			this.#shutter = ARMED;
			return;
		}
		this.taken = [...without(this.taken, view), view];
		this.skipped = without(this.skipped, view);
		this.justTaken = view;
		this.#restsUntil = performance.now() + REST;
		this.#options.onTaken(photo, view);
		this.#goOn(view);
	}

	choose(view: StandardView): void {
		this.#ask(view);
		this.#restsUntil = 0;
		this.justTaken = null;
	}

	skip(): void {
		const { view } = this;
		this.skipped = [...without(this.skipped, view), view];
		this.#goOn(view);
	}

	/** The first view after the current one that is neither taken nor skipped, else the first of all. */
	get #next(): StandardView | null {
		const at = this.views.indexOf(this.view);
		const onwards = [...this.views.slice(at + 1), ...this.views.slice(0, at + 1)];
		return (
			onwards.find((view) => !this.taken.includes(view) && !this.skipped.includes(view)) ?? null
		);
	}

	/** Unless another view was chosen meanwhile. With the last one the shutter stays spent. */
	#goOn(from: StandardView): void {
		if (this.view !== from) return;
		const next = this.#next;
		if (next !== null) this.#ask(next);
		else this.#shutter = SPENT;
	}

	#ask(view: StandardView): void {
		this.view = view;
		this.#shutter = ARMED;
		this.#guidance = null;
	}

	async #watch(video: HTMLVideoElement, signal: AbortSignal): Promise<void> {
		this.sight = 'starting';
		let failures = 0;
		try {
			await this.#options.eye.start({ signal });
			this.sight = 'watching';
			while (!signal.aborted) {
				const began = performance.now();
				try {
					await this.#look(video, signal);
					failures = 0;
				} catch (error) {
					failures += 1;
					if (failures === PATIENCE) throw error;
				}
				await pause(Math.max(BREATH, EVERY - (performance.now() - began)), signal);
			}
		} catch {
			if (!signal.aborted) this.sight = 'unguided';
		}
	}

	async #look(video: HTMLVideoElement, signal: AbortSignal): Promise<void> {
		if (this.isTaking || document.hidden || this.camera.stream === null) return;
		const at = performance.now();
		if (at < this.#restsUntil) return;
		const frame = frameOf(video);
		if (frame === null) return;
		this.justTaken = null;
		const { view } = this;
		const live = await this.#options.eye.watch(frame);
		if (!signal.aborted) this.#judge(view, live, at);
	}

	/** What was seen at `at` ms, unless another view is asked for meanwhile, or a photograph being taken. */
	#judge(view: StandardView, live: LiveFrame, at: number): void {
		if (this.isTaking || view !== this.view) return;
		const face = faceIn(live);
		const verdict = verdictOn(live, face, view);
		const placement = face === null ? null : placementOf(face);
		this.#guidance = guidanceAfter(this.#guidance, verdict, at);
		if (!this.#auto) return;
		this.#shutter = afterLook(this.#shutter, { at, verdict, placement });
		if (this.#shutter.share === 1) void this.take();
	}
}

function without<T>(list: readonly T[], gone: T): readonly T[] {
	return list.filter((one) => one !== gone);
}

/** The frame that the preview shows at this moment, made smaller; null before there is one. */
function frameOf(video: HTMLVideoElement): ImageBitmap | null {
	const { videoWidth: width, videoHeight: height } = video;
	if (video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA || width === 0) return null;
	const scale = Math.min(1, FRAME_LONGEST / Math.max(width, height));
	const canvas = new OffscreenCanvas(Math.round(width * scale), Math.round(height * scale));
	const context = canvas.getContext('2d', { alpha: false });
	if (context === null) throw new AppError('camera.failed');
	context.imageSmoothingQuality = 'medium';
	context.drawImage(video, 0, 0, canvas.width, canvas.height);
	return canvas.transferToImageBitmap();
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
	return new Promise((resolve) => {
		const timer = setTimeout(resolve, ms);
		signal.addEventListener('abort', () => {
			clearTimeout(timer);
			resolve();
		});
	});
}
