import { expect, test } from 'vitest';
import { courseSources, planAfter, shareAfter, TREATMENTS, weeksOf, type Plan } from './index.ts';

const both = (value: number) => ({ left: value, right: value });
const LIPS: Plan = { lip_upper_volume: { left: 2, right: 1 } };
const MASSETER: Plan = { jaw_masseter: both(3) };

test('filler is whole on the day and as measured after twelve weeks', () => {
	expect(shareAfter('lip_upper_volume', 0)).toBe(1);
	expect(shareAfter('lip_upper_volume', 12)).toBe(0.372);
	expect(shareAfter('cheek_malar', 12)).toBe(0.792);
	expect(shareAfter('tear_trough', 63)).toBe(0.85);
});

test('toxin shows nothing on the day; in the jaw it is at its most after twelve weeks', () => {
	expect(shareAfter('lines_glabella', 0)).toBe(0);
	expect(shareAfter('lines_glabella', 2)).toBe(1);
	expect(weeksOf(MASSETER).map((weeks) => shareAfter('jaw_masseter', weeks))).toEqual([
		0,
		expect.closeTo(0.325, 3),
		expect.closeTo(0.442, 3),
		1,
		expect.closeTo(0.458, 3)
	]);
});

test('without a figure for a treatment or a time nothing is made up', () => {
	expect(shareAfter('lines_glabella', 12)).toBeNull();
	expect(shareAfter('jaw_masseter', 3)).toBeNull();
	expect(shareAfter('chin_projection', 12)).toBeNull();
	expect(shareAfter('constructor', 0)).toBeNull();
	expect(weeksOf({ chin_projection: both(3) })).toEqual([]);
	expect(weeksOf({})).toEqual([]);
});

test('the treatments with figures are in the catalogue', () => {
	const told = TREATMENTS.filter(({ id }) => weeksOf({ [id]: both(1) }).length > 0);
	expect(told).toHaveLength(10);
});

test('a plan can be shown at the times at which all of it has figures', () => {
	expect(weeksOf({ ...LIPS, ...MASSETER })).toEqual([0, 12]);
	expect(weeksOf({ ...MASSETER, ...LIPS })).toEqual([0, 12]);
	expect(weeksOf({ ...LIPS, chin_projection: both(3) })).toEqual([]);
	expect(() => planAfter({ ...LIPS, chin_projection: both(3) }, 12)).toThrow(RangeError);
});

test('each side shows its share', () => {
	expect(planAfter(LIPS, 0)).toEqual(LIPS);
	expect(planAfter(LIPS, 12)).toEqual({ lip_upper_volume: { left: 0.744, right: 0.372 } });
	expect(planAfter(MASSETER, 0)).toEqual({});
});

test('every source is named once', () => {
	expect(courseSources({ ...LIPS, cheek_malar: both(1), ...MASSETER })).toEqual([
		'FILLER',
		'MASS_BR'
	]);
});
