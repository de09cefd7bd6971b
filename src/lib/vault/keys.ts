/**
 * The only module in which keys are bytes: between being born or unwrapped and being imported as
 * non-extractable, or wrapped once more. Everyone else holds CryptoKeys and ciphertext.
 */
import { AppError } from '../errors.ts';
import { concat, fromHex, random, toHex, u32, u64, wipe, type Bytes } from './bytes.ts';
import {
	contextOf,
	importInputKey,
	KEY,
	open,
	seal,
	type InputKey,
	type Place
} from './container.ts';
import type { ErasureReceipt, ScopeId } from './types.ts';

/** A key and its wrapping under another one. */
export type WrappedKey = { readonly key: InputKey; readonly wrapped: Bytes };

/** Where something sealed is, and the key above it. */
export type Home = { readonly key: InputKey; readonly place: Place };

/** Imports and wipes. */
export async function useOnce(raw: Bytes): Promise<InputKey> {
	try {
		return await importInputKey(raw);
	} finally {
		wipe(raw);
	}
}

/** A slot's key from a secret of at least 256 random bits: HKDF-SHA-512 (RFC 5869). Wipes it. */
export async function keyFromSecret(secret: Bytes, salt: Bytes, info: Bytes): Promise<InputKey> {
	const material = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits']);
	wipe(secret);
	const algorithm = { name: 'HKDF', hash: 'SHA-512', salt, info };
	return useOnce(new Uint8Array(await crypto.subtle.deriveBits(algorithm, material, 8 * KEY)));
}

/** A fresh random key, wrapped for its home. */
export async function createKey({ key, place }: Home): Promise<WrappedKey> {
	const raw = random(KEY);
	try {
		const wrapped = await seal(key, contextOf(place), raw);
		return { key: await importInputKey(raw), wrapped };
	} finally {
		wipe(raw);
	}
}

async function unwrapRaw({ key, place }: Home, wrapped: Bytes): Promise<Bytes> {
	const raw = await open(key, contextOf(place), wrapped);
	if (raw.length === KEY) return raw;
	wipe(raw);
	throw new AppError('vault.record-damaged', { details: { reason: 'length' } });
}

/** Errors: as `open`. */
export async function unwrapKey(home: Home, wrapped: Bytes): Promise<InputKey> {
	return useOnce(await unwrapRaw(home, wrapped));
}

/** The same key, wrapped for another home. Errors: as `open`. */
export async function rewrapKey(from: Home, wrapped: Bytes, to: Home): Promise<Bytes> {
	const raw = await unwrapRaw(from, wrapped);
	try {
		return await seal(to.key, contextOf(to.place), raw);
	} finally {
		wipe(raw);
	}
}

/**
 * The key ring, opened. Sealed as one piece, it is
 * version (1) ‖ clinic (16) ‖ count (4) ‖ scope (16) and key (32), each
 * ‖ count (4) ‖ scope (16), time (8), records (4) and assets (4) of each erasure.
 */
export type Ring = {
	readonly clinic: ScopeId;
	readonly scopes: ReadonlyMap<ScopeId, InputKey>;
	readonly erased: readonly ErasureReceipt[];
};

const RING_VERSION = 1;
const ID = 16;
const SCOPE_ENTRY = ID + KEY;
const RECEIPT = ID + 8 + 4 + 4;

type RawRing = {
	readonly clinic: ScopeId;
	/** Scope and key, as they stand in the ring. */
	readonly entries: readonly Bytes[];
	readonly erased: readonly ErasureReceipt[];
};

const scopeOf = (entry: Bytes): ScopeId => toHex(entry.subarray(0, ID));

function ringBytes({ clinic, entries, erased }: RawRing): Bytes {
	return concat(
		Uint8Array.of(RING_VERSION),
		fromHex(clinic),
		u32(entries.length),
		...entries,
		u32(erased.length),
		...erased.map(({ scope, erasedAt, records, assets }) =>
			concat(fromHex(scope), u64(erasedAt), u32(records), u32(assets))
		)
	);
}

/** What was sealed by this module: authentic, so only its version can be strange. */
function parseRing(bytes: Bytes): RawRing {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	if (view.getUint8(0) !== RING_VERSION) throw new AppError('vault.newer-version');
	let at = 1;
	const take = (length: number): Bytes => bytes.slice(at, (at += length));
	const count = (): number => view.getUint32((at += 4) - 4);
	const clinic = toHex(take(ID));
	const entries = Array.from({ length: count() }, () => take(SCOPE_ENTRY));
	const erased = Array.from({ length: count() }, () => {
		const start = at;
		return {
			scope: toHex(take(RECEIPT).subarray(0, ID)),
			erasedAt: Number(view.getBigUint64(start + ID)),
			records: view.getUint32(start + ID + 8),
			assets: view.getUint32(start + ID + 12)
		};
	});
	return { clinic, entries, erased };
}

async function withRing<T>(
	{ key, place }: Home,
	sealed: Bytes,
	use: (ring: RawRing) => Promise<T>
): Promise<T> {
	const bytes = await open(key, contextOf(place), sealed);
	const ring = parseRing(bytes);
	try {
		return await use(ring);
	} finally {
		wipe(bytes, ...ring.entries);
	}
}

async function sealRing({ key, place }: Home, ring: RawRing): Promise<Bytes> {
	const bytes = ringBytes(ring);
	try {
		return await seal(key, contextOf(place), bytes);
	} finally {
		wipe(bytes);
	}
}

/** A sealed ring and the key of the scope that is new in it. */
export type GrownRing = { readonly sealedRing: Bytes; readonly key: InputKey };

async function grow(home: Home, ring: RawRing, scope: ScopeId): Promise<GrownRing> {
	const raw = random(KEY);
	const entry = concat(fromHex(scope), raw);
	try {
		const sealedRing = await sealRing(home, { ...ring, entries: [...ring.entries, entry] });
		return { sealedRing, key: await importInputKey(raw) };
	} finally {
		wipe(raw, entry);
	}
}

/** A ring with nothing but the clinic's own scope. */
export function createRing(home: Home, clinic: ScopeId): Promise<GrownRing> {
	return grow(home, { clinic, entries: [], erased: [] }, clinic);
}

/** Errors: as `open`; `vault.newer-version`. */
export function openRing(home: Home, sealed: Bytes): Promise<Ring> {
	return withRing(home, sealed, async ({ clinic, entries, erased }) => {
		const scopes = await Promise.all(
			entries.map(async (entry) => [scopeOf(entry), await importInputKey(entry.slice(ID))] as const)
		);
		return { clinic, scopes: new Map(scopes), erased };
	});
}

/** The ring with one scope more. */
export function addScope(from: Home, sealed: Bytes, to: Home, scope: ScopeId): Promise<GrownRing> {
	return withRing(from, sealed, (ring) => grow(to, ring, scope));
}

/** The ring without one scope, which leaves a receipt; under another key, so the old ring is lost. */
export function dropScope(
	from: Home,
	sealed: Bytes,
	to: Home,
	receipt: ErasureReceipt
): Promise<Bytes> {
	return withRing(from, sealed, (ring) =>
		sealRing(to, {
			...ring,
			entries: ring.entries.filter((entry) => scopeOf(entry) !== receipt.scope),
			erased: [...ring.erased, receipt]
		})
	);
}

/** The same ring under another key or for another generation. */
export function moveRing(from: Home, sealed: Bytes, to: Home): Promise<Bytes> {
	return withRing(from, sealed, (ring) => sealRing(to, ring));
}

/** A ring and where it is. */
export type RingAt = { readonly home: Home; readonly sealed: Bytes };

/** The ring with some scopes of another one, and with the receipts of both. */
export function joinRings(
	{ home, sealed }: RingAt,
	other: RingAt,
	to: Home,
	scopes: ReadonlySet<ScopeId>
): Promise<Bytes> {
	return withRing(home, sealed, (ring) =>
		withRing(other.home, other.sealed, (more) => {
			const added = more.entries.filter((entry) => scopes.has(scopeOf(entry)));
			const known = new Set(ring.erased.map(({ scope }) => scope));
			const receipts = more.erased.filter(({ scope }) => !known.has(scope));
			return sealRing(to, {
				...ring,
				entries: [...ring.entries, ...added],
				erased: [...ring.erased, ...receipts]
			});
		})
	);
}
