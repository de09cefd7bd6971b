import { afterEach, expect, it } from 'vitest';
import hopper from '../../../tests/fixtures/grace-hopper.jpg?url';
import type { Pixels } from '../photo/index.ts';
import {
	createRenderer,
	GRID,
	type Field,
	type Frame,
	type RendererKind,
	type Tone
} from '../warp/index.ts';
import { Stage } from './stage.ts';

const frame: Frame = {
	width: 300,
	height: 300,
	surround: [20, 20, 20],
	panes: [
		{
			clip: { x: 0, y: 0, width: 300, height: 300 },
			transform: { scale: 1, offsetX: -100, offsetY: -60, mirrored: false },
			shows: 'illustration'
		}
	]
};

/**
 * The devices that renderers opened, to be lost for real. Held for good: a device that nothing else
 * holds, and the test that waits for it, can be collected before it says that it is lost.
 */
const devices: GPUDevice[] = [];
const contexts: WebGL2RenderingContext[] = [];
const requestDevice = Object.getOwnPropertyDescriptor(GPUAdapter.prototype, 'requestDevice')!;
const getContext = Object.getOwnPropertyDescriptor(OffscreenCanvas.prototype, 'getContext')!;

function listenIn(): void {
	GPUAdapter.prototype.requestDevice = async function (...options) {
		const open = requestDevice.value as GPUAdapter['requestDevice'];
		const device = await open.apply(this, options);
		devices.push(device);
		return device;
	};
	OffscreenCanvas.prototype.getContext = function (this: OffscreenCanvas, ...options: unknown[]) {
		const open = getContext.value as (...options: unknown[]) => unknown;
		const context = open.apply(this, options);
		if (context instanceof WebGL2RenderingContext) contexts.push(context);
		return context;
	} as OffscreenCanvas['getContext'];
}

function loseAll(): void {
	for (const device of devices) device.destroy();
	for (const context of contexts.splice(0)) {
		context.getExtension('WEBGL_lose_context')?.loseContext();
	}
}

afterEach(() => {
	Object.defineProperty(GPUAdapter.prototype, 'requestDevice', requestDevice);
	Object.defineProperty(OffscreenCanvas.prototype, 'getContext', getContext);
});

async function photograph(): Promise<Pixels> {
	const bitmap = await createImageBitmap(await (await fetch(hopper)).blob());
	const { width, height } = bitmap;
	return { width, height, data: bytesOf(bitmap) };
}

function bytesOf(bitmap: ImageBitmap): Uint8ClampedArray<ArrayBuffer> {
	const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
	context.drawImage(bitmap, 0, 0);
	return context.getImageData(0, 0, bitmap.width, bitmap.height).data;
}

function smoothField(): Field {
	const data = new Float32Array(2 * GRID * GRID);
	for (let row = 0; row < GRID; row++) {
		for (let column = 0; column < GRID; column++) {
			const [x, y] = [row, column].map((at) => Math.sin((Math.PI * at) / (GRID - 1)) ** 2);
			data[row * GRID + column] = 9 * x! * y!;
		}
	}
	return { box: { x: 120, y: 80, width: 250, height: 250 }, data };
}

/** Lighter and redder in the middle of the frame, with softer pores. */
function middleTone(): Tone {
	const [width, height] = [40, 30];
	const data = new Float32Array(6 * width * height);
	for (let row = 4; row < height - 4; row++) {
		for (let column = 4; column < width - 4; column++) {
			data.set([0.5, 0.2, 0.1, 0.3, -1], 6 * (row * width + column));
		}
	}
	return { box: { x: 150, y: 110, width: 200, height: 150 }, width, height, data };
}

function largestDifference(a: Uint8ClampedArray, b: Uint8ClampedArray): number {
	return a.reduce((most, value, i) => Math.max(most, Math.abs(value - b[i]!)), 0);
}

/** In the order in which they take each other's place; a slow one is passed over. */
const KINDS: readonly RendererKind[] = ['webgpu', 'webgl2', 'cpu'];

it.each(['webgpu', 'webgl2'] as const)(
	'draws and exports the same picture when %s is lost, with a kind behind it',
	async (kind) => {
		listenIn();
		const heard: RendererKind[] = [];
		const stage = new Stage(await createRenderer(kind), (next) => heard.push(next));
		const field = smoothField();
		await stage.setPicture(await photograph());
		const untoned = bytesOf(await stage.draw(frame, field));
		await stage.setTone(middleTone(), null);
		const before = bytesOf(await stage.draw(frame, field));
		expect(largestDifference(before, untoned)).toBeGreaterThan(20);

		loseAll();
		const { signal } = new AbortController();
		const [after, full] = await Promise.all([
			stage.draw(frame, field),
			stage.renderFull(field, signal)
		]);
		expect(KINDS.slice(KINDS.indexOf(kind) + 1)).toContain(stage.kind);
		expect(heard).toEqual([stage.kind]);
		// Toned bytes may differ by 1, and interpolating them overshoots.
		expect(largestDifference(bytesOf(after), before)).toBeLessThanOrEqual(2);
		expect([full.width, full.height]).toEqual([512, 600]);
		await stage.setTone(null, null);
		const plain = bytesOf(await stage.draw(frame, field));
		expect(largestDifference(plain, untoned)).toBeLessThanOrEqual(1);
		stage.dispose();
	}
);

it('notices a lost device without being asked to draw', async () => {
	listenIn();
	const changed = Promise.withResolvers<RendererKind>();
	const stage = new Stage(await createRenderer('webgpu'), changed.resolve);
	loseAll();
	expect(await changed.promise).not.toBe('webgpu');
	stage.dispose();
});

it('takes the renderer that it is told to, with the tone', async () => {
	const stage = new Stage(await createRenderer('cpu'), () => undefined);
	await stage.setPicture(await photograph());
	const field = smoothField();
	const untoned = bytesOf(await stage.draw(frame, field));
	await stage.setTone(middleTone(), null);
	const toned = bytesOf(await stage.draw(frame, field));
	expect(await stage.use('webgl2')).toBe('webgl2');
	expect(largestDifference(bytesOf(await stage.draw(frame, field)), toned)).toBeLessThanOrEqual(2);
	await stage.setTone(null, null);
	const plain = bytesOf(await stage.draw(frame, field));
	expect(largestDifference(plain, untoned)).toBeLessThanOrEqual(1);
	stage.dispose();
});
