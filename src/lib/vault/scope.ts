/** What a scope holds, sealed under the scope's key: records, assets and the manifest of both. */
import { isAppError } from '../errors.ts';
import { concat, fromHex, isBytes, toHex, u32, type Bytes } from './bytes.ts';
import { contextOf, open, seal, type InputKey } from './container.ts';
import { createKey, unwrapKey } from './keys.ts';
import type { AssetRow, ChunkRow, RecordRow } from './store.ts';
import type {
	AssetContent,
	AssetId,
	QuarantineReason,
	RecordContent,
	RecordId,
	ScopeId,
	VaultId
} from './types.ts';

export type OpenScope = {
	readonly vault: VaultId;
	readonly scope: ScopeId;
	readonly key: InputKey;
};

/**
 * Which revision of what the scope holds. A row that was put back to an older state, removed or
 * brought in opens by itself; that it does not belong here is seen from this.
 */
export type Manifest = {
	readonly rev: number;
	readonly records: ReadonlyMap<RecordId, number>;
	readonly assets: ReadonlyMap<AssetId, number>;
};

const SLICE = 2 ** 20;
const PADDED = 256;
const LENGTH = 4;
const ID = 16;

/** Why a row is not used. */
export class Quarantine extends Error {
	readonly reason: QuarantineReason;

	constructor(reason: QuarantineReason, options?: ErrorOptions) {
		super(reason, options);
		this.reason = reason;
	}
}

/** Its length ‖ the content ‖ zeros up to a multiple of 256 bytes: short notes look alike. */
function padded(content: Bytes): Bytes {
	const bytes = new Uint8Array(Math.ceil((LENGTH + content.length) / PADDED) * PADDED);
	bytes.set(u32(content.length));
	bytes.set(content, LENGTH);
	return bytes;
}

function unpadded(bytes: Bytes): Bytes {
	const length = new DataView(bytes.buffer).getUint32(0);
	return bytes.slice(LENGTH, LENGTH + length);
}

type Table = 'manifests' | 'recs' | 'asset-heads' | 'asset-keys' | 'assets';

function context({ vault }: OpenScope, table: Table, record: string, revision: number): Bytes {
	return contextOf({ vault, table, record, revision });
}

/** What cannot be opened, or is no container at all, is quarantined. */
async function opened(key: InputKey, place: Bytes, body: unknown): Promise<Bytes> {
	if (!isBytes(body)) throw new Quarantine('damaged');
	try {
		return await open(key, place, body);
	} catch (error) {
		if (isAppError(error, 'vault.record-damaged'))
			throw new Quarantine('damaged', { cause: error });
		throw error;
	}
}

function checkRevision(found: number, expected: number | undefined): void {
	if (expected === undefined) throw new Quarantine('unknown');
	if (found !== expected) throw new Quarantine('revision');
}

export async function sealRecord(
	scope: OpenScope,
	{ id, content }: RecordContent,
	rev: number
): Promise<RecordRow> {
	const body = await seal(scope.key, context(scope, 'recs', id, rev), padded(content));
	return { id, scope: scope.scope, rev, body };
}

/** Errors: `Quarantine`. */
export async function openRecord(
	scope: OpenScope,
	{ id, rev, body }: RecordRow,
	expected: number | undefined
): Promise<RecordContent> {
	checkRevision(rev, expected);
	return { id, content: unpadded(await opened(scope.key, context(scope, 'recs', id, rev), body)) };
}

function listBytes(revisions: ReadonlyMap<string, number>): Bytes {
	const entries = [...revisions].map(([id, rev]) => concat(fromHex(id), u32(rev)));
	return concat(u32(entries.length), ...entries);
}

/** The manifest is records' count (4) ‖ id (16) and revision (4), each ‖ the same of assets. */
export async function sealManifest(scope: OpenScope, manifest: Manifest): Promise<RecordRow> {
	const { rev, records, assets } = manifest;
	const bytes = padded(concat(listBytes(records), listBytes(assets)));
	const body = await seal(scope.key, context(scope, 'manifests', scope.scope, rev), bytes);
	return { id: scope.scope, scope: scope.scope, rev, body };
}

/** Errors: `Quarantine`. */
export async function openManifest(
	scope: OpenScope,
	row: RecordRow | undefined
): Promise<Manifest> {
	if (row === undefined) throw new Quarantine('missing');
	const place = context(scope, 'manifests', scope.scope, row.rev);
	const bytes = unpadded(await opened(scope.key, place, row.body));
	const view = new DataView(bytes.buffer);
	let at = 0;
	const list = (): Map<string, number> => {
		const count = view.getUint32(at);
		const entries = Array.from({ length: count }, (_, entry) => {
			const start = at + LENGTH + entry * (ID + LENGTH);
			return [toHex(bytes.subarray(start, start + ID)), view.getUint32(start + ID)] as const;
		});
		at += LENGTH + count * (ID + LENGTH);
		return new Map(entries);
	};
	return { rev: row.rev, records: list(), assets: list() };
}

/** Under a key of its own, in slices of 1 MiB; the header, which holds that key, under the scope's. */
export async function sealAsset(
	scope: OpenScope,
	{ id, header, content }: AssetContent,
	rev: number
): Promise<{ readonly row: AssetRow; readonly chunks: readonly ChunkRow[] }> {
	const place = { vault: scope.vault, table: 'asset-keys', record: id, revision: rev };
	const { key, wrapped } = await createKey({ key: scope.key, place });
	const sealed = await seal(key, context(scope, 'assets', id, rev), content);
	const n = Math.ceil(sealed.length / SLICE);
	const chunks = Array.from({ length: n }, (_, i) => ({
		asset: id,
		i,
		body: sealed.slice(i * SLICE, (i + 1) * SLICE)
	}));
	const head = padded(concat(u32(wrapped.length), wrapped, header));
	const body = await seal(scope.key, context(scope, 'asset-heads', id, rev), head);
	return { row: { id, scope: scope.scope, rev, n, body }, chunks };
}

/** Errors: `Quarantine`. */
export async function openAssetHead(
	scope: OpenScope,
	{ id, rev, body }: AssetRow,
	expected: number | undefined
): Promise<{ readonly header: Bytes; readonly wrapped: Bytes }> {
	checkRevision(rev, expected);
	const bytes = unpadded(await opened(scope.key, context(scope, 'asset-heads', id, rev), body));
	const end = LENGTH + new DataView(bytes.buffer).getUint32(0);
	return { wrapped: bytes.slice(LENGTH, end), header: bytes.slice(end) };
}

/** Errors: `Quarantine`. */
export async function openAsset(
	scope: OpenScope,
	row: AssetRow,
	chunks: readonly ChunkRow[],
	expected: number | undefined
): Promise<AssetContent> {
	const { header, wrapped } = await openAssetHead(scope, row, expected);
	const { id, rev } = row;
	const place = { vault: scope.vault, table: 'asset-keys', record: id, revision: rev };
	const key = await unwrapKey({ key: scope.key, place }, wrapped);
	const bodies = chunks.map(({ body }) => body);
	if (!bodies.every(isBytes)) throw new Quarantine('damaged');
	const content = await opened(key, context(scope, 'assets', id, rev), concat(...bodies));
	return { id, header, content };
}
