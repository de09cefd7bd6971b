import type { Disclosure, PurposeView, Release } from '../../record/index.ts';
import { listed } from '../language.ts';
import { BASIS_WORDS, FIELD_WORDS, o } from '../messages/oversight.en.ts';
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

/** To whom what was given on what ground, and when. */
export function disclosureText({ to, basis, fields, at }: Disclosure): string {
	const what = listed(fields.map((field) => FIELD_WORDS[field]));
	return `${to.name}: ${o('given.line', { what, basis: BASIS_WORDS[basis] })} ${formatMoment(at)}`;
}
