/** What of one patient is counted, in bands that name nobody. */
import type { AgeBand, Change, ProductKind, Series } from './types.ts';

export const AGE_BANDS = [
	'under-18',
	'18-29',
	'30-39',
	'40-49',
	'50-59',
	'60-69',
	'70-up',
	'unknown'
] as const;

/** By the unit in which a product is counted: plans have no other word for it. */
export const PRODUCT_KINDS = ['toxin', 'filler', 'thread', 'session', 'other'] as const;

export const CHANGES = ['lower', 'same', 'higher'] as const;

/** `age`: completed years; null where it is not known. */
export function ageBandOf(age: number | null): AgeBand {
	if (age === null) return 'unknown';
	if (age < 18) return 'under-18';
	if (age < 30) return '18-29';
	if (age >= 70) return '70-up';
	const decade = Math.floor(age / 10) * 10;
	return AGE_BANDS.find((band) => band.startsWith(String(decade))) ?? 'unknown';
}

/** `unit`: as a plan has it. Units are of toxin, millilitres and syringes mostly of filler. */
export function kindOfUnit(unit: string): ProductKind {
	if (unit === 'U') return 'toxin';
	if (unit === 'mL' || unit === 'syringe') return 'filler';
	return unit === 'thread' || unit === 'session' ? unit : 'other';
}

/**
 * How each line stood last before the first treatment, and how it stands last after it; lines without both are
 * left out. `treated`: when the first treatment's day began and ended, milliseconds since 1970; what was
 * answered on that day counts as before it.
 */
export function changesOf(
	series: readonly Series[],
	treated: number
): readonly (Pick<Series, 'instrument' | 'item'> & { readonly change: Change })[] {
	return series.flatMap(({ instrument, item, points }) => {
		const scores = points.flatMap(({ at, value }) => (value === null ? [] : [{ at, value }]));
		const before = scores.findLast(({ at }) => at <= treated);
		const after = scores.at(-1);
		if (before === undefined || after === undefined || after.at <= treated) return [];
		const change =
			after.value === before.value ? 'same' : after.value < before.value ? 'lower' : 'higher';
		return [{ instrument, item, change }];
	});
}
