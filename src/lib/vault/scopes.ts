/** What is kept in the scopes of an open vault. */
import { AppError } from '../errors.ts';
import { equal } from './bytes.ts';
import type { InputKey } from './container.ts';
import { requireId } from './ids.ts';
import {
	openAsset,
	openAssetHead,
	openManifest,
	openRecord,
	Quarantine,
	sealAsset,
	sealManifest,
	sealRecord,
	type Manifest,
	type OpenScope
} from './scope.ts';
import type { AssetRow, RecordRow, ScopeChange, Store } from './store.ts';
import type {
	AssetContent,
	AssetHead,
	AssetId,
	Changes,
	ErasureReceipt,
	Quarantined,
	RecordContent,
	RecordId,
	RecordPlace,
	ScopeAssets,
	ScopeChanges,
	ScopeId,
	ScopeRecords,
	VaultId
} from './types.ts';

/** What a transaction writes of some scopes, and the reading back that makes it saved. */
type Prepared = {
	readonly scopes: readonly ScopeChange[];
	readonly readBack: () => Promise<void>;
};

type Known = { readonly manifest: Manifest; readonly replaces: number | null };

/** A scope as it is to be: what changes, and the manifest that counts then. */
type Raised = Known & { readonly opened: OpenScope; readonly changes: Changes };

/** The manifest with which a scope begins. */
export async function emptyScope(opened: OpenScope): Promise<ScopeChange> {
	const manifest = { rev: 1, records: new Map(), assets: new Map() };
	const row = await sealManifest(opened, manifest);
	return { replaces: null, manifest: row, records: [], assets: [] };
}

type ReadManifest = () => Promise<RecordRow | undefined>;

/** How many rows are in memory at once while many are opened. */
const TOGETHER = 500;

export class Scopes {
	readonly #store: Store;
	readonly #vault: VaultId;
	#keys: ReadonlyMap<ScopeId, InputKey>;
	readonly #known = new Map<ScopeId, Known>();
	readonly #quarantined = new Map<string, Quarantined>();

	constructor(store: Store, vault: VaultId, keys: ReadonlyMap<ScopeId, InputKey>) {
		this.#store = store;
		this.#vault = vault;
		this.#keys = keys;
	}

	get quarantined(): readonly Quarantined[] {
		return [...this.#quarantined.values()];
	}

	/** After the ring has changed. */
	useKeys(keys: ReadonlyMap<ScopeId, InputKey>): void {
		this.#keys = keys;
		for (const scope of this.#known.keys()) if (!keys.has(scope)) this.#known.delete(scope);
		for (const [id, { scope }] of this.#quarantined) {
			if (!keys.has(scope)) this.#quarantined.delete(id);
		}
	}

	async receiptFor(scope: ScopeId): Promise<ErasureReceipt> {
		this.#open(scope);
		const [records, assets] = await Promise.all([
			this.#store.recordsOf(scope),
			this.#store.assetsOf(scope)
		]);
		const count = records.filter(({ id }) => id !== scope).length;
		return { scope, erasedAt: Date.now(), records: count, assets: assets.length };
	}

	/** Each scope once, all in one transaction; then read back and decrypted, and only then kept. */
	async save(saves: readonly ScopeChanges[]): Promise<void> {
		const { scopes, readBack } = await this.prepare(saves);
		await this.#store.commit({ scopes });
		await readBack();
	}

	/** What `save` writes, for a transaction that writes more than that. */
	async prepare(saves: readonly ScopeChanges[]): Promise<Prepared> {
		for (const { changes } of saves) {
			for (const { id } of [...changes.records, ...changes.assets]) requireId(id);
		}
		const all = await Promise.all(saves.map((one) => this.#raised(one)));
		// Until it is known what became of them, the manifests on the disk are those that count.
		for (const { opened } of all) this.#known.delete(opened.scope);
		const readBack = async (): Promise<void> => {
			for (const { opened, manifest, changes } of all) {
				await this.#readBack(opened, manifest.rev, changes);
				for (const { id } of [...changes.records, ...changes.assets]) this.#quarantined.delete(id);
				this.#quarantined.delete(opened.scope);
			}
		};
		return { scopes: await Promise.all(all.map(sealed)), readBack };
	}

	async #raised({ scope, changes }: ScopeChanges): Promise<Raised> {
		const opened = this.#open(scope);
		const { manifest: before, replaces } = await this.#manifest(opened);
		const manifest = {
			rev: before.rev + 1,
			records: raised(before.records, changes.records),
			assets: raised(before.assets, changes.assets)
		};
		return { opened, manifest, replaces, changes };
	}

	async record(scope: ScopeId, id: RecordId): Promise<RecordContent> {
		const [row] = await this.#store.records([id]);
		return this.#record(scope, id, row, () => this.#store.record(scope));
	}

	/** One record of each of many scopes: read together and opened side by side. */
	async recordOfEach(
		wanted: readonly RecordPlace[]
	): Promise<readonly PromiseSettledResult<RecordContent>[]> {
		const portions = Array.from({ length: Math.ceil(wanted.length / TOGETHER) }, (_, at) =>
			wanted.slice(at * TOGETHER, (at + 1) * TOGETHER)
		);
		const read = (portion: readonly RecordPlace[]): Promise<readonly (RecordRow | undefined)[]> =>
			this.#store.records([...portion.map(({ id }) => id), ...portion.map(({ scope }) => scope)]);
		const found: PromiseSettledResult<RecordContent>[] = [];
		let coming = read(portions[0] ?? []);
		for (const [at, portion] of portions.entries()) {
			const rows = await coming;
			// Read while these are opened. Whoever waits for it may come too late to see it fail.
			coming = read(portions[at + 1] ?? []);
			coming.catch(() => undefined);
			const opened = portion.map(({ scope, id }, i) =>
				this.#record(scope, id, rows[i], () => Promise.resolve(rows[portion.length + i]))
			);
			found.push(...(await Promise.allSettled(opened)));
		}
		return found;
	}

	async #record(
		scope: ScopeId,
		id: RecordId,
		row: RecordRow | undefined,
		readManifest: ReadManifest
	): Promise<RecordContent> {
		const opened = this.#open(scope);
		const { manifest } = await this.#manifest(opened, readManifest);
		const expected = manifest.records.get(id);
		return this.#wanted({ scope, what: 'record', id }, expected, row, (found) =>
			openRecord(opened, found, expected)
		);
	}

	async records(scope: ScopeId): Promise<ScopeRecords> {
		const opened = this.#open(scope);
		const { manifest } = await this.#manifest(opened);
		const rows = (await this.#store.recordsOf(scope)).filter(({ id }) => id !== scope);
		const { entries, quarantined } = await this.#each(
			'record',
			scope,
			manifest.records,
			rows,
			(row) => openRecord(opened, row, manifest.records.get(row.id))
		);
		return { records: entries, quarantined };
	}

	async asset(scope: ScopeId, id: AssetId): Promise<AssetContent> {
		const opened = this.#open(scope);
		const { manifest } = await this.#manifest(opened);
		const expected = manifest.assets.get(id);
		const row = await this.#store.asset(id);
		const chunks = await this.#store.chunksOf(id);
		return this.#wanted({ scope, what: 'asset', id }, expected, row, (found) =>
			openAsset(opened, found, chunks, expected)
		);
	}

	async assets(scope: ScopeId): Promise<ScopeAssets> {
		const opened = this.#open(scope);
		const { manifest } = await this.#manifest(opened);
		const rows = await this.#store.assetsOf(scope);
		const { entries, quarantined } = await this.#each<AssetRow, AssetHead>(
			'asset',
			scope,
			manifest.assets,
			rows,
			async (row) => {
				const { header } = await openAssetHead(opened, row, manifest.assets.get(row.id));
				return { id: row.id, header };
			}
		);
		return { assets: entries, quarantined };
	}

	#open(scope: ScopeId): OpenScope {
		const key = this.#keys.get(scope);
		if (key === undefined) throw new AppError('vault.not-found');
		return { vault: this.#vault, scope, key };
	}

	async #manifest(
		opened: OpenScope,
		read: ReadManifest = () => this.#store.record(opened.scope)
	): Promise<Known> {
		const { scope } = opened;
		const known = this.#known.get(scope) ?? (await this.#openManifest(opened, await read()));
		this.#known.set(scope, known);
		return known;
	}

	async #openManifest(opened: OpenScope, row: RecordRow | undefined): Promise<Known> {
		const { scope } = opened;
		try {
			const manifest = await openManifest(opened, row);
			return { manifest, replaces: manifest.rev };
		} catch (error) {
			if (!(error instanceof Quarantine)) throw error;
			this.#setAside({ scope, what: 'manifest', id: scope, reason: error.reason });
			return { manifest: await this.#rebuild(opened), replaces: row?.rev ?? null };
		}
	}

	/** Where the manifest is lost, every row that opens is taken as it is. */
	async #rebuild(opened: OpenScope): Promise<Manifest> {
		const { scope } = opened;
		const records = new Map<RecordId, number>();
		const assets = new Map<AssetId, number>();
		const rows = await this.#store.recordsOf(scope);
		for (const row of rows.filter(({ id }) => id !== scope)) {
			if (await opens(openRecord(opened, row, row.rev))) records.set(row.id, row.rev);
		}
		for (const row of await this.#store.assetsOf(scope)) {
			if (await opens(openAssetHead(opened, row, row.rev))) assets.set(row.id, row.rev);
		}
		const manifestRev = rows.find(({ id }) => id === scope)?.rev;
		return { rev: Number.isSafeInteger(manifestRev) ? (manifestRev ?? 0) : 0, records, assets };
	}

	async #readBack(opened: OpenScope, rev: number, { records, assets }: Changes): Promise<void> {
		const { scope } = opened;
		const { manifest } = await this.#manifest(opened);
		let isSaved = manifest.rev === rev;
		for (const { id, content } of records) {
			isSaved &&= equal((await this.record(scope, id)).content, content);
		}
		for (const { id, header, content } of assets) {
			const back = await this.asset(scope, id);
			isSaved &&= equal(back.header, header) && equal(back.content, content);
		}
		if (!isSaved) throw new AppError('vault.write-failed', { retryable: true });
	}

	#setAside(quarantined: Quarantined): Quarantined {
		this.#quarantined.set(quarantined.id, quarantined);
		return quarantined;
	}

	/** The one thing that was asked for. Errors: AppError `vault.not-found`, `vault.record-damaged`. */
	async #wanted<Row extends { readonly scope: ScopeId }, T>(
		what: Omit<Quarantined, 'reason'>,
		expected: number | undefined,
		row: Row | undefined,
		open: (row: Row) => Promise<T>
	): Promise<T> {
		const here = row?.scope === what.scope && what.id !== what.scope ? row : undefined;
		if (here === undefined && expected === undefined) throw new AppError('vault.not-found');
		try {
			if (here === undefined) throw new Quarantine('missing');
			return await open(here);
		} catch (error) {
			if (!(error instanceof Quarantine)) throw error;
			const { reason } = this.#setAside({ ...what, reason: error.reason });
			throw new AppError('vault.record-damaged', { details: { reason }, cause: error });
		}
	}

	/** What opens, and what does not; a damaged row never stands in the way of the others. */
	async #each<Row extends RecordRow | AssetRow, T>(
		what: 'record' | 'asset',
		scope: ScopeId,
		expected: ReadonlyMap<string, number>,
		rows: readonly Row[],
		open: (row: Row) => Promise<T>
	): Promise<{ entries: T[]; quarantined: Quarantined[] }> {
		const quarantined: Quarantined[] = [];
		const setAside = (id: string, { reason }: Quarantine): [] => {
			quarantined.push(this.#setAside({ scope, what, id, reason }));
			return [];
		};
		const opened = await Promise.all(
			rows.map(async (row) => {
				try {
					return [await open(row)];
				} catch (error) {
					if (error instanceof Quarantine) return setAside(row.id, error);
					throw error;
				}
			})
		);
		const there = new Set<string>(rows.map(({ id }) => id));
		for (const id of expected.keys()) {
			if (!there.has(id)) setAside(id, new Quarantine('missing'));
		}
		return { entries: opened.flat(), quarantined };
	}
}

async function sealed({ opened, manifest, replaces, changes }: Raised): Promise<ScopeChange> {
	const revOf = (of: ReadonlyMap<string, number>, id: string): number => of.get(id) ?? 1;
	return {
		replaces,
		manifest: await sealManifest(opened, manifest),
		records: await Promise.all(
			changes.records.map((record) =>
				sealRecord(opened, record, revOf(manifest.records, record.id))
			)
		),
		assets: await Promise.all(
			changes.assets.map((asset) => sealAsset(opened, asset, revOf(manifest.assets, asset.id)))
		)
	};
}

function raised(
	revisions: ReadonlyMap<string, number>,
	changed: readonly { readonly id: string }[]
): ReadonlyMap<string, number> {
	const next = new Map(revisions);
	for (const { id } of changed) next.set(id, (revisions.get(id) ?? 0) + 1);
	return next;
}

async function opens(attempt: Promise<unknown>): Promise<boolean> {
	try {
		await attempt;
		return true;
	} catch (error) {
		if (error instanceof Quarantine) return false;
		throw error;
	}
}
