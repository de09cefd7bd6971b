/**
 * How long folders are kept, what is due, and letting it go by two people; inside the worker. Nothing goes
 * by itself.
 */
import { AppError } from '../errors.ts';
import { dayAt } from '../intake/index.ts';
import {
	areLandmarksDue,
	DEFAULT_CHOICE,
	fateOf,
	mainClassOf,
	mayBeDue,
	mayErase,
	standingsOf,
	tableOf,
	type Fate,
	type RecordClass,
	type Refusal,
	type Standing,
	type Table
} from '../retention/index.ts';
import type { PersonId, Secret } from '../vault/index.ts';
import { append, keepOnly, stampAfter, theOnly, type FolderPen } from './folder-pen.ts';
import type { Kept } from './folder.ts';
import { factsOf } from './retention-facts.ts';
import type {
	Cover,
	Deed,
	Entry,
	FolderId,
	Instruction,
	Photograph,
	Purge,
	RetentionChoice,
	Study
} from './types.ts';

/** How a folder is kept. */
export type FolderKeeping = {
	readonly standings: readonly Standing[];
	/** Why it may not be erased today; null where it may. */
	readonly refusal: Refusal | null;
};

/** A folder of which something is due, or held past its time. */
export type DueFolder = {
	readonly folder: FolderId;
	/** Null while it is anonymous. */
	readonly name: string | null;
	readonly recordClass: RecordClass;
	readonly fate: Fate;
	/** Since when it may go, or had to; YYYY-MM-DD. */
	readonly since: string | null;
	readonly refusal: Refusal | null;
	/** Landmarks of its faces are past their time. */
	readonly landmarks: boolean;
};

export type RetentionRules = {
	readonly choice: RetentionChoice;
	/** What follows from it, and from the clinic's console. */
	readonly table: Table;
	/** The console has said how many years. */
	readonly isInstructed: boolean;
};

type Hooks = {
	readonly covers: () => ReadonlyMap<FolderId, Cover>;
	/** As a lease has named it last; null where none has. */
	readonly instruction: () => Instruction | null;
	/** With what is left of it, in one transaction. */
	readonly erase: (
		folder: FolderId,
		left: { readonly deed: Deed; readonly entry: Entry }
	) => Promise<void>;
	/** Whose secret it is. */
	readonly whoOpens: (secret: Secret) => Promise<PersonId>;
	/** Everybody who can open the vault by a way of their own. */
	readonly members: () => Promise<readonly PersonId[]>;
};

/** Errors of every method: AppError `vault.*`. */
export class Retention {
	readonly #pen: FolderPen;
	readonly #clinic: FolderId;
	readonly #hooks: Hooks;

	constructor(pen: FolderPen, clinic: FolderId, hooks: Hooks) {
		this.#pen = pen;
		this.#clinic = clinic;
		this.#hooks = hooks;
	}

	rules(): Promise<RetentionRules> {
		return this.#pen.turn(async () => {
			const choice = await this.#choice();
			return {
				choice,
				table: tableOf(choice, this.#hooks.instruction()),
				isInstructed: this.#hooks.instruction() !== null
			};
		});
	}

	setChoice(choice: RetentionChoice): Promise<void> {
		const entry = { kind: 'retention', ...choice } as const;
		return this.#pen.turn(() => keepOnly(this.#pen, this.#clinic, 'retention-set', entry));
	}

	/** Inside a turn. Errors: AppError `record.kept` while the folder has to be kept. */
	async requireErasable(folder: FolderId): Promise<void> {
		const facts = factsOf((await this.#pen.contents(folder)).entries);
		const refusal = mayErase(facts, await this.#table(), this.#today());
		if (refusal !== null) {
			throw new AppError('record.kept', { details: { reason: refusal.reason } });
		}
	}

	keepingOf(folder: FolderId): Promise<FolderKeeping> {
		return this.#pen.turn(async () => {
			const table = await this.#table();
			const facts = factsOf((await this.#pen.contents(folder)).entries);
			return {
				standings: standingsOf(facts, table),
				refusal: mayErase(facts, table, this.#today())
			};
		});
	}

	/** That a folder may not be erased, whatever its time, or no longer so. Errors: AppError `record.reason-needed`. */
	hold(folder: FolderId, isOn: boolean, reason: string): Promise<void> {
		return this.#pen.turn(async () => {
			if (reason.trim() === '') throw new AppError('record.reason-needed');
			const stamp = stampAfter(this.#pen, (await this.#pen.contents(folder)).entries, ['hold']);
			const entry = { kind: 'hold', ...stamp, isOn, reason: reason.trim() } as const;
			await append(this.#pen, folder, 'hold-set', entry);
		});
	}

	/**
	 * What must go first, then what may, then what is held and why. Opens only folders whose cover says that
	 * they may be due, each in a turn of its own.
	 */
	async due(): Promise<readonly DueFolder[]> {
		const table = await this.#pen.turn(() => this.#table());
		const today = this.#today();
		const rows: DueFolder[] = [];
		for (const [folder, cover] of this.#hooks.covers()) {
			if (folder === this.#clinic) continue;
			const begunOn = dayAt(cover.startedAt);
			const seenOn = cover.lastVisit === null ? begunOn : dayAt(cover.lastVisit);
			if (!mayBeDue({ begunOn, seenOn }, table, today)) continue;
			const row = await this.#pen.turn(() => this.#dueIn(folder, table));
			if (row !== null) rows.push(row);
		}
		const order: readonly Fate[] = ['must-go', 'may-go', 'held', 'kept'];
		return rows.toSorted(
			(a, b) =>
				order.indexOf(a.fate) - order.indexOf(b.fate) ||
				((a.since ?? '') < (b.since ?? '') ? -1 : 1)
		);
	}

	/**
	 * Erases what is due, once a second person of the vault has confirmed it with their own secret; where
	 * nobody else can open the vault, once whoever unlocked has given theirs again. Errors: AppError
	 * `record.kept` where it may not go; `purge.second-person` where it is not a second one's.
	 */
	purge(folder: FolderId, secret: Secret): Promise<void> {
		return this.#pen.turn(async () => {
			const second = await this.#second(secret);
			const table = await this.#table();
			// What does not open cannot be said to be over.
			const { entries, unreadable } = await this.#pen.contents(folder);
			const facts = factsOf(entries);
			const refusal = mayErase(facts, table, this.#today());
			const fate = fateOf(facts, table, this.#today());
			if (refusal !== null || unreadable > 0 || (fate !== 'may-go' && fate !== 'must-go')) {
				throw new AppError('record.kept', { details: { reason: refusal?.reason ?? 'not-due' } });
			}
			const [main] = standingsOf(facts, table);
			const entry: Purge = {
				kind: 'purge',
				folder,
				at: this.#pen.now(),
				by: this.#pen.by,
				second,
				recordClass: mainClassOf(facts),
				since: main?.since ?? null,
				freeFrom: main?.freeFrom ?? null
			};
			await this.#hooks.erase(folder, { deed: 'folder-purged', entry });
		});
	}

	/** What is left of what was let go, the newest first. */
	purges(): Promise<readonly Purge[]> {
		return this.#pen.turn(async () => {
			const { entries } = await this.#pen.contents(this.#clinic);
			return entries
				.flatMap(({ entry }) => (entry.kind === 'purge' ? [entry] : []))
				.toSorted((a, b) => b.at - a.at);
		});
	}

	/**
	 * Takes the landmarks of faces out of a folder; photographs and plans stay, and illustrations can no
	 * longer be drawn. Errors: AppError `record.kept` before their time is over.
	 */
	forgetFaces(folder: FolderId): Promise<void> {
		return this.#pen.turn(async () => {
			const { entries } = await this.#pen.contents(folder);
			if (!areLandmarksDue(factsOf(entries), await this.#table(), this.#today())) {
				throw new AppError('record.kept', { details: { reason: 'not-due' } });
			}
			await this.#pen.save(folder, {
				deed: 'faces-forgotten',
				record: folder,
				entries: entries.flatMap(withoutFace)
			});
		});
	}

	async #dueIn(folder: FolderId, table: Table): Promise<DueFolder | null> {
		const cover = this.#hooks.covers().get(folder);
		if (cover === undefined) return null;
		const today = this.#today();
		const facts = factsOf((await this.#pen.contents(folder)).entries);
		const fate = fateOf(facts, table, today);
		const landmarks = areLandmarksDue(facts, table, today);
		if (fate === 'kept' && !landmarks) return null;
		const [main] = standingsOf(facts, table);
		return {
			folder,
			name: cover.card?.name ?? null,
			recordClass: mainClassOf(facts),
			fate,
			since: (fate === 'must-go' ? main?.goesBy : main?.freeFrom) ?? main?.goesBy ?? null,
			refusal: mayErase(facts, table, today),
			landmarks
		};
	}

	/** Null where nobody else could confirm it. */
	async #second(secret: Secret): Promise<PersonId | null> {
		const person = await this.#hooks.whoOpens(secret);
		const isAlone = (await this.#hooks.members()).every((one) => one === this.#pen.by);
		// A kit is a paper, and nobody's own.
		const isOwn = secret.kind !== 'recovery';
		if (!isOwn || (person === this.#pen.by) !== isAlone) throw new AppError('purge.second-person');
		return isAlone ? null : person;
	}

	async #table(): Promise<Table> {
		return tableOf(await this.#choice(), this.#hooks.instruction());
	}

	/** The clinic's one, or the usual one. */
	async #choice(): Promise<RetentionChoice> {
		const kept = await theOnly(this.#pen, this.#clinic, 'retention');
		if (kept === undefined) return DEFAULT_CHOICE;
		const { preset, years, clock } = kept.entry;
		return { preset, years, clock };
	}

	#today(): string {
		return dayAt(this.#pen.now());
	}
}

/** Nothing of what holds no face. */
function withoutFace({ id, entry }: Kept): readonly Kept<Photograph | Study>[] {
	if (entry.kind === 'photograph' && entry.observation !== null) {
		return [{ id, entry: { ...entry, observation: null } }];
	}
	if (entry.kind === 'study' && entry.landmarks !== null) {
		return [{ id, entry: { ...entry, landmarks: null } }];
	}
	return [];
}
