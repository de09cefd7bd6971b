import type { Born } from '../intake/index.ts';

/** YYYY-MM-DD, of the clinic's calendar. */
export type Day = string;

export const RECORD_CLASSES = [
	/** Of somebody with a name: what was planned and done, with its photographs. */
	'treatment',
	/** Anonymous, and nothing was done. */
	'consultation',
	/** Somebody asked to be called back, and never came. */
	'lead',
	'complaint',
	/** Landmarks of a face, by which a person could be told. */
	'biometric',
	/** Who did what: kept with the file that it is of. */
	'audit'
] as const;
export type RecordClass = (typeof RECORD_CLASSES)[number];

export type Span = { readonly years: number } | { readonly days: number };

/** What begins the time. `last-treatment`: where none was carried out, the last entry. */
type Clock = 'last-entry' | 'last-treatment' | 'closed';

export type Rule = {
	/** Kept for at least so long; null: no longer than wanted. */
	readonly floor: Span | null;
	/** Gone after so long; null: it may stay. */
	readonly ceiling: Span | null;
	readonly clock: Clock;
	/** Of somebody under 18 the floor runs to an age. */
	readonly hasMinors: boolean;
};

export type Table = Readonly<Record<RecordClass, Rule>>;

/** All of a file that keeping it depends on. */
export type FolderFacts = {
	readonly isNamed: boolean;
	readonly hasVisits: boolean;
	readonly born: Born | null;
	/** When a parent or guardian last agreed for them. */
	readonly guardianOn: Day | null;
	/** Null where nothing is in it but a card. */
	readonly lastEntryOn: Day | null;
	readonly lastTreatmentOn: Day | null;
	readonly lastLeadOn: Day | null;
	readonly hasLandmarks: boolean;
	readonly complaints: readonly { readonly closedOn: Day | null }[];
	/** The oldest that nobody has lifted. */
	readonly hold: { readonly since: Day; readonly reason: string } | null;
};

/** How long one class of what is in a file is kept. */
export type Standing = {
	readonly recordClass: RecordClass;
	/** When its time began; null where it has not, as of an open complaint. */
	readonly since: Day | null;
	/** The first day on which it may go; null: it has no floor. */
	readonly freeFrom: Day | null;
	/** The day from which it must be gone; null: none. */
	readonly goesBy: Day | null;
	/** The floor runs to an age. */
	readonly isMinor: boolean;
};

/** Why a file may not be erased. `until`: the first day on which it may. */
export type Refusal =
	| { readonly reason: 'hold'; readonly since: Day; readonly words: string }
	| { readonly reason: 'complaint' }
	| {
			readonly reason: 'floor';
			readonly recordClass: RecordClass;
			readonly until: Day;
			readonly isMinor: boolean;
	  };

/**
 * `kept`: its time is not over. `held`: it is, and something else holds the file. `may-go`: its floor is
 * over. `must-go`: its ceiling is.
 */
export type Fate = 'kept' | 'held' | 'may-go' | 'must-go';

type Preset = 'uk-10' | 'uk-8' | 'own';

export type Choice = {
	readonly preset: Preset;
	/** Of `own`. */
	readonly years: number;
	readonly clock: 'last-entry' | 'last-treatment';
};

/** What the clinic's console says, as its lease names it. */
export type Instructed = {
	readonly recordRetentionYears: number;
	readonly leadRetentionDays: number;
};
