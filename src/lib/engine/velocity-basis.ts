/** The velocity-basis graph (models/warp) on onnxruntime-web: the field room's evaluator. */
import { env, InferenceSession, Tensor } from 'onnxruntime-web/wasm';
import type { BasisEvaluator } from '../warp/index.ts';

/**
 * One thread: a treatment's basis takes some 20 ms once per photograph, less than starting helpers.
 */
export async function createBasisEvaluator(
	model: Uint8Array,
	wasmPaths: { readonly mjs: string; readonly wasm: string }
): Promise<BasisEvaluator> {
	env.wasm.wasmPaths = wasmPaths;
	env.wasm.numThreads = 1;
	const session = await InferenceSession.create(model, { executionProviders: ['wasm'] });
	// A session runs one request at a time.
	let last: Promise<unknown> = Promise.resolve();
	return (request) => {
		const run = last.then(async () => {
			const { basis } = await session.run({
				nodes: new Tensor('float32', request.nodes, [request.nodes.length / 2, 2]),
				points: new Tensor('float32', request.points, [request.points.length / 2, 2]),
				inverse_radius: new Tensor('float32', Float32Array.of(request.inverseRadius), [1]),
				coefficients: new Tensor('float32', request.coefficients, [
					request.points.length / 2,
					request.columns
				])
			});
			if (!(basis?.data instanceof Float32Array)) throw new Error('velocity-basis gave no basis');
			return basis.data;
		});
		last = run.catch(() => undefined);
		return run;
	};
}
