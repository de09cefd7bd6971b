/**
 * The tables of the vault (Dexie over IndexedDB). Nothing is encrypted here and nothing is readable:
 * rows hold random ids, counts and ciphertext.
 *
 * A transaction ends as soon as it waits for anything but IndexedDB, and what it had written by then
 * may stay. So the only transaction that writes is in this file, it takes finished rows, and it calls
 * nothing but Dexie.
 */
import { Dexie, type Table } from 'dexie';
import { AppError } from '../errors.ts';
import { random, type Bytes } from './bytes.ts';
import type { AssetId, ScopeId } from './types.ts';

/** Two copies of the head, so that one damaged row loses nothing. */
export type Copy = 'A' | 'B';

export type MetaRow = {
	readonly id: Copy;
	/** Counts the heads that were written. */
	readonly gen: number;
	/** Of `gen` and `body`, hexadecimal. */
	readonly sha256: string;
	readonly body: Bytes;
};
/** All keys of scopes, sealed as one. */
export type RingRow = { readonly id: Copy; readonly gen: number; readonly body: Bytes };
export type RecordRow = {
	/** The record's; or the scope's, for its manifest. */
	readonly id: string;
	readonly scope: ScopeId;
	readonly rev: number;
	readonly body: Bytes;
};
export type AssetRow = {
	readonly id: AssetId;
	readonly scope: ScopeId;
	readonly rev: number;
	/** How many chunks. */
	readonly n: number;
	readonly body: Bytes;
};
export type ChunkRow = { readonly asset: AssetId; readonly i: number; readonly body: Bytes };
/** What waits to be sent. */
type QueueRow = { readonly id: string; readonly body: Bytes };
/** A scope whose rows are being restored: until the head knows it, they are not there. */
type StagedRow = { readonly scope: ScopeId };

/** See device-key.ts; the one thing here that is not sealed. */
export type DeviceKeyRow = { readonly id: string; readonly key: CryptoKey };

/** Noise, see `renewLog`. */
type FillerRow = { readonly id: number; readonly body: Bytes };

type Tables = {
	readonly meta: Table<MetaRow, Copy>;
	readonly ring: Table<RingRow, Copy>;
	readonly recs: Table<RecordRow, string>;
	readonly assets: Table<AssetRow, AssetId>;
	readonly chunks: Table<ChunkRow, [AssetId, number]>;
	readonly queue: Table<QueueRow, string>;
	readonly staged: Table<StagedRow, ScopeId>;
	readonly filler: Table<FillerRow, number>;
	readonly device: Table<DeviceKeyRow, string>;
};
export type Database = Dexie & Tables;

/** More than LevelDB keeps in one log; each row small enough to be written into it. */
const FILLERS = 100;
const FILLER_BYTES = 50_000;

export function openDatabase(name: string): Database {
	// Browsers report a transaction as done before it is on the disk, unless asked not to.
	const database = new Dexie(name, { chromeTransactionDurability: 'strict' });
	database.version(1).stores({
		meta: 'id',
		ring: 'id',
		recs: 'id, scope',
		assets: 'id, scope',
		chunks: '[asset+i]',
		queue: 'id'
	});
	database.version(2).stores({ staged: 'scope', filler: 'id' });
	database.version(3).stores({ device: 'id' });
	return database as Database;
}

/** One copy of the head as it is to be, and the stamp of the two copies that were read before. */
export type HeadChange = {
	readonly replaces: string;
	readonly meta: MetaRow;
	readonly ring: RingRow;
	/** Takes the place of both copies, which nothing opens any more. */
	readonly isAlone?: boolean;
	/** What was staged belongs to it. */
	readonly settles?: boolean;
};

/** What a scope is to hold, and the revision of the manifest that it replaces; null for the first. */
export type ScopeChange = {
	readonly replaces: number | null;
	readonly manifest: RecordRow;
	readonly records: readonly RecordRow[];
	readonly assets: readonly { readonly row: AssetRow; readonly chunks: readonly ChunkRow[] }[];
};

export type StoreChange = {
	readonly head?: HeadChange;
	readonly scopes?: readonly ScopeChange[];
	/** Everything of this scope goes. */
	readonly erase?: ScopeId;
};

/** All rows of a scope, its manifest among the records. */
export type ScopeRows = {
	readonly records: readonly RecordRow[];
	readonly assets: readonly AssetRow[];
};

export type StagedRows = ScopeRows & {
	/** To which the rows belong. */
	readonly scopes: readonly ScopeId[];
	readonly chunks: readonly ChunkRow[];
};

/** A ring of another generation than its meta row's does not belong to it. */
export type Head = { readonly meta: MetaRow; readonly ring: RingRow | undefined };

/** Tells whether another window wrote the head meanwhile. */
function stampOf(rows: readonly MetaRow[]): string {
	return rows.map(({ id, gen, sha256 }) => `${id} ${gen} ${sha256}`).join();
}

/** Dexie wraps what the browser says; a full disk arrives as an AbortError with the reason inside. */
function isQuota(error: unknown): boolean {
	if (typeof error !== 'object' || error === null) return false;
	if ('name' in error && error.name === 'QuotaExceededError') return true;
	return 'inner' in error && isQuota(error.inner);
}

function storeError(error: unknown): AppError {
	if (error instanceof AppError) return error;
	if (isQuota(error)) return new AppError('vault.no-space', { cause: error });
	return new AppError('vault.write-failed', { retryable: true, cause: error });
}

async function asAppError<T>(work: PromiseLike<T>): Promise<T> {
	try {
		return await work;
	} catch (error) {
		throw storeError(error);
	}
}

/** Errors of every method: AppError `vault.no-space`, `vault.write-failed`, `vault.opened-elsewhere`. */
export class Store {
	readonly #database: Database;

	constructor(database: Database) {
		this.#database = database;
	}

	/**
	 * Whether nothing was ever written here, or all of it was cleared; what a restore left that did not
	 * come to its end counts as nothing.
	 */
	async isEmpty(): Promise<boolean> {
		const { meta, ring, recs, assets, chunks, queue, staged } = this.#database;
		const scopes = await asAppError(staged.toCollection().primaryKeys());
		const left = async (table: Table): Promise<number> =>
			(await table.count()) - (await table.where('scope').anyOf(scopes).count());
		const counts = await asAppError(
			Promise.all([
				...[meta, ring, queue].map((table: Table) => table.count()),
				...[recs, assets].map(left),
				// A slice does not say whose it is.
				scopes.length === 0 ? chunks.count() : 0
			])
		);
		return counts.every((count) => count === 0);
	}

	/** The newest first, and the stamp that a change has to name. */
	async heads(): Promise<{ readonly heads: readonly Head[]; readonly stamp: string }> {
		const { meta, ring } = this.#database;
		// Together, as another window may be writing.
		const [metas, rings] = await asAppError(
			this.#database.transaction('r', [meta, ring], () =>
				Promise.all([meta.toArray(), ring.toArray()])
			)
		);
		const heads = metas
			.toSorted((a, b) => b.gen - a.gen)
			.map((row) => ({
				meta: row,
				ring: rings.find(({ id, gen }) => id === row.id && gen === row.gen)
			}));
		return { heads, stamp: stampOf(metas) };
	}

	record(id: string): Promise<RecordRow | undefined> {
		return asAppError(this.#database.recs.get(id));
	}

	/** In the order of the ids. */
	records(ids: readonly string[]): Promise<readonly (RecordRow | undefined)[]> {
		return asAppError(this.#database.recs.bulkGet([...ids]));
	}

	recordsOf(scope: ScopeId): Promise<readonly RecordRow[]> {
		return asAppError(this.#database.recs.where('scope').equals(scope).toArray());
	}

	/** As they are at one moment. */
	rowsOf(scope: ScopeId): Promise<ScopeRows> {
		const { recs, assets } = this.#database;
		return asAppError(
			this.#database.transaction('r', [recs, assets], async () => ({
				records: await recs.where('scope').equals(scope).toArray(),
				assets: await assets.where('scope').equals(scope).toArray()
			}))
		);
	}

	async hasRows(scope: ScopeId): Promise<boolean> {
		const { records, assets } = await this.rowsOf(scope);
		return records.length + assets.length > 0;
	}

	asset(id: AssetId): Promise<AssetRow | undefined> {
		return asAppError(this.#database.assets.get(id));
	}

	assetsOf(scope: ScopeId): Promise<readonly AssetRow[]> {
		return asAppError(this.#database.assets.where('scope').equals(scope).toArray());
	}

	assetCount(): Promise<number> {
		return asAppError(this.#database.assets.count());
	}

	/** In order. */
	chunksOf(asset: AssetId): Promise<readonly ChunkRow[]> {
		return asAppError(this.#chunks(asset).toArray());
	}

	/**
	 * To be done before anything else is written. A browser that is killed while it appends to its log
	 * leaves half an entry there. Chromium's LevelDB goes on behind it, and the next start loses what was
	 * written there, or takes the whole database for damaged and makes a new one (Chromium 156, every
	 * time: `tests/e2e/kill.test.ts`). A log of more than 4 MB it leaves for a new one.
	 */
	async renewLog(): Promise<void> {
		const { filler } = this.#database;
		const rows = Array.from({ length: FILLERS }, (_, id) => ({ id, body: random(FILLER_BYTES) }));
		try {
			await filler.bulkPut(rows);
			await filler.clear();
		} catch {
			// A full disk has no room for it.
			await this.#releaseAborted();
		}
	}

	deviceKey(id: string): Promise<DeviceKeyRow | undefined> {
		return asAppError(this.#database.device.get(id));
	}

	addDeviceKey(row: DeviceKeyRow): Promise<void> {
		return this.#orRelease(async () => {
			await this.#database.device.add(row);
		});
	}

	async keepDeviceKeysOnly(id: string): Promise<void> {
		await asAppError(this.#database.device.where('id').notEqual(id).delete());
	}

	/** All of it or nothing, on the disk when it resolves. */
	commit(change: StoreChange): Promise<void> {
		return this.#orRelease(() => this.#write(change));
	}

	/** Writes beside what is there, and over nothing: a head that `settles` makes it count. */
	stage(rows: StagedRows): Promise<void> {
		return this.#orRelease(() => this.#stage(rows));
	}

	/** Takes away what a restore left that did not come to its end. */
	async unstage(): Promise<void> {
		const { staged, recs, assets, chunks } = this.#database;
		for (const scope of await asAppError(staged.toCollection().primaryKeys())) {
			await asAppError(
				this.#database.transaction('rw', [staged, recs, assets, chunks], async () => {
					await this.#erase(scope);
					await staged.delete(scope);
				})
			);
		}
	}

	close(): void {
		this.#database.close();
	}

	async #orRelease(write: () => PromiseLike<void>): Promise<void> {
		try {
			await write();
		} catch (error) {
			const known = storeError(error);
			if (known.code === 'vault.no-space') await this.#releaseAborted();
			throw known;
		}
	}

	#write({ head, scopes = [], erase }: StoreChange): PromiseLike<void> {
		const { meta, ring, recs, assets, chunks, staged } = this.#database;
		return this.#database.transaction(
			'rw',
			[meta, ring, recs, assets, chunks, staged],
			async () => {
				if (head !== undefined) await this.#putHead(head);
				for (const scope of scopes) await this.#putScope(scope);
				if (erase !== undefined) await this.#erase(erase);
			}
		);
	}

	/**
	 * Chromium 156 counts what an aborted transaction had written as used until the next one succeeds:
	 * after a photograph that was too large not even a note fits. One that only deletes always succeeds.
	 */
	async #releaseAborted(): Promise<void> {
		await this.#database.queue.delete('').catch(() => undefined);
	}

	#chunks(asset: AssetId) {
		return this.#database.chunks
			.where('[asset+i]')
			.between([asset, Dexie.minKey], [asset, Dexie.maxKey]);
	}

	#stage({ scopes, records, assets, chunks }: StagedRows): PromiseLike<void> {
		const { staged, recs, assets: heads, chunks: slices } = this.#database;
		return this.#database.transaction('rw', [staged, recs, heads, slices], async () => {
			await staged.bulkPut(scopes.map((scope) => ({ scope })));
			await recs.bulkAdd(records);
			await heads.bulkAdd(assets);
			await slices.bulkAdd(chunks);
		});
	}

	async #putHead({ replaces, meta, ring, isAlone, settles }: HeadChange): Promise<void> {
		if (stampOf(await this.#database.meta.toArray()) !== replaces) {
			throw new AppError('vault.opened-elsewhere');
		}
		if (isAlone === true) {
			await this.#database.meta.clear();
			await this.#database.ring.clear();
		}
		await this.#database.meta.put(meta);
		await this.#database.ring.put(ring);
		if (settles === true) await this.#database.staged.clear();
	}

	async #putScope({ replaces, manifest, records, assets }: ScopeChange): Promise<void> {
		const { recs, chunks: slices } = this.#database;
		const before = await recs.get(manifest.id);
		if ((before?.rev ?? null) !== replaces) throw new AppError('vault.opened-elsewhere');
		const owners = [
			...(await recs.bulkGet(records.map(({ id }) => id))),
			...(await this.#database.assets.bulkGet(assets.map(({ row }) => row.id)))
		];
		if (owners.some((row) => row !== undefined && row.scope !== manifest.scope)) {
			throw new AppError('unexpected', { cause: new Error('the id belongs to another scope') });
		}
		await recs.bulkPut([manifest, ...records]);
		for (const { row, chunks } of assets) {
			await this.#chunks(row.id).delete();
			await this.#database.assets.put(row);
			await slices.bulkAdd(chunks);
		}
	}

	async #erase(scope: ScopeId): Promise<void> {
		const assets = await this.#database.assets.where('scope').equals(scope).primaryKeys();
		for (const asset of assets) await this.#chunks(asset).delete();
		await this.#database.assets.where('scope').equals(scope).delete();
		await this.#database.recs.where('scope').equals(scope).delete();
	}
}
