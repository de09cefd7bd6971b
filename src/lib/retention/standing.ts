/**
 * How long what is in a file is kept. Days of the calendar throughout, so that neither the time of day nor
 * a change of the clock moves anything.
 */
import { ageOn, OF_AGE } from '../intake/index.ts';
import { after, later, youngest, yearsAfter } from './calendar.ts';
import type {
	Day,
	Fate,
	FolderFacts,
	RecordClass,
	Refusal,
	Rule,
	Standing,
	Table
} from './types.ts';

/** NHS England, Records Management Code of Practice: to the 25th birthday; to the 26th of who was 17. */
const MINOR_UNTIL = 25;
const SEVENTEEN_UNTIL = 26;

/** Of everything in a file that has a time of its own, what the file mainly is first. */
export function standingsOf(facts: FolderFacts, table: Table): readonly Standing[] {
	const { hasLandmarks, complaints, lastEntryOn } = facts;
	if (lastEntryOn === null && complaints.length === 0) return [];
	const main = mainClassOf(facts);
	const closed = complaints.map(({ closedOn }) => closedOn);
	const isOpen = closed.includes(null);
	const lastClosed = closed.reduce<Day | null>(
		(last, day) => (day !== null && (last === null || day > last) ? day : last),
		null
	);
	return [
		standing(main, table[main], startOf(table[main], facts), facts),
		...(complaints.length === 0
			? []
			: [standing('complaint', table.complaint, isOpen ? null : lastClosed, facts)]),
		...(hasLandmarks ? [standing('biometric', table.biometric, lastEntryOn, facts)] : []),
		standing('audit', table.audit, startOf(table.audit, facts), facts)
	];
}

/** What a file is, first of all. */
export function mainClassOf(facts: FolderFacts): RecordClass {
	const { isNamed, hasVisits, lastTreatmentOn, lastLeadOn } = facts;
	if (lastTreatmentOn !== null) return 'treatment';
	if (lastLeadOn !== null && !(isNamed && hasVisits)) return 'lead';
	return isNamed ? 'treatment' : 'consultation';
}

function startOf({ clock }: Rule, { lastEntryOn, lastTreatmentOn }: FolderFacts): Day | null {
	return clock === 'last-treatment' ? (lastTreatmentOn ?? lastEntryOn) : lastEntryOn;
}

function standing(
	recordClass: RecordClass,
	{ floor, ceiling, hasMinors }: Rule,
	since: Day | null,
	facts: FolderFacts
): Standing {
	const nothing = { recordClass, since, freeFrom: null, goesBy: null, isMinor: false };
	if (since === null) return nothing;
	const usual = floor === null ? null : after(since, floor);
	const ofAge = hasMinors && usual !== null ? minorUntil(facts, since) : null;
	const isMinor = ofAge !== null && usual !== null && ofAge > usual;
	const freeFrom = isMinor ? ofAge : usual;
	const last = ceiling === null ? null : after(since, ceiling);
	return {
		recordClass,
		since,
		freeFrom,
		// What may not go yet need not go.
		goesBy: last === null || freeFrom === null ? last : later(last, freeFrom),
		isMinor
	};
}

/** The birthday to which a file is kept; null of a grown-up. */
function minorUntil({ born, guardianOn }: FolderFacts, day: Day): Day | null {
	if (born === null) {
		// Somebody agreed for them, and it is not known how old they were.
		return guardianOn === null ? null : yearsAfter(guardianOn, MINOR_UNTIL);
	}
	const birth = youngest(born);
	const age = ageOn(born, day);
	if (age >= OF_AGE) return null;
	return yearsAfter(birth, age === OF_AGE - 1 ? SEVENTEEN_UNTIL : MINOR_UNTIL);
}

/**
 * Why a file may not be erased on a day; null where it may. Whatever asks for it: somebody's right to be
 * forgotten ends where the clinic has to keep what it did (Article 17(3) of the GDPR).
 */
export function mayErase(facts: FolderFacts, table: Table, today: Day): Refusal | null {
	const { hold, complaints } = facts;
	if (hold !== null) return { reason: 'hold', since: hold.since, words: hold.reason };
	if (complaints.some(({ closedOn }) => closedOn === null)) return { reason: 'complaint' };
	// The trail of a consultation that may go goes with it.
	const [last] = standingsOf(facts, table)
		.filter(({ recordClass }) => recordClass !== 'audit')
		.flatMap(({ recordClass, freeFrom, isMinor }) =>
			freeFrom === null || freeFrom <= today ? [] : [{ recordClass, until: freeFrom, isMinor }]
		)
		.toSorted((a, b) => (a.until < b.until ? 1 : -1));
	return last === undefined ? null : { reason: 'floor', ...last };
}

/** What is to be done with a file on a day. */
export function fateOf(facts: FolderFacts, table: Table, today: Day): Fate {
	const [main] = standingsOf(facts, table);
	if (main === undefined) return 'kept';
	const isPast = (day: Day | null): boolean => day !== null && day <= today;
	const isOver = isPast(main.freeFrom) || isPast(main.goesBy);
	if (!isOver) return 'kept';
	if (mayErase(facts, table, today) !== null) return 'held';
	return isPast(main.goesBy) ? 'must-go' : 'may-go';
}

/** Landmarks of faces are past their time, whatever becomes of the rest. */
export function areLandmarksDue(facts: FolderFacts, table: Table, today: Day): boolean {
	if (facts.hold !== null || !facts.hasLandmarks) return false;
	const goesBy = standingsOf(facts, table).find((one) => one.recordClass === 'biometric')?.goesBy;
	return goesBy !== null && goesBy !== undefined && goesBy <= today;
}

/**
 * Whether a file can be due at all that was begun and seen last on these days: a look at its cover saves
 * opening it. No entry is before the last visit, and no treatment before the beginning.
 */
export function mayBeDue(
	{ begunOn, seenOn }: { readonly begunOn: Day; readonly seenOn: Day },
	table: Table,
	today: Day
): boolean {
	return Object.values(table).some(({ floor, ceiling, clock }) => {
		const from = clock === 'last-treatment' ? begunOn : seenOn;
		return [floor, ceiling].some((span) => span !== null && after(from, span) <= today);
	});
}
