/** Rows that were changed behind the vault's back: set aside with a reason, and nothing else suffers. */
import { afterEach, describe, expect, it } from 'vitest';
import {
	clearVaults,
	close,
	freshName,
	kit,
	openVault,
	pattern,
	text,
	words,
	type Opened
} from '../../../tests/support/vault.ts';
import { isAppError } from '../errors.ts';
import type { Bytes } from './bytes.ts';
import { newId } from './ids.ts';
import { toHex } from './bytes.ts';
import type { AssetRow, Database, MetaRow, RecordRow, RingRow } from './store.ts';
import type { ScopeId } from './types.ts';

afterEach(clearVaults);

async function codeOf(attempt: Promise<unknown>): Promise<string> {
	try {
		await attempt;
		return 'done';
	} catch (error) {
		if (!isAppError(error)) throw error;
		expect(`${error.message} ${JSON.stringify(error.details)}`).not.toContain('secret');
		return error.code;
	}
}

const ids = { note: newId(), other: newId(), asset: newId(), otherAsset: newId() };
const ASSET = pattern(2 ** 20 + 5000, 3);

async function filled(): Promise<Opened & { name: string; scope: ScopeId }> {
	const name = freshName();
	const one = openVault(name);
	await one.vault.create(kit());
	const scope = await one.vault.createScope();
	await one.vault.save(scope, {
		records: [
			{ id: ids.note, content: text('secret one') },
			{ id: ids.other, content: text('secret two') }
		],
		assets: [
			{ id: ids.asset, header: text('one'), content: ASSET },
			{ id: ids.otherAsset, header: text('two'), content: pattern(100, 4) }
		]
	});
	await one.vault.lock();
	return { ...one, name, scope };
}

type Damage = (body: Bytes) => unknown;
const flip =
	(at: number): Damage =>
	(body) => {
		const flipped = body.slice();
		const index = at < 0 ? body.length + at : at;
		flipped[index] = flipped[index]! ^ 1;
		return flipped;
	};

const DAMAGES: [string, Damage][] = [
	['a bit of the salt', flip(0)],
	['a bit of the commitment', flip(30)],
	['a bit of the first chunk', flip(60)],
	['a bit of the tag', flip(-1)],
	['one byte less', (body) => body.slice(0, -1)],
	['a tag less', (body) => body.slice(0, -16)],
	['nothing', () => new Uint8Array()],
	['ten times the length', (body) => new Uint8Array(body.length * 10)],
	['text', () => 'text'],
	['null', () => null]
];

describe('a damaged record', () => {
	it.each(DAMAGES)('with %s is set aside, and the others are there', async (_, damage) => {
		const { vault, database, scope } = await filled();
		const row = (await database.recs.get(ids.note))!;
		await database.recs.put({ ...row, body: damage(row.body) } as RecordRow);
		await vault.unlock(kit(), false);
		const { records, quarantined } = await vault.records(scope);
		expect(records.map(({ content }) => words(content))).toEqual(['secret two']);
		const expected = { scope, what: 'record', id: ids.note, reason: 'damaged' };
		expect(quarantined).toEqual([expected]);
		expect(vault.quarantined()).toEqual([expected]);
		expect(await codeOf(vault.record(scope, ids.note))).toBe('vault.record-damaged');
		// Kept, not deleted; and what was not touched can still be amended.
		expect(await database.recs.get(ids.note)).toBeDefined();
		await vault.save(scope, { records: [{ id: ids.other, content: text('amended') }], assets: [] });
		expect(words((await vault.record(scope, ids.other)).content)).toBe('amended');
		expect(await database.recs.get(ids.note)).toBeDefined();
	});

	it('is noticed when it is an older one, another one, gone or brought in', async () => {
		const { vault, database, scope } = await filled();
		await vault.unlock(kit(), false);
		const old = (await database.recs.get(ids.note))!;
		await vault.save(scope, { records: [{ id: ids.note, content: text('newer') }], assets: [] });
		const other = (await database.recs.get(ids.other))!;
		const reasonWith = async (rows: RecordRow[], removed: string[] = []): Promise<unknown> => {
			const before = await database.recs.toArray();
			await database.recs.bulkDelete(removed);
			await database.recs.bulkPut(rows);
			const { quarantined } = await vault.records(scope);
			await database.recs.clear();
			await database.recs.bulkPut(before);
			return quarantined.map(({ id, reason }) => `${id === ids.note ? 'note' : 'other'} ${reason}`);
		};
		expect(await reasonWith([])).toEqual([]);
		expect(await reasonWith([old])).toEqual(['note revision']);
		expect(await reasonWith([{ ...old, rev: 2 }])).toEqual(['note damaged']);
		expect(await reasonWith([{ ...other, id: ids.note, rev: 2 }])).toEqual(['note damaged']);
		expect(await reasonWith([], [ids.note])).toEqual(['note missing']);
		expect(await reasonWith([{ ...old, id: newId() }])).toEqual(['other unknown']);
		expect(await reasonWith([{ ...old, rev: 2, scope: newId() }])).toEqual(['note missing']);
	});
});

describe('a damaged asset', () => {
	it.each(DAMAGES)(
		'with %s in a chunk is set aside, and the others are there',
		async (_, damage) => {
			const { vault, database, scope } = await filled();
			const last = (await database.chunks.get([ids.asset, 1]))!;
			await database.chunks.put({ ...last, body: damage(last.body) as Bytes });
			await vault.unlock(kit(), false);
			expect(await codeOf(vault.asset(scope, ids.asset))).toBe('vault.record-damaged');
			expect(vault.quarantined()).toEqual([
				{ scope, what: 'asset', id: ids.asset, reason: 'damaged' }
			]);
			expect((await vault.asset(scope, ids.otherAsset)).content).toEqual(pattern(100, 4));
			expect((await vault.assets(scope)).assets).toHaveLength(2);
		}
	);

	it('is noticed when chunks are missing, swapped or of another asset', async () => {
		const { vault, database, scope } = await filled();
		await vault.unlock(kit(), false);
		const [first, last] = [
			(await database.chunks.get([ids.asset, 0]))!,
			(await database.chunks.get([ids.asset, 1]))!
		];
		const foreign = (await database.chunks.get([ids.otherAsset, 0]))!;
		const attempt = async (change: () => Promise<unknown>): Promise<string> => {
			const before = await database.chunks.toArray();
			await change();
			const code = await codeOf(vault.asset(scope, ids.asset));
			await database.chunks.clear();
			await database.chunks.bulkPut(before);
			return code;
		};
		expect(await attempt(() => Promise.resolve())).toBe('done');
		for (const change of [
			() => database.chunks.delete([ids.asset, 0]),
			() => database.chunks.delete([ids.asset, 1]),
			() =>
				database.chunks.bulkPut([
					{ ...first, i: 1 },
					{ ...last, i: 0 }
				]),
			() => database.chunks.put({ ...foreign, asset: ids.asset, i: 1 })
		]) {
			expect(await attempt(change)).toBe('vault.record-damaged');
		}
	});

	it('with its head damaged or gone is set aside', async () => {
		const { vault, database, scope } = await filled();
		const row = (await database.assets.get(ids.asset))!;
		await database.assets.put({ ...row, body: flip(70)(row.body) } as AssetRow);
		await vault.unlock(kit(), false);
		expect((await vault.assets(scope)).quarantined).toMatchObject([{ reason: 'damaged' }]);
		await database.assets.delete(ids.asset);
		expect((await vault.assets(scope)).quarantined).toMatchObject([{ reason: 'missing' }]);
		expect((await vault.assets(scope)).assets).toHaveLength(1);
	});
});

describe('a damaged manifest', () => {
	it.each([
		['damaged', (row: RecordRow) => ({ ...row, body: flip(60)(row.body) as Bytes })],
		['missing', () => null]
	])('that is %s is told, and everything that opens stays readable', async (reason, change) => {
		const { vault, database, scope } = await filled();
		const changed = change((await database.recs.get(scope))!);
		if (changed === null) await database.recs.delete(scope);
		else await database.recs.put(changed);
		await vault.unlock(kit(), false);
		expect((await vault.records(scope)).records).toHaveLength(2);
		expect((await vault.assets(scope)).assets).toHaveLength(2);
		expect(vault.quarantined()).toEqual([{ scope, what: 'manifest', id: scope, reason }]);
		// The next save writes it anew.
		await vault.save(scope, { records: [{ id: ids.note, content: text('again') }], assets: [] });
		expect(vault.quarantined()).toEqual([]);
		await vault.lock();
		await vault.unlock(kit(), false);
		expect((await vault.records(scope)).records).toHaveLength(2);
		expect(vault.quarantined()).toEqual([]);
	});
});

describe('the two copies of the head', () => {
	const metaDamages: [string, (row: MetaRow) => MetaRow][] = [
		['a bit of the body', (row) => ({ ...row, body: flip(40)(row.body) as Bytes })],
		['another generation', (row) => ({ ...row, gen: row.gen + 7 })],
		['a generation that is no number', (row) => ({ ...row, gen: 'x' as unknown as number })],
		['another hash', (row) => ({ ...row, sha256: row.sha256.replace(/./, 'g') })],
		['no body', (row) => ({ ...row, body: null as unknown as Bytes })],
		['a cut body', (row) => ({ ...row, body: row.body.slice(0, 100) })]
	];

	async function wholeAgain(database: Database): Promise<void> {
		const [a, b] = [await database.meta.get('A'), await database.meta.get('B')];
		const contents = (row?: MetaRow): unknown => [row?.gen, row?.sha256, toHex(row!.body)];
		expect(contents(a)).toEqual(contents(b));
		const [ringA, ringB] = [await database.ring.get('A'), await database.ring.get('B')];
		expect(ringA?.gen).toBe(a?.gen);
		expect(toHex(ringA!.body)).toBe(toHex(ringB!.body));
	}

	for (const copy of ['A', 'B'] as const) {
		it.each(metaDamages)(`survive ${copy} with %s, and heal`, async (_, damage) => {
			const { vault, database, scope } = await filled();
			await wholeAgain(database);
			await database.meta.put(damage((await database.meta.get(copy))!));
			const { scopes } = await vault.unlock(kit(), false);
			expect(scopes).toContain(scope);
			expect((await vault.records(scope)).records).toHaveLength(2);
			await wholeAgain(database);
			await vault.createScope();
		});

		it(`survive ${copy} without its meta row or with a damaged or lost ring`, async () => {
			const { vault, database, scope } = await filled();
			for (const damage of [
				() => database.meta.delete(copy),
				() => database.ring.delete(copy),
				async () => {
					const row = (await database.ring.get(copy))!;
					await database.ring.put({ ...row, body: null } as unknown as RingRow);
				},
				async () => {
					const row = (await database.ring.get(copy))!;
					await database.ring.put({ ...row, body: flip(80)(row.body) } as RingRow);
				}
			]) {
				await damage();
				const { scopes } = await vault.unlock(kit(), false);
				expect(scopes).toContain(scope);
				await wholeAgain(database);
				await vault.lock();
			}
		});
	}

	it('lead to a restore, never to a new vault, when both are damaged', async () => {
		const { vault, database, name } = await filled();
		for (const copy of ['A', 'B'] as const) {
			const row = (await database.meta.get(copy))!;
			await database.meta.put({ ...row, body: flip(40)(row.body) } as MetaRow);
		}
		expect(await vault.status()).toEqual({ state: 'damaged' });
		expect(await codeOf(vault.unlock(kit(), false))).toBe('vault.damaged');
		expect(await codeOf(vault.create(kit()))).toBe('vault.exists');
		await close({ vault, database });
		const again = openVault(name);
		expect(await again.database.recs.count()).toBeGreaterThan(0);
	});

	it('lead to a restore, never to a new vault, when both are gone', async () => {
		const { vault, database } = await filled();
		await database.meta.clear();
		await database.ring.clear();
		expect(await vault.status()).toEqual({ state: 'damaged' });
		expect(await codeOf(vault.unlock(kit(), false))).toBe('vault.damaged');
		expect(await codeOf(vault.create(kit()))).toBe('vault.exists');
	});

	it('are told from a vault of a newer version', async () => {
		const { vault, database } = await filled();
		for (const copy of ['A', 'B'] as const) {
			const row = (await database.meta.get(copy))!;
			const body = text(words(row.body).replace('"version":1', '"version":2'));
			const gen = new Uint8Array(8);
			new DataView(gen.buffer).setBigUint64(0, BigInt(row.gen));
			const hash = await crypto.subtle.digest('SHA-256', new Uint8Array([...gen, ...body]));
			const sha256 = Array.from(new Uint8Array(hash), (b) => b.toString(16).padStart(2, '0')).join(
				''
			);
			await database.meta.put({ ...row, body, sha256 });
		}
		expect(await codeOf(vault.unlock(kit(), false))).toBe('vault.newer-version');
		expect(await codeOf(vault.status())).toBe('vault.newer-version');
	});
});
