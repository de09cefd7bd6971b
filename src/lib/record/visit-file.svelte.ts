import { AppError, toAppError } from '../errors.ts';
import type { Desk } from './desk.svelte.ts';
import { consentTo, treatmentsIn, type Contents } from './folder.ts';
import { ageAt, cardIn, isContradicted } from './history-in.ts';
import type {
	Card,
	Concern,
	Consent,
	Consultation,
	NewConsent,
	Photograph,
	Study,
	VisitPlace
} from './types.ts';
import { VisitHistory } from './visit-history.svelte.ts';

type Shot = { readonly id: string; readonly photograph: Photograph; readonly study: Study | null };

/** Long enough for the next word to belong to the same change. */
const QUIET_MS = 600;

/** One visit, opened: whose it is, what was agreed to and said in it, and its photographs. */
export class VisitFile {
	readonly place: VisitPlace;
	readonly history: VisitHistory;
	/** As they are being written; kept a moment later. */
	concerns: readonly Concern[] = $state.raw([]);
	/** Everything that was said is in the vault. */
	isSaved = $state(true);
	/** Why it is not. */
	problem: AppError | null = $state.raw(null);
	#contents: Contents | null = $state.raw(null);
	readonly #desk: Desk;
	#timer: ReturnType<typeof setTimeout> | null = null;
	#saving: Promise<void> = Promise.resolve();

	constructor(desk: Desk, place: VisitPlace) {
		this.#desk = desk;
		this.place = place;
		this.history = new VisitHistory({
			place,
			entries: () => this.#entries,
			room: () => desk.open,
			read: () => this.read()
		});
	}

	readonly isRead: boolean = $derived.by(() => this.#contents !== null);
	/** Of its patient; null while that is nobody who was named. */
	readonly card: Card | null = $derived.by(() => cardIn(this.#entries));
	readonly consultation: Consultation | null = $derived.by(() => {
		const kept = this.#entries.find(({ id }) => id === this.place.consultation);
		return kept?.entry.kind === 'consultation' ? kept.entry : null;
	});
	/** The last that was given; null where nobody was asked. */
	readonly consent: Consent | null = $derived.by(() =>
		consentTo(this.#entries, this.place.consultation)
	);
	/** Of its patient on the day of the visit, in years: the youngest that the card allows. */
	readonly age: number | null = $derived.by(() =>
		ageAt(this.card?.born ?? null, this.consultation?.startedAt ?? Date.now())
	);
	/** It was said that the patient is 18 or older, and the card says that they are not, or may not be. */
	readonly isContradicted: boolean = $derived.by(() =>
		isContradicted(this.consent, this.card?.born ?? null)
	);
	/** In the order in which they were opened. */
	readonly shots: readonly Shot[] = $derived.by(() =>
		this.#entries
			.flatMap(({ id, entry }) =>
				entry.kind === 'photograph' && this.#isHere(entry)
					? [{ id, photograph: entry, study: this.#studyOf(id) }]
					: []
			)
			.sort((a, b) => a.photograph.openedAt - b.photograph.openedAt)
	);
	/** What its plan shows anything of. */
	readonly treatments: readonly string[] = $derived.by(() =>
		treatmentsIn(this.shots.flatMap(({ study }) => (study === null ? [] : [study])))
	);

	/** Errors: AppError `vault.not-found` where there is no such visit. */
	async read(): Promise<void> {
		const isFirst = this.#contents === null;
		const contents = await this.#desk.open.folder(this.place.folder);
		this.#contents = contents;
		if (this.consultation === null) throw new AppError('vault.not-found');
		if (!isFirst) return;
		for (const { entry } of contents.entries) {
			if (entry.kind === 'concerns' && this.#isHere(entry)) this.concerns = entry.list;
		}
	}

	/** For a visit that was begun before anybody was asked. */
	async giveConsent(consent: NewConsent): Promise<void> {
		await this.#desk.open.giveConsent(this.place, consent);
		await this.read();
	}

	async setCard(card: Card): Promise<void> {
		await this.#desk.open.setCard(this.place.folder, card);
		await this.read();
	}

	/** All of them; kept once nothing was changed for a moment. */
	setConcerns(list: readonly Concern[]): void {
		this.concerns = list;
		this.isSaved = false;
		this.#stopTimer();
		this.#timer = setTimeout(() => void this.flush(), QUIET_MS);
	}

	/** Keeps what is not kept yet, now. */
	async flush(): Promise<void> {
		this.#stopTimer();
		this.#saving = this.#saving.then(() => this.#save());
		await this.#saving;
	}

	async #save(): Promise<void> {
		if (this.isSaved) return;
		const list = this.concerns;
		try {
			await this.#desk.open.setConcerns(this.place, list);
			this.isSaved = this.concerns === list;
			this.problem = null;
		} catch (reason) {
			this.problem = toAppError(reason, 'vault.failed');
		}
	}

	picture(asset: string): Promise<Uint8Array<ArrayBuffer>> {
		return this.#desk.open.picture(this.place.folder, asset);
	}

	#stopTimer(): void {
		if (this.#timer !== null) clearTimeout(this.#timer);
		this.#timer = null;
	}

	#isHere({ consultation }: { readonly consultation: string }): boolean {
		return consultation === this.place.consultation;
	}

	#studyOf(photograph: string): Study | null {
		for (const { entry } of this.#entries) {
			if (entry.kind === 'study' && entry.photograph === photograph) return entry;
		}
		return null;
	}

	get #entries(): Contents['entries'] {
		return (this.#contents ?? { entries: [] }).entries;
	}
}
