/**
 * An open vault: its keys, its head and what may be changed in it. Of its methods one runs at a time;
 * `Vault` sees to that.
 */
import { AppError, isAppError } from '../errors.ts';
import type { AgeRecipient } from './backup/age.ts';
import type { Made, Snapshot } from './backup/make.ts';
import { equal, wipe } from './bytes.ts';
import type { InputKey } from './container.ts';
import {
	createRingKey,
	mirror,
	reopenHead,
	replaceHead,
	ringHome,
	type More,
	type NewHead,
	type OpenHead
} from './head.ts';
import { newId, requireId } from './ids.ts';
import { addScope, dropScope, joinRings, moveRing, type Home } from './keys.ts';
import { writeMeta } from './meta.ts';
import { isBelowPolicy } from './passphrase.ts';
import { groupsToType, kitKey, newSecret, typedBack, writeKit, type Kit } from './recovery.ts';
import { stageScopes, type OpenBackup } from './restoring.ts';
import { emptyScope, Scopes } from './scopes.ts';
import { createSlot, deriveSlot, isLasting, openSlot, type OpenSlot, type Slot } from './slots.ts';
import type { Store } from './store.ts';
import type {
	BackupTo,
	Changes,
	ConfirmedKit,
	ErasureReceipt,
	OpenedVault,
	PersonId,
	PreparedKit,
	ScopeId,
	Secret,
	SlotId,
	TellProgress
} from './types.ts';

/** Whether a new slot takes the place of an old one. There is one recovery kit for all. */
function replaces(slot: Slot, old: Slot): boolean {
	if (slot.kind === 'recovery') return old.kind === 'recovery';
	if (slot.person !== old.person) return false;
	if (slot.kind === 'passphrase') return old.kind === 'passphrase';
	return old.kind === 'passkey' && equal(slot.credential, old.credential);
}

export class Session {
	readonly scopes: Scopes;
	/** To know its file again. */
	lastBackup: Made | null = null;
	readonly #store: Store;
	readonly #person: PersonId;
	/** Called when it is no longer known what is on the disk. */
	readonly #giveUp: () => Promise<void>;
	#head: OpenHead;
	#kit: { readonly slot: Slot; readonly kit: Kit; readonly ask: readonly number[] } | null = null;

	constructor(store: Store, head: OpenHead, person: PersonId, giveUp: () => Promise<void>) {
		this.#store = store;
		this.#head = head;
		this.#person = person;
		this.#giveUp = giveUp;
		this.scopes = new Scopes(store, head.meta.vault, head.ring.scopes);
	}

	get facts(): OpenedVault {
		const { meta, ring } = this.#head;
		const scopes = [...ring.scopes.keys()];
		return { vault: meta.vault, person: this.#person, clinic: ring.clinic, scopes };
	}

	get erasures(): readonly ErasureReceipt[] {
		return this.#head.ring.erased;
	}

	/** `proof` opens a slot now, so a vault left open cannot be given to somebody else. */
	async enrol(proof: Secret, person: PersonId, secret: Secret): Promise<SlotId> {
		requireId(person);
		const { vault } = this.#head.meta;
		const slot = await deriveSlot(vault, await this.#openSlot(proof), person, secret);
		await this.#putSlot(slot);
		return slot.id;
	}

	/** Whose slot a secret opens now. */
	async whoOpens(secret: Secret): Promise<PersonId> {
		return (await this.#openSlot(secret)).slot.person;
	}

	async prepareKit(proof: Secret): Promise<PreparedKit> {
		const open = await this.#openSlot(proof);
		const random = newSecret();
		const kit = await writeKit(random);
		wipe(random);
		const secret = { kind: 'recovery', kit: kit.join('') } as const;
		const slot = await deriveSlot(this.#head.meta.vault, open, open.slot.person, secret);
		const ask = groupsToType();
		this.#kit = { slot, kit, ask };
		return { groups: kit, ask };
	}

	async confirmKit(typed: readonly string[]): Promise<ConfirmedKit> {
		if (this.#kit === null) throw new AppError('vault.not-found');
		const { slot, kit, ask } = this.#kit;
		if (!typedBack(kit, ask, typed)) throw new AppError('vault.not-typed-back');
		if (slot.epoch !== this.#head.meta.epoch) throw new AppError('vault.slot-stale');
		await this.#putSlot(slot);
		this.#kit = null;
		return { slot: slot.id, copies: await kitKey(kit.join('')) };
	}

	async removeSlot(slot: SlotId): Promise<void> {
		await this.#replaceSlots((slots) => slots.filter(({ id }) => id !== slot));
	}

	/**
	 * Changes the vault's key as well, in case it was copied. Only the slot of `proof` goes on; the
	 * others stay, stale, until their people are enrolled again.
	 */
	async removePerson(proof: Secret, person: PersonId): Promise<void> {
		const { meta, sealedRing } = this.#head;
		const { vault, slots } = meta;
		const { slot: mine } = await this.#openSlot(proof);
		if (mine.person === person || !isLasting(mine)) throw new AppError('vault.last-way-in');
		const epoch = meta.epoch + 1;
		const { slot, vaultKey } = await createSlot(vault, mine.person, epoch, proof);
		const { key: ringKey, wrapped } = await createRingKey(vault, epoch, vaultKey);
		const others = slots.filter((old) => old.person !== person && old.id !== mine.id);
		const { from, to } = this.#moveTo(ringKey);
		await this.#replaceHead({
			meta: { vault, epoch, slots: [slot, ...others], ringKey: wrapped },
			vaultKey,
			ringKey,
			sealedRing: await moveRing(from, sealedRing, to)
		});
		await this.#mirror();
	}

	/** An old passphrase slot that asks less work than new ones do is written anew. */
	async raiseCost(secret: Secret): Promise<void> {
		const isOld = this.#head.meta.slots.some(
			(slot) =>
				slot.kind === 'passphrase' && slot.person === this.#person && isBelowPolicy(slot.cost)
		);
		if (secret.kind === 'passphrase' && isOld) await this.enrol(secret, this.#person, secret);
	}

	async createScope(): Promise<ScopeId> {
		const { meta, ringKey, sealedRing } = this.#head;
		const scope = newId();
		const { from, to } = this.#moveTo(ringKey);
		const grown = await addScope(from, sealedRing, to, scope);
		const empty = await emptyScope({ vault: meta.vault, scope, key: grown.key });
		await this.#replaceHead({ ...this.#head, sealedRing: grown.sealedRing }, { scopes: [empty] });
		await this.mirrorIfPossible();
		return scope;
	}

	/**
	 * `trace`: what the clinic's scope is to hold from the same moment on. Again for a scope already
	 * erased, it finishes what was interrupted.
	 */
	async eraseScope(scope: ScopeId, trace: Changes | null): Promise<ErasureReceipt> {
		const { ring } = this.#head;
		const before = ring.erased.find((receipt) => receipt.scope === scope);
		if (scope === ring.clinic) throw new AppError('vault.not-found');
		const receipt = before ?? (await this.scopes.receiptFor(scope));
		if (before === undefined) await this.#erase(receipt, trace);
		await this.#mirror();
		return receipt;
	}

	/** A passphrase has to open the vault: then it opens the vault in the backup as well. */
	async recipientOf(to: BackupTo): Promise<AgeRecipient> {
		if (to.kind === 'owner-key') return to;
		const { secret } = to;
		if (secret.kind !== 'passphrase') throw new AppError('unexpected');
		await this.#openSlot(secret);
		return { kind: 'passphrase', passphrase: secret.passphrase.slice() };
	}

	async snapshot(): Promise<Snapshot> {
		const { copy, gen, meta, sealedRing, ring } = this.#head;
		const before = ring.erased.length;
		return {
			vault: meta.vault,
			meta: await writeMeta(copy, gen, meta),
			sealedRing,
			scopes: [...ring.scopes.keys()],
			isCurrent: () => this.erasures.length === before
		};
	}

	/**
	 * Brings back those scopes of a backup that are not here. What is here stays as it is, and what was
	 * erased, here or in the backup, is erased.
	 */
	async adopt({ backup, head: other }: OpenBackup, tell: TellProgress): Promise<void> {
		const { vault } = this.#head.meta;
		if (backup.vault !== vault) throw new AppError('backup.other-vault');
		const gone = new Set(this.erasures.map(({ scope }) => scope));
		const here = this.#head.ring.scopes;
		const missing = new Set(
			[...other.ring.scopes.keys()].filter((scope) => !here.has(scope) && !gone.has(scope))
		);
		await stageScopes(this.#store, backup, missing, tell);
		for (const receipt of other.ring.erased) {
			if (here.has(receipt.scope)) await this.#erase(receipt, null);
		}
		const { ringKey, sealedRing } = this.#head;
		const { from, to } = this.#moveTo(ringKey);
		const theirs = { home: ringHome(vault, other.ringKey, other.gen), sealed: other.sealedRing };
		const joined = await joinRings({ home: from, sealed: sealedRing }, theirs, to, missing);
		await this.#replaceHead({ ...this.#head, sealedRing: joined }, { settles: true });
		await this.mirrorIfPossible();
	}

	/** What was asked for is done and on the disk; the second copy can wait for the next unlocking. */
	async mirrorIfPossible(): Promise<void> {
		await this.#mirror().catch(() => undefined);
	}

	#openSlot(proof: Secret): Promise<OpenSlot> {
		const { vault, epoch, slots } = this.#head.meta;
		return openSlot(vault, epoch, slots, proof);
	}

	/** Where the ring is now, and where the next generation of it will be, under `ringKey`. */
	#moveTo(ringKey: InputKey): { readonly from: Home; readonly to: Home } {
		const { meta, gen, ringKey: current } = this.#head;
		return {
			from: ringHome(meta.vault, current, gen),
			to: ringHome(meta.vault, ringKey, gen + 1)
		};
	}

	/** The ring gets a new key, so what may remain of the old one on the disk is of no use. */
	async #erase(receipt: ErasureReceipt, trace: Changes | null): Promise<void> {
		const { meta, vaultKey, sealedRing, ring } = this.#head;
		const { key: ringKey, wrapped } = await createRingKey(meta.vault, meta.epoch, vaultKey);
		const { from, to } = this.#moveTo(ringKey);
		const next = {
			meta: { ...meta, ringKey: wrapped },
			vaultKey,
			ringKey,
			sealedRing: await dropScope(from, sealedRing, to, receipt)
		};
		const { scope } = receipt;
		const saving =
			trace === null ? null : await this.scopes.prepare([{ scope: ring.clinic, changes: trace }]);
		const more = saving === null ? {} : { scopes: saving.scopes };
		try {
			await this.#replaceHead(next, { ...more, erase: scope });
		} catch (error) {
			if (!isAppError(error, 'vault.no-space')) throw error;
			// Deleting alone needs no room, and makes some.
			await this.#store.commit({ erase: scope });
			await this.#replaceHead(next, more);
		}
		await saving?.readBack();
	}

	async #replaceHead(next: NewHead, more?: More): Promise<void> {
		const head = this.#head;
		await this.#change([next.vaultKey, head.vaultKey], () =>
			replaceHead(this.#store, head, next, more)
		);
	}

	async #mirror(): Promise<void> {
		const head = this.#head;
		await this.#change([head.vaultKey], () => mirror(this.#store, head));
	}

	/** Where a change fails it may have been made or not: what is on the disk counts. */
	async #change(vaultKeys: readonly InputKey[], work: () => Promise<OpenHead>): Promise<void> {
		try {
			this.#head = await work();
		} catch (error) {
			try {
				this.#head = await reopenHead(this.#store, vaultKeys);
			} catch {
				await this.#giveUp();
			}
			throw error;
		} finally {
			this.scopes.useKeys(this.#head.ring.scopes);
		}
	}

	#putSlot(slot: Slot): Promise<void> {
		return this.#replaceSlots((slots) => [...slots.filter((old) => !replaces(slot, old)), slot]);
	}

	async #replaceSlots(change: (slots: readonly Slot[]) => readonly Slot[]): Promise<void> {
		const { meta, ringKey, sealedRing } = this.#head;
		const slots = change(meta.slots);
		if (!slots.some((slot) => isLasting(slot) && slot.epoch === meta.epoch)) {
			throw new AppError('vault.last-way-in');
		}
		const { from, to } = this.#moveTo(ringKey);
		const moved = await moveRing(from, sealedRing, to);
		await this.#replaceHead({ ...this.#head, meta: { ...meta, slots }, sealedRing: moved });
		await this.#mirror();
	}
}
