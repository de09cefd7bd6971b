/**
 * The passphrase of an age file (age-encryption.org/v1, "the scrypt recipient type"). Typage has it as
 * well, by a scrypt in JavaScript; this one is hash-wasm's, which takes two thirds of the time.
 */
import { chacha20poly1305 } from '@noble/ciphers/chacha.js';
import { Stanza, type Identity, type Recipient } from 'age-encryption';
import { scrypt } from 'hash-wasm';
import { AppError } from '../../errors.ts';
import { concat, random, utf8, wipe, type Bytes } from '../bytes.ts';

const KIND = 'scrypt';
const LABEL = utf8('age-encryption.org/v1/scrypt');
const SALT = 16;
const KEY = 32;
const BLOCK = 8;
/** That of the `age` command: 256 MiB, about a second. */
const WORK = 18;
/** What a file may ask for, which anyone may have written: 1 GiB. */
const MOST_WORK = 20;
/** Each key encrypts one thing only. */
const NONCE = new Uint8Array(12);

const toBase64 = (bytes: Uint8Array): string =>
	btoa(String.fromCharCode(...bytes)).replaceAll('=', '');
const fromBase64 = (text: string): Bytes =>
	Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

/** Errors: AppError `vault.no-memory`. */
async function keyOf(passphrase: Bytes, salt: Bytes, work: number): Promise<Bytes> {
	try {
		const hash = await scrypt({
			password: passphrase,
			salt: concat(LABEL, salt),
			costFactor: 2 ** work,
			blockSize: BLOCK,
			parallelism: 1,
			hashLength: KEY,
			outputType: 'binary'
		});
		return new Uint8Array(hash);
	} catch (cause) {
		// As in `stretch`: a view of memory that did not grow.
		if (!(cause instanceof RangeError)) throw cause;
		const details = { memoryMiB: (128 * BLOCK * 2 ** work) / 2 ** 20 };
		throw new AppError('vault.no-memory', { retryable: true, details, cause });
	}
}

/** Wipes the passphrase once it is used. */
export function passphraseRecipient(passphrase: Bytes): Recipient {
	return {
		wrapFileKey: async (fileKey) => {
			const salt = random(SALT);
			const key = await keyOf(passphrase, salt, WORK);
			const body = chacha20poly1305(key, NONCE).encrypt(fileKey);
			wipe(key, passphrase);
			return [new Stanza([KIND, toBase64(salt), String(WORK)], body)];
		}
	};
}

/** Leaves the passphrase as it is. A stanza that is not as the format asks is an error. */
export function passphraseIdentity(passphrase: Bytes): Identity {
	return {
		unwrapFileKey: async (stanzas) => {
			const [stanza] = stanzas;
			if (stanza?.args[0] !== KIND) return null;
			const [, salt = '', work = ''] = stanza.args;
			const isOurs = stanzas.length === 1 && stanza.args.length === 3 && /^[1-9]\d?$/.test(work);
			const bytes = fromBase64(salt);
			if (!isOurs || Number(work) > MOST_WORK || bytes.length !== SALT) {
				throw new RangeError('not a scrypt stanza');
			}
			const key = await keyOf(passphrase, bytes, Number(work));
			try {
				return chacha20poly1305(key, NONCE).decrypt(stanza.body);
			} catch {
				return null;
			} finally {
				wipe(key);
			}
		}
	};
}
