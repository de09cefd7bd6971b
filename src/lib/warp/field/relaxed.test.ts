import { describe, expect, test } from 'vitest';
import {
	EXPRESSIONS,
	expressive,
	seenWith,
	type ShownExpression
} from '../../../../tests/support/expressions.ts';
import { expressionOf, LANDMARK_GROUPS, type Face } from '../../face/index.ts';
import { relaxationOf, relaxedBy, treatment, type Plan } from '../../treatment/index.ts';
import type { FieldStep } from '../types.ts';
import { faceAt, planOf, PORTRAITS, unevenFace } from './faces.test-support.ts';
import { moveLandmarks } from './read-outs.ts';
import { FieldSolver } from './solver.ts';

/** With `rest` the other photograph, and all that the toxin does on this one. */
async function begun(rest: Face, expression: ShownExpression) {
	const face = seenWith(rest, expressive(rest, expression));
	expect(expressionOf(face)).toBe(expression);
	const relaxation = relaxationOf(face, expression, rest);
	const ids = Object.keys(relaxation);
	const solver = new FieldSolver(face, relaxedBy(relaxation));
	await solver.prepare([...ids, 'brow_lift', 'midface_lift']);
	const at = (value: number): Plan => planOf(...ids.map((id) => [treatment(id), value] as const));
	/** How far a landmark goes on its way back: 0 nowhere, 1 to where it is at rest. */
	const wayBack = (step: FieldStep, landmark: number): number => {
		const moved = moveLandmarks(face, step);
		const [i, j] = [3 * landmark, 3 * landmark + 1];
		const [x, y] = [
			rest.landmarks[i]! - face.landmarks[i]!,
			rest.landmarks[j]! - face.landmarks[j]!
		];
		const [dx, dy] = [moved[i]! - face.landmarks[i]!, moved[j]! - face.landmarks[j]!];
		return (dx * x + dy * y) / (x * x + y * y);
	};
	const drift = (step: FieldStep, landmark: number): number => {
		const moved = moveLandmarks(face, step);
		const [i, j] = [3 * landmark, 3 * landmark + 1];
		const [dx, dy] = [moved[i]! - face.landmarks[i]!, moved[j]! - face.landmarks[j]!];
		return Math.hypot(dx, dy) / face.scale.pxPerMm;
	};
	/** Those that the expression carried far enough to speak of a way. */
	const carried = Object.values(relaxation)
		.flatMap((handles) => handles ?? [])
		.filter(({ d }) => Math.hypot(...d) > 0.01)
		.map(({ landmark }) => landmark);
	return { face, ids, solver, at, wayBack, drift, carried };
}

/** These expressions are carried further than people go: brows by 12 mm, by which 7 mm come back. */
const STILL_MM = 0.5;

const FACES: Readonly<Record<string, Face>> = {
	'a face': faceAt(),
	'an uneven face, turned a little': unevenFace({ yaw: 8, pitch: -6, roll: 7 }, 0.3),
	'Grace Hopper': PORTRAITS['Grace Hopper']!
};

const CASES = Object.entries(FACES).flatMap(([name, rest]) =>
	(Object.keys(EXPRESSIONS) as ShownExpression[]).map(
		(expression) => [name, expression, rest] as const
	)
);

describe.each(CASES)('%s: %s', (_, expression, rest) => {
	test('goes part of the way back, ever further, and never past rest', async () => {
		const { solver, ids, at, wayBack, carried } = await begun(rest, expression);
		expect(ids.length).toBeGreaterThan(0);
		expect(carried.length).toBeGreaterThan(10);
		let before = carried.map(() => 0);
		for (const value of [10, 30, 60, 100]) {
			const step = solver.step(at(value));
			const now = carried.map((landmark) => wayBack(step, landmark));
			const mean = now.reduce((sum, share) => sum + share, 0) / now.length;
			expect(mean).toBeGreaterThan(0.5 * 0.006 * value);
			now.forEach((share, i) => {
				expect(share, `${carried[i]} at ${value}`).toBeGreaterThan(before[i]! - 0.01);
				expect(share, `${carried[i]} at ${value}`).toBeLessThan(1);
			});
			before = now;
		}
	});

	test('folds nothing, and leaves eyes and mouth alone', async () => {
		const { solver, at, drift } = await begun(rest, expression);
		const step = solver.step(at(100));
		expect(step.minJacobian).toBeGreaterThan(0.1);
		expect(step.scaledBack).toEqual([]);
		for (const side of ['R', 'L'] as const) {
			for (const landmark of [
				...LANDMARK_GROUPS[`${side}_EYE_RING`],
				...LANDMARK_GROUPS[`${side}_IRIS`]
			]) {
				expect(drift(step, landmark), `${landmark}`).toBeLessThan(STILL_MM);
			}
		}
		for (const landmark of [61, 291, 13, 14, 2, 152]) {
			expect(drift(step, landmark), `${landmark}`).toBeLessThan(STILL_MM);
		}
	});

	test('composes with what else moves there', async () => {
		const { solver, ids, at } = await begun(rest, expression);
		const both = { left: 4, right: 4 };
		const step = solver.step({ ...at(100), brow_lift: both, midface_lift: both });
		expect(step.minJacobian).toBeGreaterThan(0.1);
		const said = solver.readOuts(at(50), solver.step(at(50)));
		for (const id of ids) expect(said[id]?.fieldMm, id).toBeCloseTo(50, -1);
	});
});

test('one side by itself leaves the other', async () => {
	const { solver, wayBack, drift } = await begun(faceAt(), 'raised');
	const step = solver.step({ lines_forehead: { right: 100, left: 0 } });
	expect(wayBack(step, 105)).toBeGreaterThan(0.5);
	expect(drift(step, 334)).toBeLessThan(0.3);
});
