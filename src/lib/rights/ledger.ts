import { basisOf, type Purpose } from './purposes.ts';

/** One answer to one purpose. Answers are appended; the last one counts. */
export type Answered = {
	readonly purpose: Purpose;
	readonly state: 'given' | 'declined' | 'withdrawn';
	/** Milliseconds since 1970. */
	readonly at: number;
	/** The last day on which it holds, YYYY-MM-DD; null: until it is withdrawn. */
	readonly until: string | null;
};

export type PurposeState = 'not-asked' | 'given' | 'declined' | 'withdrawn' | 'expired';

export type Standing<Row extends Answered = Answered> = {
	readonly state: PurposeState;
	/** The answer that counts; null where nobody was asked. */
	readonly last: Row | null;
};

/** What the gates read of a patient's file. */
export type Facts = {
	readonly answers: readonly Answered[];
	/** Nothing but keeping is allowed until it is lifted. */
	readonly isRestricted: boolean;
	/** YYYY-MM-DD, here. */
	readonly today: string;
};

export type Refusal =
	'privacy.restricted' | 'privacy.not-agreed' | 'privacy.withdrawn' | 'privacy.expired';

export function standingOf<Row extends Answered>(
	answers: readonly Row[],
	purpose: Purpose,
	today: string
): Standing<Row> {
	const own = answers.filter((one) => one.purpose === purpose);
	const [last] = own.toSorted((a, b) => b.at - a.at);
	if (last === undefined) return { state: 'not-asked', last: null };
	const isOver = last.state === 'given' && last.until !== null && last.until < today;
	return { state: isOver ? 'expired' : last.state, last };
}

/** Why something may not be done for these purposes; null where it may. */
export function refusalOf(
	{ answers, isRestricted, today }: Facts,
	purposes: readonly Purpose[]
): { readonly code: Refusal; readonly purpose: Purpose | null } | null {
	if (isRestricted) return { code: 'privacy.restricted', purpose: null };
	for (const purpose of purposes) {
		const { state } = standingOf(answers, purpose, today);
		if (state === 'given') continue;
		if (state === 'not-asked') {
			if (basisOf(purpose) === 'consent') return { code: 'privacy.not-agreed', purpose };
		} else if (state === 'declined') return { code: 'privacy.not-agreed', purpose };
		else return { code: `privacy.${state}`, purpose };
	}
	return null;
}
