import type { VisitPhotograph } from '../../record/index.ts';
import type { ComparedChoice } from '../../studio/index.ts';
import { f } from '../messages/follow.en.ts';
import { formatMoment } from '../records/days.ts';
import { shownKey } from './shown-key.ts';
import { usualPair } from './usual-pair.ts';
import { viewName } from './view-name.ts';

export type CompareOption = {
	readonly value: string;
	readonly label: string;
	readonly choice: ComparedChoice;
};

/** Every photograph, and after it what was illustrated on it. `photographs`: the oldest first. */
export function compareOptions(photographs: readonly VisitPhotograph[]): readonly CompareOption[] {
	return photographs.flatMap(({ id, photograph, variants }) => {
		const moment = formatMoment(photograph.openedAt);
		const about = { moment, view: viewName(photograph) };
		const isBrought = photograph.source === 'patient';
		const label = f(isBrought ? 'compare.option.brought' : 'compare.option', about);
		return [null, ...variants].map((variant) => {
			const choice = { photograph: id, variant };
			const illustrated =
				variant === null ? label : f('compare.option.illustration', { ...about, variant });
			return { value: shownKey(choice), label: illustrated, choice };
		});
	});
}

/**
 * What is compared unless somebody chooses: two photographs, else a photograph with what was illustrated
 * on it. Null where there is nothing to compare. `photographs`: the oldest first.
 */
export function usualChoice(
	photographs: readonly VisitPhotograph[]
): readonly [earlier: string, later: string] | null {
	const pair = usualPair(photographs);
	if (pair !== null) return pair;
	const [one, other] = compareOptions(photographs);
	return one === undefined || other === undefined ? null : [one.value, other.value];
}
