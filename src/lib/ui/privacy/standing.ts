import type { PurposeView, Release } from '../../record/index.ts';
import { stateName, y } from '../messages/privacy.en.ts';
import { formatDay, formatMoment } from '../records/days.ts';

/** How a purpose stands, in a few words: "Agreed until 31 Jan 2030". */
export function standingText({ state, last, basis }: PurposeView): string {
	const name = stateName(state, basis === 'objection');
	if (last === null) return name;
	if (state === 'given' && last.until !== null) {
		return y('state.until', { state: name, day: formatDay(last.until) });
	}
	return y('state.since', { state: name, day: formatDay(last.at) });
}

export function releaseText({ what, content, at }: Release): string {
	return y(`release.${what}`, { content, moment: formatMoment(at) });
}
