import type { Renderer, RendererKind } from '../render-types.ts';
import { CpuRenderer } from './cpu.ts';
import { lostError } from './lost.ts';
import { drawsCorrectly, keepsPace } from './self-test.ts';
import { isSoftware } from './software.ts';
import { WebGl2Renderer } from './webgl2.ts';
import { requestDevice } from './webgpu-parts.ts';
import { WebGpuRenderer } from './webgpu.ts';

const START_TIMEOUT_MS = 10_000;
const ORDER: readonly RendererKind[] = ['webgpu', 'webgl2', 'cpu'];

/**
 * Starts one kind of renderer. It draws into a canvas of its own and hands out bitmaps, so another
 * kind can take its place without a new canvas on the page. `setPicture` forgets person and tone;
 * a `setPicture` or `setPerson` during `renderFull` cancels that export on a GPU.
 * Throws `engine.renderer-lost` where it cannot start.
 */
export async function createRenderer(kind: RendererKind): Promise<Renderer> {
	switch (kind) {
		case 'webgpu':
			return new WebGpuRenderer(await requestDevice());
		case 'webgl2':
			return new WebGl2Renderer(new OffscreenCanvas(1, 1));
		case 'cpu':
			return new CpuRenderer();
	}
}

/**
 * The first of WebGPU, WebGL2 and CPU that starts and, in a small test drawing, agrees with the CPU:
 * a GPU that hangs, paints wrong pixels or is only software, slower than the CPU's own loop, is
 * passed over. `after`: only those behind that kind, for
 * when its device was lost; throws `engine.renderer-lost` after the CPU.
 */
export async function createBestRenderer(after?: RendererKind): Promise<Renderer> {
	for (const kind of ORDER.slice(after === undefined ? 0 : ORDER.indexOf(after) + 1)) {
		const starting = startTested(kind);
		const late = new Promise<null>((resolve) => {
			setTimeout(resolve, START_TIMEOUT_MS, null);
		});
		const renderer = await Promise.race([starting, late]).catch(() => null);
		if (renderer !== null) return renderer;
		void starting.then(
			(tooLate) => tooLate?.dispose(),
			() => null
		);
	}
	throw lostError('no renderer starts');
}

async function startTested(kind: RendererKind): Promise<Renderer | null> {
	if (await isSoftware(kind)) return null;
	const renderer = await createRenderer(kind);
	if (kind === 'cpu') return renderer;
	const good = drawsCorrectly(renderer).then((correct) => correct && keepsPace(renderer));
	if (await good.catch(() => false)) return renderer;
	renderer.dispose();
	return null;
}
