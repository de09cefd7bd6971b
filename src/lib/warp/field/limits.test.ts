import { describe, expect, test } from 'vitest';
import { observeFace, type Face } from '../../face/index.ts';
import { AREAS, treatment, type Plan, type Treatment } from '../../treatment/index.ts';
import type { AskedStep, FieldStep } from '../types.ts';
import {
	faceAt,
	PICTURE,
	planOf,
	PORTRAITS,
	SCALE,
	UNCAPPED,
	unevenFace,
	WARPS
} from './faces.test-support.ts';
import { moveLandmarks } from './read-outs.ts';
import { FieldSolver } from './solver.ts';

async function solve(face: Face, plan: Plan, treatments = WARPS): Promise<AskedStep> {
	const solver = new FieldSolver(face, treatments);
	await solver.prepare(Object.keys(plan));
	return { ...solver.step(plan), minJacobianAsked: solver.minJacobianAsked(plan) };
}

function movedMm(face: Face, step: FieldStep, landmark: number): number {
	const moved = moveLandmarks(face, step);
	return (
		Math.hypot(
			moved[3 * landmark]! - face.landmarks[3 * landmark]!,
			moved[3 * landmark + 1]! - face.landmarks[3 * landmark + 1]!
		) / face.scale.pxPerMm
	);
}

function distanceMm(face: Face, a: number, b: number): number {
	const [i, j] = [3 * a, 3 * b];
	const { landmarks, scale } = face;
	return (
		Math.hypot(landmarks[i]! - landmarks[j]!, landmarks[i + 1]! - landmarks[j + 1]!) / scale.pxPerMm
	);
}

/** The face with one landmark drawn nearer to another, so that the distance is `share` of it. */
function nearer(face: Face, moved: number, to: number, share: number): Face {
	const landmarks = Float64Array.from(face.landmarks);
	for (let axis = 0; axis < 2; axis++) {
		const fixed = landmarks[3 * to + axis]!;
		landmarks[3 * moved + axis] = fixed + share * (landmarks[3 * moved + axis]! - fixed);
	}
	return observeFace(face.observation, landmarks, SCALE, PICTURE);
}

describe('personal caps', () => {
	const face = faceAt();
	const philtrum = distanceMm(face, 2, 0);

	test('hold a lip lift to three tenths of the philtrum', async () => {
		const short = nearer(face, 2, 0, 0.6);
		const limit = 0.3 * 0.6 * philtrum;
		expect(limit).toBeLessThan(3.5);
		const step = await solve(short, planOf([treatment('lip_lift_philtrum'), 4]));
		expect(movedMm(short, step, 0)).toBeLessThan(1.01 * limit);
		expect(movedMm(short, step, 0)).toBeGreaterThan(0.8 * limit);
		expect(step.scaledBack).toHaveLength(1);
		expect(step.scaledBack[0]).toMatchObject({
			reason: 'cap',
			treatments: ['lip_lift_philtrum']
		});
		expect(step.scaledBack[0]!.factor).toBeCloseTo(limit / 4, 1);
	});

	test('report what was asked before they acted', async () => {
		const short = nearer(face, 2, 0, 0.6);
		const plan = planOf([treatment('lip_lift_philtrum'), 4]);
		const held = await solve(short, plan);
		const free = await solve(short, plan, UNCAPPED);
		expect(held.minJacobianAsked).toBeCloseTo(free.minJacobian, 9);
		expect(held.minJacobian).toBeGreaterThan(held.minJacobianAsked);
	});

	test('limit the sum of all treatments, in proportion', async () => {
		const plan = planOf(
			[treatment('lip_lift_philtrum'), 3],
			[treatment('lip_upper_vermilion'), 2],
			[treatment('jaw_masseter'), 5]
		);
		const step = await solve(face, plan);
		const visible = distanceMm(face, 0, 13);
		const limit = Math.min(0.9 * visible, 0.3 * philtrum, 0.6 * visible);
		const asked = await solve(face, plan, UNCAPPED);
		expect(movedMm(face, asked, 0)).toBeGreaterThan(limit);
		expect(step.scaledBack).toHaveLength(1);
		expect(step.scaledBack[0]!.treatments).toEqual(['lip_lift_philtrum', 'lip_upper_vermilion']);
		expect(movedMm(face, step, 0)).toBeLessThan(movedMm(face, asked, 0));
	});

	test('of several treatments are as strict as the strictest, however little it moves', async () => {
		const short = nearer(face, 2, 0, 0.5);
		const limit = 0.3 * 0.5 * philtrum;
		for (const lift of [0.3, 1, 3]) {
			const plan = planOf(
				[treatment('lip_lift_philtrum'), lift],
				[treatment('lip_upper_vermilion'), 2.5]
			);
			const asked = await solve(short, plan, UNCAPPED);
			expect(movedMm(short, asked, 0)).toBeGreaterThan(1.05 * limit);
			const step = await solve(short, plan);
			expect(movedMm(short, step, 0), `lift ${lift} mm`).toBeLessThan(1.01 * limit);
		}
	});

	test('act alike on both sides, and on one side alone', async () => {
		const narrow = nearer(nearer(face, 52, 159, 0.5), 282, 386, 0.5);
		const both = await solve(narrow, { brow_lift: { left: 4, right: 4 } });
		expect(movedMm(narrow, both, 52)).toBeCloseTo(movedMm(narrow, both, 282), 2);
		expect(movedMm(narrow, both, 52)).toBeLessThan(1.01 * 0.35 * distanceMm(narrow, 52, 159));

		const oneSided = nearer(face, 52, 159, 0.5);
		const step = await solve(oneSided, { brow_lift: { left: 3, right: 3 } });
		expect(movedMm(oneSided, step, 52)).toBeLessThan(1.01 * 0.35 * distanceMm(oneSided, 52, 159));
		expect(movedMm(oneSided, step, 282)).toBeGreaterThan(2.9);
	});

	test('leave typical values of a common face alone', async () => {
		for (const one of WARPS) {
			const step = await solve(face, planOf([one, one.typical]));
			expect(step.scaledBack, one.id).toEqual([]);
		}
	});
});

describe('folds', () => {
	const face = faceAt();
	const tooMuch = planOf(
		[treatment('lip_lift_philtrum'), 12],
		[treatment('lip_lower_vermilion'), 9],
		[treatment('jaw_masseter'), 3]
	);

	test('are not shown: what makes them is scaled back and named', async () => {
		const step = await solve(face, tooMuch, UNCAPPED);
		expect(step.minJacobianAsked).toBeLessThan(0.1);
		expect(step.minJacobian).toBeGreaterThan(0.1);
		expect(step.scaledBack.length).toBeGreaterThan(0);
		for (const { reason, treatments, factor } of step.scaledBack) {
			expect(reason).toBe('fold');
			expect(treatments).not.toContain('jaw_masseter');
			expect(factor).toBeGreaterThan(0.2);
			expect(factor).toBeLessThan(1);
		}
	});

	test('cost no more of the movement than they must', async () => {
		const step = await solve(face, tooMuch, UNCAPPED);
		expect(step.minJacobian).toBeLessThan(0.2);
	});
});

/** The ends of a treatment's range. */
const ends = (one: Treatment): number[] => one.range.filter((value) => value !== 0);

describe.each(
	Object.entries({
		frontal: unevenFace({}, 0.3),
		'half turned': unevenFace({ yaw: 28, pitch: -8, roll: 6 }, 0.3),
		oblique: unevenFace({ yaw: -42, pitch: 5 }, 0.3),
		...PORTRAITS
	})
)('%s', (view, face) => {
	test('no treatment and no pair within an area folds as shown', async () => {
		const solver = new FieldSolver(face, WARPS);
		await solver.prepare(WARPS.map(({ id }) => id));
		const scaledBack: string[] = [];
		let pairs = 0;
		const check = (plan: Plan): void => {
			const step = solver.step(plan);
			const name = Object.entries(plan)
				.map(([id, values]) => `${id} ${String(values?.left)}`)
				.join(' + ');
			expect(step.minJacobian, name).toBeGreaterThan(0.1);
			const asked = solver.minJacobianAsked(plan);
			expect(step.minJacobian, name).toBeGreaterThanOrEqual(asked - 0.05);
			if (step.scaledBack.some(({ reason }) => reason === 'fold')) {
				scaledBack.push(`${name}: ${asked.toFixed(3)} asked`);
			}
		};
		for (const one of WARPS) for (const value of ends(one)) check(planOf([one, value]));
		for (const area of AREAS) {
			const inArea = WARPS.filter((one) => one.area === area);
			inArea.forEach((a, i) => {
				for (const b of inArea.slice(i + 1)) {
					pairs++;
					for (const x of ends(a)) for (const y of ends(b)) check(planOf([a, x], [b, y]));
				}
			});
		}
		process.stdout.write(
			`${view}: ${pairs} pairs, ${scaledBack.length} ends of pairs scaled back ${scaledBack.join('; ')}
`
		);
		expect(pairs).toBeGreaterThan(80);
	});
});
