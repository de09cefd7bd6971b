/** Bytes, texts and hashes, in what goja offers: no TextEncoder, no atob, no WebCrypto. */
import { sha256 as hash } from '@noble/hashes/sha2.js';

const BASE64URL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** base64url without padding. */
export function base64url(bytes: Uint8Array): string {
	let text = '';
	let bits = 0;
	let held = 0;
	for (const byte of bytes) {
		held = (held << 8) | byte;
		bits += 8;
		while (bits >= 6) {
			bits -= 6;
			text += BASE64URL.charAt((held >> bits) & 63);
		}
		held &= (1 << bits) - 1;
	}
	return bits === 0 ? text : text + BASE64URL.charAt((held << (6 - bits)) & 63);
}

/** `undefined` where the text is not the one canonical base64url of its bytes. */
export function fromBase64url(text: string): Uint8Array | undefined {
	const bytes = new Uint8Array(Math.floor((text.length * 6) / 8));
	let bits = 0;
	let held = 0;
	let at = 0;
	for (const character of text) {
		const value = BASE64URL.indexOf(character);
		if (value < 0) return undefined;
		held = ((held << 6) | value) & 0xffff;
		bits += 6;
		if (bits >= 8) {
			bits -= 8;
			bytes[at++] = (held >> bits) & 255;
		}
	}
	return base64url(bytes) === text ? bytes : undefined;
}

/** UTF-8. Throws on half of a surrogate pair. */
export function utf8(text: string): Uint8Array {
	const escaped = encodeURIComponent(text);
	const bytes: number[] = [];
	for (let at = 0; at < escaped.length; at++) {
		if (escaped.charAt(at) === '%') {
			bytes.push(parseInt(escaped.slice(at + 1, at + 3), 16));
			at += 2;
		} else bytes.push(escaped.charCodeAt(at));
	}
	return new Uint8Array(bytes);
}

export function concat(...parts: readonly Uint8Array[]): Uint8Array {
	const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
	let at = 0;
	for (const part of parts) {
		all.set(part, at);
		at += part.length;
	}
	return all;
}

/** Eight bytes, big-endian. `value`: a whole number from 0 to 2^53 − 1. */
export function u64be(value: number): Uint8Array {
	const bytes = new Uint8Array(8);
	for (let at = 7, left = value; at >= 0; at--) {
		bytes[at] = left % 256;
		left = Math.floor(left / 256);
	}
	return bytes;
}

export function sha256(bytes: Uint8Array): Uint8Array {
	return hash(bytes);
}

/** The hash of a text's UTF-8, base64url. */
export function sha256Text(text: string): string {
	return base64url(sha256(utf8(text)));
}

export type Json =
	string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/**
 * Keys sorted by code unit, no white space, whole numbers only: one text for one value. Throws on any
 * other number.
 */
export function canonicalJson(value: Json): string {
	if (typeof value === 'number') {
		if (!Number.isSafeInteger(value)) throw new Error('only whole numbers');
		return String(value);
	}
	if (value === null || typeof value !== 'object') return JSON.stringify(value);
	if (Array.isArray(value)) return `[${(value as readonly Json[]).map(canonicalJson).join(',')}]`;
	const object = value as { readonly [key: string]: Json };
	const fields = Object.keys(object)
		.sort()
		.map((key) => `${JSON.stringify(key)}:${canonicalJson(object[key] ?? null)}`);
	return `{${fields.join(',')}}`;
}

/** For the eye and for typing: five bits a character, no I, L, O, U. `count` characters. */
export function crockford(bytes: Uint8Array, count: number): string {
	let text = '';
	for (let at = 0; at < count; at++) {
		const bit = at * 5;
		const pair = ((bytes[bit >> 3] ?? 0) << 8) | (bytes[(bit >> 3) + 1] ?? 0);
		text += CROCKFORD.charAt((pair >> (11 - (bit & 7))) & 31);
	}
	return text;
}

/** Groups of four with hyphens between. */
export function grouped(text: string): string {
	return (text.match(/.{1,4}/g) ?? []).join('-');
}

/** What was meant by a typed code: hyphens and case do not matter, O is 0, I and L are 1. */
export function typedCode(text: string): string {
	return text.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
}
