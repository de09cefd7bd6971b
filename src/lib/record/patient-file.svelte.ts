import { sealCode, type Changed } from '../signing/index.ts';
import { responsibleIn, type Responsible } from './controllers-in.ts';
import type { Desk } from './desk.svelte.ts';
import { ALL_VARIANTS, treatmentsIn, type Contents } from './folder.ts';
import { changesOf, handedIn, type Handed } from './handed.ts';
import { ageAt } from './history-in.ts';
import type { NewIds } from './moving.ts';
import { statementsOn, threadsOf, type NoteThread } from './notes.ts';
import type { OpenedFolder } from './trails.ts';
import { planVersions, type PlanVersion } from './treatment-plan.ts';
import type {
	Card,
	CardChange,
	Consultation,
	Cover,
	FolderId,
	Lead,
	NewLead,
	Photograph,
	Signature,
	Statement,
	Study,
	Variant
} from './types.ts';
import { VisitHistory } from './visit-history.svelte.ts';

export type VisitPhotograph = {
	readonly id: string;
	readonly photograph: Photograph;
	/** Plans that show anything on it. */
	readonly variants: readonly Variant[];
};
export type Visit = {
	readonly id: string;
	readonly consultation: Consultation;
	/** In the order in which they were opened. */
	readonly photographs: readonly VisitPhotograph[];
	/** In any of its illustrations. */
	readonly treatments: readonly string[];
	/** Texts that were signed in it, or handed over in it and not signed; the last one first. */
	readonly handed: readonly Handed[];
	/** Its plan as it was kept, the newest first. */
	readonly plans: readonly PlanVersion[];
};

const NOTHING: Contents = { entries: [], unreadable: 0 };

/** One folder, opened: whose it is, what was seen and said, and what can be done with it. */
export class PatientFile {
	readonly folder: FolderId;
	#opened: OpenedFolder | null = $state.raw(null);
	readonly #desk: Desk;

	constructor(desk: Desk, folder: FolderId) {
		this.#desk = desk;
		this.folder = folder;
	}

	/** As it was read last, for whoever shows another side of it; null until it was read. */
	readonly opened: OpenedFolder | null = $derived.by(() => this.#opened);
	readonly isRead: boolean = $derived.by(() => this.#opened !== null);
	/** Entries and pictures that do not open; they stay as they are. */
	readonly unreadable: number = $derived.by(() => (this.#opened ?? NOTHING).unreadable);
	readonly cover: Cover | null = $derived.by(() => {
		const covers = this.#entries.flatMap(({ entry }) => (entry.kind === 'cover' ? [entry] : []));
		return covers[0] ?? null;
	});
	/** Of its patient today, in years: the youngest that the card allows. */
	readonly age: number | null = $derived.by(() =>
		ageAt(this.cover?.card?.born ?? null, Date.now())
	);
	/** The card as it was, the newest change first. */
	readonly cardChanges: readonly CardChange[] = $derived.by(() =>
		this.#entries
			.flatMap(({ entry }) => (entry.kind === 'card-change' ? [entry] : []))
			.sort((a, b) => b.at - a.at)
	);
	/** The newest first. */
	readonly visits: readonly Visit[] = $derived.by(() => {
		const photographs = this.#entries
			.flatMap(({ id, entry }) => (entry.kind === 'photograph' ? [{ id, photograph: entry }] : []))
			.sort((a, b) => a.photograph.openedAt - b.photograph.openedAt);
		const handed = handedIn(this.#entries);
		return this.#entries
			.flatMap(({ id, entry }): Visit[] => {
				if (entry.kind !== 'consultation') return [];
				const own = photographs.filter(({ photograph }) => photograph.consultation === id);
				const studies = own.flatMap((one) => this.#studyOf(one.id) ?? []);
				return [
					{
						id,
						consultation: entry,
						photographs: own.map((one) => ({
							...one,
							variants: variantsOf(this.#studyOf(one.id))
						})),
						treatments: treatmentsIn(studies),
						handed: handed.filter((one) => (one.signature ?? one).consultation === id),
						plans: planVersions(this.#entries, id)
					}
				];
			})
			.sort((a, b) => b.consultation.startedAt - a.consultation.startedAt);
	});
	/** Everybody but the clinic who answers for a visit. */
	readonly responsible: readonly Responsible[] = $derived.by(() => responsibleIn(this.#entries));
	/** The newest first. */
	readonly notes: readonly NoteThread[] = $derived.by(() =>
		threadsOf(
			this.#entries.flatMap(({ id, entry }) => (entry.kind === 'note' ? [{ id, note: entry }] : []))
		).toReversed()
	);

	/** As it stands in the newest visit; null before the first. */
	readonly history: VisitHistory | null = $derived.by(() => {
		const [visit] = this.visits;
		if (visit === undefined) return null;
		return new VisitHistory({
			place: { folder: this.folder, consultation: visit.id },
			entries: () => this.#entries,
			room: () => this.#desk.open,
			read: () => this.read()
		});
	});

	/** What was asked of the clinic, the newest first. */
	readonly leads: readonly Lead[] = $derived.by(() =>
		this.#entries
			.flatMap(({ entry }) => (entry.kind === 'lead' ? [entry] : []))
			.sort((a, b) => b.at - a.at)
	);

	async read(): Promise<void> {
		this.#opened = await this.#desk.open.folder(this.folder);
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

	/** What the patient said to a note as it reads now or read before, the oldest first. */
	statementsOn(note: NoteThread): readonly Statement[] {
		const all = this.#entries.flatMap(({ entry }) => (entry.kind === 'statement' ? [entry] : []));
		return statementsOn(note, all);
	}

	/** What the patient says to a note; it stays, like the note. */
	async addStatement(note: string, text: string): Promise<void> {
		await this.#desk.open.state(this.folder, note, text);
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

	/** When what was planned in a visit was carried out, YYYY-MM-DD; null where it was not. */
	async setTreatedOn(visit: string, day: string | null): Promise<void> {
		await this.#desk.open.setTreatedOn({ folder: this.folder, consultation: visit }, day);
		await this.read();
	}

	/** The newest visit's follow-up, for a calendar, which learns of nobody. */
	followUpFile(summary: string): Promise<File> {
		const { followUp = null, lastVisit = null } = this.cover ?? {};
		return this.#desk.calendarOf([{ folder: this.folder, followUp, lastVisit }], summary);
	}

	picture(asset: string): Promise<Uint8Array<ArrayBuffer>> {
		return this.#desk.open.picture(this.folder, asset);
	}

	/** What of it is not any more as it was signed. */
	changesOf(signature: Signature): Promise<readonly Changed[]> {
		return changesOf(this.#entries, signature, (asset) => this.picture(asset));
	}

	/** By which people tell a signature, on paper as on the screen. */
	codeOf({ seal }: Signature): Promise<string> {
		return sealCode(seal);
	}

	/** Everything in it becomes part of a patient's file; gives its new ids. */
	attach(patient: FolderId): Promise<NewIds> {
		return this.#desk.open.attach(this.folder, patient);
	}

	#studyOf(photograph: string): Study | undefined {
		return this.#entries
			.map(({ entry }) => entry)
			.find((entry) => entry.kind === 'study' && entry.photograph === photograph) as
			Study | undefined;
	}

	get #entries(): Contents['entries'] {
		return (this.#opened ?? NOTHING).entries;
	}
}

function variantsOf(study: Study | undefined): readonly Variant[] {
	if (study === undefined) return [];
	return ALL_VARIANTS.filter((variant) => treatmentsIn([study], [variant]).length > 0);
}
