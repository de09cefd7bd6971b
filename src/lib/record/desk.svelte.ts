import { AppError, toAppError } from '../errors.ts';
import type { RecordConnection } from './connection.ts';
import type { Opened, RecordRoom, Today } from './protocol.ts';
import type { Strength } from './strength.ts';
import { strengthOf } from './strength.ts';
import type { Person } from './types.ts';
import type { PreparedKit, Secret } from '../vault/index.ts';

/** Named here as well, so that a visitor without a vault never loads what opens one. */
const DATABASE = 'vultus-vault';

/** `unknown` until it was looked for; `taken`: another window has taken over. */
export type DeskState = 'unknown' | 'missing' | 'damaged' | 'locked' | 'open' | 'taken';

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
	/** Everything that the home of an open vault lists; null until it was asked for. */
	today: Today | null = $state.raw(null);
	/** Saves what is not saved yet; locking waits for it, but not for ever. */
	beforeLock: () => Promise<void> = () => Promise.resolve();
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

	/** `takeOver`: locks the window in which the vault is open, once it has saved. */
	async unlock(passphrase: string, takeOver: boolean): Promise<void> {
		await this.#unlock(await secretOf(passphrase), takeOver);
	}

	async unlockWithKit(kit: string, takeOver: boolean): Promise<void> {
		await this.#unlock({ kind: 'recovery', kit }, takeOver);
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
		if (this.state === 'open') await this.#saveAndLeave('locked');
	}

	/** Once, however often it is asked for. */
	#saveAndLeave(as: 'locked' | 'taken'): Promise<void> {
		const leave = async (): Promise<void> => {
			await Promise.race([this.beforeLock().catch(() => undefined), patience()]);
			this.#forget(as);
			this.#leave();
		};
		return (this.#leaving ??= leave());
	}

	async #unlock(secret: Secret, takeOver: boolean): Promise<void> {
		const room = await this.#connect();
		this.#enter(await room.unlock(secret, takeOver));
		this.#readWays(await room.status());
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
