import { env, InferenceSession, Tensor } from 'onnxruntime-web/wasm';
import { beforeAll, describe, expect, it } from 'vitest';
import flowModel from '../../../models/built/flow.onnx?url';
import basisModel from '../../../models/built/velocity-basis.onnx?url';
import type { Face } from '../face/index.ts';
import { treatment } from '../treatment/index.ts';
import { basisOver, evaluateBasis, type BasisRequest } from '../warp/field/basis.ts';
import { faceAt } from '../warp/field/faces.test-support.ts';
import { Flow } from '../warp/field/flow.ts';
import { latticeOver, type Lattice } from '../warp/field/grid.ts';
import { solveTreatment } from '../warp/field/solve.ts';
import { GRID, type Field } from '../warp/index.ts';
import { assetUrls } from './assets.ts';
import { createBasisEvaluator } from './velocity-basis.ts';

const AGREEMENT_PX = 0.05;
const AGREEMENT_JACOBIAN = 0.001;

const { ortModule, ortWasm } = assetUrls();

/** 12 px/mm. */
const FACES: readonly (readonly [string, Face])[] = [
	['frontal', faceAt()],
	['oblique', faceAt({ yaw: 38, pitch: -6, roll: 4 })]
];

async function bytesOf(url: string): Promise<Uint8Array> {
	return new Uint8Array(await (await fetch(url)).arrayBuffer());
}

function greatestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
	let most = 0;
	for (let i = 0; i < a.length; i++) most = Math.max(most, Math.abs(a[i]! - b[i]!));
	return most;
}

describe('velocity-basis.onnx in the browser', () => {
	it('gives the basis that TypeScript gives', async () => {
		const evaluate = await createBasisEvaluator(
			await bytesOf(basisModel),
			ortModule,
			await bytesOf(ortWasm)
		);
		for (const [, face] of FACES) {
			const lattice = latticeOver(face.box, face.scale.pxPerMm);
			const solved = solveTreatment(face, treatment('jaw_masseter'));
			const requests: BasisRequest[] = [];
			await basisOver(lattice, face, solved, 6, (request) => {
				requests.push(request);
				return evaluateBasis(request);
			});
			for (const request of requests) {
				const largestSlider = 6;
				const found = await evaluate(request);
				const difference = greatestDifference(found, evaluateBasis(request));
				expect(largestSlider * difference).toBeLessThan(AGREEMENT_PX);
			}
			expect(requests).not.toHaveLength(0);
		}
	});
});

describe('flow.onnx in the browser', () => {
	let session: InferenceSession;

	beforeAll(async () => {
		env.wasm.wasmPaths = { mjs: ortModule, wasm: ortWasm };
		env.wasm.numThreads = 1;
		session = await InferenceSession.create(await bytesOf(flowModel), {
			executionProviders: ['wasm']
		});
	});

	/** Backward, then forward displacement (px, planes) and their smallest Jacobians. */
	async function definition(
		velocity: Field
	): Promise<readonly (readonly [Float32Array, number])[]> {
		const { box, data } = velocity;
		const perPx = Float32Array.of((GRID - 1) / box.width, (GRID - 1) / box.height);
		const result = await session.run({
			basis: new Tensor('float32', data, [1, 2, GRID, GRID]),
			sliders: new Tensor('float32', Float32Array.of(1), [1]),
			grid_per_px: new Tensor('float32', perPx, [2])
		});
		const floats = (name: string): Float32Array => result[name]?.data as Float32Array;
		return (['backward', 'forward'] as const).map(
			(name) => [floats(name), floats(`${name}_min_jacobian`)[0]!] as const
		);
	}

	async function flowOf(face: Face, lattice: Lattice, id: string, value: number): Promise<Flow> {
		const solved = solveTreatment(face, treatment(id));
		const flow = new Flow();
		flow.clear();
		flow.add(await basisOver(lattice, face, solved, Math.abs(value), evaluateBasis), value, value);
		return flow;
	}

	it.each(
		FACES.flatMap(([view, face]) =>
			(
				[
					['lip_lift_philtrum', 4],
					['nose_length', 3],
					['jaw_masseter', 6],
					['chin_height', -4],
					['brow_lift', 4]
				] as const
			).map(([id, value]) => [id, value, view, face] as const)
		)
	)('defines what %s at %d does to a %s face', async (id, value, _, face) => {
		const lattice = latticeOver(face.box, face.scale.pxPerMm);
		const flow = await flowOf(face, lattice, id, value);
		const velocity = flow.toField(flow.velocity, lattice);
		const [backward, forward] = await definition(velocity);
		for (const [sign, defined] of [
			[-1, backward!],
			[1, forward!]
		] as const) {
			const u = flow.integrate(sign);
			const fast = flow.toField(u, lattice).data;
			expect(fast.some((px) => Math.abs(px) > 5)).toBe(true);
			expect(greatestDifference(fast, defined[0])).toBeLessThan(AGREEMENT_PX);
			const { value: jacobian } = flow.smallestJacobian(u);
			expect(Math.abs(jacobian - defined[1])).toBeLessThan(AGREEMENT_JACOBIAN);
		}
	});
});
