import { AppError, isAppError, toAppError } from '../errors.ts';
import type { Engine, LoadProgress } from '../engine/index.ts';
import { assessQuality, observeFace } from '../face/index.ts';
import type { Face, FaceObservation, Quality, Refusal } from '../face/index.ts';
import {
	boundsOfPoints,
	quarterTurns,
	type QuarterTurns,
	type Rect,
	type Size
} from '../geometry/index.ts';
import {
	openPhoto,
	storePhoto,
	turnPhoto,
	type PhotoNotice,
	type Pixels,
	type StorablePhoto
} from '../photo/index.ts';
import { findFaces, turnedCandidate, type Candidate, type Found } from './candidate.ts';
import type { FaceParts } from './document.ts';

export type Progress =
	| {
			readonly step:
				'reading' | 'decoding' | 'encoding' | 'starting' | 'finding' | 'preparing' | 'turning';
	  }
	| { readonly step: 'downloading'; readonly loadedBytes: number; readonly totalBytes: number };

/** What stopped a photograph or an action; the words are ui's. */
export type Problem =
	| { readonly kind: 'error'; readonly error: AppError }
	| { readonly kind: 'quality'; readonly quality: Refusal };

/** Several faces: the person touches one. */
type FaceChoice = {
	readonly picture: Size;
	readonly preview: ImageBitmap;
	readonly boxes: readonly Rect[];
	readonly choose: (index: number) => void;
	readonly cancel: () => void;
};

export type OpenPhotograph = Candidate & {
	readonly face: Face;
	/** As it was found on opening, before any turn by hand. */
	readonly found: FaceObservation;
	/** What the face was made from. */
	readonly parts: FaceParts;
	/** On opening, so that the face stands upright. */
	readonly turnedUpright: QuarterTurns;
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
	#adoptions: Promise<void> = Promise.resolve();

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
	open(file: Blob, parts: FaceParts): Promise<boolean> {
		return this.#open((signal) => this.#adopt(file, parts, signal));
	}

	/** A photograph that was kept, with the face that was found in it then. True when adopted. */
	reopen(
		bytes: Uint8Array<ArrayBuffer>,
		found: FaceObservation,
		parts: FaceParts
	): Promise<boolean> {
		return this.#open((signal) => this.#adoptStored(bytes, found, parts, signal));
	}

	/**
	 * The open photograph as it is to be kept. From then on the session works on the decode of that,
	 * so opening it again gives the same pixels. `portrait`: around the head, px. Null without a
	 * photograph.
	 */
	async store(portrait: Rect): Promise<StorablePhoto | null> {
		let stored: StorablePhoto | null = null;
		await this.#inTurn(async () => {
			const { photograph } = this;
			if (photograph === null) return;
			const { id, parts, found } = photograph;
			const shown = await this.#engine.pixelsOf(id);
			const back = quarterTurns(-parts.quarterTurns);
			const written = await storePhoto(await turnPhoto(shown, back), portrait);
			const { id: decoded } = await this.#candidateOf(written.bytes, found, parts);
			try {
				if (this.photograph?.id === id) await this.#show({ ...photograph, id: decoded });
			} finally {
				if (this.photograph?.id !== decoded) await this.#engine.discard(decoded);
			}
			stored = written;
		});
		return stored;
	}

	/** Nothing is open afterwards. */
	async close(): Promise<void> {
		this.#opening?.abort();
		await this.#inTurn(() => this.#drop());
	}

	/** The open photograph is open no more; one that is on its way goes on. */
	async letGo(): Promise<void> {
		const id = this.photograph?.id;
		await this.#inTurn(async () => {
			if (this.photograph?.id === id) await this.#drop();
		});
	}

	async #drop(): Promise<void> {
		const { photograph } = this;
		this.photograph = null;
		if (photograph !== null) await this.#engine.discard(photograph.id);
	}

	async #open(adopt: (signal: AbortSignal) => Promise<void>): Promise<boolean> {
		this.#opening?.abort();
		const opening = new AbortController();
		this.#opening = opening;
		const isCurrent = () => this.#opening === opening;
		this.problem = null;
		try {
			await adopt(opening.signal);
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
		this.progress !== null && !['preparing', 'turning'].includes(this.progress.step)
	);

	/** Stops opening a photograph, and says nothing: the one before stays. */
	cancel(): void {
		this.choice?.cancel();
		this.#opening?.abort();
	}

	/** The same photograph with the face made from other parts; nothing once another one is open. */
	async remake(parts: FaceParts): Promise<void> {
		const photograph = this.photograph;
		if (photograph === null) return;
		const isOpen = () => this.photograph?.id === photograph.id;
		const turns = quarterTurns(parts.quarterTurns - photograph.parts.quarterTurns);
		try {
			const candidate = turns === 0 ? photograph : await this.#turned(photograph, turns);
			try {
				await this.#inTurn(async () => {
					if (isOpen()) await this.#show({ ...photograph, ...candidate, parts });
				});
			} finally {
				if (this.photograph?.id !== candidate.id) await this.#engine.discard(candidate.id);
			}
		} catch (error) {
			if (isOpen()) throw error;
		}
	}

	async #adopt(file: Blob, parts: FaceParts, signal: AbortSignal): Promise<void> {
		this.progress = { step: 'reading' };
		const starting = this.#start(signal);
		// Awaited below; a failure while the photograph decodes must not count as unhandled.
		starting.catch(() => undefined);
		const opened = await openPhoto(file, {
			signal,
			onProgress: (step) => (this.progress = { step })
		});
		await this.#showPreview(opened.pixels);
		signal.throwIfAborted();
		this.progress = { step: 'starting' };
		await starting;
		this.progress = { step: 'finding' };
		const detected = await findFaces(this.#engine, opened.pixels, signal, (pixels) =>
			this.#showPreview(pixels)
		);
		try {
			const index = await this.#whichFace(detected, signal);
			const observation = detected.observations[index];
			if (observation === undefined) throw new AppError('face.none');
			const candidate = { id: detected.picture, picture: detected.size, observation };
			const warnings = this.#gate(candidate, detected.sharpness[index] ?? 0, parts);
			this.progress = { step: 'preparing' };
			await this.#inTurn(async () => {
				signal.throwIfAborted();
				const { notices } = opened;
				const { turnedUpright } = detected;
				const found = candidate.observation;
				await this.#show({ ...candidate, found, parts, turnedUpright, notices, warnings });
			});
		} catch (error) {
			await this.#engine.discard(detected.picture);
			throw error;
		}
	}

	async #adoptStored(
		bytes: Uint8Array<ArrayBuffer>,
		found: FaceObservation,
		parts: FaceParts,
		signal: AbortSignal
	): Promise<void> {
		this.progress = { step: 'decoding' };
		await this.#start(signal);
		const candidate = await this.#candidateOf(bytes, found, parts);
		try {
			this.progress = { step: 'preparing' };
			await this.#inTurn(async () => {
				signal.throwIfAborted();
				const [notices, warnings] = [[], []] as const;
				await this.#show({ ...candidate, found, parts, turnedUpright: 0, notices, warnings });
			});
		} catch (error) {
			await this.#engine.discard(candidate.id);
			throw error;
		}
	}

	/** From what is kept, turned as it was left. */
	async #candidateOf(
		bytes: Uint8Array<ArrayBuffer>,
		found: FaceObservation,
		{ quarterTurns: turns }: FaceParts
	): Promise<Candidate> {
		const { pixels } = await openPhoto(new Blob([bytes]));
		const picture = { width: pixels.width, height: pixels.height };
		const upright = { id: await this.#engine.add(pixels), picture, observation: found };
		if (turns === 0) return upright;
		try {
			return await turnedCandidate(this.#engine, upright, turns);
		} finally {
			await this.#engine.discard(upright.id);
		}
	}

	async #show(photograph: Omit<OpenPhotograph, 'face'>): Promise<void> {
		const { id, observation, parts } = photograph;
		const landmarks = parts.landmarks ?? observation.landmarks;
		const face = await this.#engine.adopt(id, { observation, landmarks, scale: parts.scale });
		this.photograph = { ...photograph, face };
	}

	/** One adoption at a time, so that the photograph here is the one that the engine shows. */
	async #inTurn(adoption: () => Promise<void>): Promise<void> {
		const adopted = this.#adoptions.then(adoption);
		this.#adoptions = adopted.catch(() => undefined);
		return adopted;
	}

	async #turned(photograph: OpenPhotograph, turns: QuarterTurns): Promise<Candidate> {
		this.progress ??= { step: 'turning' };
		try {
			return await turnedCandidate(this.#engine, photograph, turns);
		} finally {
			if (this.#opening === null) this.progress = null;
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
		{ observation, picture }: Candidate,
		sharpness: number,
		{ scale }: FaceParts
	): readonly Quality[] {
		const face = observeFace(observation, observation.landmarks, scale, picture);
		const findings = assessQuality(face, sharpness);
		const refusal = findings.find((quality) => quality.severity === 'refuse');
		if (refusal !== undefined) throw new QualityRefusal(refusal);
		return findings;
	}

	async #whichFace({ observations, size }: Found, signal: AbortSignal): Promise<number> {
		if (observations.length === 0) throw new AppError('face.none');
		const preview = this.preview;
		if (observations.length === 1 || preview === null) return 0;
		const boxes = observations.map(({ landmarks }) => boundsOfPoints(landmarks));
		try {
			return await new Promise<number>((resolve, reject) => {
				const cancel = () => reject(new AppError('cancelled'));
				signal.addEventListener('abort', cancel, { once: true });
				this.choice = { picture: size, preview, boxes, choose: resolve, cancel };
			});
		} finally {
			this.choice = null;
		}
	}

	async #showPreview(pixels: Pixels): Promise<void> {
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

class QualityRefusal extends Error {
	readonly quality: Refusal;

	constructor(quality: Refusal) {
		super(quality.finding);
		this.quality = quality;
	}
}
