import type { AGE_BANDS, CHANGES, PRODUCT_KINDS } from './facts.ts';
import type { INSTRUMENTS } from './instruments.ts';

type InstrumentId = (typeof INSTRUMENTS)[number]['id'];

/** One statement of an instrument, in the words in which it was published. */
type Statement = {
	readonly id: string;
	readonly words: string;
	/** Agreeing lowers the score. */
	readonly isReversed: boolean;
};

/** What a patient answers by themselves. Codes and versions are kept in files for years. */
export type Instrument = {
	readonly id: string;
	readonly version: number;
	/** Null where each area that the patient named is an item, and the words are the app's own. */
	readonly published: {
		readonly name: string;
		readonly source: string;
		readonly instruction: string;
		/** In the order in which they stand, with the value that is kept of each. */
		readonly responses: readonly { readonly value: number; readonly words: string }[];
		readonly items: readonly Statement[];
	} | null;
	/** Of an answer: the least and the most, whole numbers. */
	readonly values: readonly [number, number];
	/** Of the score, or of an answer where there is none. */
	readonly range: readonly [number, number];
};

export type OutcomeAnswer = {
	readonly item: string;
	/** Null where the patient left it out. */
	readonly value: number | null;
};

/** One questionnaire as it was answered. Never changed. */
export type Told = {
	readonly instrument: string;
	readonly version: number;
	readonly answers: readonly OutcomeAnswer[];
	/** Null where the instrument has none, or too much of it was left out. */
	readonly score: number | null;
	/** Milliseconds since 1970. */
	readonly at: number;
};

export type Point = {
	readonly at: number;
	/** Null where what was answered makes no score. */
	readonly value: number | null;
	readonly answered: number;
	readonly of: number;
};

/** What can be drawn as one line: a score, or the answers on one area. */
export type Series = {
	readonly instrument: InstrumentId;
	/** The area; null of a score. */
	readonly item: string | null;
	readonly range: readonly [number, number];
	/** The oldest first. */
	readonly points: readonly Point[];
};

export type AgeBand = (typeof AGE_BANDS)[number];
export type ProductKind = (typeof PRODUCT_KINDS)[number];
export type Change = (typeof CHANGES)[number];

/** How many there are of one sort; `key` says which, in as many parts as its table has. */
export type Cell = { readonly key: readonly string[]; readonly count: number };

/** A table as it may leave the clinic. */
export type PublishedTable = {
	/** Each of at least `SMALLEST`. */
	readonly cells: readonly Cell[];
	/** All others together: nothing is hidden, they are too few to be told, or so many. */
	readonly rest: 'none' | 'withheld' | number;
	/** Of everything; null where it would tell of what is hidden. */
	readonly total: number | null;
};
