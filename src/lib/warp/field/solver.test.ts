import { describe, expect, test } from 'vitest';
import type { Face } from '../../face/index.ts';
import { LANDMARK_GROUPS } from '../../face/index.ts';
import { mirrorPlan, treatment, type Plan, type Treatment } from '../../treatment/index.ts';
import { GRID, type Field, type FieldStep } from '../types.ts';
import { basisOver, evaluateBasis } from './basis.ts';
import { inPicture, visiblePrimary } from './drive.ts';
import {
	faceAt,
	mirroredFace,
	planOf,
	PORTRAITS,
	UNCAPPED,
	unevenFace,
	WARPS
} from './faces.test-support.ts';
import { Flow } from './flow.ts';
import { gainsAt, tabulateGains, type Gains } from './gain.ts';
import { latticeOver } from './grid.ts';
import { moveLandmarks } from './read-outs.ts';
import { solveTreatment } from './solve.ts';
import { FieldSolver } from './solver.ts';

const VIEWS: Readonly<Record<string, Face>> = {
	frontal: unevenFace({}, 0.3),
	'half turned': unevenFace({ yaw: -25, pitch: 8 }, 0.3),
	oblique: unevenFace({ yaw: 45, roll: -5 }, 0.3),
	...PORTRAITS
};

async function solverFor(face: Face, treatments: readonly Treatment[]): Promise<FieldSolver> {
	const solver = new FieldSolver(face, treatments);
	await solver.prepare(treatments.map(({ id }) => id));
	return solver;
}

async function stepOf(face: Face, plan: Plan): Promise<FieldStep> {
	const solver = new FieldSolver(face, WARPS);
	await solver.prepare(Object.keys(plan));
	return solver.step(plan);
}

/** Σ(d·D)/Σ(D·D) of moved landmarks, in units of the slider. */
function movement(face: Face, { handles, primary }: Treatment, step: FieldStep): number {
	const moved = moveLandmarks(face, step);
	let sum = 0;
	let norm = 0;
	for (const { landmark, d } of handles) {
		if (!primary.includes(landmark) || face.visible[landmark] === 0) continue;
		const [x, y] = inPicture(face, d);
		sum += (moved[3 * landmark]! - face.landmarks[3 * landmark]!) * x;
		sum += (moved[3 * landmark + 1]! - face.landmarks[3 * landmark + 1]!) * y;
		norm += (x * x + y * y) * face.scale.pxPerMm;
	}
	return sum / norm;
}

async function gainsOf(face: Face, one: Treatment): Promise<Gains> {
	const lattice = latticeOver(face.box, face.scale.pxPerMm);
	const basis = await basisOver(lattice, face, solveTreatment(face, one), 4, evaluateBasis);
	return tabulateGains(lattice, basis, visiblePrimary(face, one), one.range, new Flow());
}

const isZero = ({ data }: Field): boolean => data.every((value) => value === 0);

describe('a plan that moves nothing', () => {
	test.each([{}, planOf([treatment('brow_lift'), 0])])(
		'leaves every point where it is',
		async (plan) => {
			const step = await stepOf(faceAt(), plan);
			expect(isZero(step.backward)).toBe(true);
			expect(isZero(step.forward)).toBe(true);
			expect(step).toMatchObject({ minJacobian: 1, scaledBack: [] });
		}
	);

	test('leaves nothing behind of the plan before it', async () => {
		const solver = await solverFor(faceAt(), WARPS);
		solver.step(planOf([treatment('face_lift'), 6], [treatment('chin_height'), 4]));
		expect(isZero(solver.step({}).backward)).toBe(true);
	});
});

test('a treatment that was not prepared is refused', () => {
	const solver = new FieldSolver(faceAt(), WARPS);
	expect(() => solver.step(planOf([treatment('brow_lift'), 1]))).toThrow('unexpected');
});

describe.each(Object.entries(VIEWS))('%s', (_, face) => {
	test('every treatment moves its landmarks by what is asked, to 3 %', async () => {
		const solver = await solverFor(face, UNCAPPED);
		let measured = 0;
		for (const one of UNCAPPED) {
			const gains = await gainsOf(face, one);
			for (const value of new Set([...one.range, one.typical])) {
				if (value === 0) continue;
				const plan = planOf([one, value]);
				const step = solver.step(plan);
				const said = solver.readOuts(plan, step)[one.id]!;
				expect(said.nominal).toBe(value);
				if (said.fieldMm === null) continue;
				expect(said.fieldMm, one.id).toBeCloseTo(movement(face, one, step), 3);
				const [gain] = gainsAt(gains, value, value);
				if (gain <= 0.8 || gain >= 1.3) continue;
				expect(Math.abs(said.fieldMm / value - 1), `${one.id} ${value}`).toBeLessThan(0.03);
				measured++;
			}
		}
		expect(measured).toBeGreaterThan(60);
	});

	test('eyes in view stay where they are under treatments that do not move them', async () => {
		const solver = await solverFor(face, UNCAPPED);
		const eyes = (['R', 'L'] as const)
			.map((side) => [...LANDMARK_GROUPS[`${side}_EYE_RING`], LANDMARK_GROUPS[`${side}_IRIS`][0]])
			.filter((eye) => eye.filter((landmark) => face.visible[landmark] === 1).length > 12);
		for (const one of UNCAPPED) {
			const handles = new Set(one.handles.map(({ landmark }) => landmark));
			const still = eyes.filter((eye) => !eye.some((landmark) => handles.has(landmark))).flat();
			for (const value of one.range) {
				const moved = moveLandmarks(face, solver.step(planOf([one, value])));
				for (const landmark of still) {
					if (face.visible[landmark] === 0) continue;
					const dx = moved[3 * landmark]! - face.landmarks[3 * landmark]!;
					const dy = moved[3 * landmark + 1]! - face.landmarks[3 * landmark + 1]!;
					const drift = Math.hypot(dx, dy) / face.scale.pxPerMm;
					expect(drift, `${one.id} ${value} ${landmark}`).toBeLessThan(0.15);
				}
			}
		}
	});
});

test('the field is zero on and outside the border of its box', async () => {
	const { backward } = await stepOf(
		faceAt(),
		planOf([treatment('face_lift'), 6], [treatment('zygoma_width'), 3])
	);
	for (let i = 0; i < GRID; i++) {
		for (const at of [i, (GRID - 1) * GRID + i, i * GRID, i * GRID + GRID - 1]) {
			expect(backward.data[at]).toBe(0);
			expect(backward.data[GRID * GRID + at]).toBe(0);
		}
	}
});

test('the mirrored photograph, landmarks and sliders give the mirrored field', async () => {
	const face = unevenFace({ yaw: -20, pitch: 5 }, 1);
	const plan: Plan = {
		jaw_masseter: { left: 5, right: 1 },
		nose_deviation: { left: 3, right: 3 },
		lip_corner_lift: { left: -1, right: 2 },
		brow_lift: { left: 0, right: 3 }
	};
	const seen = await stepOf(face, plan);
	const mirrored = await stepOf(mirroredFace(face), mirrorPlan(plan));
	let worst = 0;
	for (const direction of ['backward', 'forward'] as const) {
		for (let row = 0; row < GRID; row++) {
			for (let column = 0; column < GRID; column++) {
				const here = row * GRID + column;
				const there = row * GRID + GRID - 1 - column;
				const a = seen[direction].data;
				const b = mirrored[direction].data;
				worst = Math.max(
					worst,
					Math.abs(a[here]! + b[there]!),
					Math.abs(a[GRID * GRID + here]! - b[GRID * GRID + there]!)
				);
			}
		}
	}
	expect(worst).toBeLessThan(0.05);
});

test('the picture scales: twice the pixels, twice the displacement', async () => {
	const plan = planOf([treatment('lip_lift_philtrum'), 2], [treatment('jaw_masseter'), 4]);
	const large = await stepOf(faceAt({ pxPerMm: 12 }), plan);
	const small = await stepOf(faceAt({ pxPerMm: 6 }), plan);
	const worst = large.backward.data.reduce(
		(most, value, i) => Math.max(most, Math.abs(value - 2 * small.backward.data[i]!)),
		0
	);
	expect(worst).toBeLessThan(0.01);
});
