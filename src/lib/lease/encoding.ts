/** base64url and canonical JSON: one text for one value, so that bytes can be signed and compared. */
import { AppError } from '../errors.ts';

export type Json =
	string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

type Bytes = Uint8Array<ArrayBuffer>;

/** Without padding (RFC 4648 §5). */
export function toBase64url(bytes: Uint8Array): string {
	const text = btoa(String.fromCharCode(...bytes));
	return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** Null where the text is not the one base64url of its bytes: padding, stray bits, other letters. */
export function fromBase64url(text: string): Bytes | null {
	if (!/^[A-Za-z0-9_-]*$/.test(text) || text.length % 4 === 1) return null;
	const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
	const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
	return toBase64url(bytes) === text ? bytes : null;
}

/**
 * Keys sorted by code unit, no white space, safe whole numbers only. Errors: AppError `unexpected`
 * for any other number.
 */
export function canonicalJson(value: Json): string {
	if (typeof value === 'number') {
		if (!Number.isSafeInteger(value)) throw new AppError('unexpected');
		return String(value);
	}
	if (value === null || typeof value !== 'object') return JSON.stringify(value);
	if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
	const fields = Object.keys(value)
		.sort()
		.map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key] ?? null)}`);
	return `{${fields.join(',')}}`;
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

/**
 * What canonical JSON says; undefined for every other text. A key that comes twice, a number that is not
 * whole or too large, white space and another order all change when the value is written again.
 */
export function parseCanonical(bytes: Bytes): Json | undefined {
	try {
		const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
		const value = JSON.parse(text) as Json;
		return canonicalJson(value) === text ? value : undefined;
	} catch {
		return undefined;
	}
}
