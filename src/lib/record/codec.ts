import { is, safeParse } from 'valibot';
import { AppError } from '../errors.ts';
import { entrySchema, RECORD_VERSION } from './schema.ts';
import type { Entry } from './types.ts';

/**
 * The entry as bytes for the vault. Numbers survive to the bit: JSON writes them that exactly. What
 * could not be opened again is not written. Errors: AppError `unexpected`.
 */
export function encodeEntry(entry: Entry): Uint8Array<ArrayBuffer> {
	if (!is(entrySchema, entry)) throw new AppError('unexpected');
	return new TextEncoder().encode(JSON.stringify({ version: RECORD_VERSION, ...entry }));
}

/**
 * Errors: AppError `vault.newer-version` where a newer app wrote it, `vault.record-damaged` where it is
 * no entry. Neither says what stands in it.
 */
export function decodeEntry(bytes: Uint8Array): Entry {
	const value = parsed(bytes);
	const version: unknown = value !== null && 'version' in value ? value.version : null;
	if (typeof version === 'number' && version > RECORD_VERSION) {
		throw new AppError('vault.newer-version');
	}
	const { success, output } = safeParse(entrySchema, value);
	if (!success || version !== RECORD_VERSION) {
		throw new AppError('vault.record-damaged', { details: { reason: 'shape' } });
	}
	return output;
}

function parsed(bytes: Uint8Array): object | null {
	try {
		const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
		return typeof value === 'object' ? value : null;
	} catch {
		return null;
	}
}
