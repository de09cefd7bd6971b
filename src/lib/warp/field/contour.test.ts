import { describe, expect, test } from 'vitest';
import type { ClassMask, Face } from '../../face/index.ts';
import { treatment, TREATMENTS } from '../../treatment/index.ts';
import { contourHandles } from './contour.ts';
import { landmarkAt, type DrivenPoint } from './drive.ts';
import { faceAt, maskAround, planOf, WARPS } from './faces.test-support.ts';
import { FieldSolver } from './solver.ts';

const BACKGROUND = 0;
const HAIR = 1;
const SKIN = 3;

const direction = ({ d }: DrivenPoint): number => (Math.atan2(d[1], d[0]) * 180) / Math.PI;

describe('the hairline', () => {
	const face = faceAt();
	const hairline = treatment('hairline_lowering');
	const foreheadTo = (height: number): ClassMask =>
		maskAround(face, 10, (x, y) =>
			Math.abs(x) > 78 || y > 70 ? BACKGROUND : y > height ? HAIR : SKIN
		);

	test('is found where the forehead ends and goes down along the face', () => {
		const handles = contourHandles(hairline, face, foreheadTo(14))!;
		expect(handles.length).toBeGreaterThan(20);
		const top = landmarkAt(face, 10)[1];
		for (const handle of handles) {
			const height = (top - handle.at[1]) / face.scale.pxPerMm;
			expect(Math.min(Math.abs(height - 14), Math.abs(height - 24))).toBeLessThan(1.5);
			expect(direction(handle)).toBeCloseTo(90, 6);
			expect(handle.length).toBeLessThanOrEqual(1);
		}
		const right = handles.filter(({ at }) => at[0] < face.picture.width / 2 - 120);
		expect(right.every((handle) => handle.right === 1)).toBe(true);
	});

	test('tilts with the head', () => {
		const tilted = faceAt({ roll: 15 });
		const [, upX, , , upY] = tilted.pose.rotation;
		const mask = maskAround(tilted, 10, (x, y) => (x * upX + y * upY > 14 ? HAIR : SKIN));
		const handles = contourHandles(hairline, tilted, mask)!;
		const down = (Math.atan2(upY, -upX) * 180) / Math.PI;
		for (const handle of handles) expect(direction(handle)).toBeCloseTo(down, 6);
	});

	test.each([
		['a fringe', foreheadTo(-25)],
		['no hair', maskAround(face, 10, (_, y) => (y > 30 ? BACKGROUND : SKIN))],
		['a cap', maskAround(face, 10, (_, y) => (y > 10 ? 5 : SKIN))]
	])('is not found under %s', (_, mask) => {
		expect(contourHandles(hairline, face, mask)).toBeNull();
	});

	test('is moved by what is asked, over a box that holds it', async () => {
		const solver = new FieldSolver(face, TREATMENTS, { mask: foreheadTo(14) });
		expect(solver.contours).toEqual(['hairline_lowering']);
		const plan = planOf([hairline, 8], [treatment('chin_height'), 2]);
		await solver.prepare(Object.keys(plan));
		const step = solver.step(plan);
		const said = solver.readOuts(plan, step);
		expect(said['hairline_lowering']!.fieldMm! / 8).toBeCloseTo(1, 1);
		expect(said['chin_height']!.fieldMm! / 2).toBeCloseTo(1, 1);
		expect(step.backward.box.y).toBeLessThan(face.box.y);
		expect(step.minJacobian).toBeGreaterThan(0.1);
	});

	test('does not change the lattice of plans without it', async () => {
		const plan = planOf([treatment('chin_height'), 2]);
		const solver = new FieldSolver(face, TREATMENTS, { mask: foreheadTo(14) });
		await solver.prepare([...Object.keys(plan), 'hairline_lowering']);
		const plain = new FieldSolver(face, WARPS);
		await plain.prepare(Object.keys(plan));
		expect(solver.step(plan).backward).toEqual(plain.step(plan).backward);
	});

	test('is refused without a mask', async () => {
		const solver = new FieldSolver(face, TREATMENTS);
		expect(solver.contours).toEqual([]);
		await expect(solver.prepare(['hairline_lowering'])).rejects.toThrow('unexpected');
	});
});

describe('the ears', () => {
	const face = faceAt();
	const middle = (landmarkAt(face, 234)[1] - landmarkAt(face, 10)[1]) / face.scale.pxPerMm;
	const headHalf = (landmarkAt(face, 454)[0] - landmarkAt(face, 234)[0]) / 2 / face.scale.pxPerMm;
	const withEars = (right: number, left: number): ClassMask =>
		maskAround(face, 10, (x, y) => {
			const ear = Math.abs(y + middle) < 26 ? (x < 0 ? right : left) : 0;
			return Math.abs(x) < headHalf + 2 + ear ? SKIN : BACKGROUND;
		});
	const setback = treatment('ear_setback');

	test('are found beyond the oval and go towards the face', () => {
		const handles = contourHandles(setback, face, withEars(14, 12))!;
		const centre = face.picture.width / 2;
		for (const side of [1, 0]) {
			const ear = handles.filter(({ right }) => right === side);
			expect(ear.length).toBeGreaterThan(5);
			for (const handle of ear) {
				expect(handle.at[0] < centre).toBe(side === 1);
				expect(Math.sign(handle.d[0])).toBe(side === 1 ? 1 : -1);
				const beyond = Math.abs(handle.at[0] - centre) / face.scale.pxPerMm - headHalf - 2;
				expect(beyond).toBeCloseTo(side === 1 ? 14 : 12, -1);
			}
		}
	});

	test('are taken one by one: a covered ear does not move', () => {
		const handles = contourHandles(setback, face, withEars(14, 0))!;
		expect(handles.every(({ right }) => right === 1)).toBe(true);
	});

	test('are not found where none stands out', () => {
		expect(contourHandles(setback, face, withEars(0, 0))).toBeNull();
	});
});

describe('the submental contour', () => {
	const neck = treatment('neck_angle');
	/** A chin line that falls by a quarter from the chin backwards to the neck at 34 mm. */
	const profile = (face: Face, back: 1 | -1): ClassMask =>
		maskAround(face, 152, (x, y) => {
			const behind = back * x;
			if (behind > 34) return SKIN;
			return y > -0.25 * Math.max(0, behind) - 2 && behind > -60 ? SKIN : BACKGROUND;
		});

	test.each([
		[45, -1],
		[-45, 1]
	] as const)('turns up about the chin, seen at yaw %i', (yaw, back) => {
		const face = faceAt({ yaw });
		const handles = contourHandles(neck, face, profile(face, back))!;
		const chin = landmarkAt(face, 152);
		expect(handles.length).toBeGreaterThan(10);
		for (const { at, d } of handles) {
			expect(back * (at[0] - chin[0])).toBeGreaterThan(0);
			expect(d[1]).toBeLessThan(0);
		}
		const furthest = Math.max(...handles.map(({ length }) => length));
		expect(furthest).toBeCloseTo((Math.PI / 180) * Math.hypot(33, 10), 1);
	});

	test('is not looked for from the front', () => {
		const face = faceAt();
		expect(contourHandles(neck, face, profile(face, 1))).toBeNull();
	});

	test('is not found where the neck begins at the chin', () => {
		const face = faceAt({ yaw: 45 });
		expect(
			contourHandles(
				neck,
				face,
				maskAround(face, 152, () => SKIN)
			)
		).toBeNull();
	});
});
