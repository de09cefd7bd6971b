import type { RendererKind } from '../render-types.ts';

/** Chromium's, Mesa's and Windows' own; a name that is not here is found out by `keepsPace`. */
const SOFTWARE = /swiftshader|llvmpipe|softpipe|basic render|software/i;

/**
 * Whether the browser says by itself that such a GPU is software: asking takes a moment, where compiling and
 * drawing on one to find it out takes seconds. `failIfMajorPerformanceCaveat` would be the way to ask,
 * but Chromium 156 gives a context all the same.
 */
export async function isSoftware(kind: RendererKind): Promise<boolean> {
	switch (kind) {
		case 'webgpu': {
			if (!('gpu' in navigator)) return false;
			const adapter = await navigator.gpu.requestAdapter({ powerPreference: 'high-performance' });
			return adapter?.info.isFallbackAdapter === true;
		}
		case 'webgl2': {
			const gl = new OffscreenCanvas(1, 1).getContext('webgl2');
			if (gl === null) return false;
			const named = gl.getExtension('WEBGL_debug_renderer_info')?.UNMASKED_RENDERER_WEBGL;
			const name = String(gl.getParameter(named ?? gl.RENDERER));
			gl.getExtension('WEBGL_lose_context')?.loseContext();
			return SOFTWARE.test(name);
		}
		case 'cpu':
			return false;
	}
}
