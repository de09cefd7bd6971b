/**
 * Ways in. Each slot wraps the vault's key under a key that only one secret gives: a passphrase by
 * Argon2id, a recovery kit or a passkey's PRF by HKDF. Changing a secret rewrites one slot.
 */
import { AppError, isAppError } from '../errors.ts';
import { concat, equal, random, utf8, wipe, type Bytes } from './bytes.ts';
import { KEY, type InputKey } from './container.ts';
import { createKey, keyFromSecret, rewrapKey, unwrapKey, useOnce, type Home } from './keys.ts';
import { newId } from './ids.ts';
import {
	checkStrength,
	costOfThisDevice,
	SALT_LENGTH,
	stretch,
	type Argon2Cost
} from './passphrase.ts';
import { readKit } from './recovery.ts';
import type { PersonId, Secret, SlotId, SlotKind, VaultId } from './types.ts';

type Common = {
	readonly id: SlotId;
	readonly person: PersonId;
	/** Of the vault's key that it wraps. */
	readonly epoch: number;
	readonly salt: Bytes;
};

type Way =
	| { readonly kind: 'passphrase'; readonly cost: Argon2Cost }
	| { readonly kind: 'recovery' }
	| { readonly kind: 'passkey'; readonly credential: Bytes };

type Unwrapped = Common & Way;
export type Slot = Unwrapped & { readonly wrapped: Bytes };

const WRONG = {
	passphrase: 'vault.wrong-passphrase',
	recovery: 'vault.wrong-kit',
	passkey: 'vault.wrong-passkey'
} as const;

/** Whose slot it is belongs to the context: nobody can make it another person's. */
function homeOf(vault: VaultId, key: InputKey, slot: Unwrapped): Home {
	const record = `${slot.id} ${slot.person} ${slot.kind}`;
	return { key, place: { vault, table: 'slots', record, revision: slot.epoch } };
}

/**
 * A passkey's outputs as one secret. Some authenticators answer with nothing, zeros or the same twice
 * where they cannot do it; that would be a key that everyone has.
 */
function passkeySecret(first: Bytes, second: Bytes): Bytes {
	const empty = [first, second].some(
		(output) => output.length !== KEY || output.every((byte) => byte === 0)
	);
	if (empty || equal(first, second)) throw new AppError('vault.wrong-passkey');
	return concat(first, second);
}

/** The key that a secret gives a slot. Errors: AppError `vault.*`. */
async function slotKey(slot: Unwrapped, secret: Secret): Promise<InputKey> {
	const info = utf8(`vultus vault slot ${slot.kind}`);
	if (secret.kind === 'passphrase' && slot.kind === 'passphrase') {
		return useOnce(await stretch(secret.passphrase, slot.salt, slot.cost));
	}
	if (secret.kind === 'recovery') {
		return keyFromSecret(await readKit(secret.kit), slot.salt, info);
	}
	if (secret.kind === 'passkey') {
		return keyFromSecret(passkeySecret(secret.first, secret.second), slot.salt, info);
	}
	throw new AppError('unexpected');
}

async function newWay(secret: Secret): Promise<Way> {
	switch (secret.kind) {
		case 'passphrase':
			checkStrength(secret.passphrase);
			return { kind: 'passphrase', cost: await costOfThisDevice() };
		case 'recovery':
			return { kind: 'recovery' };
		case 'passkey':
			return { kind: 'passkey', credential: secret.credential };
	}
}

async function draft(
	person: PersonId,
	epoch: number,
	secret: Secret
): Promise<{ slot: Unwrapped; key: InputKey }> {
	const common = { id: newId(), person, epoch, salt: random(SALT_LENGTH) };
	const slot = { ...common, ...(await newWay(secret)) };
	return { slot, key: await slotKey(slot, secret) };
}

/** A slot around a new vault key. Errors: AppError `vault.*`. */
export async function createSlot(
	vault: VaultId,
	person: PersonId,
	epoch: number,
	secret: Secret
): Promise<{ slot: Slot; vaultKey: InputKey }> {
	const { slot, key } = await draft(person, epoch, secret);
	const { key: vaultKey, wrapped } = await createKey(homeOf(vault, key, slot));
	return { slot: { ...slot, wrapped }, vaultKey };
}

/** A slot that its secret has opened, so that its key can be given to another one. */
export type OpenSlot = { readonly slot: Slot; readonly slotKey: InputKey };

/** Another slot around the vault key of one that is open. Errors: AppError `vault.*`. */
export async function deriveSlot(
	vault: VaultId,
	{ slot: proof, slotKey: proofKey }: OpenSlot,
	person: PersonId,
	secret: Secret
): Promise<Slot> {
	const { slot, key } = await draft(person, proof.epoch, secret);
	const from = homeOf(vault, proofKey, proof);
	return { ...slot, wrapped: await rewrapKey(from, proof.wrapped, homeOf(vault, key, slot)) };
}

function opensWith(slot: Slot, secret: Secret): boolean {
	if (slot.kind !== secret.kind) return false;
	return (
		slot.kind !== 'passkey' ||
		secret.kind !== 'passkey' ||
		equal(slot.credential, secret.credential)
	);
}

async function tryOpen(
	vault: VaultId,
	slot: Slot,
	secret: Secret
): Promise<OpenSlot & { vaultKey: InputKey }> {
	const key = await slotKey(slot, secret);
	try {
		const vaultKey = await unwrapKey(homeOf(vault, key, slot), slot.wrapped);
		return { slot, slotKey: key, vaultKey };
	} catch (error) {
		if (!isAppError(error, 'vault.record-damaged')) throw error;
		const isWrong = error.details['reason'] === 'commitment';
		throw new AppError(isWrong ? WRONG[slot.kind] : 'vault.slot-damaged', { cause: error });
	}
}

/**
 * The first slot that the secret opens, with the vault's key. Errors: AppError; what is wrong with a
 * slot (`vault.slot-damaged`, `vault.hostile-parameters`, `vault.slot-stale`) before `vault.wrong-…`.
 */
export async function openSlot(
	vault: VaultId,
	epoch: number,
	slots: readonly Slot[],
	secret: Secret
): Promise<OpenSlot & { vaultKey: InputKey }> {
	let problem = new AppError(WRONG[secret.kind]);
	for (const slot of slots.filter((candidate) => opensWith(candidate, secret))) {
		try {
			if (slot.epoch !== epoch) throw new AppError('vault.slot-stale');
			return await tryOpen(vault, slot, secret);
		} catch (error) {
			if (!(error instanceof AppError)) throw error;
			if (error.code !== WRONG[secret.kind]) problem = error;
		}
	}
	throw problem;
}

/** Passphrase and kit cannot be lost with a device or its maker's account; a passkey can. */
export function isLasting({ kind }: { readonly kind: SlotKind }): boolean {
	return kind !== 'passkey';
}

/** A secret is wiped by whoever was given it. */
export function wipeSecret(secret: Secret): void {
	if (secret.kind === 'passphrase') wipe(secret.passphrase);
	if (secret.kind === 'passkey') wipe(secret.first, secret.second);
}
