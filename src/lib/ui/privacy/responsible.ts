/** Who answers for which visit, in words for whoever it is about. */
import type { Responsible } from '../../record/index.ts';
import { listed } from '../language.ts';
import { co } from '../messages/consultants.en.ts';
import { formatDay } from '../records/days.ts';

const daysOf = (visits: Responsible['visits']): string =>
	listed(visits.map(({ startedAt }) => formatDay(startedAt)));

/** The visits of one consultant, each with how it is theirs. */
export function visitsText({ visits }: Responsible): string {
	const days = visits.map(({ startedAt, isJoint }) => {
		const day = formatDay(startedAt);
		return isJoint ? co('privacy.joint', { day }) : co('privacy.alone', { day });
	});
	return co('privacy.visits', { days: listed(days) });
}

/** The notice of who is responsible, as it stands in what a patient is given. */
export function responsibleLines(all: readonly Responsible[]): readonly string[] {
	if (all.length === 0) return [co('paper.all')];
	const others = all.flatMap(({ consultant: { name, contact }, visits }) => {
		const alone = visits.filter(({ isJoint }) => !isJoint);
		const joint = visits.filter(({ isJoint }) => isJoint);
		return [
			...(alone.length === 0 ? [] : [co('paper.alone', { name, contact, days: daysOf(alone) })]),
			...(joint.length === 0 ? [] : [co('paper.joint', { name, contact, days: daysOf(joint) })])
		];
	});
	return [co('paper.clinic'), ...others];
}
