/** Changes of a treatment plan, each giving another one; what a plan says of doses a person has typed. */
import type { PackLabel } from '../scan/index.ts';
import type { PlanContent, PlanItem, PlanMark } from '../record/index.ts';

/** As the record has them: 32 hexadecimal digits. */
export function freshId(): string {
	return crypto.randomUUID().replaceAll('-', '');
}

export function withMark(plan: PlanContent, mark: PlanMark): PlanContent {
	const isNew = plan.marks.every(({ id }) => id !== mark.id);
	const marks = isNew
		? [...plan.marks, mark]
		: plan.marks.map((one) => (one.id === mark.id ? mark : one));
	return { ...plan, marks };
}

export function withoutMark(plan: PlanContent, id: string): PlanContent {
	return { ...plan, marks: plan.marks.filter((one) => one.id !== id) };
}

export function withItem(plan: PlanContent, item: PlanItem): PlanContent {
	const isNew = plan.items.every(({ id }) => id !== item.id);
	const items = isNew
		? [...plan.items, item]
		: plan.items.map((one) => (one.id === item.id ? item : one));
	return { ...plan, items };
}

/** Its marks stay, and are for nothing yet. */
export function withoutItem(plan: PlanContent, id: string): PlanContent {
	return {
		...plan,
		marks: plan.marks.map((mark) => (mark.item === id ? { ...mark, item: null } : mark)),
		items: plan.items.filter((one) => one.id !== id)
	};
}

export function newItem(treatment: string | null): PlanItem {
	return {
		id: freshId(),
		treatment,
		product: '',
		gtin: '',
		amount: null,
		unit: '',
		site: '',
		lot: '',
		expiry: null
	};
}

/** What the pack says; what it does not say stays. Of a product that was here before the name is known. */
export function withPack(
	item: PlanItem,
	{ gtin, lot, expiry }: PackLabel,
	last: PlanContent | null
): PlanItem {
	const known = gtin === null ? undefined : last?.items.find((one) => one.gtin === gtin);
	return {
		...item,
		product: item.product === '' ? (known?.product ?? '') : item.product,
		gtin: gtin ?? item.gtin,
		lot: lot ?? item.lot,
		expiry: expiry ?? item.expiry
	};
}

/**
 * The same marks and items once more. What has to be looked at each time is empty: the pack that is in
 * hand, and how much of it.
 */
export function repeated(plan: PlanContent, last: PlanContent): PlanContent {
	const ids = new Map(last.items.map(({ id }) => [id, freshId()]));
	const items = last.items.map((item) => ({
		...item,
		id: ids.get(item.id) ?? freshId(),
		amount: null,
		gtin: '',
		lot: '',
		expiry: null
	}));
	const marks = last.marks.map((mark) => ({
		...mark,
		id: freshId(),
		item: mark.item === null ? null : (ids.get(mark.item) ?? null)
	}));
	return { ...plan, marks: [...plan.marks, ...marks], items: [...plan.items, ...items] };
}

/** How much of the same there was last time; null where there was none of it, or it was not said. */
export function lastAmount(
	{ treatment, product, site }: PlanItem,
	last: PlanContent | null
): Pick<PlanItem, 'amount' | 'unit'> | null {
	const same = last?.items.find(
		(one) => one.treatment === treatment && one.product === product && one.site === site
	);
	return same === undefined || same.amount === null ? null : same;
}
