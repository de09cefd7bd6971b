/** The head of the vault on the disk: two copies, the newest one that can be read counts. */
import { AppError, isAppError } from '../errors.ts';
import { equal, isBytes, type Bytes } from './bytes.ts';
import type { InputKey, Place } from './container.ts';
import { createKey, openRing, unwrapKey, type Home, type Ring } from './keys.ts';
import { readMeta, writeMeta, type Meta } from './meta.ts';
import type { Copy, Head, HeadChange, Store, StoreChange } from './store.ts';
import type { VaultId } from './types.ts';

/** What may be opened, the newest first. */
export type Candidate = { readonly head: Head; readonly meta: Meta };

export type OpenHead = {
	/** Where it was read. */
	readonly copy: Copy;
	readonly gen: number;
	readonly meta: Meta;
	readonly vaultKey: InputKey;
	readonly ringKey: InputKey;
	readonly sealedRing: Bytes;
	readonly ring: Ring;
	/** Of what is on the disk. */
	readonly stamp: string;
};

export type NewHead = Pick<OpenHead, 'meta' | 'vaultKey' | 'ringKey' | 'sealedRing'>;

/** What is written together with a head. */
export type More = Omit<StoreChange, 'head'> & Pick<HeadChange, 'settles'>;

/** Null where there has never been a vault. Errors: AppError `vault.damaged`, `vault.newer-version`. */
export async function candidates(
	store: Store
): Promise<{ readonly found: readonly Candidate[]; readonly stamp: string } | null> {
	const { heads, stamp } = await store.heads();
	if (heads.length === 0 && (await store.isEmpty())) return null;
	const read = await Promise.all(
		heads.map(async (head) => ({ head, meta: await readMeta(head.meta) }))
	);
	const found = read.flatMap(({ head, meta }) => (meta === null ? [] : [{ head, meta }]));
	if (found.length === 0) throw new AppError('vault.damaged');
	return { found, stamp };
}

function ringKeyPlace(vault: VaultId, epoch: number): Place {
	return { vault, table: 'ring-key', record: '', revision: epoch };
}

export function ringHome(vault: VaultId, key: InputKey, gen: number): Home {
	return { key, place: { vault, table: 'ring', record: '', revision: gen } };
}

export async function createRingKey(
	vault: VaultId,
	epoch: number,
	vaultKey: InputKey
): Promise<{ readonly key: InputKey; readonly wrapped: Bytes }> {
	return createKey({ key: vaultKey, place: ringKeyPlace(vault, epoch) });
}

/** Null where the ring of this copy is lost. */
export async function openHead(
	{ head, meta }: Candidate,
	vaultKey: InputKey,
	stamp: string
): Promise<OpenHead | null> {
	const { id: copy, gen } = head.meta;
	const sealedRing = head.ring?.body;
	if (!isBytes(sealedRing)) return null;
	const { vault, epoch } = meta;
	try {
		const place = ringKeyPlace(vault, epoch);
		const ringKey = await unwrapKey({ key: vaultKey, place }, meta.ringKey);
		const ring = await openRing(ringHome(vault, ringKey, gen), sealedRing);
		return { copy, gen, meta, vaultKey, ringKey, sealedRing, ring, stamp };
	} catch (error) {
		if (isAppError(error, 'vault.record-damaged')) return null;
		throw error;
	}
}

/** The newest head that one of these keys opens. Errors: AppError `vault.damaged`. */
export async function reopenHead(store: Store, vaultKeys: readonly InputKey[]): Promise<OpenHead> {
	const now = await candidates(store);
	for (const candidate of now?.found ?? []) {
		for (const vaultKey of vaultKeys) {
			const head = await openHead(candidate, vaultKey, now?.stamp ?? '');
			if (head !== null) return head;
		}
	}
	throw new AppError('vault.damaged');
}

async function copyOf(id: Copy, gen: number, { meta, sealedRing }: NewHead) {
	return { meta: await writeMeta(id, gen, meta), ring: { id, gen, body: sealedRing } };
}

async function readBack(store: Store, id: Copy, gen: number, written: NewHead): Promise<OpenHead> {
	const now = await candidates(store);
	const candidate = now?.found.find(({ head }) => head.meta.id === id && head.meta.gen === gen);
	const opened = candidate && (await openHead(candidate, written.vaultKey, now?.stamp ?? ''));
	if (!opened || !equal(opened.sealedRing, written.sealedRing)) {
		throw new AppError('vault.write-failed', { retryable: true });
	}
	return opened;
}

/**
 * Writes the next head, whose ring is sealed for `gen + 1`, over the copy that was not read, and
 * whatever else belongs to it, all or nothing; then reads it back. The other copy still holds the
 * head before: `mirror` brings it up to date.
 */
export async function replaceHead(
	store: Store,
	before: Pick<OpenHead, 'copy' | 'gen' | 'stamp'>,
	next: NewHead,
	more: More = {}
): Promise<OpenHead> {
	const gen = before.gen + 1;
	const id = before.copy === 'A' ? 'B' : 'A';
	const copy = await copyOf(id, gen, next);
	const { settles = false, ...others } = more;
	await store.commit({ ...others, head: { replaces: before.stamp, ...copy, settles } });
	return readBack(store, id, gen, next);
}

/** Makes both copies the same, so that neither alone can be lost or tell of what was erased. */
export async function mirror(store: Store, head: OpenHead): Promise<OpenHead> {
	const { heads } = await store.heads();
	let { stamp } = head;
	for (const id of ['A', 'B'] as const) {
		const copy = await copyOf(id, head.gen, head);
		const there = heads.find(({ meta }) => meta.id === id);
		const isSame =
			there?.meta.sha256 === copy.meta.sha256 &&
			(await readMeta(there.meta)) !== null &&
			isBytes(there.ring?.body) &&
			equal(there.ring.body, head.sealedRing);
		if (isSame) continue;
		await store.commit({ head: { replaces: stamp, ...copy } });
		({ stamp } = await store.heads());
	}
	return { ...head, stamp };
}
