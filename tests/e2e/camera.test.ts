/** The camera screen with cameras made of canvases, which can do what no fake device here can. */
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type App } from '../support/app.ts';
import { agree } from '../support/user.ts';

/** One camera of the stub: what it says of itself, and what it does. */
type StubCamera = {
	readonly deviceId: string;
	readonly facingMode?: 'user' | 'environment';
	readonly torch?: 'works' | 'rejects';
	/** The largest still; without one its capabilities cannot be read. */
	readonly largest?: { readonly width: number; readonly height: number };
	/** Takes stills of its own size only. */
	readonly refusesSizes?: true;
};

/** What the page asked of the stub. */
type Asked = {
	/** `deviceId`s in the order in which they were opened. */
	readonly opened: string[];
	readonly torch: unknown[];
	readonly stills: unknown[];
	/** Unplugs the open camera. */
	unplug?: () => void;
};

declare global {
	var asked: Asked;
}

const FRONT: StubCamera = { deviceId: 'front', facingMode: 'user' };
const REAR: StubCamera = {
	deviceId: 'rear',
	facingMode: 'environment',
	torch: 'works',
	largest: { width: 400, height: 300 }
};

let app: App;
let page: Page;

beforeAll(async () => {
	app = await startApp({ context: { viewport: { width: 820, height: 1180 } } });
});

afterEach(() => page.close());

afterAll(() => app.close());

async function openWith(...cameras: readonly StubCamera[]): Promise<void> {
	page = await app.context.newPage();
	await page.addInitScript(stubCameras, cameras);
	await page.goto(`${app.url}/camera`);
	await agree(page);
	await expect.poll(() => shutter().isEnabled()).toBe(true);
}

/** Runs inside the page, before the app: stands alone. */
function stubCameras(cameras: readonly StubCamera[]): void {
	const asked: Asked = { opened: [], torch: [], stills: [] };
	globalThis.asked = asked;
	const cameraOf = new WeakMap<MediaStreamTrack, StubCamera>();

	const valueOf = (constraint: ConstrainDOMString | undefined): string | undefined => {
		if (typeof constraint !== 'object' || Array.isArray(constraint)) return undefined;
		return String(constraint.exact ?? constraint.ideal);
	};

	const open = (wanted: MediaTrackConstraints): MediaStream => {
		const [deviceId, facing] = [valueOf(wanted.deviceId), valueOf(wanted.facingMode)];
		const camera =
			cameras.find((candidate) => candidate.deviceId === deviceId) ??
			cameras.find(({ facingMode }) => facingMode === facing) ??
			cameras[0];
		if (camera === undefined) throw new DOMException('none', 'NotFoundError');
		asked.opened.push(camera.deviceId);
		const canvas = document.createElement('canvas');
		[canvas.width, canvas.height] = [320, 240];
		const context = canvas.getContext('2d');
		const stream = canvas.captureStream(10);
		const timer = setInterval(() => context?.fillRect(0, 0, Math.random() * 320, 240), 50);
		const [track] = stream.getVideoTracks();
		if (track === undefined) throw new Error('no track');
		cameraOf.set(track, camera);
		track.getSettings = () => {
			const { deviceId, facingMode } = camera;
			return facingMode === undefined ? { deviceId } : { deviceId, facingMode };
		};
		const capabilities = { torch: camera.torch !== undefined };
		track.getCapabilities = () => capabilities as MediaTrackCapabilities;
		track.applyConstraints = (constraints) => {
			asked.torch.push(constraints?.advanced?.[0]);
			return camera.torch === 'works'
				? Promise.resolve()
				: Promise.reject(new DOMException('no light', 'OverconstrainedError'));
		};
		asked.unplug = () => {
			clearInterval(timer);
			track.dispatchEvent(new Event('ended'));
		};
		return stream;
	};

	const devices = cameras.map(({ deviceId }) => ({ deviceId, kind: 'videoinput', label: '' }));
	Object.defineProperty(navigator, 'mediaDevices', {
		value: {
			getUserMedia: (constraints: { readonly video: MediaTrackConstraints }) =>
				Promise.resolve(open(constraints.video)),
			enumerateDevices: () => Promise.resolve(devices)
		}
	});

	class StillCamera {
		readonly #camera: StubCamera | undefined;

		constructor(track: MediaStreamTrack) {
			this.#camera = cameraOf.get(track);
		}

		getPhotoCapabilities(): Promise<PhotoCapabilities> {
			const largest = this.#camera?.largest;
			if (largest === undefined) return Promise.reject(new DOMException('', 'InvalidStateError'));
			return Promise.resolve({
				imageWidth: { min: 1, max: largest.width, step: 1 },
				imageHeight: { min: 1, max: largest.height, step: 1 }
			});
		}

		async takePhoto(settings?: PhotoSettings): Promise<Blob> {
			asked.stills.push(settings ?? 'any size');
			if (settings !== undefined && this.#camera?.refusesSizes) {
				throw new DOMException('no such size', 'NotSupportedError');
			}
			const canvas = new OffscreenCanvas(settings?.imageWidth ?? 32, settings?.imageHeight ?? 24);
			canvas.getContext('2d')?.fillRect(0, 0, 1, 1);
			return canvas.convertToBlob({ type: 'image/png' });
		}
	}
	Object.defineProperty(globalThis, 'ImageCapture', { value: StillCamera });
}

const shutter = () => page.getByRole('button', { name: 'Take the photo' });
const light = () => page.getByRole('button', { name: 'Light' });
const switcher = () => page.getByRole('button', { name: 'Switch camera' });
const opened = () => page.evaluate(() => asked.opened);
const torch = () => page.evaluate(() => asked.torch);
const stills = () => page.evaluate(() => asked.stills);
const hint = () => page.getByText('The preview is mirrored; the photo is not.');

/** Whether the preview shows left for right. */
const isMirrored = () =>
	page.locator('video').evaluate((video) => new DOMMatrix(getComputedStyle(video).transform).a < 0);

describe('a tablet with two cameras', () => {
	it('starts with the rear one and switches to the front one, mirrored in the preview only', async () => {
		await openWith(FRONT, REAR);
		expect(await isMirrored()).toBe(false);
		expect(await hint().count()).toBe(0);
		await switcher().click();
		await expect.poll(() => opened()).toEqual(['rear', 'front']);
		await expect.poll(() => isMirrored()).toBe(true);
		expect(await hint().isVisible()).toBe(true);
		await switcher().click();
		await expect.poll(() => opened()).toEqual(['rear', 'front', 'rear']);
		await expect.poll(() => isMirrored()).toBe(false);
	});

	it('lights where there is a light', async () => {
		await openWith(FRONT, REAR);
		await light().click();
		await expect.poll(() => light().getAttribute('aria-pressed')).toBe('true');
		await light().click();
		await expect.poll(() => light().getAttribute('aria-pressed')).toBe('false');
		expect(await torch()).toEqual([{ torch: true }, { torch: false }]);
		await switcher().click();
		await light().waitFor({ state: 'hidden' });
	});

	it('takes the still as large as the sensor gives it', async () => {
		await openWith(FRONT, REAR);
		await shutter().click();
		await page.waitForURL('**/studio');
		expect(await stills()).toEqual([{ imageWidth: 400, imageHeight: 300 }]);
	});
});

describe('cameras that do less than they say', () => {
	it('a light that is refused is no longer offered', async () => {
		await openWith({ ...REAR, torch: 'rejects' });
		await light().click();
		await light().waitFor({ state: 'hidden' });
		expect(await shutter().isEnabled()).toBe(true);
		expect(app.pageErrors).toEqual([]);
	});

	it('a still is taken at any size where the largest is not known', async () => {
		await openWith({ deviceId: 'rear', facingMode: 'environment' });
		await shutter().click();
		await page.waitForURL('**/studio');
		expect(await stills()).toEqual(['any size']);
	});

	it('a still is taken at any size where the largest is refused', async () => {
		await openWith({ ...REAR, refusesSizes: true });
		await shutter().click();
		await page.waitForURL('**/studio');
		expect(await stills()).toEqual([{ imageWidth: 400, imageHeight: 300 }, 'any size']);
	});

	it('one that is unplugged says so, and starts again or gives way to a file', async () => {
		await openWith(REAR);
		await page.evaluate(() => asked.unplug?.());
		const problem = page.getByRole('alert');
		await problem.getByRole('heading', { name: 'The camera did not answer' }).waitFor();
		expect(await shutter().isDisabled()).toBe(true);
		const chooser = page.waitForEvent('filechooser');
		await problem.getByRole('button', { name: 'Open a photo' }).click();
		await chooser;
		await problem.getByRole('button', { name: 'Try again' }).click();
		await expect.poll(() => opened()).toEqual(['rear', 'rear']);
		await problem.waitFor({ state: 'hidden' });
	});
});

describe('a laptop whose cameras do not say how they face', () => {
	it('mirrors the preview and switches through all of them', async () => {
		await openWith({ deviceId: 'a' }, { deviceId: 'b' }, { deviceId: 'c' });
		expect(await isMirrored()).toBe(true);
		for (const wanted of ['b', 'c', 'a']) {
			await switcher().click();
			await expect.poll(async () => (await opened()).at(-1)).toBe(wanted);
		}
		expect(await opened()).toEqual(['a', 'b', 'c', 'a']);
		expect(await isMirrored()).toBe(true);
	});
});
