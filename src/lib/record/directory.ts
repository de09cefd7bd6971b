/**
 * All folders in a few words each, to be listed and searched: decrypted at unlock, held in the
 * worker's memory, gone with it. Nothing of it is stored.
 */
import type { TreatmentId } from '../treatment/index.ts';
import type { Card, Cover } from './types.ts';

/** A patient's folder, or an anonymous one, as a list shows it. */
export type FolderRow = Pick<
	Cover,
	'card' | 'startedAt' | 'lastVisit' | 'followUp' | 'treatments' | 'thumbnail'
> & { readonly folder: string };

export type PatientRow = FolderRow & { readonly card: Card };

type DueRow = FolderRow & { readonly followUp: string };

export type Query = {
	/** As typed. */
	readonly text: string;
	/** Treatments whose names the text may mean; a patient with one of them is found as well. */
	readonly treatments: readonly TreatmentId[];
	/** Only patients whose follow-up is due by then, YYYY-MM-DD. */
	readonly dueBy: string | null;
};

type Indexed = { readonly row: PatientRow; readonly words: readonly string[] };

/** Lower case without marks: what is typed without accents finds what is written with them. */
function folded(text: string): string {
	return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

function wordsIn(text: string): string[] {
	return folded(text)
		.split(/[^\p{L}\p{N}]+/u)
		.filter((word) => word !== '');
}

/** A day is found by its year, month and day in any order, with and without leading zeros. */
function wordsOfCard({ name, born, number, contact }: Card): readonly string[] {
	const birth = born === null ? [] : wordsIn('day' in born ? born.day : String(born.year));
	return [
		...wordsIn(name),
		...birth,
		...birth.map((part) => part.replace(/^0+/, '')),
		...wordsIn(number),
		...wordsIn(contact.email),
		contact.phone.replace(/\D/g, '')
	].filter((word) => word !== '');
}

const BY_NAME = new Intl.Collator(undefined, { sensitivity: 'base', numeric: true });

export class Directory {
	readonly #patients = new Map<string, Indexed>();
	readonly #anonymous = new Map<string, FolderRow>();
	#sorted: readonly Indexed[] | null = null;

	set(folder: string, cover: Cover): void {
		this.delete(folder);
		const { card, startedAt, lastVisit, followUp, treatments, thumbnail } = cover;
		const row = { folder, startedAt, lastVisit, followUp, treatments, thumbnail };
		if (card === null) this.#anonymous.set(folder, { ...row, card });
		else this.#patients.set(folder, { row: { ...row, card }, words: wordsOfCard(card) });
	}

	delete(folder: string): void {
		this.#anonymous.delete(folder);
		this.#patients.delete(folder);
		this.#sorted = null;
	}

	get hasPatients(): boolean {
		return this.#patients.size > 0;
	}

	/** Those without a patient, the newest first. */
	get anonymous(): readonly FolderRow[] {
		return [...this.#anonymous.values()].sort((a, b) => b.startedAt - a.startedAt);
	}

	/** Patients by their last visit, the newest first, without those who are listed already. */
	recent(count: number, listed: ReadonlySet<string>): readonly PatientRow[] {
		return [...this.#patients.values()]
			.map(({ row }) => row)
			.filter(({ folder, lastVisit }) => lastVisit !== null && !listed.has(folder))
			.sort((a, b) => (b.lastVisit ?? 0) - (a.lastVisit ?? 0))
			.slice(0, count);
	}

	/** Whoever is to be seen again by a day, YYYY-MM-DD: by day, then by name; without a name at the end. */
	due(by: string): readonly DueRow[] {
		const all = [...this.#all().map(({ row }) => row), ...this.#anonymous.values()];
		const isDue = (row: FolderRow): row is DueRow => row.followUp !== null && row.followUp <= by;
		return all.filter(isDue).sort((a, b) => a.followUp.localeCompare(b.followUp));
	}

	/** Every typed word begins one of the patient's; by name, those due by the day they are due. */
	find({ text, treatments, dueBy }: Query): readonly PatientRow[] {
		const typed = wordsIn(text);
		const wanted = new Set<string>(treatments);
		const found = this.#all().filter(({ row, words }) => {
			if (dueBy !== null && (row.followUp === null || row.followUp > dueBy)) return false;
			return (
				typed.every((word) => words.some((own) => own.startsWith(word))) ||
				row.treatments.some((id) => wanted.has(id))
			);
		});
		const rows = found.map(({ row }) => row);
		if (dueBy === null) return rows;
		return rows.toSorted((a, b) => ((a.followUp ?? '') < (b.followUp ?? '') ? -1 : 1));
	}

	#all(): readonly Indexed[] {
		this.#sorted ??= [...this.#patients.values()].sort((a, b) =>
			BY_NAME.compare(a.row.card.name, b.row.card.name)
		);
		return this.#sorted;
	}
}
