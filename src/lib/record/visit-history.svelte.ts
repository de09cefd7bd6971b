import { toAppError, type AppError } from '../errors.ts';
import {
	emptied,
	flagsIn,
	ITEMS,
	PAGES,
	withAnswers,
	withChoice,
	type Answer,
	type FlagId,
	type Item,
	type ItemId,
	type Known,
	type NewAnswer,
	type PageId,
	type Standing,
	type TreatmentKind
} from '../intake/index.ts';
import type { Kept } from './folder.ts';
import { historyIn, isPaused, talksIn } from './history-in.ts';
import { Lull } from './lull.ts';
import type { RecordRoom } from './protocol.ts';
import type { Talk, VisitPlace } from './types.ts';

/** Long enough for the next word to belong to the same answer. */
const QUIET_MS = 1500;

type File = {
	readonly place: VisitPlace;
	readonly entries: () => readonly Kept[];
	readonly room: () => RecordRoom;
	readonly read: () => Promise<void>;
};

/** A question, as it is seen in this visit. */
export type Question = {
	readonly item: Item;
	readonly state: Standing['state'];
	/** As it is being given; kept a moment later. Null where nobody asked. */
	readonly answer: Answer | null;
	/** The answer that is kept; null where there is none. */
	readonly known: Known | null;
	readonly confirmedAt: number | null;
	readonly before: readonly Known[];
};

/** Something to be talked about, and who did. */
export type RaisedFlag = {
	readonly id: FlagId;
	readonly item: ItemId;
	readonly before: readonly TreatmentKind[];
	/** In this visit; null where nobody has. */
	readonly talked: Talk | null;
};

/** The history of a visit's patient: what was answered, what is to be asked, and what to talk about. */
export class VisitHistory {
	readonly pages: readonly PageId[] = PAGES;
	/** Everything that was answered is in the vault. */
	readonly isSaved: boolean = $derived.by(() => this.#pending.length === 0);
	/** Why it is not. */
	problem: AppError | null = $state.raw(null);
	/** Answers that are not kept yet. */
	#pending: readonly NewAnswer[] = $state.raw([]);
	readonly #file: File;
	readonly #lull = new Lull(QUIET_MS, () => this.#save());

	constructor(file: File) {
		this.#file = file;
	}

	readonly #kept = $derived.by(() =>
		historyIn(this.#file.entries(), this.#file.place.consultation)
	);
	readonly #standings = $derived.by(() =>
		withAnswers(this.#kept, this.#pending, this.#file.place.consultation)
	);
	readonly #talks = $derived.by(() => talksIn(this.#file.entries(), this.#file.place.consultation));

	readonly questions: readonly Question[] = $derived.by(() =>
		ITEMS.map((item): Question => {
			const shown = this.#standings.get(item.id);
			const kept = this.#kept.get(item.id);
			return {
				item,
				state: shown?.state ?? 'open',
				answer: shown?.known?.answer ?? null,
				known: kept?.known ?? null,
				confirmedAt: kept?.confirmedAt ?? null,
				before: kept?.before ?? []
			};
		})
	);
	/** Answered in an earlier visit, and neither changed nor confirmed in this one. */
	readonly earlier: readonly Question[] = $derived.by(() =>
		this.questions.filter(({ state }) => state === 'earlier')
	);
	/** There is something of an earlier visit: only what changed has to be asked. */
	readonly isReturning: boolean = $derived.by(() =>
		this.questions.some(({ known, before }) =>
			[known, ...before].some((one) => one !== null && !this.#isHere(one))
		)
	);
	/** Said to hold in this visit, and not answered anew. */
	readonly #confirmed: readonly ItemId[] = $derived.by(() =>
		[...this.#standings].flatMap(([item, { isConfirmedHere }]) => (isConfirmedHere ? [item] : []))
	);
	/** The last "nothing has changed" can be taken back. */
	readonly hasConfirmed: boolean = $derived.by(() => this.#confirmed.length > 0);
	/** To be asked in each visit, whatever was answered before. */
	readonly ofTheDay: readonly Question[] = $derived.by(() =>
		this.questions.filter(({ item }) => item.isOfTheDay)
	);
	/** Whatever was answered, in this visit or an earlier one. */
	readonly answered: readonly Question[] = $derived.by(() =>
		this.questions.filter(({ state }) => state !== 'open')
	);
	/** Something of it was asked in this visit. */
	readonly isBegun: boolean = $derived.by(() =>
		this.questions.some(({ state }) => state === 'settled')
	);
	readonly flags: readonly RaisedFlag[] = $derived.by(() =>
		flagsIn(this.#standings).map(({ id, item, before }) => {
			const last = this.#talks.find((talk) => talk.flag === id);
			return { id, item, before, talked: last?.outcome === 'talked' ? last : null };
		})
	);
	/** Nothing is simulated until somebody decides to go on. */
	readonly isPaused: boolean = $derived.by(() => isPaused(this.#standings, this.#talks));
	/** Somebody paused it by hand. */
	readonly wasPaused: boolean = $derived.by(
		() => this.#talks.find(({ flag }) => flag === null)?.outcome === 'paused'
	);
	/** Who decided to go on; null where nobody had to. */
	readonly wentOn: Talk | null = $derived.by(() => {
		const last = this.#talks.find(({ flag }) => flag === null);
		return last?.outcome === 'went-on' ? last : null;
	});

	of(page: PageId): readonly Question[] {
		return this.questions.filter(({ item }) => item.page === page);
	}

	/** What a page's answers ask to be talked about. */
	flagsOf(page: PageId): readonly RaisedFlag[] {
		const items = this.of(page).map(({ item }) => item.id);
		return this.flags.filter(({ item }) => items.includes(item));
	}

	/** Chooses an option of a question, or takes it back. */
	choose({ item, answer }: Question, option: string): void {
		this.set(item, withChoice(item, answer, option));
	}

	/** Kept once nothing was changed for a moment. */
	set(item: Item, answer: Answer): void {
		const others = this.#pending.filter((one) => one.item !== item.id);
		this.#pending = [...others, { item: item.id, answer: emptied(answer) }];
		this.#lull.wait();
	}

	/** What was answered in earlier visits holds in this one. */
	async confirm(): Promise<void> {
		await this.flush();
		const unchanged = this.earlier.map(({ item }) => item.id);
		if (unchanged.length > 0) await this.#tell({ answers: [], unchanged, reopened: [] });
	}

	/** Takes back what `confirm` said in this visit. */
	async reopen(): Promise<void> {
		await this.flush();
		await this.#tell({ answers: [], unchanged: [], reopened: this.#confirmed });
	}

	/** Errors: AppError `vault.*`, like those that follow. */
	async talk(flag: FlagId, isTalked: boolean): Promise<void> {
		await this.#note({ flag, outcome: isTalked ? 'talked' : 'taken-back' });
	}

	async pause(): Promise<void> {
		await this.#note({ flag: null, outcome: 'paused' });
	}

	async goOn(): Promise<void> {
		await this.#note({ flag: null, outcome: 'went-on' });
	}

	/** Keeps what is not kept yet, now. */
	flush(): Promise<void> {
		return this.#lull.end();
	}

	async #save(): Promise<void> {
		const pending = this.#pending;
		if (pending.length === 0) return;
		const answers = pending.filter(({ item, answer }) => !this.#isKept(item, answer));
		try {
			if (answers.length > 0) await this.#tell({ answers, unchanged: [], reopened: [] });
			this.#pending = this.#pending.filter((one) => !pending.includes(one));
			this.problem = null;
		} catch (reason) {
			this.problem = toAppError(reason, 'vault.failed');
		}
	}

	async #tell(told: Parameters<RecordRoom['answer']>[1]): Promise<void> {
		await this.#file.room().answer(this.#file.place, told);
		await this.#file.read();
	}

	async #note(talk: Parameters<RecordRoom['talk']>[1]): Promise<void> {
		await this.flush();
		await this.#file.room().talk(this.#file.place, talk);
		await this.#file.read();
	}

	/** Where a chip is touched twice, nothing is kept; the same answer as in an earlier visit is. */
	#isKept(item: ItemId, answer: Answer): boolean {
		const { known = null } = this.#kept.get(item) ?? {};
		if (known === null) return answer.state === 'not-asked';
		return this.#isHere(known) && JSON.stringify(known.answer) === JSON.stringify(answer);
	}

	#isHere({ consultation }: Known): boolean {
		return consultation === this.#file.place.consultation;
	}
}
