import { afterAll, describe, expect, it } from 'vitest';
import type { Face } from '../../src/lib/face/index.ts';
import type { Vec2 } from '../../src/lib/geometry/index.ts';
import {
	treatment,
	TREATMENTS,
	type Plan,
	type TreatmentId
} from '../../src/lib/treatment/index.ts';
import { FieldSolver, sampleField, type Field } from '../../src/lib/warp/index.ts';
import { PORTRAITS } from '../support/photographs.ts';
import { adopt, endsOf, planOf, startBench } from './gallery.ts';

const HELD_MM = 0.3;

/**
 * Grace Hopper's ears, marked by eye in the photograph, px: the rims from the top to where the lobes
 * begin. The lobes hang down to the angle of the jaw, whose landmarks lie on them (288 and 435 on the
 * left one): they cannot be held without holding the jaw.
 */
const RIMS: readonly Vec2[] = [
	[155, 195],
	[155, 205],
	[156, 215],
	[159, 222],
	[163, 230],
	[372, 192],
	[373, 200],
	[371, 210],
	[369, 218],
	[366, 228],
	[363, 240]
];

/** How far a treatment carries some part of the rims where ears are not held, mm at least. */
const CARRIED: readonly (readonly [TreatmentId, number])[] = [
	['jaw_masseter', 1.2],
	['cheek_submalar', 0.3],
	['zygoma_width', 0.9]
];

const { app, lab } = await startBench();
const portrait = PORTRAITS.find(({ name }) => name === 'grace-hopper')!;
const { face } = await adopt(lab, portrait);

afterAll(() => app.close());

function movement({ scale }: Face, field: Field): number {
	const lengths = RIMS.map(([x, y]) => Math.hypot(...sampleField(field, x, y)));
	return Math.max(...lengths) / scale.pxPerMm;
}

/** What the field would be without the segmentation. */
async function unheld(plan: Plan): Promise<Field> {
	const solver = new FieldSolver(face, TREATMENTS);
	await solver.prepare(Object.keys(plan));
	return solver.step(plan).forward;
}

describe.each(CARRIED)('%s', (id, carried) => {
	it.each(endsOf(treatment(id)))('at %d holds the ears of a photograph still', async (end) => {
		const plan = planOf([treatment(id), end]);
		const [before, after] = [await unheld(plan), await lab.solve(plan)];
		const held = movement(face, after.forward);
		console.log(`${id} ${end}: ${movement(face, before).toFixed(2)} → ${held.toFixed(2)} mm`);
		expect(movement(face, before)).toBeGreaterThan(carried);
		expect(held).toBeLessThan(HELD_MM);
	});
});
