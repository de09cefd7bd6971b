import { describe, expect, test } from 'vitest';
import { LANDMARK_GROUPS, type Face } from '../../face/index.ts';
import { treatment } from '../../treatment/index.ts';
import { GRID } from '../types.ts';
import { basisOver, evaluateBasis } from './basis.ts';
import { faceAt, WARPS } from './faces.test-support.ts';
import { Flow } from './flow.ts';
import { latticeOver } from './grid.ts';
import {
	composed,
	referenceExponential,
	referenceMinJacobian,
	referenceVelocity,
	sum,
	type Planes
} from './reference.test-support.ts';
import { indexOf } from './simd/index.ts';
import { solveTreatment } from './solve.ts';

const VIEWS = { frontal: faceAt(), oblique: faceAt({ yaw: 38, pitch: -6, roll: 4 }) };

/** Pinned by treatments that do not move them. */
const EYES = (['R_EYE_RING', 'R_IRIS', 'L_EYE_RING', 'L_IRIS'] as const).flatMap(
	(group) => LANDMARK_GROUPS[group]
);

async function flowOf(face: Face, id: string, right: number, left: number): Promise<Flow> {
	const lattice = latticeOver(face.box, face.scale.pxPerMm);
	const solved = solveTreatment(face, treatment(id));
	const flow = new Flow();
	flow.clear();
	flow.add(await basisOver(lattice, face, solved, 4, evaluateBasis), right, left);
	return flow;
}

function inPx(face: Face, u: Float32Array): Planes {
	const at = (offset: number, size: number): Float64Array =>
		new Float64Array(GRID * GRID).map(
			(_, i) => (u[indexOf(i % GRID, Math.floor(i / GRID)) + offset]! * size) / (GRID - 1)
		);
	return [at(0, face.box.width), at(1, face.box.height)];
}

function greatestDifference(found: Planes, expected: Planes): number {
	return Math.max(
		...found.map((plane, c) =>
			plane.reduce((most, value, i) => Math.max(most, Math.abs(value - expected[c]![i]!)), 0)
		)
	);
}

describe.each(Object.entries(VIEWS))('at 12 px/mm, %s', (_, face) => {
	test.each([
		['lip_lift_philtrum', 4, 4],
		['lip_corner_lift', 3, -2],
		['nose_length', 3, 3],
		['nose_deviation', -4, -4],
		['jaw_masseter', 6, 0],
		['brow_lift', 4, 2]
	])('%s agrees with the plain reference', async (id, right, left) => {
		const flow = await flowOf(face, id, right, left);
		const velocity = referenceVelocity(face, treatment(id), right, left, EYES);
		expect(greatestDifference(inPx(face, flow.velocity), velocity)).toBeLessThan(0.01);

		for (const sign of [-1, 1] as const) {
			const expected = referenceExponential(face, velocity, sign);
			const u = flow.integrate(sign);
			expect(greatestDifference(inPx(face, u), expected)).toBeLessThan(0.02);
			const { value } = flow.smallestJacobian(u);
			expect(Math.abs(value - referenceMinJacobian(face, expected))).toBeLessThan(0.001);
		}
	});
});

test('the two exponentials undo each other to 0.05 mm', async () => {
	const face = VIEWS.frontal;
	const still: Planes = [new Float64Array(GRID * GRID), new Float64Array(GRID * GRID)];
	for (const { id, typical } of WARPS.filter((_, i) => i % 4 === 0)) {
		const flow = await flowOf(face, id, typical, typical);
		const backward = inPx(face, flow.integrate(-1));
		const forward = inPx(face, flow.integrate(1));
		const trip = sum(backward, composed(face, forward, backward));
		expect(greatestDifference(trip, still)).toBeLessThan(0.05 * face.scale.pxPerMm);
	}
});

test('a point is carried to where the exponential takes it', async () => {
	const face = VIEWS.frontal;
	const flow = await flowOf(face, 'brow_lift', 4, 4);
	const u = flow.integrate(1);
	for (const [column, row] of [
		[70, 50],
		[96, 44],
		[120, 56]
	] as const) {
		const [dx, dy] = flow.carry(column, row, 1);
		expect(dx).toBeCloseTo(u[indexOf(column, row)]!, 2);
		expect(dy).toBeCloseTo(u[indexOf(column, row) + 1]!, 2);
	}
});
