import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	clampValues,
	mirrorPlan,
	normalisePlan,
	planIsZero,
	setSide,
	treatment,
	TREATMENTS,
	type Plan
} from './index.ts';

const ids = TREATMENTS.map(({ id }) => id);
const value = fc.double({ min: -200, max: 200, noNaN: false });
const plans: fc.Arbitrary<Plan> = fc.dictionary(
	fc.constantFrom(...ids),
	fc.record({ left: value, right: value }),
	{ maxKeys: 8 }
);

test('plans that order the same have one form, whatever they were made of', () => {
	fc.assert(
		fc.property(plans, (plan) => {
			const normal = normalisePlan(plan);
			const shuffled = Object.fromEntries(Object.entries(plan).reverse());
			expect(JSON.stringify(normalisePlan(shuffled))).toBe(JSON.stringify(normal));
			expect(normalisePlan(normal)).toEqual(normal);
			for (const [id, values] of Object.entries(normal)) {
				const { range, independentSides } = treatment(id);
				for (const side of [values!.left, values!.right]) {
					expect(side).toBeGreaterThanOrEqual(range[0]);
					expect(side).toBeLessThanOrEqual(range[1]);
				}
				if (!independentSides) expect(values!.left).toBe(values!.right);
			}
		})
	);
});

test('treatments at zero, out of the catalogue or not a number leave the plan', () => {
	const plan = {
		brow_lift: { left: 0, right: -0 },
		elbow_lift: { left: 3, right: 3 },
		lip_width: { left: Number.NaN, right: 2 }
	};
	expect(normalisePlan(plan)).toEqual({ lip_width: { left: 0, right: 2 } });
	expect(planIsZero({ brow_lift: { left: 0, right: 0 } })).toBe(true);
	expect(planIsZero({})).toBe(true);
	expect(planIsZero({ brow_lift: { left: 0, right: 0.1 } })).toBe(false);
});

test('a treatment with one slider takes the mean of two sides', () => {
	expect(clampValues(treatment('nose_length'), { left: 3, right: -1 })).toEqual({
		left: 1,
		right: 1
	});
	expect(clampValues(treatment('brow_lift'), { left: 9, right: -9 })).toEqual({
		left: 4,
		right: -2
	});
});

test('sides are set one by one where the treatment has two, else together', () => {
	const free = setSide(setSide({}, 'brow_lift', 'left', 3), 'brow_lift', 'right', 1);
	expect(free).toEqual({ brow_lift: { left: 3, right: 1 } });
	expect(setSide(free, 'brow_lift', 'both', 2)).toEqual({ brow_lift: { left: 2, right: 2 } });
	expect(setSide({}, 'chin_height', 'left', 2)).toEqual({ chin_height: { left: 2, right: 2 } });
	expect(setSide(free, 'brow_lift', 'both', 0)).toEqual({});
	expect(() => setSide({}, 'elbow_lift', 'left', 1)).toThrow(RangeError);
});

test('a mirrored plan swaps the sides and turns sideways moves around', () => {
	const plan = {
		brow_lift: { left: 3, right: 1 },
		chin_midline: { left: 4, right: 4 },
		nose_length: { left: 2, right: 2 }
	};
	expect(mirrorPlan(plan)).toEqual({
		brow_lift: { left: 1, right: 3 },
		chin_midline: { left: -4, right: -4 },
		nose_length: { left: 2, right: 2 }
	});
	fc.assert(
		fc.property(plans, (any) => {
			expect(mirrorPlan(mirrorPlan(any))).toEqual(normalisePlan(any));
		})
	);
});
