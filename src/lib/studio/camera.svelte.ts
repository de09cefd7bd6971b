import { AppError, toAppError, type ErrorCode } from '../errors.ts';

type Facing = 'user' | 'environment';

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
		await this.#start({ facingMode: { ideal: facing } });
	}

	/** The one that faces the other way; where cameras do not say how they face, the next one. */
	async switch(): Promise<void> {
		const { facingMode, deviceId } = this.#track?.getSettings() ?? {};
		if (isFacing(facingMode)) await this.open(facingMode === 'user' ? 'environment' : 'user');
		else await this.#start({ deviceId: { exact: await cameraAfter(deviceId) } });
	}

	/** Off and no longer offered where the camera promised a light and does not give it. */
	async toggleTorch(): Promise<void> {
		const track = this.#track;
		if (track === null) return;
		const torch = !this.torch;
		try {
			await track.applyConstraints({ advanced: [{ torch } as MediaTrackConstraintSet] });
			this.torch = torch;
		} catch {
			this.torch = false;
			this.hasTorch = false;
		}
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

	close(): void {
		this.#opening += 1;
		if (this.stream !== null) stop(this.stream);
		this.stream = null;
		this.torch = false;
		this.hasTorch = false;
	}

	get #track(): MediaStreamTrack | null {
		return this.stream?.getVideoTracks()[0] ?? null;
	}

	async #start(which: MediaTrackConstraintSet): Promise<void> {
		this.close();
		const opening = (this.#opening += 1);
		const isCurrent = () => opening === this.#opening;
		this.error = null;
		try {
			const stream = await requestStream(which);
			if (isCurrent()) this.#use(stream, isCurrent);
			else stop(stream);
			this.canSwitch = (await cameras()).length > 1;
		} catch (error) {
			if (isCurrent()) this.error = cameraError(error);
		}
	}

	#use(stream: MediaStream, isCurrent: () => boolean): void {
		this.stream = stream;
		const track = this.#track;
		if (track === null) throw new AppError('camera.failed', { retryable: true });
		const { facingMode } = track.getSettings();
		// A camera that does not say how it faces sits on a laptop or a screen.
		this.facing = isFacing(facingMode) ? facingMode : 'user';
		this.hasTorch = hasTorch(track);
		track.addEventListener('ended', () => {
			if (!isCurrent()) return;
			this.close();
			this.error = new AppError('camera.failed', { retryable: true });
		});
	}

	async #still(video: HTMLVideoElement): Promise<Blob> {
		const track = this.#track;
		if (track === null) throw new AppError('camera.failed', { retryable: true });
		if ('ImageCapture' in globalThis) {
			try {
				return await largestStill(new ImageCapture(track));
			} catch {
				// Some cameras promise stills and fail: the video frame is still a photograph.
			}
		}
		return videoFrame(video);
	}
}

function isFacing(mode: string | undefined): mode is Facing {
	return mode === 'user' || mode === 'environment';
}

async function cameras(): Promise<readonly MediaDeviceInfo[]> {
	const devices = await navigator.mediaDevices.enumerateDevices();
	return devices.filter(({ kind }) => kind === 'videoinput');
}

/** The id of the camera that the device lists after the given one, or of the first. */
async function cameraAfter(deviceId: string | undefined): Promise<string> {
	const ids = (await cameras()).map((camera) => camera.deviceId);
	const at = ids.findIndex((id) => id === deviceId);
	return ids[(at + 1) % ids.length] ?? '';
}

async function requestStream(which: MediaTrackConstraintSet): Promise<MediaStream> {
	if (!('mediaDevices' in navigator)) throw new AppError('camera.missing');
	return navigator.mediaDevices.getUserMedia({
		audio: false,
		video: { ...which, width: { ideal: 4096 }, height: { ideal: 4096 } }
	});
}

function hasTorch(track: MediaStreamTrack): boolean {
	return (track.getCapabilities() as TorchCapability).torch === true;
}

function stop(stream: MediaStream): void {
	for (const track of stream.getTracks()) track.stop();
}

/** Unasked, a browser takes the still at whatever size its camera happens to stand at. */
async function largestStill(taker: ImageCapture): Promise<Blob> {
	try {
		const { imageWidth, imageHeight } = await taker.getPhotoCapabilities();
		const [width, height] = [imageWidth?.max, imageHeight?.max];
		if (width !== undefined && height !== undefined) {
			return await taker.takePhoto({ imageWidth: width, imageHeight: height });
		}
	} catch {
		// A camera that refuses to say or to take its own largest size may take another.
	}
	return taker.takePhoto();
}

async function videoFrame(video: HTMLVideoElement): Promise<Blob> {
	const canvas = new OffscreenCanvas(video.videoWidth, video.videoHeight);
	const context = canvas.getContext('2d');
	if (context === null || video.videoWidth === 0) throw new AppError('camera.failed');
	context.drawImage(video, 0, 0);
	return canvas.convertToBlob({ type: 'image/png' });
}
