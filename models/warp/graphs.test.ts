import { InferenceSession, Tensor } from 'onnxruntime-web/wasm';
import { beforeAll, describe, expect, test } from 'vitest';
import { GRID, SQUARINGS } from '../../src/lib/warp/types.ts';
import { sha256 } from '../sha256.ts';
import { flowGraph } from './flow.ts';
import {
	add,
	compose,
	exponential,
	minJacobian,
	velocityBasis,
	wendlandC2,
	type Grid,
	type Planes
} from './reference.ts';
import { velocityBasisGraph } from './velocity-basis.ts';

const AREA = GRID * GRID;
const AGREEMENT_PX = 0.05;
const AGREEMENT_JACOBIAN = 0.001;

/** A face box of 900 × 1100 px. */
const BOX = [900, 1100] as const;
const grid: Grid = { side: GRID, perPx: [(GRID - 1) / BOX[0], (GRID - 1) / BOX[1]] };

describe('velocity-basis.onnx', () => {
	let session: InferenceSession;
	beforeAll(async () => {
		session = await InferenceSession.create(velocityBasisGraph());
	});

	async function run(
		nodes: Float64Array,
		points: Float64Array,
		radius: number,
		coefficients: Float64Array
	): Promise<Float32Array> {
		const count = points.length / 2;
		const result = await session.run({
			nodes: tensor(nodes, [nodes.length / 2, 2]),
			points: tensor(points, [count, 2]),
			inverse_radius: tensor([1 / radius], [1]),
			coefficients: tensor(coefficients, [count, coefficients.length / count])
		});
		return floats(result['basis']);
	}

	test('agrees with the reference on scattered points, for any number of them', async () => {
		const random = randomSource(1);
		for (const [nodeCount, pointCount, columns] of [
			[3000, 140, 4],
			[7, 1, 2],
			[1, 5, 1]
		] as const) {
			const nodes = numbers(2 * nodeCount, () => 220 * random());
			const points = numbers(2 * pointCount, () => 220 * random());
			const coefficients = numbers(pointCount * columns, () => 40 * (random() - 0.5));
			const basis = await run(nodes, points, 28, coefficients);
			const expected = velocityBasis(nodes, points, 28, coefficients);
			expect(greatestDifference(basis, expected)).toBeLessThan(AGREEMENT_PX);
		}
	});

	test('gives a lone point its whole coefficient, and nothing from the radius on', async () => {
		const nodes = Float64Array.of(50, 60, 65, 60, 50, 90, 81, 60);
		const basis = await run(nodes, Float64Array.of(50, 60), 30, Float64Array.of(8, -2));
		expect(basis[0]).toBe(8);
		expect(basis[1]).toBe(-2);
		expect(basis[2]).toBeCloseTo(8 * 0.0625 * 3, 5);
		expect(basis.subarray(4).every((value) => value === 0)).toBe(true);
	});
});

describe('flow.onnx', () => {
	let session: InferenceSession;
	beforeAll(async () => {
		session = await InferenceSession.create(flowGraph());
	});

	type Flow = {
		readonly velocity: Planes;
		readonly backward: Planes;
		readonly forward: Planes;
		readonly backwardMinJacobian: number;
		readonly forwardMinJacobian: number;
	};

	async function run(basis: readonly Planes[], sliders: readonly number[]): Promise<Flow> {
		const planes = new Float32Array(basis.length * 2 * AREA);
		basis.forEach(({ x, y }, index) => {
			planes.set(x, 2 * index * AREA);
			planes.set(y, (2 * index + 1) * AREA);
		});
		const result = await session.run({
			basis: tensor(planes, [basis.length, 2, GRID, GRID]),
			sliders: tensor(sliders, [sliders.length]),
			grid_per_px: tensor(grid.perPx, [2])
		});
		return {
			velocity: planesOf(result['velocity']),
			backward: planesOf(result['backward']),
			forward: planesOf(result['forward']),
			backwardMinJacobian: floats(result['backward_min_jacobian'])[0]!,
			forwardMinJacobian: floats(result['forward_min_jacobian'])[0]!
		};
	}

	test('agrees with the reference on strong overlapping movements', async () => {
		const basis = [
			bump([300, 500], 160, [1, 0.3]),
			bump([420, 560], 240, [-0.6, 1]),
			bump([700, 300], 120, [0, -1])
		];
		const sliders = [24, -18, 30];
		const flow = await run(basis, sliders);
		const velocity = basis.map((planes, k) => scaled(planes, sliders[k]!)).reduce(add);
		const backward = exponential(scaled(velocity, -1), grid, SQUARINGS);
		const forward = exponential(velocity, grid, SQUARINGS);
		expect(greatestMovement(flow.backward)).toBeGreaterThan(15);
		expectAgreement(flow.velocity, velocity);
		expectAgreement(flow.backward, backward);
		expectAgreement(flow.forward, forward);
		expectJacobian(flow.backwardMinJacobian, minJacobian(backward, grid));
		expectJacobian(flow.forwardMinJacobian, minJacobian(forward, grid));
	});

	test('agrees with the reference where the field does not vanish on the border', async () => {
		const velocity = bump([880, 20], 300, [-20, 15]);
		const flow = await run([velocity], [1]);
		const backward = exponential(scaled(velocity, -1), grid, SQUARINGS);
		expectAgreement(flow.backward, backward);
		expectJacobian(flow.backwardMinJacobian, minJacobian(backward, grid));
	});

	test('moves nothing, not by one bit, when all sliders are zero', async () => {
		const flow = await run([bump([300, 500], 160, [1, 1]), bump([500, 500], 160, [1, 1])], [0, 0]);
		for (const { x, y } of [flow.velocity, flow.backward, flow.forward]) {
			expect([...x, ...y].every((value) => value === 0)).toBe(true);
		}
		expect(flow.backwardMinJacobian).toBe(1);
		expect(flow.forwardMinJacobian).toBe(1);
	});

	test('gives maps that undo each other to within a hundredth of the movement', async () => {
		const { backward, forward } = await run([bump([450, 550], 300, [1, -0.5])], [30]);
		const roundTrip = add(forward, compose(backward, forward, grid));
		expect(greatestMovement(roundTrip)).toBeLessThan(0.01 * greatestMovement(forward));
	});

	test('squares a contraction without an error of its own', async () => {
		// v = −λ (p − c): 2⁷ steps of p − c ← (1 − λ/2⁷)(p − c), which Catmull–Rom reproduces exactly.
		const rate = 0.25;
		const centre = [BOX[0] / 2, BOX[1] / 2] as const;
		const contraction = planes((px, py) => [-rate * (px - centre[0]), -rate * (py - centre[1])]);
		const { forward, forwardMinJacobian } = await run([contraction], [1]);
		const factor = (1 - rate / 2 ** SQUARINGS) ** (2 ** SQUARINGS) - 1;
		for (const cell of [40, 96, 150]) {
			const [px, py] = [cell / grid.perPx[0], cell / grid.perPx[1]];
			expect(forward.x[cell * GRID + cell]).toBeCloseTo(factor * (px - centre[0]), 2);
			expect(forward.y[cell * GRID + cell]).toBeCloseTo(factor * (py - centre[1]), 2);
		}
		expect(forwardMinJacobian).toBeCloseTo((factor + 1) ** 2, 2);
	});
});

describe('the graphs', () => {
	test('are the same, byte for byte, on every build', () => {
		expect(sha256(flowGraph())).toBe(sha256(flowGraph()));
		expect(sha256(velocityBasisGraph())).toBe(sha256(velocityBasisGraph()));
	});
});

function tensor(values: ArrayLike<number>, shape: readonly number[]): Tensor {
	return new Tensor('float32', Float32Array.from(values), shape);
}

function floats(value: Tensor | undefined): Float32Array {
	if (!(value?.data instanceof Float32Array)) throw new Error('not a tensor of floats');
	return value.data;
}

function planesOf(value: Tensor | undefined): Planes {
	const data = Float64Array.from(floats(value));
	return { x: data.subarray(0, AREA), y: data.subarray(AREA) };
}

/** The field with the given velocity at each point of the box, px. */
function planes(velocity: (px: number, py: number) => readonly [number, number]): Planes {
	const field = { x: new Float64Array(AREA), y: new Float64Array(AREA) };
	for (let index = 0; index < AREA; index++) {
		const px = (index % GRID) / grid.perPx[0];
		const py = Math.floor(index / GRID) / grid.perPx[1];
		[field.x[index], field.y[index]] = velocity(px, py);
	}
	return field;
}

function bump(
	[cx, cy]: readonly [number, number],
	radius: number,
	[vx, vy]: readonly [number, number]
): Planes {
	return planes((px, py) => {
		const weight = wendlandC2(Math.hypot(px - cx, py - cy) / radius);
		return [weight * vx, weight * vy];
	});
}

function scaled({ x, y }: Planes, factor: number): Planes {
	return { x: x.map((value) => value * factor), y: y.map((value) => value * factor) };
}

function expectAgreement(found: Planes, expected: Planes): void {
	expect(greatestDifference(found.x, expected.x)).toBeLessThan(AGREEMENT_PX);
	expect(greatestDifference(found.y, expected.y)).toBeLessThan(AGREEMENT_PX);
}

function expectJacobian(found: number, expected: number): void {
	expect(Math.abs(found - expected)).toBeLessThan(AGREEMENT_JACOBIAN);
}

function greatestDifference(found: ArrayLike<number>, expected: Float64Array): number {
	return expected.reduce(
		(most, value, index) => Math.max(most, Math.abs(found[index]! - value)),
		0
	);
}

function greatestMovement({ x, y }: Planes): number {
	return x.reduce((most, value, index) => Math.max(most, Math.hypot(value, y[index]!)), 0);
}

function numbers(length: number, next: () => number): Float64Array {
	return Float64Array.from({ length }, next);
}

/** Reproducible numbers in [0, 1). */
function randomSource(seed: number): () => number {
	let state = seed;
	return () => {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		return state / 2 ** 32;
	};
}
