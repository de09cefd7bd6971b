/** Writes a backup: rows as they lie in the vault, in a tar, in an age file. */
import { sha256 } from '../../digest.ts';
import { AppError } from '../../errors.ts';
import { concat, type Bytes } from '../bytes.ts';
import type { MetaRow, Store } from '../store.ts';
import type { ScopeId, TakeChunk, VaultId } from '../types.ts';
import { encrypt, type AgeRecipient } from './age.ts';
import {
	lineOf,
	NAMES,
	writeAsset,
	writeFacts,
	writeManifest,
	writeScope,
	type Line
} from './contents.ts';
import { writeTar, type TarEntry } from './tar.ts';

/** What is to be in a backup, at the moment in which it is begun. */
export type Snapshot = {
	readonly vault: VaultId;
	readonly meta: MetaRow;
	readonly sealedRing: Bytes;
	readonly scopes: readonly ScopeId[];
	/** False once something of it was erased. */
	readonly isCurrent: () => boolean;
};

/** What was written, to know it again. */
export type Made = {
	readonly bytes: number;
	/** SHA-256. */
	readonly manifest: string;
	readonly fileKey: Uint8Array;
};

/** Handing over fewer bytes at a time costs more than copying them. */
const CHUNK = 2 ** 20;

function changed(): AppError {
	return new AppError('backup.changed', { retryable: true });
}

/** Scopes and their assets as files. Errors: AppError `backup.changed`. */
export async function* scopeFiles(
	store: Store,
	scopes: readonly ScopeId[]
): AsyncGenerator<TarEntry> {
	for (const scope of scopes) {
		const rows = await store.rowsOf(scope);
		yield writeScope(scope, rows);
		for (const { id, rev } of rows.assets) {
			const chunks = await store.chunksOf(id);
			if ((await store.asset(id))?.rev !== rev) throw changed();
			yield writeAsset(id, chunks);
		}
	}
}

async function* filesOf(
	store: Store,
	{ vault, meta, sealedRing, scopes }: Snapshot,
	madeAt: number
): AsyncGenerator<TarEntry> {
	const lines: Line[] = [];
	const listed = async (file: TarEntry): Promise<TarEntry> => {
		lines.push(await lineOf(file));
		return file;
	};
	yield listed(writeFacts({ vault, gen: meta.gen, madeAt }));
	yield listed({ name: NAMES.meta, body: meta.body });
	yield listed({ name: NAMES.ring, body: sealedRing });
	for await (const file of scopeFiles(store, scopes)) yield listed(file);
	yield writeManifest(vault, lines);
}

/** Asks for the next one while this one is used: reading, encrypting and writing go on side by side. */
async function* ahead<T>(items: AsyncIterable<T>): AsyncGenerator<T> {
	const iterator = items[Symbol.asyncIterator]();
	const ask = (): Promise<IteratorResult<T>> => {
		const asked = iterator.next();
		// Heard of when it is its turn.
		asked.catch(() => undefined);
		return asked;
	};
	try {
		for (let asked = ask(); ;) {
			const next = await asked;
			if (next.done === true) return;
			asked = ask();
			yield next.value;
		}
	} finally {
		await iterator.return?.();
	}
}

async function* inChunks(parts: AsyncIterable<Uint8Array>): AsyncGenerator<Bytes> {
	let waiting: Uint8Array[] = [];
	let length = 0;
	for await (const part of parts) {
		waiting.push(part);
		length += part.length;
		if (length < CHUNK) continue;
		yield concat(...waiting);
		waiting = [];
		length = 0;
	}
	yield concat(...waiting);
}

/** Errors: AppError `backup.changed`, `vault.*` of the store; whatever `take` rejects with. */
export async function makeBackup(
	store: Store,
	snapshot: Snapshot,
	to: AgeRecipient,
	take: TakeChunk
): Promise<Made> {
	const madeAt = Date.now();
	const total = snapshot.scopes.length + (await store.assetCount());
	let [done, bytes, manifest] = [0, 0, ''];
	const files = async function* (): AsyncGenerator<TarEntry> {
		for await (const file of ahead(filesOf(store, snapshot, madeAt))) {
			if (file.name === NAMES.manifest) manifest = await sha256(file.body);
			yield file;
			done += 1;
		}
	};
	const { chunks, fileKey } = await encrypt(writeTar(files(), madeAt), to);
	for await (const chunk of ahead(inChunks(chunks))) {
		bytes += chunk.length;
		await take(chunk, Math.min(1, done / total));
	}
	// A backup that is younger than an erasure must not keep what was erased.
	if (!snapshot.isCurrent()) throw changed();
	return { bytes, manifest, fileKey };
}
