import { InferenceSession, Tensor } from 'onnxruntime-web/wasm';
import { beforeAll, describe, expect, test } from 'vitest';
import { flowGraph } from '../../../../models/warp/flow.ts';
import { velocityBasisGraph } from '../../../../models/warp/velocity-basis.ts';
import { treatment } from '../../treatment/index.ts';
import { basisOver, evaluateBasis, type BasisEvaluator } from './basis.ts';
import { faceAt } from './faces.test-support.ts';
import { Flow } from './flow.ts';
import { latticeOver } from './grid.ts';
import { indexOf } from './simd/index.ts';
import { solveTreatment } from './solve.ts';
import { GRID } from '../types.ts';

/** The product's TypeScript follows the graphs, which are the definition. */
const AREA = GRID * GRID;
const AGREEMENT_PX = 0.05;

describe.each([
	['frontal', faceAt()],
	['oblique', faceAt({ yaw: 38, pitch: -6, roll: 4 })]
])('at 12 px/mm, %s', (_, face) => {
	const lattice = latticeOver(face.box, face.scale.pxPerMm);
	const cells = [1 / lattice.cellX, 1 / lattice.cellY];
	let flowSession: InferenceSession;
	let evaluate: BasisEvaluator;
	beforeAll(async () => {
		flowSession = await InferenceSession.create(flowGraph());
		const session = await InferenceSession.create(velocityBasisGraph());
		evaluate = async ({ nodes, points, inverseRadius, coefficients, columns }) => {
			const { basis } = await session.run({
				nodes: new Tensor('float32', nodes, [nodes.length / 2, 2]),
				points: new Tensor('float32', points, [points.length / 2, 2]),
				inverse_radius: new Tensor('float32', Float32Array.of(inverseRadius), [1]),
				coefficients: new Tensor('float32', coefficients, [points.length / 2, columns])
			});
			return floats(basis);
		};
	});

	test.each([
		['lip_lift_philtrum', 4],
		['nose_length', -3],
		['jaw_masseter', 6],
		['brow_lift', 4],
		['face_lift', 6]
	])('%s: velocity, both exponentials and Jacobian', async (id, value) => {
		const solved = solveTreatment(face, treatment(id));
		const mine = await basisOver(lattice, face, solved, value, evaluateBasis);
		const graphs = await basisOver(lattice, face, solved, value, evaluate);
		const flow = new Flow();
		flow.clear();
		flow.add(graphs, value, value);
		const velocity = planes(flow.velocity, cells);
		flow.clear();
		flow.add(mine, value, value);
		expect(greatestDifference(planes(flow.velocity, cells), velocity)).toBeLessThan(AGREEMENT_PX);

		const result = await flowSession.run({
			basis: new Tensor('float32', Float32Array.from(velocity), [1, 2, GRID, GRID]),
			sliders: new Tensor('float32', Float32Array.of(1), [1]),
			grid_per_px: new Tensor('float32', Float32Array.from(cells), [2])
		});
		for (const [sign, name] of [
			[-1, 'backward'],
			[1, 'forward']
		] as const) {
			const u = flow.integrate(sign);
			const difference = greatestDifference(planes(u, cells), floats(result[name]));
			expect(difference, name).toBeLessThan(AGREEMENT_PX);
			const jacobian = floats(result[`${name}_min_jacobian`])[0]!;
			expect(flow.smallestJacobian(u).value).toBeCloseTo(jacobian, 3);
		}
	});
});

function planes(u: Float32Array, cells: readonly number[]): Float64Array {
	return new Float64Array(2 * AREA).map((_, i) => {
		const plane = i < AREA ? 0 : 1;
		const point = i % AREA;
		return u[indexOf(point % GRID, Math.floor(point / GRID)) + plane]! / cells[plane]!;
	});
}

function floats(value: Tensor | undefined): Float32Array {
	if (!(value?.data instanceof Float32Array)) throw new Error('not a tensor of floats');
	return value.data;
}

function greatestDifference(found: Float64Array, expected: ArrayLike<number>): number {
	return found.reduce((most, value, i) => Math.max(most, Math.abs(value - expected[i]!)), 0);
}
