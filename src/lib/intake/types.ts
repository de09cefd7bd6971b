import type { FLAGS } from './flags.ts';
import type { ITEMS, PAGES } from './questions.ts';
import type { SUGGESTIONS } from './suggestions.ts';

/** One question of the history. */
export type Item = (typeof ITEMS)[number];
export type ItemId = Item['id'];
export type PageId = (typeof PAGES)[number];
/** `conditions.keloid`: what can be answered to which question. */
export type OptionKey = {
	[One in Item as One['id']]: `${One['id']}.${One['options'][number]}`;
}[ItemId];
export type FlagId = (typeof FLAGS)[number]['id'];

export type SuggestionId = (typeof SUGGESTIONS)[number]['id'];

/** What a flag is to be talked about before; `any`: before each of them. */
export type TreatmentKind = 'toxin' | 'filler' | 'skin' | 'surgery' | 'any';

/** A treatment that somebody else gave: in the words in which it was told. */
export type Elsewhere = {
	readonly what: string;
	/** Where, or by whom. */
	readonly by: string;
	/** As exactly as it is known. */
	readonly when: string;
	/** Who says so: the patient, or a letter or photograph that they brought. */
	readonly source: 'patient' | 'document';
};

/** What was answered to one question. One that nobody answered yet counts as `not-asked`. */
export type Answer =
	| {
			readonly state: 'given';
			/** Options of the question; of a later version's, maybe unknown here. */
			readonly choices: readonly string[];
			readonly text: string;
			readonly treatments: readonly Elsewhere[];
	  }
	| { readonly state: 'not-asked' | 'declined' };

/** What is answered to a question of today's. */
export type NewAnswer = { readonly item: ItemId; readonly answer: Answer };

/** Answers that were kept together, by one person in one visit. Never changed: later ones count. */
export type Batch = {
	readonly consultation: string;
	/** Milliseconds since 1970; later than that of any batch before it in the same file. */
	readonly at: number;
	readonly by: string;
	readonly answers: readonly { readonly item: string; readonly answer: Answer }[];
	/** Questions of which the patient said that their last answer still holds. */
	readonly unchanged: readonly string[];
	/** Questions of which that was said by mistake in the same visit. */
	readonly reopened: readonly string[];
};

/** An answer, and who kept it when. */
export type Known = Pick<Batch, 'consultation' | 'at' | 'by'> & { readonly answer: Answer };

/**
 * How a question stands in a visit. `settled`: answered, declined or confirmed in it; `earlier`: answered
 * in an earlier one and not confirmed yet; `open`: to be asked.
 */
export type Standing = {
	readonly state: 'settled' | 'earlier' | 'open';
	/** The answer that counts in this visit; null where there is none. */
	readonly known: Known | null;
	/** When the patient last said that it still holds; null where nobody asked since. */
	readonly confirmedAt: number | null;
	/** They said so in this visit, and gave no other answer in it. */
	readonly isConfirmedHere: boolean;
	/** What counted before, the newest first. */
	readonly before: readonly Known[];
};

export type Standings = ReadonlyMap<ItemId, Standing>;

/** Either is enough. `day`: YYYY-MM-DD. */
export type Born = { readonly day: string } | { readonly year: number };

/** Something that the answers give reason to write down, if a clinician finds so. */
export type Suggestion = {
	readonly id: SuggestionId;
	/** For whom it is: the clinician's plan, or what the patient takes home. */
	readonly into: 'plan' | 'aftercare';
	/** As it is cited. */
	readonly source: string;
	/** The answers that it follows from: what was chosen, and what was not. */
	readonly because: readonly {
		readonly item: ItemId;
		readonly chosen: readonly string[];
		readonly lacks: readonly string[];
	}[];
};
