import type { StandardView, VisitPlace } from '../../record/index.ts';

/** Where one can go from the records; how to get there is the pages' business. */
export type Go = {
	readonly today: () => void;
	readonly patients: () => void;
	readonly settings: () => void;
	/** The clinic's texts and letterhead, in the settings. */
	readonly papers: () => void;
	/** How long records are kept, in the settings. */
	readonly keeping: () => void;
	/** What everybody has to know of privacy and security, below it. */
	readonly training: () => void;
	readonly restore: () => void;
	readonly file: (folder: string) => void;
	/** What its patient agreed to and asked for, who saw the file, and how long it is kept. */
	readonly privacy: (folder: string) => void;
	/** One visit as a case for teaching. */
	readonly teaching: (visit: VisitPlace) => void;
	/** To where a visit begins: of a patient, or of somebody not named yet. */
	readonly newVisit: (folder: string | null) => void;
	/** `step`: the name of one; where there is no such step, the visit's photographs. */
	readonly visit: (visit: VisitPlace, step: string) => void;
	/** To take its views, from this one on; null: from the first that is missing. */
	readonly camera: (visit: VisitPlace, view: StandardView | null) => void;
	/** Two pictures of one file, laid over each other; null: the two that are usually wanted. */
	readonly compare: (folder: string, pair: readonly [one: string, other: string] | null) => void;
	readonly photograph: (folder: string, photograph: string) => void;
};

export type Screen = 'today' | 'patients' | 'settings';
