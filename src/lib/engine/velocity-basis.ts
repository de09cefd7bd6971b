/** The velocity-basis graph (models/warp) on onnxruntime-web: the field room's evaluator. */
import { env, InferenceSession, Tensor } from 'onnxruntime-web/wasm';
import { inTurn } from '../in-turn.ts';
import type { BasisEvaluator } from '../warp/index.ts';

/** One thread: helpers would be workers of onnxruntime's own making, which Trusted Types refuse. */
export const ORT_THREADS = 1;

export async function createBasisEvaluator(
	model: Uint8Array,
	moduleUrl: string,
	wasm: Uint8Array
): Promise<BasisEvaluator> {
	env.wasm.wasmPaths = { mjs: moduleUrl };
	env.wasm.wasmBinary = wasm;
	env.wasm.numThreads = ORT_THREADS;
	const session = await InferenceSession.create(model, { executionProviders: ['wasm'] });
	// A session runs one request at a time.
	const turn = inTurn();
	return (request) =>
		turn(async () => {
			const count = request.points.length / 2;
			const { basis } = await session.run({
				nodes: new Tensor('float32', request.nodes, [request.nodes.length / 2, 2]),
				points: new Tensor('float32', request.points, [count, 2]),
				inverse_radius: new Tensor('float32', Float32Array.of(request.inverseRadius), [1]),
				coefficients: new Tensor('float32', request.coefficients, [count, request.columns])
			});
			if (!(basis?.data instanceof Float32Array)) throw new Error('velocity-basis gave no basis');
			return basis.data;
		});
}
