import { GRID, type Field } from '../types.ts';
import type { Frame, PersonLayer, Renderer, RgbaImage, Tone } from '../render-types.ts';
import { CpuRenderer } from './cpu.ts';

const WIDTH = 96;
const HEIGHT = 64;
const OFF_BY_ONE_AT_MOST = 0.999;
const SLOWER_AT_MOST = 4;

/** Whether a renderer paints what the CPU paints, on a small picture that uses the whole law. */
export async function drawsCorrectly(renderer: Renderer): Promise<boolean> {
	const cpu = new CpuRenderer();
	for (const one of [renderer, cpu]) {
		await one.setPicture(testPicture());
		one.setPerson(testPerson());
		one.setTone(testTone());
	}
	const field = testField();
	const drawn = pixelsOf(await renderer.draw(testFrame(), field));
	const expected = pixelsOf(await cpu.draw(testFrame(), field));
	if (!agree(drawn, expected)) return false;
	const full = await renderer.renderFull(field);
	const fullExpected = await cpu.renderFull(field);
	return agree(full.data, fullExpected.data);
}

/**
 * Whether a GPU is worth having: one that is drawn in software takes a second where the CPU's own
 * loop takes 50 ms, and the picture must follow the finger. Both draw a frame that moves everywhere,
 * and the second drawing of each counts: the first compiles.
 */
export async function keepsPace(renderer: Renderer): Promise<boolean> {
	return (await secondDrawMs(renderer)) <= SLOWER_AT_MOST * (await secondDrawMs(new CpuRenderer()));
}

async function secondDrawMs(renderer: Renderer): Promise<number> {
	await renderer.setPicture(testPicture());
	const field = testField();
	(await renderer.draw(paceFrame(), field)).close();
	const started = performance.now();
	(await renderer.draw(paceFrame(), field)).close();
	return performance.now() - started;
}

function paceFrame(): Frame {
	const [width, height] = [8 * WIDTH, 8 * HEIGHT];
	return {
		width,
		height,
		surround: [0, 0, 0],
		panes: [
			{
				clip: { x: 0, y: 0, width, height },
				transform: { scale: 8, offsetX: 0, offsetY: 0, mirrored: false },
				shows: 'illustration'
			}
		]
	};
}

/** The RGBA bytes of a bitmap, which is closed. */
export function pixelsOf(bitmap: ImageBitmap): Uint8ClampedArray {
	const { width, height } = bitmap;
	const canvas = new OffscreenCanvas(width, height);
	const context = canvas.getContext('2d', { willReadFrequently: true });
	context?.drawImage(bitmap, 0, 0);
	bitmap.close();
	return context?.getImageData(0, 0, width, height).data ?? new Uint8ClampedArray();
}

function agree(a: Uint8ClampedArray, b: Uint8ClampedArray): boolean {
	if (a.length !== b.length || a.length === 0) return false;
	let close = 0;
	for (let i = 0; i < a.length; i++) if (Math.abs(a[i]! - b[i]!) <= 1) close++;
	return close / a.length >= OFF_BY_ONE_AT_MOST;
}

function testPicture(): RgbaImage {
	const data = new Uint8ClampedArray(4 * WIDTH * HEIGHT);
	for (let y = 0, at = 0; y < HEIGHT; y++) {
		for (let x = 0; x < WIDTH; x++, at += 4) {
			data[at] = 128 + 120 * Math.sin(x / 2 + y / 9);
			data[at + 1] = 2.5 * x;
			data[at + 2] = (x >> 3) % 2 === (y >> 3) % 2 ? 30 : 220;
			data[at + 3] = 255;
		}
	}
	return { width: WIDTH, height: HEIGHT, data };
}

function testPerson(): PersonLayer {
	const width = WIDTH / 2;
	const height = HEIGHT / 2;
	const alpha = new Uint8Array(width * height);
	for (let y = 0; y < height; y++) {
		for (let x = 0; x < width; x++) {
			const distance = Math.hypot(x - width / 2, y - height / 2);
			alpha[y * width + x] = Math.max(0, Math.min(255, 120 * (11 - distance)));
		}
	}
	const fill = new Uint8ClampedArray(4 * width * height).fill(90);
	return { box: { x: 0, y: 0, width: WIDTH, height: HEIGHT }, width, height, alpha, fill };
}

/** Over the left half; its right part has no pores. */
function testTone(): Tone {
	const width = 24;
	const height = 32;
	const data = new Float32Array(6 * width * height);
	for (let y = 2; y < height - 2; y++) {
		for (let x = 2; x < width - 2; x++) {
			const pores = x < width / 2 ? 0.4 : 0;
			data.set([0.5 * Math.sin(y), 0.02 * x, -0.3, pores, -1], 6 * (y * width + x));
		}
	}
	return { box: { x: 0, y: 0, width: WIDTH / 2, height: HEIGHT }, width, height, data };
}

function testField(): Field {
	const data = new Float32Array(2 * GRID * GRID);
	for (let j = 0; j < GRID; j++) {
		for (let i = 0; i < GRID; i++) {
			const x = (2 * i) / (GRID - 1) - 1;
			const y = (2 * j) / (GRID - 1) - 1;
			const bump = Math.max(0, 1 - x * x - y * y) ** 2;
			data[j * GRID + i] = 9 * x * bump;
			data[GRID * GRID + j * GRID + i] = -6 * bump;
		}
	}
	return { box: { x: 8, y: 4, width: WIDTH - 16, height: HEIGHT - 8 }, data };
}

function testFrame(): Frame {
	const width = 120;
	const height = 48;
	return {
		width,
		height,
		surround: [12, 34, 56],
		panes: [
			{
				clip: { x: 0, y: 0, width: 60, height },
				transform: { scale: 0.6, offsetX: 3.3, offsetY: 2.6, mirrored: false },
				shows: 'illustration'
			},
			{
				clip: { x: 60, y: 0, width: 60, height },
				transform: { scale: 1.3, offsetX: 40.2, offsetY: -12.4, mirrored: true },
				shows: 'illustration'
			}
		]
	};
}
