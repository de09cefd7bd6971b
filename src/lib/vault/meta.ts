/**
 * The head of the vault: which ways lead in and the wrapped key of the ring. It has to be readable
 * before anything is open, so it holds no secret and names nobody.
 */
import { AppError } from '../errors.ts';
import { concat, toHex, u64, utf8, type Bytes } from './bytes.ts';
import { Malformed, parseFields, type Fields } from './fields.ts';
import type { Slot } from './slots.ts';
import type { MetaRow } from './store.ts';
import type { VaultId } from './types.ts';

export type Meta = {
	readonly vault: VaultId;
	/** Of the vault's key; raised when a person leaves. */
	readonly epoch: number;
	readonly slots: readonly Slot[];
	/** The ring's key, wrapped under the vault's. */
	readonly ringKey: Bytes;
};

const VERSION = 1;

async function hashOf(gen: number, body: Bytes): Promise<string> {
	return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', concat(u64(gen), body))));
}

export async function metaRow(id: MetaRow['id'], gen: number, body: Bytes): Promise<MetaRow> {
	return { id, gen, sha256: await hashOf(gen, body), body };
}

export function writeMeta(id: MetaRow['id'], gen: number, meta: Meta): Promise<MetaRow> {
	const bytesAsHex = (_key: string, value: unknown): unknown =>
		value instanceof Uint8Array ? toHex(value) : value;
	return metaRow(id, gen, utf8(JSON.stringify({ version: VERSION, ...meta }, bytesAsHex)));
}

function readSlot(fields: Fields): Slot {
	const common = {
		id: fields.id('id'),
		person: fields.id('person'),
		epoch: fields.number('epoch'),
		salt: fields.bytes('salt'),
		wrapped: fields.bytes('wrapped')
	};
	const kind = fields.text('kind');
	if (kind === 'recovery') return { ...common, kind };
	if (kind === 'passkey') return { ...common, kind, credential: fields.bytes('credential') };
	if (kind !== 'passphrase') throw new Malformed();
	const cost = fields.fields('cost');
	const { memoryKiB, iterations } = {
		memoryKiB: cost.number('memoryKiB'),
		iterations: cost.number('iterations')
	};
	return { ...common, kind, cost: { memoryKiB, iterations } };
}

/** Null where the row is damaged. Errors: AppError `vault.newer-version`. */
export async function readMeta({ gen, sha256, body }: MetaRow): Promise<Meta | null> {
	try {
		if ((await hashOf(gen, body)) !== sha256) return null;
		const fields = parseFields(body);
		if (fields.number('version') !== VERSION) throw new AppError('vault.newer-version');
		return {
			vault: fields.id('vault'),
			epoch: fields.number('epoch'),
			slots: fields.list('slots').map(readSlot),
			ringKey: fields.bytes('ringKey')
		};
	} catch (error) {
		if (error instanceof AppError) throw error;
		// A row of another shape, or JSON that is none.
		return null;
	}
}
