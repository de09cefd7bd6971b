import { csvOf } from '../csv.ts';
import { AppError, isAppError, toAppError } from '../errors.ts';
import { hasCardNumber, type Channel } from '../rights/index.ts';
import { PRODUCT_NAME } from '../product.ts';
import { Backups } from './backups.svelte.ts';
import { calendarOf, type FollowUp } from './calendar.ts';
import type { RecordConnection } from './connection.ts';
import { hasKit } from './kit.ts';
import type { NewDisclosure } from './disclosures.ts';
import { hadVault, rememberVault } from './marker.ts';
import type { Reader } from './oversight.svelte.ts';
import type { Opened, RecordRoom, Today } from './protocol.ts';
import type { Numbers } from './research.ts';
import { StorageHealth } from './storage-health.svelte.ts';
import type { Strength } from './strength.ts';
import { strengthOf } from './strength.ts';
import type { LeadsView, LicenceView, MailingRow, Person, Yearly } from './types.ts';
import type { YearlyView } from './yearly.ts';
import type { Paper } from '../paper/index.ts';
import type {
	BackupLock,
	PreparedKit,
	Secret,
	TakeChunk,
	TellProgress,
	VaultId,
	VaultStatus,
	Way
} from '../vault/index.ts';

/** Named here as well, so that a visitor without a vault never loads what opens one. */
const DATABASE = 'vultus-vault';

const MARK = 8;

type Bytes = Uint8Array<ArrayBuffer>;

/** `unknown` until it was looked for; `taken`: another window has taken over. */
export type DeskState = 'unknown' | 'missing' | 'damaged' | 'locked' | 'open' | 'taken';

export type Member = Person & {
	/** False after the vault's key was changed: they have to be let in again. */
	readonly isCurrent: boolean;
};

/** What was typed to open a backup: passphrase or kit, and the owner's key where it asks for one. */
export type Typed = {
	readonly typed: string;
	readonly isKit: boolean;
	readonly identity: string | null;
};

/**
 * The page's side of the vault: whether there is one, who has opened it, and how it is locked again.
 * Made once, passed by context. Errors of every method: AppError `vault.*`.
 */
export class Desk {
	state: DeskState = $state('unknown');
	/** There was a vault, and the browser has cleared it: a backup brings it back. */
	readonly isLost: boolean = $derived.by(() => this.state === 'missing' && hadVault());
	/** Whoever unlocked; null while nobody has. */
	me: Person | null = $state.raw(null);
	/** All that ever could open the vault: what they wrote keeps their name. */
	people: readonly Person[] = $state.raw([]);
	#status: VaultStatus | null = $state.raw(null);
	readonly #ways: readonly Way[] = $derived.by(() =>
		this.#status !== null && 'ways' in this.#status ? this.#status.ways : []
	);
	/** Who can open the vault by a passphrase or passkey of their own. */
	readonly members: readonly Member[] = $derived.by(() => membersOf(this.people, this.#ways));
	/** Passkeys that open the vault now, of anybody. */
	readonly #passkeys: readonly (Way & { readonly credential: Bytes })[] = $derived.by(() =>
		this.#ways.filter(isPasskey).filter(({ isCurrent }) => isCurrent)
	);
	readonly hasPasskey: boolean = $derived.by(() => this.#passkeys.length > 0);
	/** Whoever unlocked can do so with a passkey. */
	readonly hasOwnPasskey: boolean = $derived.by(() =>
		this.#passkeys.some(({ person }) => person === this.me?.person)
	);
	/** A confirmed recovery kit opens the vault. */
	readonly hasKit: boolean = $derived.by(() => this.#status !== null && hasKit(this.#status));
	/** Eight digits of the vault's id, to tell one recovery kit from another; null before there is one. */
	readonly vaultMark: string | null = $derived.by(() =>
		this.#status !== null && 'vault' in this.#status
			? this.#status.vault.slice(0, MARK).toUpperCase()
			: null
	);
	/** Everything that the home of an open vault lists; null until it was asked for. */
	today: Today | null = $state.raw(null);
	/** Of this device; null where it has none, or nobody has unlocked. */
	licence: LicenceView | null = $state.raw(null);
	/** How this device stands with the clinic's leads; null as `licence`. */
	leads: LeadsView | null = $state.raw(null);
	/** What comes round once a year; null until it was asked for. */
	yearly: YearlyView | null = $state.raw(null);
	readonly storage = new StorageHealth();
	readonly backups = new Backups(this);
	/** Writes or restores a backup: nobody has to touch anything meanwhile. */
	isWorking = $state(false);
	/** A patient holds the device and reads: nothing else can be reached, and locking waits until it is given back. */
	isHandedOver = $state(false);
	/** What saves what is not saved yet; locking waits for it, but not for ever. */
	#unsaved: readonly (() => Promise<void>)[] = [];
	readonly #leave: () => void;
	#connection: RecordConnection | null = null;
	#leaving: Promise<void> | null = null;
	#room: RecordRoom | null = $state.raw(null);

	/** `leave` takes the page away, and with it everything that was opened. */
	constructor(leave: () => void) {
		this.#leave = leave;
	}

	/** Null unless the vault is open. */
	readonly room: RecordRoom | null = $derived.by(() => (this.state === 'open' ? this.#room : null));

	/** The room of an open vault. Errors: AppError `vault.locked`. */
	get open(): RecordRoom {
		if (this.room === null) throw new AppError('vault.locked');
		return this.room;
	}

	/** Finds out how things stand; loads the vault's worker only where there may be a vault. */
	async look(): Promise<void> {
		if (this.state !== 'unknown') return;
		try {
			if (!(await mayHaveVault())) {
				this.state = 'missing';
				return;
			}
			const room = await this.#connect();
			const status = await room.status();
			this.state = status.state;
			this.#status = status;
		} catch {
			// Unlocking tries again, and says what is wrong.
			this.state = 'locked';
		}
	}

	/** A new vault with its first person. */
	async create(passphrase: string, name: string): Promise<void> {
		const room = await this.#connect();
		void this.storage.keep();
		this.#enter(await room.create(await secretOf(passphrase), name.trim()));
		this.#status = await room.status();
	}

	/** `takeOver`: locks the window in which the vault is open, once it has saved. */
	async unlock(passphrase: string, takeOver: boolean): Promise<void> {
		await this.#unlock(await secretOf(passphrase), takeOver);
	}

	async unlockWithKit(kit: string, takeOver: boolean): Promise<void> {
		await this.#unlock({ kind: 'recovery', kit }, takeOver);
	}

	/** With the passkey of whoever is asked by the device. */
	async unlockWithPasskey(takeOver: boolean): Promise<void> {
		const { usePasskey } = await import('./passkey.ts');
		const known = this.#passkeys.map(({ credential }) => credential);
		await this.#unlock(await usePasskey(this.#vault, known), takeOver);
	}

	/** Whether this device may be able to. */
	async mayHavePasskeys(): Promise<boolean> {
		const { mayHavePasskeys } = await import('./passkey.ts');
		return mayHavePasskeys();
	}

	/** One more way in for whoever unlocked: this device's own. `proof`: their passphrase. */
	async addPasskey(proof: string): Promise<void> {
		const { me } = this;
		if (me === null) throw new AppError('vault.locked');
		const { createPasskey, forgetPasskey } = await import('./passkey.ts');
		const secret = await secretOf(proof);
		const known = this.#passkeys.map(({ credential }) => credential);
		const name = `${PRODUCT_NAME} ${this.vaultMark ?? ''}`;
		const passkey = await createPasskey(this.#vault, name, known);
		// Handed over to the worker, and gone here.
		const credential = passkey.credential.slice();
		try {
			await this.open.enrol(secret, me.person, me.name, passkey);
		} catch (error) {
			await forgetPasskey(credential);
			throw error;
		}
		this.#status = await this.open.status();
	}

	/** Those of whoever unlocked. */
	async removePasskey(): Promise<void> {
		const { forgetPasskey } = await import('./passkey.ts');
		for (const { slot, credential, person } of this.#passkeys) {
			if (person !== this.me?.person) continue;
			await this.open.removeSlot(slot);
			await forgetPasskey(credential);
		}
		this.#status = await this.open.status();
	}

	/** What opens the file of a backup. */
	async backupLock(file: Blob): Promise<BackupLock> {
		return (await this.#connect()).backupLock(file);
	}

	/** Into the open vault, or where none is or its head is lost. */
	async restore(file: Blob, { typed, isKit, identity }: Typed, tell: TellProgress): Promise<void> {
		const room = await this.#connect();
		void this.storage.keep();
		const secret: Secret = isKit ? { kind: 'recovery', kit: typed } : await secretOf(typed);
		this.#enter(await room.restore(file, { secret, identity }, tell));
		this.today = null;
		this.#status = await room.status();
	}

	/** For a passphrase that opens the vault; for the owner's key where it is null. */
	async makeBackup(passphrase: string | null, take: TakeChunk): Promise<void> {
		await this.open.makeBackup(passphrase === null ? null : await secretOf(passphrase), take);
	}

	/** A kit to be written down; it counts once `confirmKit` was told the groups it asks for. */
	async prepareKit(passphrase: string): Promise<PreparedKit> {
		return this.open.prepareKit(await secretOf(passphrase));
	}

	/** A paper as a PDF file. Errors: AppError `engine.asset-missing` where what writes it did not load. */
	async pdf(paper: Paper): Promise<Uint8Array<ArrayBuffer>> {
		try {
			const { paperPdf } = await import('../paper/index.ts');
			return await paperPdf(paper);
		} catch (cause) {
			throw toAppError(cause, 'engine.asset-missing');
		}
	}

	/** An age file of what somebody else is given of a folder. Errors: as `RecordRoom.disclose`. */
	async seal(folder: string, what: NewDisclosure, content: Bytes, reader: Reader): Promise<Bytes> {
		if (reader.kind === 'key') {
			const lock = { kind: 'owner-key', recipient: reader.recipient.trim() } as const;
			return this.open.disclose(folder, what, content, lock);
		}
		const secret = await secretOf(reader.passphrase);
		if (secret.kind !== 'passphrase') throw new AppError('unexpected');
		return this.open.disclose(folder, what, content, secret);
	}

	/** Lets a folder go for good. `passphrase`: a second person's. Errors: as `RecordRoom.purge`. */
	async purge(folder: string, passphrase: string): Promise<void> {
		await this.open.purge(folder, await secretOf(passphrase));
	}

	async confirmKit(typed: readonly string[]): Promise<void> {
		await this.open.confirmKit(typed);
		this.#status = await this.open.status();
	}

	/**
	 * Gives somebody a passphrase: a colleague who is new (`person` is null), one who has to be let in
	 * again, or oneself. `proof`: the passphrase of whoever unlocked.
	 */
	async letIn(
		proof: string,
		person: string | null,
		name: string,
		passphrase: string
	): Promise<void> {
		const secrets = [await secretOf(proof), await secretOf(passphrase)] as const;
		this.people = await this.open.enrol(secrets[0], person, name.trim(), secrets[1]);
		this.#status = await this.open.status();
	}

	/** Everybody else, and the recovery kit, have to be renewed after it. */
	async removePerson(proof: string, person: string): Promise<void> {
		await this.open.removePerson(await secretOf(proof), person);
		this.#status = await this.open.status();
	}

	/** What is due by a day, and from then on until another one; both YYYY-MM-DD. */
	async readToday(dueBy: string, until: string): Promise<void> {
		this.today = await this.open.today(dueBy, until);
	}

	async readYearly(): Promise<void> {
		this.yearly = await this.open.yearly();
	}

	/** Whoever unlocked has done it, now. */
	async noteYearly(what: Yearly['what']): Promise<void> {
		await this.open.noteYearly(what);
		await this.readYearly();
	}

	/** Follow-ups for a calendar, which learns of nobody: each is a day and these words. */
	async calendarOf(rows: readonly FollowUp[], summary: string): Promise<File> {
		const text = await calendarOf(rows, summary, Date.now());
		return new File([text], 'follow-up.ics', { type: 'text/calendar;charset=utf-8' });
	}

	/** What time, visits and leads have made of it. */
	async readLicence(): Promise<void> {
		const { room } = this;
		this.licence = (await room?.licence()) ?? null;
		this.leads = (await room?.leads()) ?? null;
	}

	strengthOf(passphrase: string): Strength {
		return strengthOf(passphrase);
	}

	/**
	 * Those who agreed to news in one way, as a table with this header. Who did not is not in it; who is, is
	 * told so in their file.
	 */
	async mailingList(
		channel: Channel,
		header: readonly string[],
		rowOf: (row: MailingRow) => readonly string[]
	): Promise<{ readonly file: File; readonly count: number }> {
		const rows = await this.open.contactsFor(channel);
		const text = csvOf([header, ...rows.map(rowOf)]);
		return { file: new File([text], 'mailing-list.csv', { type: 'text/csv' }), count: rows.length };
	}

	/**
	 * What is known of those who agreed to research, as a table to be saved; null where they are too few. Who is
	 * counted is told so in their file.
	 */
	async numbersFile(
		tableOf: (numbers: Numbers) => readonly (readonly string[])[]
	): Promise<File | null> {
		const numbers = await this.open.releaseNumbers();
		if (numbers === null) return null;
		return new File([csvOf(tableOf(numbers))], 'numbers.csv', { type: 'text/csv' });
	}

	/** Whether a text seems to hold the number of a payment card. */
	hasCardNumber(text: string): boolean {
		return hasCardNumber(text);
	}

	async offerWords(): Promise<string> {
		const { offeredWords } = await import('./words.ts');
		return offeredWords();
	}

	/** What is to be saved before the vault locks, until the function that it gives is called. */
	saveBeforeLock(save: () => Promise<void>): () => void {
		this.#unsaved = [...this.#unsaved, save];
		return () => {
			this.#unsaved = this.#unsaved.filter((one) => one !== save);
		};
	}

	/** Ends the worker and leaves the page: keys and everything that they opened go with them. */
	async lock(): Promise<void> {
		if (this.state === 'open') await this.#saveAndLeave('locked');
	}

	/** Ends the worker where it has opened anything; the page is being left without that. Whether it had. */
	letGo(): boolean {
		const wasOpen = this.state === 'open';
		if (wasOpen) this.#forget('locked');
		return wasOpen;
	}

	/** Once, however often it is asked for. */
	#saveAndLeave(as: 'locked' | 'taken'): Promise<void> {
		const leave = async (): Promise<void> => {
			const saving = this.#unsaved.map((save) => save().catch(() => undefined));
			await Promise.race([Promise.all(saving), patience()]);
			this.#forget(as);
			this.#leave();
		};
		return (this.#leaving ??= leave());
	}

	get #vault(): VaultId {
		if (this.#status === null || !('vault' in this.#status)) throw new AppError('vault.missing');
		return this.#status.vault;
	}

	async #unlock(secret: Secret, takeOver: boolean): Promise<void> {
		const room = await this.#connect();
		try {
			this.#enter(await room.unlock(secret, takeOver));
		} catch (error) {
			if (isAppError(error, 'vault.damaged')) this.state = 'damaged';
			throw error;
		}
		this.#status = await room.status();
	}

	async #connect(): Promise<RecordRoom> {
		if (this.#room !== null) return this.#room;
		try {
			const { RecordConnection } = await import('./connection.ts');
			this.#connection = new RecordConnection({
				asked: () => void this.#saveAndLeave('taken'),
				lost: () => {
					this.#forget('taken');
					this.#leave();
				}
			});
			this.#room = this.#connection.room;
			return this.#room;
		} catch (cause) {
			throw toAppError(cause, 'vault.failed');
		}
	}

	#enter({ person, people }: Opened): void {
		this.people = people;
		this.me = people.find((one) => one.person === person) ?? null;
		this.state = 'open';
		rememberVault();
		void this.readLicence().catch(() => undefined);
	}

	#forget(state: 'locked' | 'taken'): void {
		this.#connection?.lock();
		this.#connection = null;
		this.#room = null;
		this.me = null;
		this.people = [];
		this.today = null;
		this.licence = null;
		this.leads = null;
		this.yearly = null;
		this.backups.forget();
		this.state = state;
	}
}

function isPasskey(way: Way): way is Way & { readonly credential: Bytes } {
	return way.kind === 'passkey' && way.credential !== null;
}

function membersOf(people: readonly Person[], ways: readonly Way[]): readonly Member[] {
	return people.flatMap((one) => {
		const own = ways.filter(({ person, kind }) => person === one.person && kind !== 'recovery');
		return own.length === 0 ? [] : [{ ...one, isCurrent: own.some(({ isCurrent }) => isCurrent) }];
	});
}

/** As long as somebody who walks away may see the patient. */
function patience(): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, 3000));
}

async function secretOf(passphrase: string): Promise<Secret> {
	const { passphraseSecret } = await import('./connection.ts');
	return passphraseSecret(passphrase);
}

async function mayHaveVault(): Promise<boolean> {
	if (!('databases' in indexedDB)) return true;
	return (await indexedDB.databases()).some(({ name }) => name === DATABASE);
}
