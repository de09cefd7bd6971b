/**
 * Verifies leases. The algorithm is fixed and the keys are pinned: nothing in the token chooses either
 * (ASVS 5.0, 9.1.2 and 9.1.3). `token = b64url(type) "." b64url(payload) "." b64url(signature)`, signed
 * over the first two parts with their dot by Ed25519 (RFC 8032).
 */
import { safeParse } from 'valibot';
import { AppError } from '../errors.ts';
import { fromBase64url, parseCanonical, toBase64url } from './encoding.ts';
import { leaseSchema, type Lease } from './schema.ts';

const TYPE = toBase64url(new TextEncoder().encode('vultus-lease/1'));
const MOST_PAYLOAD = 2048;
const KEY_BYTES = 32;

/** Raw Ed25519 public keys by `kid`: the current one and the next. */
export type PinnedKeys = ReadonlyMap<string, Uint8Array<ArrayBuffer>>;

type Reason =
	'shape' | 'type' | 'encoding' | 'too-long' | 'signature' | 'canonical' | 'payload' | 'kid';

const refused = (reason: Reason): AppError =>
	new AppError('lease.invalid', { details: { reason } });

/** `kid=base64url,kid=base64url`; empty: none. Errors: AppError `unexpected` for anything else. */
export function parsePinnedKeys(text: string): PinnedKeys {
	const pairs = text === '' ? [] : text.split(',');
	return new Map(
		pairs.map((pair) => {
			const [kid = '', ...rest] = pair.split('=');
			const key = fromBase64url(rest.join('='));
			if (kid === '' || key?.length !== KEY_BYTES) throw new AppError('unexpected');
			return [kid, key];
		})
	);
}

/** Written into the build (docs/backend.md, lease keys); none where the build was given none. */
export const PINNED_KEYS = parsePinnedKeys(
	(import.meta.env as Readonly<Record<string, string>> | undefined)?.['VULTUS_LEASE_KEYS'] ?? ''
);

/**
 * What a token says that one of the pinned keys has signed. Whether it is for this device and still
 * valid is not asked here. Errors: AppError `lease.invalid` with the reason.
 */
export async function verifyLease(token: string, keys: PinnedKeys): Promise<Lease> {
	const [type, body, mark, ...more] = token.split('.');
	if (type === undefined || body === undefined || mark === undefined || more.length > 0) {
		throw refused('shape');
	}
	if (type !== TYPE) throw refused('type');
	const payload = fromBase64url(body);
	const signature = fromBase64url(mark);
	if (payload === null || signature === null) throw refused('encoding');
	if (payload.length > MOST_PAYLOAD) throw refused('too-long');
	const signer = await signerOf(new TextEncoder().encode(`${type}.${body}`), signature, keys);
	if (signer === null) throw refused('signature');
	const value = parseCanonical(payload);
	if (value === undefined) throw refused('canonical');
	const { success, output } = safeParse(leaseSchema, value);
	if (!success) throw refused('payload');
	if (output.kid !== signer) throw refused('kid');
	return output;
}

async function signerOf(
	signed: Uint8Array<ArrayBuffer>,
	signature: Uint8Array<ArrayBuffer>,
	keys: PinnedKeys
): Promise<string | null> {
	for (const [kid, key] of keys) if (await isSigned(signed, signature, key)) return kid;
	return null;
}

async function isSigned(
	signed: Uint8Array<ArrayBuffer>,
	signature: Uint8Array<ArrayBuffer>,
	key: Uint8Array<ArrayBuffer>
): Promise<boolean> {
	const imported = await crypto.subtle
		.importKey('raw', key, 'Ed25519', false, ['verify'])
		.catch((error: unknown) => {
			if (error instanceof DOMException && error.name === 'NotSupportedError') return null;
			throw error;
		});
	if (imported !== null) return crypto.subtle.verify('Ed25519', imported, signature, signed);
	// Chromium before 137.
	const { ed25519 } = await import('@noble/curves/ed25519.js');
	return signature.length === 64 && ed25519.verify(signature, signed, key, { zip215: false });
}
