import { describe, expect, it } from 'vitest';
import type { PlanContent, PlanItem } from '../record/index.ts';
import {
	lastAmount,
	newItem,
	repeated,
	withItem,
	withMark,
	withoutItem,
	withoutMark,
	withPack
} from './plan-edit.ts';

const NOTHING: PlanContent = { marks: [], items: [], note: '', quote: null };
const anchor = { on: [4, 5, 51], weights: [0.2, 0.3, 0.5], away: null } as const;
const filler: PlanItem = {
	id: 'f'.repeat(32),
	treatment: 'lip_upper_height',
	product: 'Filler',
	gtin: '09501101530003',
	amount: 0.55,
	unit: 'mL',
	site: 'upper lip',
	lot: 'A1',
	expiry: '2027-02-28'
};
const mark = {
	id: 'a'.repeat(32),
	shape: 'point',
	at: [anchor],
	item: filler.id,
	note: 'deep'
} as const;
const plan: PlanContent = {
	marks: [mark],
	items: [filler],
	note: 'said last time',
	quote: { currency: 'GBP', lines: [] }
};

describe('a plan', () => {
	it('has a mark or an item once, whatever becomes of it', () => {
		const moved = { ...mark, at: [{ ...anchor, weights: [1, 0, 0] }] } as const;
		expect(withMark(withMark(NOTHING, mark), moved).marks).toEqual([moved]);
		expect(withoutMark(plan, mark.id).marks).toEqual([]);
		const other = { ...filler, product: 'Other' };
		expect(withItem(withItem(NOTHING, filler), other).items).toEqual([other]);
	});

	it('keeps the marks of an item that is taken away', () => {
		const left = withoutItem(plan, filler.id);
		expect(left.items).toEqual([]);
		expect(left.marks).toEqual([{ ...mark, item: null }]);
	});

	it('suggests no dose: a new item says nothing', () => {
		const { id, ...rest } = newItem(null);
		expect(id).toMatch(/^[0-9a-f]{32}$/);
		expect(rest).toEqual({
			treatment: null,
			product: '',
			gtin: '',
			amount: null,
			unit: '',
			site: '',
			lot: '',
			expiry: null
		});
	});

	it('is repeated with marks and items of its own, without amount and pack', () => {
		const now = repeated({ ...NOTHING, note: 'today' }, plan);
		const [item] = now.items;
		expect(item).toEqual({
			...filler,
			id: item?.id,
			amount: null,
			gtin: '',
			lot: '',
			expiry: null
		});
		expect(now.marks).toEqual([{ ...mark, id: now.marks[0]?.id, item: item?.id }]);
		expect([item?.id, now.marks[0]?.id]).not.toContain(filler.id);
		expect(now.marks[0]?.id).not.toBe(mark.id);
		expect([now.note, now.quote]).toEqual(['today', null]);
		const twice = repeated(now, plan);
		expect(new Set(twice.items.map(({ id }) => id)).size).toBe(2);
	});

	it('says what of the same there was last time', () => {
		const again = { ...filler, id: '0'.repeat(32), amount: null, lot: '' };
		expect(lastAmount(again, plan)).toMatchObject({ amount: 0.55, unit: 'mL' });
		expect(lastAmount({ ...again, site: 'lower lip' }, plan)).toBeNull();
		expect(lastAmount(again, { ...plan, items: [{ ...filler, amount: null }] })).toBeNull();
		expect(lastAmount(again, null)).toBeNull();
	});

	it('takes from a pack what it says, and leaves the rest', () => {
		const typed = { ...newItem(null), product: 'Mine', amount: 2, lot: 'typed' };
		const pack = { gtin: filler.gtin, lot: null, expiry: '2028-01-31' };
		expect(withPack(typed, pack, plan)).toEqual({
			...typed,
			gtin: filler.gtin,
			expiry: '2028-01-31'
		});
		// A product that was here before is known by its number.
		expect(withPack(newItem(null), pack, plan).product).toBe('Filler');
		expect(withPack(newItem(null), { ...pack, gtin: null }, plan).product).toBe('');
		expect(withPack(newItem(null), pack, null).product).toBe('');
	});
});
