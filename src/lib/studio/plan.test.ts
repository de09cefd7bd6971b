import { describe, expect, it } from 'vitest';
import { treatment, TREATMENTS } from '../treatment/index.ts';
import { newDocument, planOf, withPlan } from './document.ts';
import { heldBackIn, merged, onStep, stepOf, withLinkedSides, without, withSide } from './plan.ts';

const lips = treatment('lip_upper_volume');
const tip = treatment('nose_tip_rotation');

describe('a plan', () => {
	it('takes values on the step and inside the range of the slider', () => {
		expect(onStep(lips, 1.234)).toBe(1.2);
		expect(onStep(lips, 99)).toBe(lips.range[1]);
		expect(onStep(lips, -1)).toBe(lips.range[0]);
		expect(onStep(tip, 3.3)).toBe(3.5);
		expect(Object.is(onStep(tip, -0.1), 0)).toBe(true);
	});

	it('can reach both ends of every range and its typical value by steps', () => {
		for (const entry of TREATMENTS) {
			for (const value of [...entry.range, entry.typical]) {
				const steps = (value - entry.range[0]) / stepOf(entry);
				expect(Math.abs(steps - Math.round(steps)), `${entry.id} at ${value}`).toBeLessThan(1e-6);
			}
		}
	});

	it('moves one side alone or both together', () => {
		const left = withSide({}, lips, 'left', 1);
		expect(left[lips.id]).toEqual({ left: 1, right: 0 });
		expect(withSide(left, lips, 'both', 2)[lips.id]).toEqual({ left: 2, right: 2 });
	});

	it('links sides that differ at their mean', () => {
		const apart = withSide(withSide({}, lips, 'left', 1), lips, 'right', 2);
		expect(withLinkedSides(apart, lips)[lips.id]).toEqual({ left: 1.5, right: 1.5 });
	});

	it('drops a treatment that is set to zero', () => {
		const plan = withSide({}, lips, 'both', 1);
		expect(withSide(plan, lips, 'both', 0)).toEqual({});
		expect(without(plan, lips.id)).toEqual({});
	});

	it('lays a preset over what is there', () => {
		const plan = withSide(withSide({}, lips, 'both', 1), tip, 'both', 2);
		const preset = withSide({}, lips, 'both', 3);
		expect(merged(plan, preset)).toEqual({
			[lips.id]: { left: 3, right: 3 },
			[tip.id]: { left: 2, right: 2 }
		});
	});
});

describe('a document', () => {
	it('changes only the variant on show', () => {
		const plan = withSide({}, lips, 'both', 1);
		const inB = withPlan({ ...newDocument(), shown: 'B' }, plan);
		expect(inB.variants).toEqual({ A: {}, B: plan, C: {} });
	});

	it('has no plan and takes none while no treatment is shown', () => {
		const none = { ...newDocument(), shown: 'none' as const };
		const plan = withSide({}, lips, 'both', 1);
		expect(planOf(none)).toEqual({});
		expect(withPlan(none, plan)).toBe(none);
	});
});

describe('heldBackIn', () => {
	const one = { left: 1, right: 1 };
	const scaledBack = [
		{ reason: 'cap', treatments: ['lip_width'], factor: 0.5 },
		{ reason: 'cap', treatments: ['chin_width', 'brow_lift'], factor: 0.7 },
		{ reason: 'fold', treatments: ['chin_height', 'chin_width'], factor: 0.9 }
	] as const;
	const plan = { lip_width: one, chin_width: one, chin_height: one };

	it('gathers all that is held back by its reason, whichever treatment is armed', () => {
		expect(heldBackIn(plan, scaledBack, 'nose_length')).toEqual([
			{ reason: 'cap', treatments: ['lip_width', 'chin_width'] },
			{ reason: 'fold', treatments: ['chin_height', 'chin_width'] }
		]);
	});

	it('puts the armed treatment and its reason first', () => {
		expect(heldBackIn(plan, scaledBack, 'chin_height')[0]).toEqual({
			reason: 'fold',
			treatments: ['chin_height', 'chin_width']
		});
		expect(heldBackIn(plan, scaledBack, 'chin_width')[1]?.treatments[0]).toBe('chin_width');
	});

	it('leaves out what the shown variant no longer has', () => {
		expect(heldBackIn({}, scaledBack, 'lip_width')).toEqual([]);
	});
});
