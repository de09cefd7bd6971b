/** What leaves the vault by somebody's hand: asked of the gate, and written down before there is a file. */
import { AppError } from '../errors.ts';
import { refusalOf, standingOf, type Channel, type Purpose } from '../rights/index.ts';
import { newId } from '../vault/index.ts';
import { ordinary } from './complaints.ts';
import { entriesOfConsultant, responsibleIn } from './controllers-in.ts';
import type { FolderRow } from './directory.ts';
import type { Contents } from './folder.ts';
import { append, type FolderPen } from './folder-pen.ts';
import { packed } from './portable.ts';
import { answersIn, privacyFacts, releasesIn, requireUse } from './privacy-in.ts';
import { countedIn, numbersOf, type Counted, type Numbers } from './research.ts';
import { knownIn, packedCase, type NewTeachingCase } from './teaching-case.ts';
import type {
	Card,
	FolderId,
	Instruction,
	MailingRow,
	NewCopy,
	NewRelease,
	Person,
	Release
} from './types.ts';

/** Agreed to, and not objected to. */
const RESEARCH: readonly Purpose[] = ['research', 'clinical-audit'];

type Hooks = {
	/** The clinic's, as a lease has named it last; null where none has. */
	readonly instruction: () => Instruction | null;
	readonly people: () => readonly Person[];
	/** Everybody with a name, by name. */
	readonly patients: () => readonly FolderRow[];
	readonly picture: (folder: FolderId, asset: string) => Promise<Uint8Array<ArrayBuffer>>;
};

/** Errors of every method: AppError `vault.*`. */
export class Releases {
	readonly #pen: FolderPen;
	readonly #hooks: Hooks;

	constructor(pen: FolderPen, hooks: Hooks) {
		this.#pen = pen;
		this.#hooks = hooks;
	}

	/**
	 * Something is about to leave the vault: every export asks here first, and is written down. Errors:
	 * AppError `privacy.*` where it may not; then nothing is written.
	 */
	release(folder: FolderId, release: NewRelease): Promise<void> {
		return this.#pen.turn(async () => {
			if (release.what === 'picture') this.#requirePictures();
			const { entries } = await this.#pen.contents(folder);
			requireUse(privacyFacts(entries, this.#pen.now()), release.uses);
			const id = newId();
			await this.#pen.save(folder, {
				deed: release.what === 'paper' ? 'report-made' : 'picture-released',
				record: release.consultation ?? id,
				entries: [{ id, entry: this.#entry({ ...release, fee: '' }) }]
			});
		});
	}

	/**
	 * Everything of a patient as one zip file, without what only some people read; that it was made is in the
	 * file as well. A patient's own right: no purpose and no restriction stands in its way. Errors: AppError
	 * `privacy.first-copy-free`.
	 */
	makeCopy(folder: FolderId, copy: NewCopy): Promise<Uint8Array<ArrayBuffer>> {
		return this.#pen.turn(async () => {
			const { what, fee } = copy;
			const { entries, unreadable } = await this.#pen.contents(folder);
			const isFurther =
				what === 'access' && releasesIn(entries).some((one) => one.what === 'access');
			if (fee !== '' && !isFurther) throw new AppError('privacy.first-copy-free');
			const fields = { consultation: null, what, content: 'zip', uses: [], fee } as const;
			const release = { id: newId(), entry: this.#entry(fields) };
			const all = [...ordinary(entries), release];
			const bytes = await this.#packed(folder, { entries: all, unreadable }, copy);
			await this.#pen.save(folder, { deed: 'copy-made', record: release.id, entries: [release] });
			return bytes;
		});
	}

	/**
	 * Of a patient's file what one consultant answers for, as a zip file for another clinic. Errors: AppError
	 * `privacy.restricted`; `vault.not-found` where they answer for no visit.
	 */
	makeConsultantFile(
		folder: FolderId,
		consultant: string,
		readable: Uint8Array<ArrayBuffer>
	): Promise<Uint8Array<ArrayBuffer>> {
		return this.#pen.turn(async () => {
			const { entries } = await this.#pen.contents(folder);
			const who = responsibleIn(entries).find((one) => one.consultant.id === consultant);
			if (who === undefined) throw new AppError('vault.not-found');
			requireUse(privacyFacts(entries, this.#pen.now()), []);
			const own = entriesOfConsultant(entries, consultant, this.#pen.now());
			const copy = { what: 'portability', readable } as const;
			// What does not open may be of any visit, and so is not said here.
			const bytes = await this.#packed(folder, { entries: own, unreadable: 0 }, copy);
			const { name } = who.consultant;
			const what = { consultation: null, what: 'consultant', content: name } as const;
			const entry = this.#entry({ ...what, uses: [], fee: '' });
			await append(this.#pen, folder, 'disclosed', entry);
			return bytes;
		});
	}

	/**
	 * A case as a zip file. Errors: AppError `privacy.*` where the patient has not agreed to what it is for, or
	 * pictures may not leave; `teaching.identifies`.
	 */
	makeTeachingCase(folder: FolderId, made: NewTeachingCase): Promise<Uint8Array<ArrayBuffer>> {
		return this.#pen.turn(async () => {
			this.#requirePictures();
			const { entries } = await this.#pen.contents(folder);
			const isIllustrated = made.content.pictures.some((one) => one.isIllustration);
			const illustration = isIllustrated ? (['simulation'] as const) : [];
			const uses: readonly Purpose[] = ['record', ...illustration, made.use];
			requireUse(privacyFacts(entries, this.#pen.now()), uses);
			const people = this.#hooks.people().map(({ name }) => name);
			const bytes = await packedCase(made, knownIn(entries, people));
			const { consultation } = made;
			const what = { consultation, what: 'picture', content: 'teaching-case' } as const;
			const entry = this.#entry({ ...what, uses, fee: '', isAttested: true });
			await append(this.#pen, folder, 'picture-released', entry);
			return bytes;
		});
	}

	/** Opens every patient's file, one after another: who did not agree, or may not be told of, is not listed. */
	async contactsFor(channel: Channel): Promise<readonly MailingRow[]> {
		const listed: MailingRow[] = [];
		for (const { folder, card } of this.#hooks.patients()) {
			if (card === null) continue;
			const row = await this.#pen.turn(() => this.#mailingRow(folder, card, channel));
			if (row !== null) listed.push(row);
		}
		return listed;
	}

	/**
	 * Opens every patient's file: who did not agree to research, objected to audits or whose file is restricted
	 * is not counted. Null where too few are left. Nothing leaves by it.
	 */
	async numbersForResearch(): Promise<Numbers | null> {
		return numbersOf((await this.#counted()).map(({ counted }) => counted));
	}

	/** As `numbersForResearch`, about to leave: written down with each patient who is counted. */
	async releaseNumbers(): Promise<Numbers | null> {
		const all = await this.#counted();
		const numbers = numbersOf(all.map(({ counted }) => counted));
		if (numbers === null) return null;
		const what = {
			consultation: null,
			what: 'numbers',
			content: 'csv',
			uses: RESEARCH,
			fee: ''
		} as const;
		for (const { folder } of all) {
			await this.#pen.turn(() => append(this.#pen, folder, 'numbers-released', this.#entry(what)));
		}
		return numbers;
	}

	async #counted(): Promise<readonly { readonly folder: FolderId; readonly counted: Counted }[]> {
		const all: { readonly folder: FolderId; readonly counted: Counted }[] = [];
		for (const { folder } of this.#hooks.patients()) {
			const { entries } = await this.#pen.turn(() => this.#pen.contents(folder));
			const now = this.#pen.now();
			if (refusalOf(privacyFacts(entries, now), RESEARCH) !== null) continue;
			all.push({ folder, counted: countedIn(entries, now) });
		}
		return all;
	}

	async #mailingRow(folder: FolderId, card: Card, channel: Channel): Promise<MailingRow | null> {
		const contact = contactBy(card, channel);
		const { entries } = await this.#pen.contents(folder);
		const facts = privacyFacts(entries, this.#pen.now());
		const { last } = standingOf(answersIn(entries), channel, facts.today);
		if (contact === '' || last === null || refusalOf(facts, [channel]) !== null) return null;
		const uses = [channel];
		const what = { consultation: null, what: 'contact', content: channel, uses, fee: '' } as const;
		await append(this.#pen, folder, 'contacts-listed', this.#entry(what));
		return { name: card.name, contact, agreedAt: last.at, words: last.words };
	}

	#requirePictures(): void {
		if (this.#hooks.instruction()?.exports === false) throw new AppError('privacy.exports-off');
	}

	/** With the names of those who wrote any of it. */
	#packed(
		folder: FolderId,
		{ entries, unreadable }: Contents,
		copy: Pick<NewCopy, 'what' | 'readable'>
	): Promise<Uint8Array<ArrayBuffer>> {
		const named = new Set(entries.flatMap(({ entry }) => ('by' in entry ? [entry.by] : [])));
		return packed({
			entries,
			unreadable,
			people: this.#hooks
				.people()
				.filter(({ person }) => named.has(person))
				.map(({ person, name }) => ({ person, name })),
			copy,
			picture: (asset) => this.#hooks.picture(folder, asset)
		});
	}

	#entry(fields: Omit<Release, 'kind' | 'at' | 'by'>): Release {
		return { kind: 'release', at: this.#pen.now(), by: this.#pen.by, ...fields };
	}
}

function contactBy({ contact }: Card, channel: Channel): string {
	if (channel === 'marketing-email') return contact.email;
	return channel === 'marketing-post' ? contact.address : contact.phone;
}
