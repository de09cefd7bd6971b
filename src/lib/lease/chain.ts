/** The chain of uses: each visit's hash covers the one before, so that none can be taken back unseen. */
import type { InferOutput } from 'valibot';
import { AppError } from '../errors.ts';
import { fromBase64url, toBase64url } from './encoding.ts';
import type { receiptSchema } from './schema.ts';

export type Receipt = Readonly<InferOutput<typeof receiptSchema>>;

const DOMAIN = 'vultus-use/1';
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The head before a device's first use, base64url: SHA-256(domain ‖ device id). */
export function firstHead(device: string): Promise<string> {
	return hashOf(utf8(DOMAIN), utf8(device));
}

/** SHA-256(domain ‖ head ‖ u64be seq ‖ u64be at ‖ u64be serial ‖ u8 kind ‖ random). */
export function nextHead(
	head: string,
	{ seq, at, serial, kind, random }: Receipt
): Promise<string> {
	const numbers = new DataView(new ArrayBuffer(25));
	[seq, at, serial].forEach((value, index) => numbers.setBigUint64(index * 8, BigInt(value)));
	numbers.setUint8(24, kind);
	return hashOf(utf8(DOMAIN), needed(head), new Uint8Array(numbers.buffer), needed(random));
}

/** 16 random bytes, base64url. */
export function randomOfUse(): string {
	return toBase64url(crypto.getRandomValues(new Uint8Array(16)));
}

function needed(text: string): Uint8Array {
	const bytes = fromBase64url(text);
	if (bytes === null) throw new AppError('unexpected');
	return bytes;
}

async function hashOf(...parts: readonly Uint8Array[]): Promise<string> {
	const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
	let at = 0;
	for (const part of parts) {
		all.set(part, at);
		at += part.length;
	}
	return toBase64url(new Uint8Array(await crypto.subtle.digest('SHA-256', all)));
}
