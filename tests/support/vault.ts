/** A vault of its own for each test, ways to make its storage fail, and a look at its raw rows. */
import { Dexie, type DBCore, type DBCoreTransaction } from 'dexie';
import { sha256 } from '../../src/lib/digest.ts';
import type { Bytes } from '../../src/lib/vault/bytes.ts';
import { newId } from '../../src/lib/vault/ids.ts';
import { openDatabase, Store, type Database } from '../../src/lib/vault/store.ts';
import type { Secret } from '../../src/lib/vault/types.ts';
import { newSecret, writeKit } from '../../src/lib/vault/recovery.ts';
import { Vault } from '../../src/lib/vault/vault.ts';
import type { Heard } from '../../src/lib/vault/writer.ts';

// On localhost Dexie writes every injected failure to the console.
Dexie.debug = false;

/** A kit as the first way in: no test but those of passphrases has to wait for Argon2id. */
export const KIT = (await writeKit(newSecret())).join('');
export const kit = (): Secret => ({ kind: 'recovery', kit: KIT });

export const text = (words: string): Bytes => new TextEncoder().encode(words);
export const words = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** Bytes that differ from place to place. */
export function pattern(length: number, seed: number): Bytes {
	const bytes = new Uint8Array(length);
	// A callback for each byte takes seconds for a large photograph.
	for (let at = 0; at < length; at++) bytes[at] = (at * 31 + (at >> 8) * 7 + seed) % 251;
	return bytes;
}

/** What a grown-up agrees to before a visit's first photograph. */
export const AGREED = { words: 1, guardian: null } as const;

export function freshName(): string {
	return `vault-test-${newId()}`;
}

export type Opened = { readonly database: Database; readonly vault: Vault };

/**
 * Without the noise that begins a new log: it costs more than the rest of most tests together. That
 * opening a vault writes it is tested with the `Store` itself, and by killing a browser.
 */
class WithoutNoise extends Store {
	override renewLog(): Promise<void> {
		return Promise.resolve();
	}
}

const opened = new Set<Opened>();
const names = new Set<string>();

/** By default it locks when it is asked to, with nothing to save. */
export function openVault(
	name: string,
	heard: Partial<Heard> = {},
	StoreOf: typeof Store = WithoutNoise
): Opened {
	const database = openDatabase(name);
	names.add(name);
	const asked = (): void => void vault.lock();
	const vault = new Vault(new StoreOf(database), name, { asked, lost: () => undefined, ...heard });
	const one = { database, vault };
	opened.add(one);
	return one;
}

export async function close(one: Opened): Promise<void> {
	await one.vault.lock();
	one.database.close();
	opened.delete(one);
}

/** As with a page that is closed, nothing that it does comes to an end. */
export function abandon({ database }: Opened): void {
	database.close();
	for (const one of opened) if (one.database === database) opened.delete(one);
}

/** After each test. */
export async function clearVaults(): Promise<void> {
	for (const one of opened) await close(one);
	for (const name of names) await deleteDatabase(name);
	names.clear();
}

function deleteDatabase(name: string): Promise<void> {
	return new Promise((resolve, reject) => {
		const request = indexedDB.deleteDatabase(name);
		request.onsuccess = () => resolve();
		request.onerror = () => reject(request.error ?? new Error('not deleted'));
	});
}

/** How an operation fails: not done at all, done but said to have failed, ended with its transaction. */
export type Fault = 'before' | 'after' | 'abort' | 'quota';

export class Faults {
	/** Operations so far. */
	count = 0;
	#at = Infinity;
	#fault: Fault = 'before';

	/** The n-th operation from now on fails, counted from 1. */
	arm(n: number, fault: Fault): void {
		this.count = 0;
		this.#at = n;
		this.#fault = fault;
	}

	disarm(): void {
		this.count = 0;
		this.#at = Infinity;
	}

	async run<T>(work: () => PromiseLike<T>, transaction?: DBCoreTransaction): Promise<T> {
		this.count += 1;
		if (this.count !== this.#at) return work();
		if (this.#fault === 'quota') throw new DOMException('full', 'QuotaExceededError');
		if (this.#fault === 'before') throw new Error('injected before');
		const done = await work();
		if (this.#fault === 'abort') {
			transaction?.abort();
			return done;
		}
		throw new Error('injected after');
	}
}

/** Every operation on every table, read or written, may be the one that fails. */
export function failingStorage(database: Database): Faults {
	const faults = new Faults();
	database.use({
		stack: 'dbcore',
		name: 'faults',
		create: (down: DBCore) => ({
			...down,
			table: (name: string) => {
				const table = down.table(name);
				return {
					...table,
					mutate: (request) => faults.run(() => table.mutate(request), request.trans),
					get: (request) => faults.run(() => table.get(request), request.trans),
					getMany: (request) => faults.run(() => table.getMany(request), request.trans),
					query: (request) => faults.run(() => table.query(request), request.trans),
					openCursor: (request) => faults.run(() => table.openCursor(request), request.trans),
					count: (request) => faults.run(() => table.count(request), request.trans)
				};
			}
		})
	});
	return faults;
}

const CRYPTO = ['encrypt', 'decrypt', 'sign', 'importKey', 'digest'] as const;

/** Every call into WebCrypto may be the one that fails. `restore` when done. */
export function failingCrypto(): { readonly faults: Faults; restore(): void } {
	const faults = new Faults();
	const { subtle } = crypto;
	for (const name of CRYPTO) {
		const original = subtle[name].bind(subtle) as (...args: unknown[]) => Promise<unknown>;
		Object.defineProperty(subtle, name, {
			configurable: true,
			value: (...args: unknown[]) => faults.run(() => original(...args))
		});
	}
	return {
		faults,
		restore: () => {
			for (const name of CRYPTO) Reflect.deleteProperty(subtle, name);
		}
	};
}

export type RawRows = ReadonlyMap<string, readonly unknown[]>;

/** What any other script of this origin, or a copy of the disk, would find. */
export async function rawRows(name: string): Promise<RawRows> {
	const database = await new Promise<IDBDatabase>((resolve, reject) => {
		const request = indexedDB.open(name);
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error ?? new Error('not opened'));
	});
	const tables = [...database.objectStoreNames];
	const rows = await Promise.all(
		tables.map(
			(table) =>
				new Promise<[string, unknown[]]>((resolve, reject) => {
					const request = database.transaction(table).objectStore(table).getAll();
					request.onsuccess = () => resolve([table, request.result as unknown[]]);
					request.onerror = () => reject(request.error ?? new Error('not read'));
				})
		)
	);
	database.close();
	return new Map(rows);
}

/** The rows as `rawRows` gives them, bytes as their SHA-256: to compare megabytes in no time. */
export async function fingerprints(name: string): Promise<RawRows> {
	const fingerprint = async (row: unknown): Promise<object> => {
		const columns = Object.entries(row as object).map(
			async ([column, value]: [string, unknown]) => [
				column,
				value instanceof Uint8Array ? await sha256(value as Bytes) : value
			]
		);
		return Object.fromEntries(await Promise.all(columns)) as object;
	};
	const tables = [...(await rawRows(name))].map(
		async ([table, rows]) => [table, await Promise.all(rows.map(fingerprint))] as const
	);
	return new Map(await Promise.all(tables));
}

/** All bytes of all rows, texts in UTF-8 and as IndexedDB stores them, in UTF-16. */
export function bytesOf(value: unknown): Uint8Array[] {
	if (value instanceof Uint8Array) return [value];
	if (typeof value === 'string') {
		const utf16 = new Uint16Array(Array.from(value, (letter) => letter.charCodeAt(0)));
		return [text(value), new Uint8Array(utf16.buffer)];
	}
	if (value instanceof Map) return [...value].flat().flatMap(bytesOf);
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flat().flatMap(bytesOf);
}

function includes(bytes: Uint8Array, wanted: Uint8Array): boolean {
	for (let at = bytes.indexOf(wanted[0]!); at >= 0; at = bytes.indexOf(wanted[0]!, at + 1)) {
		if (wanted.every((byte, i) => bytes[at + i] === byte)) return true;
	}
	return false;
}

/** Whether a word stands anywhere in the rows: plainly, in UTF-16 or in hexadecimal. */
export function reveals(rows: RawRows, wanted: string): boolean {
	const all = bytesOf(rows);
	const hex = Array.from(text(wanted), (byte) => byte.toString(16).padStart(2, '0')).join('');
	return [...bytesOf(wanted), text(hex)].some((form) => all.some((bytes) => includes(bytes, form)));
}
