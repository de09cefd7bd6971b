import type { TreatmentId } from '../treatment/index.ts';
import type { Desk } from './desk.svelte.ts';
import type { PatientRow } from './directory.ts';

const PAGE = 100;

/** The list of patients as it is searched; rows come a page at a time, as they are scrolled to. */
export class Patients {
	text = $state('');
	/** Only those whose follow-up is due by this day, YYYY-MM-DD. */
	dueBy: string | null = $state(null);
	total = $state(0);
	/** The first answer has come. */
	isRead = $state(false);
	#pages: Readonly<Record<number, readonly PatientRow[]>> = $state.raw({});
	#treatments: readonly TreatmentId[] = [];
	readonly #desk: Desk;
	#asked: readonly number[] = [];
	/** Counts searches: an answer to an older one is dropped. */
	#search = 0;

	constructor(desk: Desk) {
		this.#desk = desk;
	}

	/** `treatments`: those that the text may name. */
	async search(
		text: string,
		treatments: readonly TreatmentId[],
		dueBy: string | null
	): Promise<void> {
		this.text = text;
		this.dueBy = dueBy;
		this.#treatments = treatments;
		this.#search += 1;
		this.#asked = [];
		await this.#read(0, true);
	}

	/** Null until its page has come; `need` asks for it. */
	row(at: number): PatientRow | null {
		return this.#pages[Math.floor(at / PAGE)]?.[at % PAGE] ?? null;
	}

	/** Rows from `from` to `to` are about to be seen. */
	async need(from: number, to: number): Promise<void> {
		const last = Math.floor(Math.min(to, this.total - 1) / PAGE);
		for (let page = Math.floor(Math.max(0, from) / PAGE); page <= last; page++) {
			if (!this.#asked.includes(page)) await this.#read(page, false);
		}
	}

	async #read(page: number, isFirst: boolean): Promise<void> {
		const search = this.#search;
		this.#asked = [...this.#asked, page];
		const query = { text: this.text, treatments: this.#treatments, dueBy: this.dueBy };
		const { rows, total } = await this.#desk.open.find(query, page * PAGE, PAGE);
		if (search !== this.#search) return;
		this.#pages = { ...(isFirst ? {} : this.#pages), [page]: rows };
		this.total = total;
		this.isRead = true;
	}
}
