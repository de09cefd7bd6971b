/**
 * The vault, inside its worker: who may open it, what is kept in it, and that nothing which was
 * acknowledged is lost.
 *
 *   missing ── create ──▶ open ◀── unlock ── locked
 *                           └── lock, or another window takes over ──▶ locked
 *
 * Everything takes its turn. What writes encrypts first, then makes one transaction, then reads back
 * what it wrote. Only a window whose secret was right asks another one to lock, which may save first.
 */
import { AppError, isAppError } from '../errors.ts';
import { inTurn } from '../in-turn.ts';
import type { Bytes } from './bytes.ts';
import { makeBackup } from './backup/make.ts';
import { checkBackup } from './backup/read.ts';
import {
	candidates,
	createRingKey,
	openHead,
	replaceHead,
	ringHome,
	type OpenHead
} from './head.ts';
import { createDeviceKey, signWith } from './device-key.ts';
import { newId } from './ids.ts';
import { createRing } from './keys.ts';
import type { Meta } from './meta.ts';
import { openBackup, restoreHead } from './restoring.ts';
import { emptyScope } from './scopes.ts';
import { Session } from './session.ts';
import { createSlot, isLasting, openSlot, wipeSecret } from './slots.ts';
import type { Store } from './store.ts';
import type {
	AssetContent,
	AssetId,
	BackupKey,
	BackupTo,
	Changes,
	ConfirmedKit,
	ErasureReceipt,
	OpenedVault,
	PersonId,
	PreparedKit,
	Quarantined,
	RecordContent,
	RecordId,
	RecordPlace,
	ScopeAssets,
	ScopeChanges,
	ScopeId,
	ScopeRecords,
	Secret,
	SlotId,
	TakeChunk,
	TellProgress,
	VaultStatus,
	Way
} from './types.ts';
import { becomeWriter, type Heard, type Place } from './writer.ts';

type Opening = { readonly head: OpenHead; readonly person: PersonId };

function waysOf({ epoch, slots }: Meta): readonly Way[] {
	return slots.map((slot) => ({
		slot: slot.id,
		person: slot.person,
		kind: slot.kind,
		isCurrent: slot.epoch === epoch,
		credential: slot.kind === 'passkey' ? slot.credential : null
	}));
}

/** Whoever is told can stop what it is told of. */
function stopping<Told extends readonly unknown[]>(
	tell: (...told: Told) => Promise<void>
): (...told: Told) => Promise<void> {
	return (...told) =>
		tell(...told).catch((cause: unknown) => {
			throw new AppError('cancelled', { cause });
		});
}

/** Errors of every method: AppError `vault.*`. Given secrets are wiped. */
export class Vault {
	readonly #store: Store;
	readonly #name: string;
	readonly #heard: Heard;
	readonly #turn = inTurn();
	#open: { readonly session: Session; readonly place: Place } | null = null;

	/** Once another window has taken the place, this vault is locked. */
	constructor(store: Store, name: string, heard: Heard) {
		this.#store = store;
		this.#name = name;
		this.#heard = heard;
	}

	async status(): Promise<VaultStatus> {
		try {
			const now = await candidates(this.#store);
			const meta = now?.found[0]?.meta;
			if (meta === undefined) return { state: 'missing' };
			const state = this.#open === null ? 'locked' : 'open';
			return { state, vault: meta.vault, ways: waysOf(meta) };
		} catch (error) {
			if (isAppError(error, 'vault.damaged')) return { state: 'damaged' };
			throw error;
		}
	}

	/** Never over a vault that is there, readable or not. */
	create(secret: Secret): Promise<OpenedVault> {
		return this.#with([secret], async () => {
			if (!isLasting(secret)) throw new AppError('vault.last-way-in');
			if (!(await this.#store.isEmpty())) throw new AppError('vault.exists');
			const [vault, person, clinic] = [newId(), newId(), newId()];
			const epoch = 1;
			const { slot, vaultKey } = await createSlot(vault, person, epoch, secret);
			const { key: ringKey, wrapped } = await createRingKey(vault, epoch, vaultKey);
			const { sealedRing, key } = await createRing(ringHome(vault, ringKey, 1), clinic);
			const meta = { vault, epoch, slots: [slot], ringKey: wrapped };
			const nothing = { copy: 'B', gen: 0, stamp: '' } as const;
			const next = { meta, vaultKey, ringKey, sealedRing };
			const scope = await emptyScope({ vault, scope: clinic, key });
			const { facts } = await this.#asWriter(false, async () => {
				const head = await replaceHead(this.#store, nothing, next, { scopes: [scope] });
				return { head, person };
			});
			return facts;
		});
	}

	unlock(secret: Secret, takeOver: boolean): Promise<OpenedVault> {
		return this.#with([secret], async () => {
			await this.#lock();
			const proven = await this.#unlock(secret);
			const session = await this.#asWriter(takeOver, async () => {
				// Whoever had the place may have changed the ways in, too.
				const { stamp } = await this.#store.heads();
				return stamp === proven.head.stamp ? proven : this.#unlock(secret);
			});
			await session.raiseCost(secret).catch(() => undefined);
			return session.facts;
		});
	}

	lock(): Promise<void> {
		return this.#turn(() => this.#lock());
	}

	enrol(proof: Secret, person: PersonId, secret: Secret): Promise<SlotId> {
		return this.#with([proof, secret], () => this.#session.enrol(proof, person, secret));
	}

	/** Whose way in a secret is. Errors: as of unlocking. */
	whoOpens(secret: Secret): Promise<PersonId> {
		return this.#with([secret], () => this.#session.whoOpens(secret));
	}

	prepareKit(proof: Secret): Promise<PreparedKit> {
		return this.#with([proof], () => this.#session.prepareKit(proof));
	}

	confirmKit(typed: readonly string[]): Promise<ConfirmedKit> {
		return this.#turn(() => this.#session.confirmKit(typed));
	}

	removeSlot(slot: SlotId): Promise<void> {
		return this.#turn(() => this.#session.removeSlot(slot));
	}

	removePerson(proof: Secret, person: PersonId): Promise<void> {
		return this.#with([proof], () => this.#session.removePerson(proof, person));
	}

	createScope(): Promise<ScopeId> {
		return this.#turn(() => this.#session.createScope());
	}

	/** `trace`: what the clinic's scope is to hold of it, written in the same transaction. */
	eraseScope(scope: ScopeId, trace: Changes | null = null): Promise<ErasureReceipt> {
		return this.#turn(() => this.#session.eraseScope(scope, trace));
	}

	erasures(): readonly ErasureReceipt[] {
		return this.#session.erasures;
	}

	/** `beside`: of another scope, in the same transaction. */
	save(scope: ScopeId, changes: Changes, beside: readonly ScopeChanges[] = []): Promise<void> {
		return this.#turn(() => this.#session.scopes.save([{ scope, changes }, ...beside]));
	}

	/** A new key of the device; gives its raw public half and the id under which it signs. */
	newDeviceKey(): Promise<{ readonly id: string; readonly publicKey: Bytes }> {
		return this.#turn(async () => {
			const { row, publicKey } = await createDeviceKey();
			await this.#store.addDeviceKey(row);
			return { id: row.id, publicKey };
		});
	}

	/** Null where there is no such key: the records came from another device. */
	async signAsDevice(id: string, bytes: Bytes): Promise<Bytes | null> {
		const row = await this.#store.deviceKey(id);
		return row === undefined ? null : signWith(row.key, bytes);
	}

	async hasDeviceKey(id: string): Promise<boolean> {
		return (await this.#store.deviceKey(id)) !== undefined;
	}

	/** Once it is enrolled, earlier keys are of no use. */
	keepDeviceKeysOnly(id: string): Promise<void> {
		return this.#store.keepDeviceKeysOnly(id);
	}

	record(scope: ScopeId, id: RecordId): Promise<RecordContent> {
		return this.#turn(() => this.#session.scopes.record(scope, id));
	}

	/** One record of each of many scopes, in their order; much faster than one by one. */
	recordOfEach(
		wanted: readonly RecordPlace[]
	): Promise<readonly PromiseSettledResult<RecordContent>[]> {
		return this.#turn(() => this.#session.scopes.recordOfEach(wanted));
	}

	records(scope: ScopeId): Promise<ScopeRecords> {
		return this.#turn(() => this.#session.scopes.records(scope));
	}

	asset(scope: ScopeId, id: AssetId): Promise<AssetContent> {
		return this.#turn(() => this.#session.scopes.asset(scope, id));
	}

	assets(scope: ScopeId): Promise<ScopeAssets> {
		return this.#turn(() => this.#session.scopes.assets(scope));
	}

	quarantined(): readonly Quarantined[] {
		return this.#session.scopes.quarantined;
	}

	/**
	 * Hands out the bytes of a backup of everything. The vault can be used meanwhile; what comes to it
	 * later is not in it. Errors: as `makeBackup`.
	 */
	async backup(to: BackupTo, take: TakeChunk): Promise<void> {
		const secrets = to.kind === 'passphrase' ? [to.secret] : [];
		const { session, recipient, snapshot } = await this.#with(secrets, async () => ({
			session: this.#session,
			recipient: await this.#session.recipientOf(to),
			snapshot: await this.#session.snapshot()
		}));
		const made = await makeBackup(this.#store, snapshot, recipient, stopping(take));
		session.lastBackup = made;
	}

	/** Whether the file is the last backup, whole; gives its length in bytes. Errors: as `checkBackup`. */
	async checkBackup(file: Blob, tell: TellProgress): Promise<number> {
		const made = this.#open?.session.lastBackup ?? null;
		if (made === null) throw new AppError('backup.other-file');
		await checkBackup(file, made, stopping(tell));
		return made.bytes;
	}

	/**
	 * Into an open vault what it lacks; else a whole vault, where none is or where its head is lost.
	 * Errors: as `openBackup`, `Session.adopt` and `restoreHead`; nothing is lost or half there then.
	 */
	restore(file: Blob, key: BackupKey, tell: TellProgress): Promise<OpenedVault> {
		return this.#with([key.secret], async () => {
			const tellOrStop = stopping(tell);
			const opened = await openBackup(file, key, tellOrStop);
			try {
				if (this.#open !== null) await this.#session.adopt(opened, tellOrStop);
				else {
					await this.#asWriter(false, async () => {
						const head = await restoreHead(this.#store, opened, tellOrStop);
						return { head, person: opened.person };
					});
				}
				return this.#session.facts;
			} finally {
				await opened.backup.close();
			}
		});
	}

	get #session(): Session {
		if (this.#open === null) throw new AppError('vault.locked');
		return this.#open.session;
	}

	async #with<T>(secrets: readonly Secret[], work: () => Promise<T>): Promise<T> {
		try {
			return await this.#turn(work);
		} finally {
			secrets.forEach(wipeSecret);
		}
	}

	/** Opens a session on what `open` finds, as the only window that writes. */
	async #asWriter(takeOver: boolean, open: () => Promise<Opening>): Promise<Session> {
		const place = await becomeWriter(this.#name, takeOver, {
			asked: this.#heard.asked,
			lost: () => {
				this.#open = null;
				this.#heard.lost();
			}
		});
		try {
			await this.#store.renewLog();
			await this.#store.unstage();
			const { head, person } = await open();
			if (place.isLost) throw new AppError('vault.opened-elsewhere', { retryable: true });
			const session = new Session(this.#store, head, person, () => this.#lock());
			this.#open = { session, place };
			// Heals a damaged or older copy, and ends an erasure that was interrupted.
			await session.mirrorIfPossible();
			return session;
		} catch (error) {
			await place.release();
			throw error;
		}
	}

	async #lock(): Promise<void> {
		const open = this.#open;
		this.#open = null;
		await open?.place.release();
	}

	async #unlock(secret: Secret): Promise<Opening> {
		const now = await candidates(this.#store);
		if (now === null) throw new AppError('vault.missing');
		for (const candidate of now.found) {
			const { vault, epoch, slots } = candidate.meta;
			const { slot, vaultKey } = await openSlot(vault, epoch, slots, secret);
			const head = await openHead(candidate, vaultKey, now.stamp);
			if (head !== null) return { head, person: slot.person };
		}
		throw new AppError('vault.damaged');
	}
}
