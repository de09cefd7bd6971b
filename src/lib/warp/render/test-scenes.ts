/** Pictures, fields and frames that the renderers' tests share. */
import { GRID, type Field } from '../types.ts';
import type { Frame, PersonLayer, Renderer, RgbaImage, ViewTransform } from '../render-types.ts';
import type { Rect } from '../../geometry/index.ts';
import { CpuRenderer } from './cpu.ts';
import { IN_PLACE } from './law.ts';
import { pixelsOf } from './self-test.ts';
import { WebGl2Renderer } from './webgl2.ts';
import { requestDevice } from './webgpu-parts.ts';
import { WebGpuRenderer } from './webgpu.ts';

export type Maker = (textureLimit?: number) => Promise<Renderer>;

export const GPU_MAKERS: readonly (readonly [string, Maker])[] = [
	['webgpu', async (limit) => new WebGpuRenderer(await requestDevice(), limit)],
	['webgl2', (limit) => Promise.resolve(new WebGl2Renderer(new OffscreenCanvas(1, 1), limit))]
];

export const MAKERS: readonly (readonly [string, Maker])[] = [
	...GPU_MAKERS,
	['cpu', () => Promise.resolve(new CpuRenderer())]
];

export async function photograph(url: string): Promise<RgbaImage> {
	const blob = await (await fetch(url)).blob();
	const bitmap = await createImageBitmap(blob, { colorSpaceConversion: 'none' });
	const { width, height } = bitmap;
	return { width, height, data: new Uint8ClampedArray(pixelsOf(bitmap)) };
}

/** A picture from a function of the pixel's centre, grey 0–255. */
export function pattern(
	width: number,
	height: number,
	value: (x: number, y: number) => number
): RgbaImage {
	const data = new Uint8ClampedArray(4 * width * height);
	for (let y = 0, at = 0; y < height; y++) {
		for (let x = 0; x < width; x++, at += 4) {
			data.fill(value(x + 0.5, y + 0.5), at, at + 3);
			data[at + 3] = 255;
		}
	}
	return { width, height, data };
}

/** A field over `box`; `displacement` gets −1…1 across the box and answers in picture px. */
export function fieldOver(
	box: Rect,
	displacement: (x: number, y: number) => readonly [number, number]
): Field {
	const data = new Float32Array(2 * GRID * GRID);
	for (let j = 1; j < GRID - 1; j++) {
		for (let i = 1; i < GRID - 1; i++) {
			const [x, y] = displacement((2 * i) / (GRID - 1) - 1, (2 * j) / (GRID - 1) - 1);
			data[j * GRID + i] = x;
			data[GRID * GRID + j * GRID + i] = y;
		}
	}
	return { box, data };
}

/** Smooth, 1 in the middle, exactly 0 from the distance 1 on. */
export function bump(x: number, y: number): number {
	return Math.max(0, 1 - x * x - y * y) ** 3;
}

/** A strong field with every kind of deformation, as wide as a face in `picture`. */
export function strongField(picture: RgbaImage): Field {
	const { width, height } = picture;
	const box = { x: 0.2 * width, y: 0.1 * height, width: 0.6 * width, height: 0.7 * height };
	const reach = 0.06 * width;
	return fieldOver(box, (x, y) => [
		reach * (bump((x - 0.4) / 0.6, y / 0.7) - bump((x + 0.4) / 0.6, y / 0.7)),
		reach * bump(x / 0.8, (y - 0.2) / 0.8) - 0.5 * reach * bump(x, y)
	]);
}

/** An ellipse of person over the whole picture with a soft outline. */
export function ellipsePerson(picture: RgbaImage): PersonLayer {
	const width = Math.round(picture.width / 2);
	const height = Math.round(picture.height / 2);
	const alpha = new Uint8Array(width * height);
	const fill = new Uint8ClampedArray(4 * width * height);
	for (let y = 0; y < height; y++) {
		for (let x = 0; x < width; x++) {
			const distance = Math.hypot((x / width - 0.5) / 0.22, (y / height - 0.5) / 0.35);
			alpha[y * width + x] = Math.max(0, Math.min(255, 255 * (1 - distance) * 12));
			fill.set([80 + (x % 50), 120, 200 - (y % 60), 255], 4 * (y * width + x));
		}
	}
	const box = { x: 0, y: 0, width: picture.width, height: picture.height };
	return { box, width, height, alpha, fill };
}

/** One pane that fills the output. */
export function plainFrame(
	width: number,
	height: number,
	transform: Partial<ViewTransform> = {},
	shows: 'photograph' | 'illustration' = 'illustration'
): Frame {
	const clip = { x: 0, y: 0, width, height };
	const pane = { clip, transform: { ...IN_PLACE, ...transform }, shows };
	return { width, height, surround: [0, 0, 0], panes: [pane] };
}

export async function drawn(
	renderer: Renderer,
	frame: Frame,
	field: Field | null
): Promise<Uint8ClampedArray> {
	return pixelsOf(await renderer.draw(frame, field));
}

export type Difference = { readonly largest: number; readonly shareAboveOne: number };

/** Over whole pixels: the largest channel difference, and the share of pixels with one above 1. */
export function difference(a: Uint8ClampedArray, b: Uint8ClampedArray): Difference {
	if (a.length !== b.length) throw new Error('pictures of different size');
	let largest = 0;
	let above = 0;
	for (let i = 0; i < a.length; i += 4) {
		let here = 0;
		for (let k = 0; k < 4; k++) here = Math.max(here, Math.abs(a[i + k]! - b[i + k]!));
		if (here > 1) above++;
		if (here > largest) largest = here;
	}
	return { largest, shareAboveOne: above / (a.length / 4) };
}
