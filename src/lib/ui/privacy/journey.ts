/** The audit trail of a file, in words for whom it is about. */
import type { AuditRow, Disclosure, Paper, PaperHead } from '../../record/index.ts';
import { DEED_WORDS, o } from '../messages/oversight.en.ts';
import { frameOf, text } from '../papers/papers.ts';
import { formatMoment } from '../records/days.ts';

export type JourneyStep = {
	readonly n: number;
	readonly what: string;
	readonly who: string;
	readonly when: string;
};

type Names = {
	readonly nameOf: (person: string) => string;
	/** What was given away, by the id that a row names. */
	readonly given: ReadonlyMap<string, Disclosure>;
};

/** The newest first. */
export function journeyOf(trail: readonly AuditRow[], names: Names): readonly JourneyStep[] {
	return trail.toReversed().map((row) => ({
		n: row.n,
		what: wordsOf(row, names),
		who: names.nameOf(row.by),
		when: formatMoment(row.at)
	}));
}

function wordsOf({ deed, record, reason }: AuditRow, { given }: Names): string {
	const what = DEED_WORDS[deed] === '' ? deed : DEED_WORDS[deed];
	if (reason !== undefined) return o('journey.reason', { what, reason });
	const to = record === null ? undefined : given.get(record)?.to.name;
	return to === undefined ? what : o('journey.to', { what, name: to });
}

export function journeyPaper(
	steps: readonly JourneyStep[],
	standing: string,
	today: string,
	letterhead: PaperHead | null
): Paper {
	return {
		...frameOf({ today, letterhead }, o('journey.paper'), o('journey.paper.foot')),
		blocks: [
			text(standing),
			{
				kind: 'table',
				head: [o('journey.paper.when'), o('journey.paper.what'), o('journey.paper.who')],
				rows: steps.map(({ when, what, who }) => [when, what, who])
			}
		]
	};
}
