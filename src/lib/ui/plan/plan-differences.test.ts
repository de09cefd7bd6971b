import { expect, it } from 'vitest';
import type { PlanItem, PlanVersion } from '../../record/index.ts';
import { planDifferences } from './plan-differences.ts';

const ITEM: PlanItem = {
	id: 'c',
	treatment: null,
	product: 'Gel 7',
	gtin: '',
	amount: 0.5,
	unit: 'mL',
	site: 'left',
	lot: '',
	expiry: null
};
const NOTHING: PlanVersion['changes'] = {
	added: [],
	removed: [],
	changed: [],
	marks: { added: 0, removed: 0, changed: 0 },
	isNoteChanged: false,
	isQuoteChanged: false
};

it('names what was added, removed and changed, with the amounts as they were typed', () => {
	expect(
		planDifferences({
			...NOTHING,
			added: [{ ...ITEM, product: 'Toxin', amount: null, unit: '', site: '' }],
			removed: [{ ...ITEM, product: '', amount: null, unit: '', site: '' }],
			changed: [{ before: ITEM, after: { ...ITEM, amount: 0.75 } }],
			marks: { added: 2, removed: 0, changed: 1 },
			isNoteChanged: true
		})
	).toEqual([
		'Added: Toxin',
		'Removed: An item without words yet',
		'Changed: Gel 7, 0.5 mL, left → Gel 7, 0.75 mL, left',
		'Marks: 2 added, 0 removed',
		'1 mark changed',
		'Note changed'
	]);
});

it('says where nothing is otherwise', () => {
	expect(planDifferences(NOTHING)).toEqual(['As before']);
});
