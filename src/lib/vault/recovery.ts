/**
 * The recovery kit: 256 random bits on paper. Written in Crockford's base 32, fourteen groups of
 * four, the last of them a checksum: `7ZK4-0M9Q-…`.
 */
import { AppError } from '../errors.ts';
import { concat, random, utf8, wipe, type Bytes } from './bytes.ts';
import { KEY } from './container.ts';

/** Without I, L, O and U: what they are mistaken for, or spell. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const GROUP = 4;
/** 256 bits in letters of 5; the last letter ends in four zero bits. */
const SECRET_LETTERS = 52;
const KIT_LETTERS = SECRET_LETTERS + GROUP;

const READ_AS: ReadonlyMap<string, string> = new Map([
	['O', '0'],
	['I', '1'],
	['L', '1']
]);

/** The kit as it is printed, group by group. */
export type Kit = readonly string[];

/** Big-endian bits as letters, the last one filled up with zeros. */
function lettersOf(bytes: Bytes): string {
	let letters = '';
	let bits = 0;
	let count = 0;
	for (const byte of bytes) {
		bits = (bits << 8) | byte;
		count += 8;
		while (count >= 5) {
			count -= 5;
			letters += ALPHABET.charAt((bits >> count) & 31);
		}
		bits &= (1 << count) - 1;
	}
	return count === 0 ? letters : letters + ALPHABET.charAt((bits << (5 - count)) & 31);
}

/** Back again; bits that fill no byte are dropped. */
function bytesOf(letters: string): Bytes {
	const bytes = new Uint8Array(Math.floor((letters.length * 5) / 8));
	let bits = 0;
	let count = 0;
	let at = 0;
	for (const letter of letters) {
		bits = (bits << 5) | ALPHABET.indexOf(letter);
		count += 5;
		if (count >= 8) {
			count -= 8;
			bytes[at++] = bits >> count;
			bits &= (1 << count) - 1;
		}
	}
	return bytes;
}

/** 20 bits: a slip of the pen passes once in a million. */
async function checksum(secret: Bytes): Promise<string> {
	const labelled = concat(utf8('vultus recovery kit'), secret);
	const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', labelled));
	wipe(labelled);
	return lettersOf(hash.subarray(0, 3)).slice(0, GROUP);
}

export function newSecret(): Bytes {
	return random(KEY);
}

export async function writeKit(secret: Bytes): Promise<Kit> {
	const letters = lettersOf(secret) + (await checksum(secret));
	return letters.match(/.{4}/g) ?? [];
}

/** Typed letters as the kit has them: capitals without spaces and dashes, O read as 0, I and L as 1. */
function lettersIn(typed: string): string {
	return Array.from(
		typed.toUpperCase().replace(/[\s\p{Dash}]/gu, ''),
		(letter) => READ_AS.get(letter) ?? letter
	).join('');
}

/** The secret of a kit. Errors: AppError `vault.kit-mistyped`, with `details.reason`. */
export async function readKit(typed: string): Promise<Bytes> {
	const mistyped = (reason: 'letter' | 'length' | 'checksum'): AppError =>
		new AppError('vault.kit-mistyped', { details: { reason } });
	const letters = lettersIn(typed);
	if (/[^0-9A-HJKMNP-TV-Z]/.test(letters)) throw mistyped('letter');
	if (letters.length !== KIT_LETTERS) throw mistyped('length');
	const secret = bytesOf(letters.slice(0, SECRET_LETTERS));
	// Written again, so that neither the checksum nor the bits that fill up may differ.
	if ((await writeKit(secret)).join('') !== letters) throw mistyped('checksum');
	return secret;
}

/**
 * A key for the copies that only this kit is to open (HKDF with SHA-512, RFC 5869). It follows from the kit,
 * opens no vault, and is kept in the vault, so that copies can be made without the paper. Errors: as `readKit`.
 */
export async function kitKey(typed: string): Promise<Bytes> {
	const secret = await readKit(typed);
	const key = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits']);
	wipe(secret);
	const info = utf8('vultus copies for a recovery kit');
	const how = { name: 'HKDF', hash: 'SHA-512', salt: new Uint8Array(), info };
	return new Uint8Array(await crypto.subtle.deriveBits(how, key, 8 * KEY));
}

/** Two different groups of the secret, counted from 0, that a person is to type back. */
export function groupsToType(): readonly [number, number] {
	const groups = SECRET_LETTERS / GROUP;
	const [a = 0, b = 0] = crypto.getRandomValues(new Uint32Array(2));
	const first = a % groups;
	return [first, (first + 1 + (b % (groups - 1))) % groups];
}

/** Whether these groups of the kit were typed, in this order. */
export function typedBack(kit: Kit, groups: readonly number[], typed: readonly string[]): boolean {
	return groups.every((group, at) => lettersIn(typed[at] ?? '') === kit[group]);
}
