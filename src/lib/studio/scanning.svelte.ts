import { toAppError, type AppError } from '../errors.ts';
import { readPack, type PackLabel } from '../scan/index.ts';
import { Camera } from './camera.svelte.ts';

/** Between two looks, ms: a hand needs longer to hold a pack still. */
const PAUSE = 250;
/** A code of 10 mm held near fills enough of it, px. */
const LONGEST = 1600;

/** Looks through the camera until a pack's barcode is read; no picture of it is kept. */
export class Scanning {
	readonly camera = new Camera();
	/** Why nothing can be read. */
	problem: AppError | null = $state.raw(null);
	#looking = 0;

	/** What was read; null where it was stopped before. */
	async look(video: HTMLVideoElement): Promise<PackLabel | null> {
		const looking = ++this.#looking;
		const canvas = new OffscreenCanvas(1, 1);
		while (looking === this.#looking) {
			const label = await this.#read(canvas, video, video.videoWidth, video.videoHeight);
			if (looking !== this.#looking) return null;
			if (label !== null) return label;
			await new Promise((done) => setTimeout(done, PAUSE));
		}
		return null;
	}

	/** From a picture of the pack; null where no barcode in it says anything. */
	async readFile(file: Blob): Promise<PackLabel | null> {
		const bitmap = await createImageBitmap(file).catch(() => null);
		if (bitmap === null) return null;
		const label = await this.#read(new OffscreenCanvas(1, 1), bitmap, bitmap.width, bitmap.height);
		bitmap.close();
		return label;
	}

	stop(): void {
		this.#looking += 1;
		this.camera.close();
	}

	async #read(
		canvas: OffscreenCanvas,
		source: CanvasImageSource,
		width: number,
		height: number
	): Promise<PackLabel | null> {
		if (width === 0 || height === 0) return null;
		const scale = Math.min(1, LONGEST / Math.max(width, height));
		canvas.width = Math.round(width * scale);
		canvas.height = Math.round(height * scale);
		const context = canvas.getContext('2d', { willReadFrequently: true });
		if (context === null) return null;
		context.drawImage(source, 0, 0, canvas.width, canvas.height);
		try {
			const label = await readPack(context.getImageData(0, 0, canvas.width, canvas.height));
			this.problem = null;
			return label;
		} catch (reason) {
			this.problem = toAppError(reason, 'scan.unavailable');
			return null;
		}
	}
}
