/** Of so many visits all are shown; of more, the older ones are folded. */
const ALL = 8;
const NEWEST = 5;

type Seen = { readonly consultation: { readonly startedAt: number } };

/** Visits as the timeline shows them: those in sight, and older ones by the year, all newest first. */
export function visitGroups<Visit extends Seen>(
	visits: readonly Visit[]
): {
	readonly newest: readonly Visit[];
	readonly years: readonly { readonly year: number; readonly visits: readonly Visit[] }[];
} {
	const newest = visits.slice(0, visits.length > ALL ? NEWEST : ALL);
	const byYear = Map.groupBy(visits.slice(newest.length), ({ consultation }) =>
		new Date(consultation.startedAt).getFullYear()
	);
	return { newest, years: [...byYear].map(([year, older]) => ({ year, visits: older })) };
}
