import { AppError, isAppError, toAppError } from '../errors.ts';
import type { Detection, Engine, LoadProgress } from '../engine/index.ts';
import { assessQuality, observeFace } from '../face/index.ts';
import type { Face, FaceObservation, Landmarks, Quality, ScaleInput } from '../face/index.ts';
import { boundsOfPoints, type Rect, type Size } from '../geometry/index.ts';
import { openPhoto, type PhotoNotice } from '../photo/index.ts';

export type Progress =
	| { readonly step: 'reading' | 'decoding' | 'encoding' | 'starting' | 'finding' | 'preparing' }
	| { readonly step: 'downloading'; readonly loadedBytes: number; readonly totalBytes: number };

/** What stopped a photograph or an action; the words are ui's. */
export type Problem =
	| { readonly kind: 'error'; readonly error: AppError }
	| { readonly kind: 'quality'; readonly quality: Quality };

/** Several faces: the person touches one. */
export type FaceChoice = {
	readonly picture: Size;
	readonly preview: ImageBitmap;
	readonly boxes: readonly Rect[];
	readonly choose: (index: number) => void;
	readonly cancel: () => void;
};

export type OpenPhotograph = {
	readonly id: number;
	readonly picture: Size;
	readonly face: Face;
	readonly observation: FaceObservation;
	readonly notices: readonly PhotoNotice[];
	readonly warnings: readonly Quality[];
};

const PREVIEW_SIDE = 1280;

/**
 * From a file to an adopted face. A refused photograph leaves the one already open as it was; a
 * newer opening ends an older one.
 */
export class Session {
	photograph: OpenPhotograph | null = $state.raw(null);
	progress: Progress | null = $state.raw(null);
	problem: Problem | null = $state.raw(null);
	choice: FaceChoice | null = $state.raw(null);
	/** The photograph being opened, small: shown until the engine draws it. */
	preview: ImageBitmap | null = $state.raw(null);
	readonly #engine: Engine;
	#opening: AbortController | null = null;

	constructor(engine: Engine) {
		this.#engine = engine;
	}

	/** Loads the engine ahead of the first photograph; a failure is told when it matters. */
	async warm(): Promise<void> {
		try {
			await this.#engine.start();
		} catch {
			// `open` starts it again and reports.
		}
	}

	/** True when the photograph was adopted. */
	async open(file: Blob, scale: ScaleInput): Promise<boolean> {
		this.#opening?.abort();
		const opening = new AbortController();
		this.#opening = opening;
		const isCurrent = () => this.#opening === opening;
		this.problem = null;
		try {
			const photograph = await this.#adopt(file, scale, opening.signal);
			if (!isCurrent()) return false;
			this.photograph = photograph;
			return true;
		} catch (error) {
			if (isCurrent()) {
				// The refused photograph stays in sight behind its sheet, unless another one is open.
				const cancelled = opening.signal.aborted || isAppError(error, 'cancelled');
				if (this.photograph !== null || cancelled) this.#closePreview();
				if (!cancelled) this.fail(error);
			}
			return false;
		} finally {
			if (isCurrent()) {
				this.#opening = null;
				this.progress = null;
			}
		}
	}

	fail(error: unknown): void {
		this.problem =
			error instanceof QualityRefusal
				? { kind: 'quality', quality: error.quality }
				: { kind: 'error', error: toAppError(error) };
	}

	/** Once the face is found, opening is as good as done. */
	readonly canCancel: boolean = $derived(
		this.progress !== null && this.progress.step !== 'preparing'
	);

	/** Stops opening a photograph, and says nothing: the one before stays. */
	cancel(): void {
		this.choice?.cancel();
		this.#opening?.abort();
	}

	/** The same photograph with corrected landmarks or another scale. */
	async readopt(landmarks: Landmarks | null, scale: ScaleInput): Promise<void> {
		const photograph = this.photograph;
		if (photograph === null) return;
		const { observation, id } = photograph;
		const face = await this.#engine.adopt(id, {
			observation,
			landmarks: landmarks ?? observation.landmarks,
			scale
		});
		if (this.photograph?.id === id) this.photograph = { ...this.photograph, face };
	}

	async #adopt(file: Blob, scale: ScaleInput, signal: AbortSignal): Promise<OpenPhotograph> {
		this.progress = { step: 'reading' };
		const starting = this.#start(signal);
		// Awaited below; a failure while the photograph decodes must not count as unhandled.
		starting.catch(() => undefined);
		const opened = await openPhoto(file, {
			signal,
			onProgress: (step) => (this.progress = { step })
		});
		const picture = { width: opened.pixels.width, height: opened.pixels.height };
		await this.#showPreview(opened.pixels);
		signal.throwIfAborted();
		this.progress = { step: 'starting' };
		await starting;
		this.progress = { step: 'finding' };
		const detection = await this.#engine.detect(opened.pixels, { signal });
		try {
			const index = await this.#whichFace(detection, picture, signal);
			const observation = detection.observations[index];
			if (observation === undefined) throw new AppError('face.none');
			const warnings = this.#gate(observation, detection.sharpness[index] ?? 0, picture, scale);
			this.progress = { step: 'preparing' };
			const face = await this.#engine.adopt(detection.picture, {
				observation,
				landmarks: observation.landmarks,
				scale
			});
			const { notices } = opened;
			return { id: detection.picture, picture, face, observation, notices, warnings };
		} catch (error) {
			await this.#engine.discard(detection.picture);
			throw error;
		}
	}

	async #start(signal: AbortSignal): Promise<void> {
		await this.#engine.start({
			signal,
			onProgress: ({ loadedBytes, totalBytes }: LoadProgress) => {
				const waits = this.progress?.step === 'starting' || this.progress?.step === 'downloading';
				if (waits) this.progress = { step: 'downloading', loadedBytes, totalBytes };
			}
		});
	}

	#gate(
		observation: FaceObservation,
		sharpness: number,
		picture: Size,
		scale: ScaleInput
	): readonly Quality[] {
		const face = observeFace(observation, observation.landmarks, scale, picture);
		const findings = assessQuality(face, sharpness);
		const refusal = findings.find(({ severity }) => severity === 'refuse');
		if (refusal !== undefined) throw new QualityRefusal(refusal);
		return findings;
	}

	async #whichFace(detection: Detection, picture: Size, signal: AbortSignal): Promise<number> {
		const { observations } = detection;
		if (observations.length === 0) throw new AppError('face.none');
		const preview = this.preview;
		if (observations.length === 1 || preview === null) return 0;
		const boxes = observations.map(({ landmarks }) => boundsOfPoints(landmarks));
		try {
			return await new Promise<number>((resolve, reject) => {
				const cancel = () => reject(new AppError('cancelled'));
				signal.addEventListener('abort', cancel, { once: true });
				this.choice = { picture, preview, boxes, choose: resolve, cancel };
			});
		} finally {
			this.choice = null;
		}
	}

	async #showPreview(pixels: ImageDataLike): Promise<void> {
		this.#closePreview();
		const shrink = Math.min(1, PREVIEW_SIDE / Math.max(pixels.width, pixels.height));
		this.preview = await createImageBitmap(
			new ImageData(pixels.data, pixels.width, pixels.height),
			{
				resizeWidth: Math.max(1, Math.round(pixels.width * shrink)),
				resizeHeight: Math.max(1, Math.round(pixels.height * shrink)),
				resizeQuality: 'medium'
			}
		);
	}

	/** Once the canvas shows the open photograph; the preview of one being opened is still wanted. */
	dropPreview(): void {
		if (this.#opening === null) this.#closePreview();
	}

	#closePreview(): void {
		this.preview?.close();
		this.preview = null;
	}
}

type ImageDataLike = {
	readonly width: number;
	readonly height: number;
	readonly data: Uint8ClampedArray<ArrayBuffer>;
};

class QualityRefusal extends Error {
	readonly quality: Quality;

	constructor(quality: Quality) {
		super(quality.finding);
		this.quality = quality;
	}
}
