import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GRID, sampleField, type Field } from '../../src/lib/warp/index.ts';
import { BEND_MM, linesBeside } from './beside.ts';
import {
	adopt,
	endsOf,
	gallery,
	LOWEST_JACOBIAN,
	pairsOf,
	planOf,
	settable,
	startBench,
	type Adopted
} from './gallery.ts';

/** Smallest Jacobian determinant of x + u(x) by central differences on the field's own lattice. */
function smallestJacobian({ box, data }: Field): number {
	const [cellX, cellY] = [box.width / (GRID - 1), box.height / (GRID - 1)];
	const plane = GRID * GRID;
	let smallest = Infinity;
	for (let row = 1; row < GRID - 1; row++) {
		for (let column = 1; column < GRID - 1; column++) {
			const i = row * GRID + column;
			const xx = 1 + (data[i + 1]! - data[i - 1]!) / (2 * cellX);
			const xy = (data[i + GRID]! - data[i - GRID]!) / (2 * cellY);
			const yx = (data[plane + i + 1]! - data[plane + i - 1]!) / (2 * cellX);
			const yy = 1 + (data[plane + i + GRID]! - data[plane + i - GRID]!) / (2 * cellY);
			smallest = Math.min(smallest, xx * yy - xy * yx);
		}
	}
	return smallest;
}

/** How far the lines leave the straight, mm. */
function bendOf(lines: readonly number[], { face }: Adopted, backward: Field): number {
	const { y, height } = backward.box;
	let bend = 0;
	for (const x of lines) {
		for (let at = y; at <= y + height; at++) {
			bend = Math.max(bend, Math.abs(sampleField(backward, x, at)[0]) / face.scale.pxPerMm);
		}
	}
	return bend;
}

const { app, lab } = await startBench();

afterAll(() => app.close());

describe.each(await gallery())('the skin of $name', (photograph) => {
	let adopted: Adopted;

	beforeAll(async () => {
		adopted = await adopt(lab, photograph);
	});

	it('never folds under one treatment, and a line beside the face stays straight', async () => {
		const person = await lab.personMask();
		if (person === null) throw new Error('no person mask');
		const lines = linesBeside(adopted.face, person);
		const worst = { jacobian: Infinity, bend: 0, bends: [] as string[] };
		for (const treatment of settable(adopted)) {
			for (const end of endsOf(treatment)) {
				const step = await lab.solve(planOf([treatment, end]));
				const jacobian = smallestJacobian(step.backward);
				expect(jacobian, `${treatment.id} ${end}`).toBeGreaterThan(LOWEST_JACOBIAN);
				expect(step.minJacobian, `${treatment.id} ${end}`).toBeCloseTo(jacobian, 3);
				worst.jacobian = Math.min(worst.jacobian, jacobian);
				const bend = bendOf(lines, adopted, step.backward);
				if (bend > BEND_MM) worst.bends.push(`${treatment.id} ${end}: ${bend.toFixed(2)} mm`);
				worst.bend = Math.max(worst.bend, bend);
			}
		}
		console.log(
			`${photograph.name}: one treatment at an end of its range: smallest Jacobian ` +
				`${worst.jacobian.toFixed(3)}; largest bend of ${lines.length} lines beside the head ` +
				`${worst.bend.toFixed(3)} mm`
		);
		expect(worst.bends).toEqual([]);
	});

	it('never folds under two treatments of one area', async () => {
		const pairs = pairsOf(settable(adopted));
		const steps = await lab.solveMany(pairs.map(({ a, x, b, y }) => planOf([a, x], [b, y])));
		const scaledBack = { fold: [] as string[], cap: [] as string[] };
		pairs.forEach(({ a, x, b, y }, i) => {
			const step = steps[i]!;
			const name = `${a.id} ${x} with ${b.id} ${y}`;
			expect(step.minJacobian, name).toBeGreaterThan(LOWEST_JACOBIAN);
			const row = `  ${name}: Jacobian ${step.minJacobianAsked.toFixed(2)} as asked`;
			for (const reason of new Set(step.scaledBack.map((one) => one.reason))) {
				scaledBack[reason].push(row);
			}
		});
		const { fold, cap } = scaledBack;
		console.log(
			[
				`${photograph.name}: ${pairs.length} pairs at the ends of their ranges, smallest Jacobian ` +
					`${Math.min(...steps.map((step) => step.minJacobian)).toFixed(3)} as shown, ` +
					`${Math.min(...steps.map((step) => step.minJacobianAsked)).toFixed(3)} as asked`,
				` ${fold.length} scaled back because they would fold`,
				...fold,
				` ${cap.length} scaled back by a personal cap`,
				...cap
			].join('\n')
		);
	});
});

it('asks nothing of other origins and reports no error', () => {
	expect(app.foreignRequests).toEqual([]);
	expect(app.pageErrors).toEqual([]);
});
