/** Bundled for the server and run in its own engine: what it makes of the vectors that app and tests share. */
import { fromBase64url, sha256, utf8 } from '../hooks/bytes.ts';
import { firstHead, isSignedByDevice, leaseKey, leaseToken, nextHead } from '../hooks/lease.ts';
import type { Receipt } from '../hooks/lease.ts';
import vectors from '../vectors/lease.json';

/** The seeds of vectors/make-lease.ts, by the order of its keys. */
const SECRETS = ['vectors: current', 'vectors: next'].map((seed) => leaseKey(sha256(utf8(seed))));

/** The tokens that this engine signs for the good payloads, by the cases' names. */
export function tokens(): Readonly<Record<string, string>> {
	return Object.fromEntries(
		vectors.cases.flatMap(({ name, payload }) => {
			if (payload === undefined) return [];
			const key = SECRETS.find(({ kid }) => kid === payload.kid);
			return key === undefined ? [] : [[name, leaseToken(payload, key)]];
		})
	);
}

/** The heads of the chain of uses, the first one included. */
export function heads(): readonly string[] {
	const { device, uses } = vectors.chain;
	return uses.reduce(
		(all, use) => [...all, nextHead(all.at(-1) ?? '', use as Receipt)],
		[firstHead(device)]
	);
}

/** Whether the request of the vectors counts as signed by `publicKey` with `signature`. */
export function isSigned(signature: string, publicKey: string): boolean {
	return (
		fromBase64url(signature) !== undefined &&
		isSignedByDevice(vectors.renewal.request, signature, publicKey)
	);
}
