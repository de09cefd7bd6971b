/**
 * What stands in a backup, in this order, as files of a tar:
 *
 *   vault.json       format, id of the vault, generation of its head, when it was made
 *   head/meta.json   the ways in and the wrapped key of the ring
 *   head/ring        the sealed ring
 *   scopes/<id>      all rows of a scope, followed by
 *   assets/<id>        the ciphertext of each of its assets
 *   manifest.json    format, counts, and SHA-256 and length of every file before it
 *
 * Everything is as it lies in the vault: under its keys, and none of them is here.
 */
import { sha256 } from '../../digest.ts';
import { AppError } from '../../errors.ts';
import { concat, fromHex, isBytes, toHex, u32, utf8, type Bytes } from '../bytes.ts';
import { parseFields } from '../fields.ts';
import { isId } from '../ids.ts';
import type { AssetRow, ChunkRow, RecordRow, ScopeRows } from '../store.ts';
import type { AssetId, ScopeId, VaultId } from '../types.ts';
import type { TarEntry } from './tar.ts';

/** Raised with every change that an older app could not read. */
const FORMAT = 1;

export const NAMES = {
	facts: 'vault.json',
	meta: 'head/meta.json',
	ring: 'head/ring',
	manifest: 'manifest.json'
} as const;

export type Facts = {
	readonly vault: VaultId;
	/** Of the head. */
	readonly gen: number;
	/** Milliseconds since 1970. */
	readonly madeAt: number;
};

/** Reads what this app writes. Errors: AppError `backup.newer-version`, `backup.damaged`. */
function parsed<T>(body: Bytes, read: (fields: ReturnType<typeof parseFields>) => T): T {
	try {
		const fields = parseFields(body);
		if (fields.number('format') > FORMAT) throw new AppError('backup.newer-version');
		return read(fields);
	} catch (cause) {
		throw cause instanceof AppError ? cause : new AppError('backup.damaged', { cause });
	}
}

function json(value: object): Bytes {
	return utf8(JSON.stringify({ format: FORMAT, ...value }, null, '\t'));
}

export function writeFacts(facts: Facts): TarEntry {
	return { name: NAMES.facts, body: json(facts) };
}

export function readFacts(body: Bytes): Facts {
	return parsed(body, (fields) => ({
		vault: fields.id('vault'),
		gen: fields.number('gen'),
		madeAt: fields.number('madeAt')
	}));
}

export type Line = { readonly name: string; readonly size: number; readonly sha256: string };

export async function lineOf({ name, body }: TarEntry): Promise<Line> {
	return { name, size: body.length, sha256: await sha256(body) };
}

export function writeManifest(vault: VaultId, files: readonly Line[]): TarEntry {
	const count = (folder: string): number =>
		files.filter(({ name }) => name.startsWith(`${folder}/`)).length;
	const counts = { scopes: count('scopes'), assets: count('assets') };
	return { name: NAMES.manifest, body: json({ vault, counts, files }) };
}

export function readManifest(body: Bytes): readonly Line[] {
	return parsed(body, (fields) =>
		fields.list('files').map((file) => ({
			name: file.text('name'),
			size: file.number('size'),
			sha256: file.text('sha256')
		}))
	);
}

/** Of a scope or an asset. Errors: AppError `backup.damaged`. */
export function parseName(name: string): { readonly kind: 'scope' | 'asset'; readonly id: string } {
	const [folder, id] = name.split('/');
	if (!isId(id) || (folder !== 'scopes' && folder !== 'assets')) {
		throw new AppError('backup.damaged');
	}
	return { kind: folder === 'scopes' ? 'scope' : 'asset', id };
}

const ID = 16;

/** What was damaged on the disk is carried as what it then is: something that does not open. */
const carried = (body: unknown): Bytes => (isBytes(body) ? body : new Uint8Array());

/**
 * Count of the records (4) ‖ id (16), revision (4) and length (4) of each, and its body
 * ‖ count of the assets (4) ‖ id (16), revision (4), count of chunks (4) and length (4), and body.
 */
export function writeScope(scope: ScopeId, { records, assets }: ScopeRows): TarEntry {
	const known = <Row extends { readonly id: string }>(rows: readonly Row[]): readonly Row[] =>
		rows.filter(({ id }) => isId(id));
	const withBody = (body: unknown): Bytes => {
		const bytes = carried(body);
		return concat(u32(bytes.length), bytes);
	};
	const body = concat(
		u32(known(records).length),
		...known(records).map((row) => concat(fromHex(row.id), u32(row.rev), withBody(row.body))),
		u32(known(assets).length),
		...known(assets).map((row) =>
			concat(fromHex(row.id), u32(row.rev), u32(row.n), withBody(row.body))
		)
	);
	return { name: `scopes/${scope}`, body };
}

/** Errors: AppError `backup.damaged`. */
export function readScope(scope: ScopeId, bytes: Bytes): ScopeRows {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	let at = 0;
	const number = (): number => view.getUint32((at += 4) - 4);
	const take = (length: number): Bytes => bytes.slice(at, (at += length));
	const id = (): string => toHex(take(ID));
	const list = <Row>(row: () => Row): Row[] => Array.from({ length: number() }, row);
	try {
		const records = list((): RecordRow => ({
			id: id(),
			scope,
			rev: number(),
			body: take(number())
		}));
		const assets = list((): AssetRow => ({
			id: id(),
			scope,
			rev: number(),
			n: number(),
			body: take(number())
		}));
		if (at !== bytes.length) throw new RangeError();
		return { records, assets };
	} catch (cause) {
		throw new AppError('backup.damaged', { cause });
	}
}

const SLICE = 2 ** 20;

export function writeAsset(asset: AssetId, chunks: readonly ChunkRow[]): TarEntry {
	return { name: `assets/${asset}`, body: concat(...chunks.map(({ body }) => carried(body))) };
}

export function readAsset(asset: AssetId, body: Bytes): readonly ChunkRow[] {
	const n = Math.ceil(body.length / SLICE);
	return Array.from({ length: n }, (_, i) => ({
		asset,
		i,
		body: body.slice(i * SLICE, (i + 1) * SLICE)
	}));
}
