/** Lease tokens, renewal requests and the chain of uses (docs/backend.md). Pure: bytes in, bytes out. */
import { ed25519 } from '@noble/curves/ed25519.js';
import { p256 } from '@noble/curves/nist.js';
import {
	base64url,
	canonicalJson,
	concat,
	fromBase64url,
	sha256,
	u64be,
	utf8,
	type Json
} from './bytes.ts';

// Each runtime makes this table once: a smaller one takes half as long and signs no slower.
ed25519.Point.BASE.precompute(4);

const TYPE = 'vultus-lease/1';
const CHAIN = utf8('vultus-use/1');
const RENEWAL = 'vultus-renew/1\n';

export type LeaseKey = {
	readonly secret: Uint8Array;
	readonly kid: string;
	readonly publicKey: string;
};

/** `secret`: the 32 bytes of an Ed25519 seed. */
export function leaseKey(secret: Uint8Array): LeaseKey {
	const publicKey = ed25519.getPublicKey(secret);
	return {
		secret,
		kid: base64url(sha256(publicKey)).slice(0, 8),
		publicKey: base64url(publicKey)
	};
}

/** Throws where the payload is longer than 2 kB. */
export function leaseToken(
	payload: Readonly<Record<string, Json>>,
	{ secret, kid }: LeaseKey
): string {
	const bytes = utf8(canonicalJson({ ...payload, kid, typ: TYPE }));
	if (bytes.length > 2048) throw new Error('the payload is too long');
	const signed = `${base64url(utf8(TYPE))}.${base64url(bytes)}`;
	return `${signed}.${base64url(ed25519.sign(utf8(signed), secret))}`;
}

/** Whether `body`, without its `signature`, is signed by the device's key. */
export function isSignedByDevice(
	body: Readonly<Record<string, Json | undefined>>,
	signature: string,
	publicKey: string
): boolean {
	const signatureBytes = fromBase64url(signature);
	const key = fromBase64url(publicKey);
	if (signatureBytes?.length !== 64 || key === undefined) return false;
	const rest = Object.fromEntries(
		Object.entries(body).filter(
			(entry): entry is [string, Json] => entry[0] !== 'signature' && entry[1] !== undefined
		)
	);
	try {
		// WebCrypto does not normalise s, so neither is asked for.
		return p256.verify(signatureBytes, utf8(RENEWAL + canonicalJson(rest)), key, { lowS: false });
	} catch {
		return false;
	}
}

/** A raw uncompressed point on P-256, base64url. */
export function isDeviceKey(publicKey: string): boolean {
	const bytes = fromBase64url(publicKey);
	if (bytes?.length !== 65 || bytes[0] !== 4) return false;
	try {
		p256.Point.fromBytes(bytes).assertValidity();
		return true;
	} catch {
		return false;
	}
}

export type Receipt = {
	readonly seq: number;
	/** UTC seconds. */
	readonly at: number;
	readonly serial: number;
	/** 1: a visit, 2: one begun while the clock could not be believed. */
	readonly kind: number;
	/** 16 bytes, base64url. */
	readonly random: string;
};

/** The head of a device's chain before its first use, base64url. */
export function firstHead(device: string): string {
	return base64url(sha256(concat(CHAIN, utf8(device))));
}

/** The head after one more use. `head` and the receipt's `random` are base64url of 32 and 16 bytes. */
export function nextHead(head: string, { seq, at, serial, kind, random }: Receipt): string {
	return base64url(
		sha256(
			concat(
				CHAIN,
				fromBase64url(head) ?? new Uint8Array(),
				u64be(seq),
				u64be(at),
				u64be(serial),
				new Uint8Array([kind]),
				fromBase64url(random) ?? new Uint8Array()
			)
		)
	);
}
