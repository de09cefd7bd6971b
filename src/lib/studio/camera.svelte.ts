import { AppError, toAppError, type ErrorCode } from '../errors.ts';

export type Facing = 'user' | 'environment';

const CODES: Readonly<Record<string, ErrorCode>> = {
	NotAllowedError: 'camera.denied',
	SecurityError: 'camera.denied',
	NotFoundError: 'camera.missing',
	OverconstrainedError: 'camera.missing',
	NotReadableError: 'camera.busy',
	AbortError: 'camera.busy'
};

function cameraError(value: unknown): AppError {
	const code = value instanceof DOMException ? CODES[value.name] : undefined;
	return code === undefined
		? toAppError(value, 'camera.failed')
		: new AppError(code, { retryable: true, cause: value });
}

/** What the standard's types leave out of a track's capabilities. */
type TorchCapability = { readonly torch?: boolean };
type PhotoTaker = { takePhoto(): Promise<Blob> };
type PhotoTakerConstructor = new (track: MediaStreamTrack) => PhotoTaker;

function photoTaker(track: MediaStreamTrack): PhotoTaker | null {
	if (!('ImageCapture' in globalThis)) return null;
	const Constructor = (globalThis as unknown as { ImageCapture: PhotoTakerConstructor })
		.ImageCapture;
	return new Constructor(track);
}

/** One camera at a time. The picture taken is never mirrored; only the preview may be. */
export class Camera {
	stream: MediaStream | null = $state.raw(null);
	facing: Facing = $state('environment');
	error: AppError | null = $state.raw(null);
	hasTorch = $state(false);
	torch = $state(false);
	/** More than one camera: switching makes sense. */
	canSwitch = $state(false);
	#opening = 0;

	async open(facing: Facing = this.facing): Promise<void> {
		this.close();
		const opening = (this.#opening += 1);
		this.error = null;
		this.facing = facing;
		try {
			const stream = await requestStream(facing);
			if (opening !== this.#opening) {
				stop(stream);
				return;
			}
			this.stream = stream;
			const track = stream.getVideoTracks()[0];
			const settled = track?.getSettings().facingMode;
			if (settled === 'user' || settled === 'environment') this.facing = settled;
			this.hasTorch = track !== undefined && hasTorch(track);
			const devices = await navigator.mediaDevices.enumerateDevices();
			this.canSwitch = devices.filter(({ kind }) => kind === 'videoinput').length > 1;
		} catch (error) {
			if (opening === this.#opening) this.error = cameraError(error);
		}
	}

	async switch(): Promise<void> {
		await this.open(this.facing === 'user' ? 'environment' : 'user');
	}

	async toggleTorch(): Promise<void> {
		const track = this.stream?.getVideoTracks()[0];
		if (track === undefined) return;
		const torch = !this.torch;
		await track.applyConstraints({ advanced: [{ torch } as MediaTrackConstraintSet] });
		this.torch = torch;
	}

	/**
	 * A still at the sensor's resolution where the browser can, else the video's own frame; null when
	 * the camera fails, with `error` set.
	 */
	async take(video: HTMLVideoElement): Promise<Blob | null> {
		try {
			return await this.#still(video);
		} catch (error) {
			this.error = cameraError(error);
			return null;
		}
	}

	async #still(video: HTMLVideoElement): Promise<Blob> {
		const track = this.stream?.getVideoTracks()[0];
		if (track === undefined) throw new AppError('camera.failed', { retryable: true });
		const taker = photoTaker(track);
		if (taker !== null) {
			try {
				return await taker.takePhoto();
			} catch {
				// Some cameras promise stills and fail: the video frame is still a photograph.
			}
		}
		return videoFrame(video);
	}

	close(): void {
		this.#opening += 1;
		if (this.stream !== null) stop(this.stream);
		this.stream = null;
		this.torch = false;
		this.hasTorch = false;
	}
}

async function requestStream(facing: Facing): Promise<MediaStream> {
	if (!('mediaDevices' in navigator)) throw new AppError('camera.missing');
	return navigator.mediaDevices.getUserMedia({
		audio: false,
		video: { facingMode: { ideal: facing }, width: { ideal: 4096 }, height: { ideal: 4096 } }
	});
}

function hasTorch(track: MediaStreamTrack): boolean {
	return (track.getCapabilities() as TorchCapability).torch === true;
}

function stop(stream: MediaStream): void {
	for (const track of stream.getTracks()) track.stop();
}

async function videoFrame(video: HTMLVideoElement): Promise<Blob> {
	const canvas = new OffscreenCanvas(video.videoWidth, video.videoHeight);
	const context = canvas.getContext('2d');
	if (context === null || video.videoWidth === 0) throw new AppError('camera.failed');
	context.drawImage(video, 0, 0);
	return canvas.convertToBlob({ type: 'image/png' });
}
