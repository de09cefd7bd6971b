/**
 * One container for everything that is encrypted: C2SP chunked encryption (c2sp.org/chunked-encryption,
 * v1) in its named instance Cobblestone-256, on WebCrypto alone.
 *
 *   salt (24, random) ‖ commitment (32) ‖ chunks of 16 KiB, each with a 16-byte tag
 *
 * Key, base nonce and commitment are derived from the input key, the salt and a context by HKDF-Expand
 * with SHA-512. The last chunk is always shorter than 16 KiB, so a missing end is noticed. The
 * commitment makes sure that one ciphertext opens under one key only.
 */
import { AppError } from '../errors.ts';
import { concat, equal, random, u32, u64, utf8, wipe, type Bytes } from './bytes.ts';

const SALT = 24;
const COMMITMENT = 32;
const HEADER = SALT + COMMITMENT;
const CHUNK = 16 * 1024;
const TAG = 16;
const SEALED_CHUNK = CHUNK + TAG;
const AES_KEY = 32;
const NONCE = 12;
const HASH = 64;

const LABEL = utf8('c2sp.org/chunked-encryption@v1+AEAD_AES_256_GCM\0');

/** Length of an input key. */
export const KEY = 32;

/** From what `seal` and `open` derive: a non-extractable HMAC-SHA-512 key over 32 random bytes. */
export type InputKey = CryptoKey;

/** Copies the bytes; wiping them is the caller's. */
export function importInputKey(raw: Bytes): Promise<InputKey> {
	return crypto.subtle.importKey('raw', raw, { name: 'HMAC', hash: 'SHA-512' }, false, ['sign']);
}

type Derived = {
	readonly aead: CryptoKey;
	readonly baseNonce: Bytes;
	readonly commitment: Bytes;
};

/** 76 bytes of HKDF-Expand (RFC 5869, 2.3) are two blocks of HMAC-SHA-512. */
async function derive(key: InputKey, salt: Bytes, context: Bytes): Promise<Derived> {
	const hmac = async (...parts: readonly Bytes[]): Promise<Bytes> =>
		new Uint8Array(await crypto.subtle.sign('HMAC', key, concat(...parts)));
	const info = concat(LABEL, salt, context);
	const first = await hmac(info, Uint8Array.of(1));
	const second = await hmac(first, info, Uint8Array.of(2));
	const aead = await crypto.subtle.importKey('raw', first.slice(0, AES_KEY), 'AES-GCM', false, [
		'encrypt',
		'decrypt'
	]);
	const baseNonce = first.slice(AES_KEY, AES_KEY + NONCE);
	const inFirst = HASH - AES_KEY - NONCE;
	const commitment = concat(
		first.subarray(HASH - inFirst),
		second.subarray(0, COMMITMENT - inFirst)
	);
	wipe(first, second);
	return { aead, baseNonce, commitment };
}

/** An array in memory has fewer than 2³² chunks, so the counter never reaches past four bytes. */
function nonceOf(baseNonce: Bytes, chunk: number): AesGcmParams {
	const iv = baseNonce.slice();
	const view = new DataView(iv.buffer);
	const last = NONCE - 4;
	view.setUint32(last, (view.getUint32(last) ^ chunk) >>> 0);
	return { name: 'AES-GCM', iv };
}

function eachChunk<T>(last: number, work: (chunk: number) => Promise<T>): Promise<T[]> {
	return Promise.all(Array.from({ length: last + 1 }, (_, chunk) => work(chunk)));
}

export function sealedLength(length: number): number {
	return HEADER + length + TAG * (Math.floor(length / CHUNK) + 1);
}

/**
 * The message, readable only with this key and this context. Every call makes another ciphertext,
 * 56 + 16 × (⌊length / 16384⌋ + 1) bytes longer than the message.
 */
export async function seal(key: InputKey, context: Bytes, message: Bytes): Promise<Bytes> {
	const salt = random(SALT);
	const { aead, baseNonce, commitment } = await derive(key, salt, context);
	const sealed = new Uint8Array(sealedLength(message.length));
	sealed.set(salt);
	sealed.set(commitment, SALT);
	await eachChunk(Math.floor(message.length / CHUNK), async (chunk) => {
		const part = message.subarray(chunk * CHUNK, (chunk + 1) * CHUNK);
		const encrypted = await crypto.subtle.encrypt(nonceOf(baseNonce, chunk), aead, part);
		sealed.set(new Uint8Array(encrypted), HEADER + chunk * SEALED_CHUNK);
	});
	return sealed;
}

/** Why a container does not open. Another key or context and a damaged header look alike. */
type Unopened = 'length' | 'commitment' | 'chunk';

function unopened(reason: Unopened): AppError {
	return new AppError('vault.record-damaged', { details: { reason } });
}

/**
 * What was sealed with the same key and context: all of it or nothing. Errors: AppError
 * `vault.record-damaged` with `details.reason` (`Unopened`).
 */
export async function open(key: InputKey, context: Bytes, sealed: Bytes): Promise<Bytes> {
	const last = Math.floor((sealed.length - HEADER) / SEALED_CHUNK);
	const lastLength = sealed.length - HEADER - last * SEALED_CHUNK;
	if (sealed.length < HEADER + TAG || lastLength < TAG) throw unopened('length');
	const salt = sealed.slice(0, SALT);
	const { aead, baseNonce, commitment } = await derive(key, salt, context);
	if (!equal(commitment, sealed.subarray(SALT, HEADER))) throw unopened('commitment');
	const message = new Uint8Array(last * CHUNK + lastLength - TAG);
	await eachChunk(last, async (chunk) => {
		const start = HEADER + chunk * SEALED_CHUNK;
		const part = sealed.subarray(start, start + SEALED_CHUNK);
		const decrypted = await crypto.subtle
			.decrypt(nonceOf(baseNonce, chunk), aead, part)
			.catch(() => {
				throw unopened('chunk');
			});
		message.set(new Uint8Array(decrypted), chunk * CHUNK);
	});
	return message;
}

/** Where a ciphertext belongs; one that is moved to another place does not open there. */
export type Place = {
	readonly vault: string;
	readonly table: string;
	readonly record: string;
	readonly revision: number;
};

/** Version of the layout of what is sealed. */
const SCHEMA = 1;

/** The place as bytes, texts with their length before them: no two places have the same. */
export function contextOf({ vault, table, record, revision }: Place): Bytes {
	const texts = [vault, table, record].flatMap((text) => {
		const bytes = utf8(text);
		return [u32(bytes.length), bytes];
	});
	return concat(utf8('mp1'), ...texts, u64(revision), u32(SCHEMA));
}
