import type { PlanItem, PlanVersion } from '../../record/index.ts';
import { formatPlain } from '../format.ts';
import { listed } from '../language.ts';
import { treatmentName } from '../messages/index.ts';
import { l } from '../messages/timeline.en.ts';

/** What a version of a plan changed, in words; that it changed nothing is said as well. */
export function planDifferences(changes: PlanVersion['changes']): readonly string[] {
	const { added, removed, changed, marks, isNoteChanged, isQuoteChanged } = changes;
	const said = [
		...added.map((item) => l('plan.added', { item: itemWords(item) })),
		...removed.map((item) => l('plan.removed', { item: itemWords(item) })),
		...changed.map(({ before, after }) =>
			l('plan.changed', { before: itemWords(before), after: itemWords(after) })
		),
		...(marks.added + marks.removed > 0 ? [l('plan.marks', marks)] : []),
		...(marks.changed > 0 ? [l('plan.moved', { count: marks.changed })] : []),
		...(isNoteChanged ? [l('plan.note')] : []),
		...(isQuoteChanged ? [l('plan.quote')] : [])
	];
	return said.length === 0 ? [l('plan.same')] : said;
}

function itemWords({ treatment, product, amount, unit, site, lot, expiry }: PlanItem): string {
	const words = listed([
		treatment === null ? '' : treatmentName(treatment),
		product,
		amount === null ? '' : `${formatPlain(amount)} ${unit}`.trim(),
		site,
		lot,
		expiry ?? ''
	]);
	return words === '' ? l('plan.empty') : words;
}
