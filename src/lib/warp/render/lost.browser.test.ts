import { describe, expect, it } from 'vitest';
import { CpuRenderer } from './cpu.ts';
import type { Frame } from '../render-types.ts';
import type { Field } from '../types.ts';
import { drawsCorrectly, keepsPace } from './self-test.ts';
import { createBestRenderer, createRenderer } from './index.ts';
import { MAKERS, pattern, plainFrame } from './test-scenes.ts';
import { WebGl2Renderer } from './webgl2.ts';
import { requestDevice } from './webgpu-parts.ts';
import { WebGpuRenderer } from './webgpu.ts';

const picture = pattern(64, 64, (x, y) => x + y);

describe('a lost device', () => {
	it('is told by WebGPU and refuses further work', async () => {
		const device = await requestDevice();
		const renderer = new WebGpuRenderer(device);
		await renderer.setPicture(picture);
		device.destroy();
		expect(await renderer.lost).toContain('destroyed');
		await expect(renderer.draw(plainFrame(8, 8), null)).rejects.toMatchObject({
			code: 'engine.renderer-lost'
		});
	});

	it('is told by WebGL2 and refuses further work', async () => {
		const canvas = new OffscreenCanvas(1, 1);
		const renderer = new WebGl2Renderer(canvas);
		await renderer.setPicture(picture);
		canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext();
		expect(await renderer.lost).toBe('webglcontextlost');
		await expect(renderer.draw(plainFrame(8, 8), null)).rejects.toMatchObject({
			code: 'engine.renderer-lost'
		});
	});
});

describe('choosing a renderer', () => {
	it.each(MAKERS)('lets %s pass its test drawing', async (_, make) => {
		const renderer = await make();
		expect(await drawsCorrectly(renderer)).toBe(true);
		renderer.dispose();
	});

	it('fails a renderer that paints wrong pixels', async () => {
		class Forgetful extends CpuRenderer {
			override setPerson(): void {
				// Paints as if nobody stood in front of the background.
			}
		}
		class Colourblind extends CpuRenderer {
			override setTone(): void {
				// Paints the photograph's own colours.
			}
		}
		expect(await drawsCorrectly(new Forgetful())).toBe(false);
		expect(await drawsCorrectly(new Colourblind())).toBe(false);
	});

	it('passes over a renderer that is far slower than the CPU', async () => {
		class Slow extends CpuRenderer {
			override async draw(frame: Frame, field: Field | null): Promise<ImageBitmap> {
				await new Promise((resolve) => setTimeout(resolve, 1000));
				return super.draw(frame, field);
			}
		}
		expect(await keepsPace(new Slow())).toBe(false);
		expect(await keepsPace(new CpuRenderer())).toBe(true);
	});

	it('takes one that can draw', async () => {
		const renderer = await createBestRenderer();
		await renderer.setPicture({ width: 2, height: 2, data: new Uint8ClampedArray(16).fill(9) });
		const { data } = await renderer.renderFull(null);
		expect(data).toEqual(new Uint8ClampedArray(16).fill(9));
		renderer.dispose();
	});

	it('starts every kind by name', async () => {
		for (const kind of ['webgpu', 'webgl2', 'cpu'] as const) {
			const renderer = await createRenderer(kind);
			expect(renderer.kind).toBe(kind);
			renderer.dispose();
		}
	});
});
