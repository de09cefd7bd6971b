import { AppError, isAppError, toAppError } from '../errors.ts';
import { Backups } from './backups.svelte.ts';
import type { RecordConnection } from './connection.ts';
import type { Opened, RecordRoom, Today } from './protocol.ts';
import type { Strength } from './strength.ts';
import { strengthOf } from './strength.ts';
import type { Person } from './types.ts';
import type { BackupLock, PreparedKit, Secret, TakeChunk, TellProgress } from '../vault/index.ts';

/** Named here as well, so that a visitor without a vault never loads what opens one. */
const DATABASE = 'vultus-vault';

/** `unknown` until it was looked for; `taken`: another window has taken over. */
export type DeskState = 'unknown' | 'missing' | 'damaged' | 'locked' | 'open' | 'taken';

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
	/** Whoever unlocked; null while nobody has. */
	me: Person | null = $state.raw(null);
	people: readonly Person[] = $state.raw([]);
	/** Since this window opened the vault without a recovery kit. */
	hasKit = $state(true);
	readonly backups = new Backups(this);
	/** Everything that the home of an open vault lists; null until it was asked for. */
	today: Today | null = $state.raw(null);
	/** Writes or restores a backup: nobody has to touch anything meanwhile. */
	isWorking = $state(false);
	/** Saves what is not saved yet; locking waits for it, but not for ever. */
	beforeLock: () => Promise<void> = () => Promise.resolve();
	readonly #leave: () => void;
	#connection: RecordConnection | null = null;
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
			this.#readWays(status);
		} catch {
			// Unlocking tries again, and says what is wrong.
			this.state = 'locked';
		}
	}

	/** A new vault with its first person. */
	async create(passphrase: string, name: string): Promise<void> {
		const room = await this.#connect();
		void navigator.storage.persist().catch(() => false);
		this.#enter(await room.create(await secretOf(passphrase), name.trim()));
		this.hasKit = false;
	}

	/** `takeOver`: locks the window in which the vault is open. */
	async unlock(passphrase: string, takeOver: boolean): Promise<void> {
		await this.#unlock(await secretOf(passphrase), takeOver);
	}

	async unlockWithKit(kit: string, takeOver: boolean): Promise<void> {
		await this.#unlock({ kind: 'recovery', kit }, takeOver);
	}

	/** What opens the file of a backup. */
	async backupLock(file: Blob): Promise<BackupLock> {
		return (await this.#connect()).backupLock(file);
	}

	/** Into the open vault, or where none is or its head is lost. */
	async restore(file: Blob, { typed, isKit, identity }: Typed, tell: TellProgress): Promise<void> {
		const room = await this.#connect();
		void navigator.storage.persist().catch(() => false);
		const secret: Secret = isKit ? { kind: 'recovery', kit: typed } : await secretOf(typed);
		this.#enter(await room.restore(file, { secret, identity }, tell));
		this.today = null;
		this.#readWays(await room.status());
	}

	/** For a passphrase that opens the vault; for the owner's key where it is null. */
	async makeBackup(passphrase: string | null, take: TakeChunk): Promise<void> {
		await this.open.makeBackup(passphrase === null ? null : await secretOf(passphrase), take);
	}

	/** A kit to be written down; it counts once `confirmKit` was told the groups it asks for. */
	async prepareKit(passphrase: string): Promise<PreparedKit> {
		return this.open.prepareKit(await secretOf(passphrase));
	}

	async confirmKit(typed: readonly string[]): Promise<void> {
		await this.open.confirmKit(typed);
		this.hasKit = true;
	}

	/** `dueBy`: YYYY-MM-DD. */
	async readToday(dueBy: string): Promise<void> {
		this.today = await this.open.today(dueBy);
	}

	strengthOf(passphrase: string): Strength {
		return strengthOf(passphrase);
	}

	async offerWords(): Promise<string> {
		const { offeredWords } = await import('./words.ts');
		return offeredWords();
	}

	/** Ends the worker and leaves the page: keys and everything that they opened go with them. */
	async lock(): Promise<void> {
		if (this.state !== 'open') return;
		await Promise.race([this.beforeLock().catch(() => undefined), patience()]);
		this.#forget('locked');
		this.#leave();
	}

	async #unlock(secret: Secret, takeOver: boolean): Promise<void> {
		const room = await this.#connect();
		try {
			this.#enter(await room.unlock(secret, takeOver));
		} catch (error) {
			if (isAppError(error, 'vault.damaged')) this.state = 'damaged';
			throw error;
		}
		this.#readWays(await room.status());
	}

	async #connect(): Promise<RecordRoom> {
		if (this.#room !== null) return this.#room;
		try {
			const { RecordConnection } = await import('./connection.ts');
			this.#connection = new RecordConnection(() => {
				this.#forget('taken');
				this.#leave();
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
	}

	#readWays(status: Awaited<ReturnType<RecordRoom['status']>>): void {
		if ('ways' in status) this.hasKit = status.ways.some(({ kind }) => kind === 'recovery');
	}

	#forget(state: 'locked' | 'taken'): void {
		this.#connection?.lock();
		this.#connection = null;
		this.#room = null;
		this.me = null;
		this.people = [];
		this.today = null;
		this.backups.forget();
		this.state = state;
	}
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
