import { is, safeParse } from 'valibot';
import { AppError } from '../errors.ts';
import { entrySchema, RECORD_VERSION, UPGRADES } from './schema.ts';
import type { Entry } from './types.ts';

/**
 * The entry as bytes for the vault. Numbers survive to the bit: JSON writes them that exactly. What
 * could not be opened again is not written. Errors: AppError `unexpected`.
 */
export function encodeEntry(entry: Entry): Uint8Array<ArrayBuffer> {
	if (!is(entrySchema, entry)) throw new AppError('unexpected');
	const numbered = hasOwnVersion(entry) ? { schema: RECORD_VERSION } : { version: RECORD_VERSION };
	return new TextEncoder().encode(JSON.stringify({ ...numbered, ...entry }));
}

/**
 * An entry of an older version is given as today's. Errors: AppError `vault.newer-version` where a newer
 * app wrote it, `vault.record-damaged` where it is no entry. Neither says what stands in it.
 */
export function decodeEntry(bytes: Uint8Array): Entry {
	const value = parsed(bytes);
	return asEntry(value, versionOf(value));
}

/** What was parsed of an entry that this version wrote. Errors: as `decodeEntry`. */
export function asEntry(value: object | null, version: number): Entry {
	if (version > RECORD_VERSION) throw new AppError('vault.newer-version');
	const { success, output } = safeParse(entrySchema, upgraded(value, version));
	if (!success || version < 1) {
		throw new AppError('vault.record-damaged', { details: { reason: 'shape' } });
	}
	return output;
}

/** Whether what is stored differs from what `encodeEntry` would write of it today. */
export function isOld(bytes: Uint8Array): boolean {
	const value = parsed(bytes);
	return upgradesFor(value, versionOf(value)).length > 0;
}

/** Of a text that has versions of its own, under which name that of its schema must not stand. */
const OWN_VERSIONS: readonly unknown[] = ['consent-text', 'handover'];
/** The schema that wrote these before theirs had a name. */
const THEIR_FIRST = 3;

function hasOwnVersion(value: object): boolean {
	return 'kind' in value && OWN_VERSIONS.includes(value.kind);
}

/** 0 where there is none. */
function versionOf(value: object | null): number {
	if (value !== null && hasOwnVersion(value) && !('schema' in value)) return THEIR_FIRST;
	const { schema, version: plain }: { schema?: unknown; version?: unknown } = value ?? {};
	const version = schema ?? plain;
	return typeof version === 'number' && Number.isSafeInteger(version) ? version : 0;
}

/** Those that this entry still has before it, in order. */
function upgradesFor(value: object | null, version: number) {
	if (value === null || !('kind' in value) || typeof value.kind !== 'string' || version < 1)
		return [];
	const { kind } = value;
	return Array.from({ length: Math.max(0, RECORD_VERSION - version) }, (_, at) => {
		return UPGRADES[version + at]?.[kind];
	}).filter((upgrade) => upgrade !== undefined);
}

/** Null where it was no entry of its own version. */
function upgraded(value: object | null, version: number): object | null {
	try {
		return upgradesFor(value, version).reduce((old, upgrade) => old && upgrade(old), value);
	} catch {
		return null;
	}
}

function parsed(bytes: Uint8Array): object | null {
	try {
		const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
		return typeof value === 'object' ? value : null;
	} catch {
		return null;
	}
}
