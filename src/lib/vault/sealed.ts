/** What is sealed for one reader and goes through other hands: age v1, small enough to be held whole. */
import { Decrypter, Encrypter, identityToRecipient } from 'age-encryption';
import { AppError } from '../errors.ts';
import { encrypt, requireRecipient, type AgeRecipient } from './backup/age.ts';
import { concat, utf8, type Bytes } from './bytes.ts';
import { importInputKey, open, seal } from './container.ts';
import { kitKey } from './recovery.ts';

/** The public half of an age identity: `age1…`. */
export function recipientOf(identity: string): Promise<string> {
	return identityToRecipient(identity);
}

/** For the owner of `recipient` (X25519 alone). Errors: AppError `leads.key-invalid`. */
export async function sealTo(recipient: string, content: Bytes): Promise<Bytes> {
	try {
		requireRecipient(recipient);
	} catch (cause) {
		throw new AppError('leads.key-invalid', { cause });
	}
	const encrypter = new Encrypter();
	encrypter.addRecipient(recipient);
	return (await encrypter.encrypt(content)) as Bytes;
}

/** Of typage, which has no codes. */
const NO_MATCH = /no identity matched/;

/** With whichever identity opens it. Errors: AppError `leads.other-key`, `leads.damaged`. */
export async function openSealed(identities: readonly string[], sealed: Bytes): Promise<Bytes> {
	const decrypter = new Decrypter();
	for (const identity of identities) decrypter.addIdentity(identity);
	try {
		return (await decrypter.decrypt(sealed)) as Bytes;
	} catch (cause) {
		const isOther = cause instanceof Error && NO_MATCH.test(cause.message);
		throw new AppError(isOther ? 'leads.other-key' : 'leads.damaged', { cause });
	}
}

/** For whom a file is written that leaves the clinic. */
export type FileLock = AgeRecipient;

/**
 * An age file that is held whole, for whoever has the passphrase or the key. Wipes a passphrase. Errors:
 * AppError `backup.key-mistyped`, `vault.no-memory`.
 */
export async function sealFile(content: Bytes, lock: FileLock): Promise<Bytes> {
	if (lock.kind === 'owner-key') requireRecipient(lock.recipient);
	const { chunks } = await encrypt([content], lock);
	const parts: Bytes[] = [];
	for await (const part of chunks) parts.push(part);
	return concat(...parts);
}

const FOR_KIT = utf8('vultus leads for a recovery kit');

/** For whoever has the kit that `key` follows from (`kitKey`). */
export async function sealForKit(key: Bytes, content: Bytes): Promise<Bytes> {
	return seal(await importInputKey(key), FOR_KIT, content);
}

/** With a kit as it was typed. Errors: AppError `vault.kit-mistyped`, `vault.wrong-kit`. */
export async function openWithKit(kit: string, sealed: Bytes): Promise<Bytes> {
	const key = await importInputKey(await kitKey(kit));
	try {
		return await open(key, FOR_KIT, sealed);
	} catch (cause) {
		throw new AppError('vault.wrong-kit', { cause });
	}
}
