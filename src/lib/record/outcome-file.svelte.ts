import { INSTRUMENTS, seriesOf, type Instrument, type Series } from '../outcomes/index.ts';
import type { Desk } from './desk.svelte.ts';
import { treatedDaysIn } from './folder.ts';
import { areasIn, outcomesIn } from './outcomes-in.ts';
import type { PatientFile } from './patient-file.svelte.ts';
import type { NewOutcome } from './types.ts';

/** What one patient says of themselves, over time. */
export class OutcomeFile {
	readonly #desk: Desk;
	readonly #file: PatientFile;

	/** `file`: the same folder, read there. */
	constructor(desk: Desk, file: PatientFile) {
		this.#desk = desk;
		this.#file = file;
	}

	/** The same in the same order, for as long as they were answered. */
	readonly series: readonly Series[] = $derived.by(() => seriesOf(outcomesIn(this.#entries)));
	/** Days on which something was carried out, YYYY-MM-DD, in order. */
	readonly treated: readonly string[] = $derived.by(() => treatedDaysIn(this.#entries));
	/** Those of which there is something to ask. */
	readonly instruments: readonly Instrument[] = $derived.by(() =>
		INSTRUMENTS.filter((one) => this.#itemsOf(one).length > 0)
	);

	/** Begins to ask; what was answered is kept when it ends, and before the vault locks. */
	ask(instrument: Instrument): Asking {
		return new Asking(instrument, this.#itemsOf(instrument), async (told) => {
			await this.#desk.open.tellOutcome(this.#file.folder, told);
			await this.#file.read();
		});
	}

	/** Saves what is asked before the vault locks, until the function that it gives is called. */
	keepOnLock(asking: Asking): () => void {
		return this.#desk.saveBeforeLock(() => asking.finish());
	}

	#itemsOf({ published }: Instrument): readonly string[] {
		return published?.items.map(({ id }) => id) ?? areasIn(this.#entries);
	}

	get #entries() {
		return this.#file.opened?.entries ?? [];
	}
}

/** A questionnaire in the patient's hands: one item after another, each of which may be left out. */
export class Asking {
	readonly instrument: Instrument;
	readonly items: readonly string[];
	/** Which item is asked, from 0. */
	at = $state(0);
	/** It was kept, or there was nothing to keep. */
	isDone = $state(false);
	#values: Readonly<Record<string, number>> = $state.raw({});
	readonly #keep: (told: NewOutcome) => Promise<void>;
	#ending: Promise<void> | null = null;

	constructor(
		instrument: Instrument,
		items: readonly string[],
		keep: (told: NewOutcome) => Promise<void>
	) {
		this.instrument = instrument;
		this.items = items;
		this.#keep = keep;
	}

	readonly item: string = $derived.by(() => this.items[this.at] ?? '');
	/** What was answered to it; null where nothing was. */
	readonly value: number | null = $derived.by(() => this.#values[this.item] ?? null);
	readonly isLast: boolean = $derived.by(() => this.at === this.items.length - 1);

	/** Choosing the same again takes it back. */
	choose(value: number): void {
		const { [this.item]: before, ...others } = this.#values;
		this.#values = before === value ? others : { ...others, [this.item]: value };
	}

	go(to: number): void {
		this.at = Math.min(Math.max(0, to), this.items.length - 1);
	}

	/** Keeps what was answered, once; where nothing was, nothing is kept. */
	async finish(): Promise<void> {
		if (this.isDone) return;
		this.#ending ??= this.#end();
		try {
			await this.#ending;
		} finally {
			this.#ending = null;
		}
	}

	async #end(): Promise<void> {
		const answers = this.items.map((item) => ({ item, value: this.#values[item] ?? null }));
		if (answers.some(({ value }) => value !== null)) {
			await this.#keep({ instrument: this.instrument.id, answers });
		}
		this.isDone = true;
	}
}
