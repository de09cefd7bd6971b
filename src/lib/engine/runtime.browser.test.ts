import { beforeAll, describe, expect, it } from 'vitest';
import graceHopper from '../../../tests/fixtures/grace-hopper.jpg?url';
import type { Pixels } from '../photo/index.ts';
import { createRenderer } from '../warp/index.ts';
import { assetUrls } from './assets.ts';
import { searchFaces } from './detection.ts';
import { Runtime } from './runtime.ts';

/** More than a browser keeps. */
const TOO_MANY = 40;
const CONTEXTS_KEPT = 16;

const never = new AbortController().signal;
let runtime: Runtime;
let picture: Pixels;

/** Takes the graphics context of whoever has had one for long. */
function exhaustContexts(): void {
	for (let i = 0; i < TOO_MANY; i++) new OffscreenCanvas(1, 1).getContext('webgl2');
}

async function facesFound(): Promise<number> {
	const { observations } = await searchFaces(await runtime.landmarker(), picture, never);
	return observations.length;
}

/** Share of the picture that is person. */
async function personShare(): Promise<number> {
	const whole = { x: 0, y: 0, width: picture.width, height: picture.height };
	const { person } = await (await runtime.segmenter()).segment(picture, whole);
	return person.filter((value) => value > 0.5).length / person.length;
}

beforeAll(async () => {
	const bitmap = await createImageBitmap(await (await fetch(graceHopper)).blob());
	const { width, height } = bitmap;
	const context = new OffscreenCanvas(width, height).getContext('2d')!;
	context.drawImage(bitmap, 0, 0);
	picture = { width, height, data: context.getImageData(0, 0, width, height).data };
	runtime = await Runtime.start({ urls: assetUrls(), landmarker: null }, never, () => undefined);
});

describe('a browser that takes graphics contexts away', () => {
	it('does not blind the models', async () => {
		expect(await facesFound()).toBe(1);
		const before = await personShare();
		expect(before).toBeGreaterThan(0.2);
		const [landmarker, segmenter] = [await runtime.landmarker(), await runtime.segmenter()];
		exhaustContexts();
		expect(landmarker.isLost && segmenter.isLost).toBe(true);
		await expect(searchFaces(landmarker, picture, never)).rejects.toThrow('context');
		expect(await facesFound()).toBe(1);
		expect(await personShare()).toBeCloseTo(before, 3);
	});

	it('has no reason to while renderers come and go', async () => {
		const landmarker = await runtime.landmarker();
		for (let i = 0; i < 2 * CONTEXTS_KEPT; i++) (await createRenderer('webgl2')).dispose();
		expect(landmarker.isLost).toBe(false);
		expect(await facesFound()).toBe(1);
	});
});
