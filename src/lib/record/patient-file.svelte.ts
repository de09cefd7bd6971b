import type { Desk } from './desk.svelte.ts';
import type { Contents } from './folder.ts';
import type { NewIds } from './moving.ts';
import { threadsOf, type NoteThread } from './notes.ts';
import type { Card, Consultation, Cover, FolderId, Lead, NewLead, Photograph } from './types.ts';

type VisitPhotograph = { readonly id: string; readonly photograph: Photograph };
type Visit = {
	readonly id: string;
	readonly consultation: Consultation;
	readonly photographs: readonly VisitPhotograph[];
};

const NOTHING: Contents = { entries: [], unreadable: 0 };

/** One folder, opened: whose it is, what was seen and said, and what can be done with it. */
export class PatientFile {
	readonly folder: FolderId;
	#contents: Contents | null = $state.raw(null);
	readonly #desk: Desk;

	constructor(desk: Desk, folder: FolderId) {
		this.#desk = desk;
		this.folder = folder;
	}

	readonly isRead: boolean = $derived.by(() => this.#contents !== null);
	/** Entries and pictures that do not open; they stay as they are. */
	readonly unreadable: number = $derived.by(() => (this.#contents ?? NOTHING).unreadable);
	readonly cover: Cover | null = $derived.by(() => {
		const covers = this.#entries.flatMap(({ entry }) => (entry.kind === 'cover' ? [entry] : []));
		return covers[0] ?? null;
	});
	/** The newest first. */
	readonly visits: readonly Visit[] = $derived.by(() => {
		const photographs = this.#entries.flatMap(({ id, entry }) =>
			entry.kind === 'photograph' ? [{ id, photograph: entry }] : []
		);
		return this.#entries
			.flatMap(({ id, entry }) =>
				entry.kind === 'consultation'
					? [
							{
								id,
								consultation: entry,
								photographs: photographs
									.filter(({ photograph }) => photograph.consultation === id)
									.sort((a, b) => a.photograph.openedAt - b.photograph.openedAt)
							}
						]
					: []
			)
			.sort((a, b) => b.consultation.startedAt - a.consultation.startedAt);
	});
	/** The newest first. */
	readonly notes: readonly NoteThread[] = $derived.by(() =>
		threadsOf(
			this.#entries.flatMap(({ id, entry }) => (entry.kind === 'note' ? [{ id, note: entry }] : []))
		).toReversed()
	);

	/** What was asked of the clinic, the newest first. */
	readonly leads: readonly Lead[] = $derived.by(() =>
		this.#entries
			.flatMap(({ entry }) => (entry.kind === 'lead' ? [entry] : []))
			.sort((a, b) => b.at - a.at)
	);

	async read(): Promise<void> {
		this.#contents = await this.#desk.open.folder(this.folder);
	}

	async setCard(card: Card): Promise<void> {
		await this.#desk.open.setCard(this.folder, card);
		await this.read();
	}

	/** `amends`: the note that it takes the place of; that one stays. */
	async addNote(text: string, amends: string | null): Promise<void> {
		const consultation = this.visits[0]?.id ?? null;
		await this.#desk.open.addNote(this.folder, { consultation, text, amends });
		await this.read();
	}

	/** Kept here, and to be sent. Errors: AppError `leads.*`. */
	async queueLead(lead: NewLead): Promise<void> {
		await this.#desk.open.queueLead(this.folder, lead);
		await this.read();
	}

	/** Of the newest visit; `day`: YYYY-MM-DD. */
	async setFollowUp(day: string | null): Promise<void> {
		const [visit] = this.visits;
		if (visit === undefined) return;
		await this.#desk.open.setFollowUp({ folder: this.folder, consultation: visit.id }, day);
		await this.read();
	}

	picture(asset: string): Promise<Uint8Array<ArrayBuffer>> {
		return this.#desk.open.picture(this.folder, asset);
	}

	/** Everything in it becomes part of a patient's file; gives its new ids. */
	attach(patient: FolderId): Promise<NewIds> {
		return this.#desk.open.attach(this.folder, patient);
	}

	/** Gone for good: nobody can open it again. */
	async erase(): Promise<void> {
		await this.#desk.open.erase(this.folder);
	}

	get #entries(): Contents['entries'] {
		return (this.#contents ?? NOTHING).entries;
	}
}
