/** Plain digests, for any room: no key is involved. */

/** SHA-256 (FIPS 180-4) as 64 lower-case hexadecimal digits. */
export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
	const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
	return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Crockford's base 32, without what is mistaken for something else. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE = 16;

/**
 * What two people compare by eye, `XXXX-XXXX-XXXX-XXXX`: 80 bits of the words' SHA-256. So many, because
 * whoever stands between them may try other words until a shorter code is the same.
 */
export async function matchingCode(words: string): Promise<string> {
	const hash = await sha256(new TextEncoder().encode(words));
	let bits = BigInt(`0x${hash.slice(0, (CODE * 5) / 4)}`);
	let code = '';
	for (let letter = 0; letter < CODE; letter++, bits >>= 5n) {
		code = LETTERS.charAt(Number(bits & 31n)) + code;
	}
	return code.replace(/.{4}(?=.)/g, '$&-');
}

/**
 * By which people tell a device: of the key that it signs with and of the age key to which it is given
 * secrets, so that neither can be exchanged unnoticed. `jkt`: SHA-256 of the raw public key, base64url.
 */
export function deviceCode(jkt: string, recipient: string): Promise<string> {
	return matchingCode(`vultus-device/1 ${jkt} ${recipient}`);
}
