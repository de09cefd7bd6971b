import { describe, expect, it, vi } from 'vitest';
import landmarker from '../../../models/built/face_landmarker.task?url';
import coffee from '../../../tests/fixtures/coffee.png?url';
import { assetUrls } from './assets.ts';
import { loadAsset, loadModel, loadModule, type AssetRequest } from './load-asset.ts';

function request(url: string, options: Partial<AssetRequest> = {}): AssetRequest {
	return {
		url: new URL(url, location.href).href,
		signal: new AbortController().signal,
		onProgress: () => undefined,
		...options
	};
}

describe('loading a model', () => {
	it('gives its bytes, what it can do, and how far it has come', async () => {
		const steps: (readonly [number, number])[] = [];
		const { bytes, model } = await loadModel(
			'face_landmarker.task',
			request(landmarker, { onProgress: (loaded, total) => steps.push([loaded, total]) })
		);
		expect(bytes).toHaveLength(model.bytes);
		expect(model.capabilities).toContain('face-landmarks');
		const loaded = steps.map(([done]) => done);
		expect(loaded).toEqual(loaded.toSorted((a, b) => a - b));
		expect(steps.at(-1)).toEqual([model.bytes, model.bytes]);
	});

	it('refuses bytes that are not of this build, and says which file', async () => {
		await expect(loadModel('face_landmarker.task', request(coffee))).rejects.toMatchObject({
			code: 'engine.asset-damaged',
			retryable: true,
			details: { asset: 'face_landmarker.task' }
		});
	});

	it('tells a missing file from a missing network', async () => {
		await expect(loadAsset(request('/@fs/none.task'))).rejects.toMatchObject({
			code: 'engine.asset-missing',
			details: { asset: 'none.task' }
		});
		// Nothing listens there.
		await expect(loadAsset(request('http://localhost:1/model.task'))).rejects.toMatchObject({
			code: 'engine.offline',
			retryable: true
		});
	});

	it('stops when it is told to, before and on the way', async () => {
		await expect(
			loadAsset(request(landmarker, { signal: AbortSignal.abort() }))
		).rejects.toMatchObject({ code: 'cancelled' });
		const controller = new AbortController();
		const loading = loadAsset(
			request(landmarker, {
				signal: controller.signal,
				onProgress: () => controller.abort()
			})
		);
		await expect(loading).rejects.toMatchObject({ code: 'cancelled' });
	});
});

describe('loading code', () => {
	const code = assetUrls().visionWasm;

	it('compiles it, and says how far it has come', async () => {
		let arrived = 0;
		const module = await loadModule(request(code, { onProgress: (loaded) => (arrived = loaded) }));
		expect(WebAssembly.Module.exports(module).length).toBeGreaterThan(10);
		await expect.poll(() => arrived).toBeGreaterThan(1e7);
	});

	it('refuses what is none, and stops when it is told to', async () => {
		await expect(loadModule(request('/@fs/none.wasm'))).rejects.toMatchObject({
			code: 'engine.asset-missing'
		});
		const controller = new AbortController();
		const loading = loadModule(
			request(code, { signal: controller.signal, onProgress: () => controller.abort() })
		);
		await expect(loading).rejects.toMatchObject({ code: 'cancelled' });
	});

	it('tells damaged code', async () => {
		const bytes = await (await fetch(code)).arrayBuffer();
		const answer = (body: BodyInit) =>
			vi
				.spyOn(globalThis, 'fetch')
				.mockResolvedValueOnce(
					new Response(body, { headers: { 'Content-Type': 'application/wasm' } })
				);
		answer(bytes.slice(0, 100_000));
		await expect(loadModule(request(code))).rejects.toMatchObject({
			code: 'engine.asset-damaged'
		});
		vi.restoreAllMocks();
	});
});
