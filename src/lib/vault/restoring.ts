/**
 * From a backup back into the tables. Rows are staged beside what is there; the head that knows their
 * scopes is written last, and until then they do not exist.
 */
import { sha256 } from '../digest.ts';
import { AppError } from '../errors.ts';
import { lockOf, type AgeOpener } from './backup/age.ts';
import { parseName, readAsset, readScope } from './backup/contents.ts';
import { scopeFiles } from './backup/make.ts';
import { Backup } from './backup/read.ts';
import { openHead, reopenHead, type OpenHead } from './head.ts';
import { readMeta } from './meta.ts';
import { openSlot } from './slots.ts';
import type { StagedRows, Store } from './store.ts';
import type { AssetId, BackupKey, BackupLock, PersonId, ScopeId, TellProgress } from './types.ts';

export type OpenBackup = {
	readonly backup: Backup;
	readonly head: OpenHead;
	/** Whose slot opened it. */
	readonly person: PersonId;
};

/** How much is written in one transaction, bytes. */
const PORTION = 8 * 2 ** 20;

function openerFor(lock: BackupLock, { secret, identity }: BackupKey): AgeOpener {
	if (lock === 'owner-key') {
		if (identity === null) throw new AppError('backup.wrong-key');
		return { kind: 'owner-key', identity };
	}
	if (secret.kind !== 'passphrase') throw new AppError('backup.wrong-passphrase');
	return secret;
}

/** Errors: as `Backup.open` and `openSlot`. */
export async function openBackup(
	file: Blob,
	key: BackupKey,
	tell: TellProgress
): Promise<OpenBackup> {
	const backup = await Backup.open(file, openerFor(await lockOf(file), key), tell);
	const meta = await readMeta(backup.head.meta);
	if (meta?.vault !== backup.vault) throw new AppError('backup.damaged');
	const { slot, vaultKey } = await openSlot(meta.vault, meta.epoch, meta.slots, key.secret);
	const head = await openHead({ head: backup.head, meta }, vaultKey, '');
	if (head === null) throw new AppError('backup.damaged');
	return { backup, head, person: slot.person };
}

type Growing = { -readonly [Table in keyof StagedRows]: StagedRows[Table][number][] };

function noRows(): Growing {
	return { scopes: [], records: [], assets: [], chunks: [] };
}

/** Rows until there are enough of them for a transaction. */
class Portion {
	readonly #store: Store;
	#rows = noRows();
	#bytes = 0;

	constructor(store: Store) {
		this.#store = store;
	}

	async add(rows: Partial<StagedRows>, bytes: number): Promise<void> {
		const { scopes, records, assets, chunks } = this.#rows;
		scopes.push(...(rows.scopes ?? []));
		records.push(...(rows.records ?? []));
		assets.push(...(rows.assets ?? []));
		chunks.push(...(rows.chunks ?? []));
		this.#bytes += bytes;
		if (this.#bytes >= PORTION) await this.write();
	}

	async write(): Promise<void> {
		await this.#store.stage(this.#rows);
		this.#rows = noRows();
		this.#bytes = 0;
	}
}

/** Those of which there is nothing on the disk. */
async function withoutRows(store: Store, scopes: Iterable<ScopeId>): Promise<Set<ScopeId>> {
	const missing = new Set<ScopeId>();
	for (const scope of scopes) if (!(await store.hasRows(scope))) missing.add(scope);
	return missing;
}

async function writeRows(
	store: Store,
	backup: Backup,
	wanted: ReadonlySet<ScopeId>
): Promise<number> {
	const portion = new Portion(store);
	const assets = new Set<AssetId>();
	for await (const { name, body } of backup.files()) {
		const { kind, id } = parseName(name);
		if (kind === 'scope' && wanted.has(id)) {
			const rows = readScope(id, body);
			for (const asset of rows.assets) assets.add(asset.id);
			await portion.add({ ...rows, scopes: [id] }, body.length);
		} else if (kind === 'asset' && assets.has(id)) {
			await portion.add({ chunks: readAsset(id, body) }, body.length);
		}
	}
	await portion.write();
	return wanted.size + assets.size;
}

/**
 * Stages those scopes of which nothing is on the disk, and compares what was written with the backup.
 * What is on the disk of the others stays as it is. Errors: AppError `backup.damaged`, `cancelled`,
 * `vault.no-space`, `vault.write-failed`; nothing staged is left then.
 */
export async function stageScopes(
	store: Store,
	backup: Backup,
	scopes: Iterable<ScopeId>,
	tell: TellProgress
): Promise<void> {
	try {
		const wanted = await withoutRows(store, scopes);
		const count = await writeRows(store, backup, wanted);
		const { hashes } = backup;
		let done = 0;
		for await (const { name, body } of scopeFiles(store, [...wanted])) {
			if (hashes.get(name) !== (await sha256(body))) {
				throw new AppError('vault.write-failed', { retryable: true });
			}
			done += 1;
			await tell('checking', done / count);
		}
	} catch (error) {
		await store.unstage().catch(() => undefined);
		throw error;
	}
}

/**
 * Whether the backup may take the place of what is here: nothing, or what is left of the same vault
 * whose head is lost. Errors: AppError `backup.other-vault`, `vault.exists`, `vault.newer-version`.
 */
async function requireLost(store: Store, { backup, head }: OpenBackup): Promise<void> {
	if (await store.isEmpty()) return;
	const { heads } = await store.heads();
	for (const there of heads) {
		const meta = await readMeta(there.meta);
		if (meta === null) continue;
		if (meta.vault !== backup.vault) throw new AppError('backup.other-vault');
		const isLost =
			meta.epoch === head.meta.epoch &&
			(await openHead({ head: there, meta }, head.vaultKey, '')) === null;
		if (!isLost) throw new AppError('vault.exists');
	}
	const { scopes } = head.ring;
	const isOurs = (await withoutRows(store, scopes.keys())).size < scopes.size;
	if (!isOurs) throw new AppError('backup.other-vault');
}

/** Where no vault is, or one whose head is lost. Errors: as `requireLost` and `stageScopes`. */
export async function restoreHead(
	store: Store,
	opened: OpenBackup,
	tell: TellProgress
): Promise<OpenHead> {
	await requireLost(store, opened);
	const { backup, head } = opened;
	const { stamp } = await store.heads();
	await stageScopes(store, backup, head.ring.scopes.keys(), tell);
	const { meta, ring } = backup.head;
	await store.commit({ head: { replaces: stamp, meta, ring, isAlone: true, settles: true } });
	return reopenHead(store, [head.vaultKey]);
}
