import type { FolderKeeping } from '../../record/index.ts';
import type { Refusal, Span, Standing } from '../../retention/index.ts';
import { listed } from '../language.ts';
import { CLASS_WORDS, o } from '../messages/oversight.en.ts';
import { formatDay } from '../records/days.ts';

export function spanWords(span: Span | null): string {
	if (span === null) return o('span.none');
	return 'years' in span ? o('span.years', span) : o('span.days', span);
}

/** How long one class is kept. `today`: YYYY-MM-DD. */
export function standingWords(
	{ recordClass, since, freeFrom, goesBy, isMinor }: Standing,
	today: string
): string {
	if (since === null) return o('kept.open');
	// What is over a file goes with it.
	if (recordClass === 'audit') return o('kept.with');
	const parts: string[] = [];
	if (freeFrom !== null) {
		const day = formatDay(freeFrom);
		parts.push(freeFrom <= today ? o('kept.free.over', { day }) : o('kept.free', { day }));
	}
	if (goesBy !== null) {
		const day = formatDay(goesBy);
		parts.push(parts.length === 0 ? o('kept.by.alone', { day }) : o('kept.by', { day }));
	}
	parts.push(isMinor ? o('kept.minor') : o('kept.since', { day: formatDay(since) }));
	return listed(parts);
}

/** Whether a file may be erased, and why not. */
export function erasureWords({ refusal }: FolderKeeping): string {
	return refusal === null ? o('kept.may') : refusalWords(refusal);
}

export function refusalWords(refusal: Refusal): string {
	switch (refusal.reason) {
		case 'hold':
			return o('kept.stays.hold', { day: formatDay(refusal.since), reason: refusal.words });
		case 'complaint':
			return o('kept.stays.complaint');
		case 'floor':
			return o('kept.stays.floor', { day: formatDay(refusal.until) });
	}
}

/** How long each class of a file is kept, for paper. `today`: YYYY-MM-DD. */
export function keptWords(keeping: FolderKeeping | null, today: string): readonly string[] {
	if (keeping === null) return [];
	const standings = keeping.standings.map(
		(one) => `${CLASS_WORDS[one.recordClass]}: ${standingWords(one, today)}`
	);
	return [...standings, erasureWords(keeping)];
}
