/** What of the files is counted for research, and the tables of it. */
import {
	ageBandOf,
	AGE_BANDS,
	CHANGES,
	changesOf,
	kindOfUnit,
	published,
	seriesOf,
	SMALLEST,
	type AgeBand,
	type Cell,
	type PublishedTable
} from '../outcomes/index.ts';
import { isTreatmentId, treatment } from '../treatment/index.ts';
import { treatedDaysIn, type Kept } from './folder.ts';
import { ageAt, cardIn } from './history-in.ts';
import { outcomesIn } from './outcomes-in.ts';
import { planIn } from './treatment-plan.ts';

/** One patient, in bands that name nobody; of each key once. */
export type Counted = {
	readonly age: AgeBand;
	/** Area, kind of product, year. */
	readonly treatments: readonly Key[];
	/** Instrument, area or nothing, how it changed. */
	readonly changes: readonly Key[];
};

type Key = readonly [string, string, string];

export type Numbers = {
	readonly ages: PublishedTable;
	/** Each patient once for each area, kind of product and year. */
	readonly treatments: PublishedTable;
	/** Each patient once for each score: the last before their first treatment, and the last since. */
	readonly changes: PublishedTable;
};

/** Where what a treatment was of is not known. */
const OTHER = 'other';

/** `now`: milliseconds since 1970. */
export function countedIn(kept: readonly Kept[], now: number): Counted {
	const visits = kept.flatMap(({ id, entry }) =>
		entry.kind === 'consultation' && entry.treatedOn !== null
			? [{ id, treatedOn: entry.treatedOn }]
			: []
	);
	const treatments = visits.flatMap(({ id, treatedOn }) =>
		(planIn(kept, id)?.entry.items ?? []).map(({ treatment: what, unit }): Key => {
			const area = what !== null && isTreatmentId(what) ? treatment(what).area : OTHER;
			return [area, kindOfUnit(unit), treatedOn.slice(0, 4)];
		})
	);
	const [first] = treatedDaysIn(kept);
	const changes =
		first === undefined
			? []
			: changesOf(seriesOf(outcomesIn(kept)), new Date(`${first}T23:59:59.999`).getTime());
	return {
		age: ageBandOf(ageAt(cardIn(kept)?.born ?? null, now)),
		treatments: unique(treatments),
		changes: changes.map(({ instrument, item, change }) => [instrument, item ?? '', change])
	};
}

/** Null where there are too few of them to tell anything. */
export function numbersOf(all: readonly Counted[]): Numbers | null {
	if (all.length < SMALLEST) return null;
	const treatments = all.flatMap((one) => one.treatments);
	const changes = all.flatMap((one) => one.changes);
	const years = [...new Set(treatments.map(([, , year]) => year))].sort();
	return {
		ages: published(
			AGE_BANDS.map((band) => ({
				key: [band],
				count: all.filter(({ age }) => age === band).length
			}))
		),
		treatments: published(cellsOf(treatments, years)),
		changes: published(cellsOf(changes, CHANGES))
	};
}

/** Of every pair that there is with every last part, those that nobody is in as well. */
function cellsOf(keys: readonly Key[], lasts: readonly string[]): readonly Cell[] {
	const pairs = unique(keys.map(([one, other]): Key => [one, other, '']));
	const counts = new Map<string, number>();
	for (const key of keys) counts.set(key.join('\n'), (counts.get(key.join('\n')) ?? 0) + 1);
	return pairs.flatMap(([one, other]) =>
		lasts.map((last) => ({
			key: [one, other, last],
			count: counts.get([one, other, last].join('\n')) ?? 0
		}))
	);
}

function unique(keys: readonly Key[]): readonly Key[] {
	return [...new Map(keys.map((key) => [key.join('\n'), key])).values()].sort((a, b) =>
		a.join('\n').localeCompare(b.join('\n'))
	);
}
