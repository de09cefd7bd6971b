/** Backups and what becomes of them: on an empty device, in a vault that is there, and when damaged. */
import { afterEach, describe, expect, it } from 'vitest';
import {
	backUp,
	byOwner,
	contentRows,
	flipped,
	OWNER,
	silent,
	toOwner
} from '../../../tests/support/backups.ts';
import { firstDifference } from '../../../tests/support/first-difference.ts';
import { refusalOf } from '../../../tests/support/refusal.ts';
import {
	abandon,
	clearVaults,
	close,
	failingStorage,
	fingerprints,
	freshName,
	kit,
	openVault,
	pattern,
	rawRows,
	text,
	words,
	type Fault,
	type Opened
} from '../../../tests/support/vault.ts';
import { encrypt, newOwnerKey } from './backup/age.ts';
import { writeTar, type TarEntry } from './backup/tar.ts';
import type { Bytes } from './bytes.ts';
import { newId } from './ids.ts';
import { passphraseBytes } from './passphrase-bytes.ts';
import type { BackupKey, ScopeId, Secret, TellProgress } from './types.ts';

afterEach(clearVaults);

const codeOf = (attempt: Promise<unknown>): Promise<string> => refusalOf(attempt, 'done');

const ANNA = 'anna walks to the harbour';
const anna = (): Secret => ({ kind: 'passphrase', passphrase: passphraseBytes(ANNA) });
const byAnna = (typed = ANNA): BackupKey => ({
	secret: { kind: 'passphrase', passphrase: passphraseBytes(typed) },
	identity: null
});

const PHOTO = pattern(2 ** 21 + 5000, 3);
const SHORT = 20_000;

type Filled = Opened & {
	readonly name: string;
	readonly clinic: ScopeId;
	readonly scope: ScopeId;
	readonly asset: string;
};

async function keep(
	one: Opened,
	note: string,
	length = PHOTO.length
): Promise<{ scope: ScopeId; asset: string }> {
	const [scope, asset] = [await one.vault.createScope(), newId()];
	await one.vault.save(scope, {
		records: [{ id: newId(), content: text(note) }],
		assets: [
			{ id: asset, header: text('photo'), content: PHOTO.slice(0, length) },
			{ id: newId(), header: text('thumbnail'), content: pattern(100, 4) }
		]
	});
	return { scope, asset };
}

async function filled(secret = kit(), length = PHOTO.length): Promise<Filled> {
	const name = freshName();
	const one = openVault(name);
	const { clinic } = await one.vault.create(secret);
	return { ...one, name, clinic, ...(await keep(one, 'a note', length)) };
}

/** A device on which there is nothing yet. */
function empty(): Opened & { readonly name: string } {
	const name = freshName();
	return { ...openVault(name), name };
}

async function notesIn({ vault }: Opened, scope: ScopeId): Promise<readonly string[]> {
	const { records, quarantined } = await vault.records(scope);
	expect(quarantined).toEqual([]);
	return records.map(({ content }) => words(content));
}

describe('a backup on an empty device', () => {
	it('brings back every row as it was, and is opened as the vault was', async () => {
		const old = await filled();
		const file = await backUp(old.vault);
		const before = await contentRows(old.name);
		await close(old);
		const next = empty();
		const opened = await next.vault.restore(file, byOwner(), silent);
		expect(opened.scopes).toEqual([old.clinic, old.scope]);
		expect(await contentRows(next.name)).toEqual(before);
		expect(await notesIn(next, old.scope)).toEqual(['a note']);
		const { content } = await next.vault.asset(old.scope, old.asset);
		expect(firstDifference(content, PHOTO)).toBe(-1);
		await next.vault.lock();
		await next.vault.unlock(kit(), false);
		await next.vault.createScope();
		expect((await rawRows(next.name)).get('staged')).toEqual([]);
	});

	it('opens by the passphrase of whoever made it, and by no other', async () => {
		const old = await filled(anna());
		expect(
			await codeOf(backUp(old.vault, { kind: 'passphrase', secret: byAnna('ben').secret }))
		).toBe('vault.wrong-passphrase');
		const file = await backUp(old.vault, { kind: 'passphrase', secret: anna() });
		await old.vault.checkBackup(file, silent);
		await close(old);
		const next = empty();
		expect(await codeOf(next.vault.restore(file, byAnna('ben'), silent))).toBe(
			'backup.wrong-passphrase'
		);
		expect(await codeOf(next.vault.restore(file, byOwner(), silent))).toBe(
			'backup.wrong-passphrase'
		);
		expect(await next.vault.status()).toEqual({ state: 'missing' });
		await next.vault.restore(file, byAnna(), silent);
		expect(await notesIn(next, old.scope)).toEqual(['a note']);
	});
});

/** A second device with the vault of the first. */
async function twin(file: Blob): Promise<Opened & { readonly name: string }> {
	const next = empty();
	await next.vault.restore(file, byOwner(), silent);
	return next;
}

describe('a backup in a vault that is there', () => {
	it('adds what is missing, and leaves everything else as it is', async () => {
		const old = await filled();
		const here = await twin(await backUp(old.vault));
		const added = await keep(old, 'from the other device');
		await old.vault.save(old.scope, {
			records: [{ id: newId(), content: text('added there') }],
			assets: []
		});
		const newer = await backUp(old.vault);
		const own = await keep(here, 'only here');
		const before = await fingerprints(here.name);
		const { scopes } = await here.vault.restore(newer, byOwner(), silent);
		expect(scopes).toEqual([old.clinic, old.scope, own.scope, added.scope]);
		expect(await notesIn(here, added.scope)).toEqual(['from the other device']);
		expect(await notesIn(here, own.scope)).toEqual(['only here']);
		expect(await notesIn(here, old.scope)).toEqual(['a note']);
		const after = await fingerprints(here.name);
		for (const table of ['recs', 'assets', 'chunks']) {
			expect(after.get(table)).toEqual(expect.arrayContaining([...(before.get(table) ?? [])]));
		}
		await here.vault.lock();
		await here.vault.unlock(kit(), false);
		const { content } = await here.vault.asset(added.scope, added.asset);
		expect(firstDifference(content, PHOTO)).toBe(-1);
	});

	it('does not bring back what was erased here', async () => {
		const { vault, scope, clinic, name } = await filled();
		const file = await backUp(vault);
		const receipt = await vault.eraseScope(scope);
		const { scopes } = await vault.restore(file, byOwner(), silent);
		expect(scopes).toEqual([clinic]);
		expect(vault.erasures()).toEqual([receipt]);
		expect((await rawRows(name)).get('chunks')).toEqual([]);
	});

	it('erases what was erased on the other device, and never brings it back', async () => {
		const old = await filled();
		const older = await backUp(old.vault);
		const here = await twin(older);
		const receipt = await old.vault.eraseScope(old.scope);
		const newer = await backUp(old.vault);
		expect((await here.vault.restore(newer, byOwner(), silent)).scopes).toEqual([old.clinic]);
		expect(here.vault.erasures()).toEqual([receipt]);
		expect((await here.vault.restore(older, byOwner(), silent)).scopes).toEqual([old.clinic]);
		const third = await twin(newer);
		expect((await third.vault.restore(older, byOwner(), silent)).scopes).toEqual([old.clinic]);
		expect((await rawRows(third.name)).get('chunks')).toEqual([]);
	});

	it('is refused when it is of another vault', async () => {
		const file = await backUp((await filled()).vault);
		const here = await filled();
		const before = await fingerprints(here.name);
		expect(await codeOf(here.vault.restore(file, byOwner(), silent))).toBe('backup.other-vault');
		expect(await fingerprints(here.name)).toEqual(before);
	});

	it('is refused while the vault is locked and whole', async () => {
		const here = await filled();
		const file = await backUp(here.vault);
		await here.vault.lock();
		expect(await codeOf(here.vault.restore(file, byOwner(), silent))).toBe('vault.exists');
		await here.vault.unlock(kit(), false);
		expect(await notesIn(here, here.scope)).toEqual(['a note']);
	});
});

describe('a backup over a vault whose head is lost', () => {
	it.each(['cleared', 'of damaged rings'])(
		'%s gives it back with what was kept since',
		async (how) => {
			const here = await filled();
			const file = await backUp(here.vault);
			await here.vault.save(here.scope, {
				records: [{ id: newId(), content: text('since the backup') }],
				assets: []
			});
			await here.vault.lock();
			if (how === 'cleared') {
				await here.database.meta.clear();
				expect(await here.vault.status()).toEqual({ state: 'damaged' });
			} else {
				await here.database.ring.toCollection().modify({ body: pattern(400, 1) });
				expect(await codeOf(here.vault.unlock(kit(), false))).toBe('vault.damaged');
			}
			expect(await codeOf(here.vault.create(kit()))).toBe('vault.exists');
			await here.vault.restore(file, byOwner(), silent);
			expect((await notesIn(here, here.scope)).toSorted()).toEqual(['a note', 'since the backup']);
			await here.vault.lock();
			await here.vault.unlock(kit(), false);
		}
	);

	it('is refused when it is of another vault', async () => {
		const file = await backUp((await filled()).vault);
		const here = await filled();
		await here.vault.lock();
		await here.database.meta.clear();
		await here.database.ring.clear();
		const before = await fingerprints(here.name);
		expect(await codeOf(here.vault.restore(file, byOwner(), silent))).toBe('backup.other-vault');
		expect(await fingerprints(here.name)).toEqual(before);
	});
});

async function* each(files: readonly TarEntry[]): AsyncGenerator<TarEntry> {
	for (const file of files) yield await Promise.resolve(file);
}

async function fileOf(files: readonly TarEntry[]): Promise<Blob> {
	const parts: Bytes[] = [];
	const { chunks } = await encrypt(writeTar(each(files), 0), toOwner);
	for await (const chunk of chunks) parts.push(chunk);
	return new Blob(parts);
}

describe('a file that is no whole backup', () => {
	it('is refused with any byte of it changed, and leaves nothing behind', async () => {
		// A few of age's pieces of 64 KiB.
		const old = await filled(kit(), 300_000);
		const file = await backUp(old.vault);
		const next = empty();
		const outcomes = new Set<string>();
		const header = 200;
		const places = [
			...Array.from({ length: 20 }, (_, at) => at * 10),
			...Array.from({ length: 24 }, (_, at) => header + Math.floor((at * file.size) / 24)),
			...[-1, -16, -17, -600, -1100, -2000]
		];
		for (const at of places) {
			const code = await codeOf(next.vault.restore(await flipped(file, at), byOwner(), silent));
			outcomes.add(code);
			expect(code, `byte ${at}`).toMatch(/^backup\./);
			expect(await next.vault.status()).toEqual({ state: 'missing' });
			expect(await contentRows(next.name)).toEqual([[], [], []]);
		}
		expect([...outcomes].toSorted()).toEqual([
			'backup.damaged',
			'backup.newer-version',
			'backup.not-a-backup',
			'backup.wrong-key'
		]);
	});

	it('is refused cut off anywhere, or with something added', async () => {
		const file = await backUp((await filled()).vault);
		const next = empty();
		const codes = async (files: readonly Blob[]): Promise<readonly string[]> =>
			Promise.all(files.map((cut) => codeOf(next.vault.restore(cut, byOwner(), silent))));
		const lengths = [200, 65_536 + 300, 2 ** 20, file.size - 2000, file.size - 16, file.size - 1];
		expect(new Set(await codes(lengths.map((length) => file.slice(0, length))))).toEqual(
			new Set(['backup.damaged'])
		);
		const strange = [new Blob(), new Blob(['a letter']), new Blob([PHOTO])];
		expect(new Set(await codes(strange))).toEqual(new Set(['backup.not-a-backup']));
		expect(await codes([new Blob([file, Uint8Array.of(0)])])).toEqual(['backup.damaged']);
		expect(await contentRows(next.name)).toEqual([[], [], []]);
	});

	it('is refused when a newer version wrote it, of age or of what is inside', async () => {
		const { vault } = empty();
		const vaultJson = (value: object): TarEntry => ({
			name: 'vault.json',
			body: text(JSON.stringify(value))
		});
		const attempt = async (file: Blob): Promise<string> =>
			codeOf(vault.restore(file, byOwner(), silent));
		expect(await attempt(new Blob(['age-encryption.org/v2\n-> X25519 ']))).toBe(
			'backup.newer-version'
		);
		expect(await attempt(await fileOf([vaultJson({ format: 2 })]))).toBe('backup.newer-version');
		expect(await attempt(await fileOf([vaultJson({ format: 1 })]))).toBe('backup.damaged');
		expect(await attempt(await fileOf([]))).toBe('backup.damaged');
	});

	it('is refused when it was written for another key, or is opened with another kit', async () => {
		const { vault } = await filled();
		const file = await backUp(vault);
		const next = empty();
		const attempt = (key: BackupKey): Promise<string> =>
			codeOf(next.vault.restore(file, key, silent));
		const { identity } = await newOwnerKey();
		expect(await attempt({ secret: kit(), identity })).toBe('backup.wrong-key');
		expect(await attempt({ secret: kit(), identity: null })).toBe('backup.wrong-key');
		expect(await attempt({ secret: kit(), identity: 'my key' })).toBe('backup.key-mistyped');
		const typed = `# made by age-keygen\n${OWNER.identity.toLowerCase()}\n`;
		expect(await attempt({ secret: anna(), identity: typed })).toBe('vault.wrong-passphrase');
		expect(await attempt({ secret: kit(), identity: typed })).toBe('done');
	});
});

/** The short form takes every fifth operation, each loop from another one on. */
const STRIDE = import.meta.env['VULTUS_FULL'] === '1' ? 1 : 5;
let loops = 0;

describe('whatever fails in the storage', () => {
	/** What a device had some time ago, and what it has now. */
	async function twoBackups() {
		const old = await filled(kit(), SHORT);
		const older = await backUp(old.vault);
		const added = await keep(old, 'from the other device', SHORT);
		const file = await backUp(old.vault);
		await close(old);
		return { old, older, added, file };
	}

	/** With the n-th operation failing; false when there was no n-th one. */
	async function run(
		{ old, older, added, file }: Awaited<ReturnType<typeof twoBackups>>,
		n: number,
		fault: Fault,
		isThere: boolean
	): Promise<boolean> {
		const here = isThere ? await twin(older) : empty();
		const faults = failingStorage(here.database);
		if (isThere) {
			await here.vault.lock();
			// Middleware holds for what is opened after it.
			here.database.close();
			await here.database.open();
			await here.vault.unlock(kit(), false);
		}
		faults.arm(n, fault);
		const code = await codeOf(here.vault.restore(file, byOwner(), silent));
		const reached = faults.count >= n;
		faults.disarm();
		if (fault === 'quota') expect(['done', 'vault.no-space', 'vault.write-failed']).toContain(code);
		await close(here);

		const after = openVault(here.name);
		const { state } = await after.vault.status();
		if (state === 'missing') {
			expect(isThere).toBe(false);
			await after.vault.restore(file, byOwner(), silent);
		} else {
			const { scopes } = await after.vault.unlock(kit(), false);
			expect(await notesIn(after, old.scope)).toEqual(['a note']);
			if (code === 'done') expect(scopes).toContain(added.scope);
			await after.vault.restore(file, byOwner(), silent);
		}
		for (const { scope, asset } of [old, added]) {
			const { content } = await after.vault.asset(scope, asset);
			expect(firstDifference(content, PHOTO.slice(0, SHORT))).toBe(-1);
			expect(await notesIn(after, scope)).toHaveLength(1);
		}
		expect((await rawRows(here.name)).get('staged')).toEqual([]);
		await close(after);
		return reached;
	}

	it.each(
		(['before', 'after', 'abort', 'quota'] as const).flatMap((fault) => [
			[fault, 'an empty device', false] as const,
			[fault, 'a vault that is there', true] as const
		])
	)(
		'(%s) a restore into %s is there or is not, and can be done again',
		async (fault, _, isThere) => {
			let operations = 0;
			const backups = await twoBackups();
			for (let n = 1 + (loops++ % STRIDE); ; n += STRIDE) {
				const reached = await run(backups, n, fault, isThere).catch((error: unknown) => {
					throw new Error(`operation ${n}`, { cause: error });
				});
				if (!reached) break;
				operations = n;
			}
			// If it fell, the loop would no longer see what it is for.
			expect(operations).toBeGreaterThan(20);
		},
		600_000
	);
});

describe('whoever stops it', () => {
	const stop = (): Promise<never> => Promise.reject(new Error('stopped'));

	it('while it is written, has no backup', async () => {
		const { vault } = await filled();
		let chunks = 0;
		const take = (): Promise<void> => (++chunks === 2 ? stop() : Promise.resolve());
		expect(await codeOf(backUp(vault, toOwner, take))).toBe('cancelled');
		expect(chunks).toBe(2);
		expect(await codeOf(vault.checkBackup(new Blob(), silent))).toBe('backup.other-file');
	});

	it.each(['reading', 'checking'] as const)('while it is %s, has what was there', async (stage) => {
		const old = await filled();
		const older = await backUp(old.vault);
		const here = await twin(older);
		await keep(old, 'from the other device');
		const file = await backUp(old.vault);
		const tell: TellProgress = (now) => (now === stage ? stop() : Promise.resolve());
		for (const one of [empty(), here]) {
			const before = await contentRows(one.name);
			expect(await codeOf(one.vault.restore(file, byOwner(), tell))).toBe('cancelled');
			expect(await contentRows(one.name)).toEqual(before);
		}
	});

	it('by closing the page, finds a vault as before, or none, and room for another', async () => {
		const old = await filled();
		const older = await backUp(old.vault);
		const twice = [await twin(older), empty()];
		await keep(old, 'from the other device');
		const file = await backUp(old.vault);
		for (const one of twice) {
			const reached = Promise.withResolvers<undefined>();
			const tell: TellProgress = (stage) => {
				if (stage === 'reading') return Promise.resolve();
				reached.resolve(undefined);
				return new Promise(() => undefined);
			};
			void one.vault.restore(file, byOwner(), tell);
			await reached.promise;
			expect((await rawRows(one.name)).get('staged')).not.toEqual([]);
			abandon(one);
			// What a page held ends with it.
			await navigator.locks.request(one.name, { steal: true }, () => undefined);
			const after = openVault(one.name);
			if ((await after.vault.status()).state === 'missing') {
				expect(one).toBe(twice[1]);
				await after.vault.restore(older, byOwner(), silent);
			} else await after.vault.unlock(kit(), false);
			expect(await notesIn(after, old.scope)).toEqual(['a note']);
			const rows = await rawRows(one.name);
			expect(rows.get('staged')).toEqual([]);
			expect(rows.get('assets')).toHaveLength(2);
		}
	});
});

describe('a backup that was just written', () => {
	it('is found whole, and anything else is not', async () => {
		const { vault } = await filled();
		const earlier = await backUp(vault);
		const file = await backUp(vault);
		expect(await vault.checkBackup(file, silent)).toBe(file.size);
		const check = (other: Blob): Promise<string> => codeOf(vault.checkBackup(other, silent));
		expect(await check(earlier)).toBe('backup.other-file');
		expect(await check(await flipped(file, 300_000))).toBe('backup.damaged');
		expect(await check(file.slice(0, -20))).toBe('backup.damaged');
		expect(await check(new Blob(['a letter']))).toBe('backup.not-a-backup');
		await vault.lock();
		await vault.unlock(kit(), false);
		expect(await check(file)).toBe('backup.other-file');
	});

	it('holds what was there when it began, whole, whatever is kept meanwhile', async () => {
		const old = await filled();
		let isFirst = true;
		const file = await backUp(old.vault, toOwner, async () => {
			if (!isFirst) return;
			isFirst = false;
			await keep(old, 'meanwhile');
			await old.vault.save(old.clinic, {
				records: [{ id: newId(), content: text('meanwhile as well') }],
				assets: []
			});
		});
		expect(isFirst).toBe(false);
		await close(old);
		const next = empty();
		const { scopes } = await next.vault.restore(file, byOwner(), silent);
		expect(scopes).toEqual([old.clinic, old.scope]);
		expect(await notesIn(next, old.scope)).toEqual(['a note']);
		const { content } = await next.vault.asset(old.scope, old.asset);
		expect(firstDifference(content, PHOTO)).toBe(-1);
	});

	it('is not finished when something was erased meanwhile', async () => {
		const { vault, scope } = await filled();
		const erase = async (): Promise<void> => {
			if (vault.erasures().length === 0) await vault.eraseScope(scope);
		};
		expect(await codeOf(backUp(vault, toOwner, erase))).toBe('backup.changed');
	});

	it('carries what is damaged as it is', async () => {
		const old = await filled();
		const rows = await old.database.recs.where('scope').equals(old.scope).toArray();
		const damaged = rows.find(({ id }) => id !== old.scope)!;
		await old.database.recs.put({ ...damaged, body: 'text' as unknown as Bytes });
		const file = await backUp(old.vault);
		await close(old);
		const next = empty();
		await next.vault.restore(file, byOwner(), silent);
		const { quarantined } = await next.vault.records(old.scope);
		expect(quarantined.map(({ reason }) => reason)).toEqual(['damaged']);
		const { content } = await next.vault.asset(old.scope, old.asset);
		expect(firstDifference(content, PHOTO)).toBe(-1);
	});

	it('reveals neither what is in it nor how it is called', async () => {
		const { vault, scope, clinic } = await filled();
		const latin = new TextDecoder('latin1').decode(await (await backUp(vault)).arrayBuffer());
		for (const word of ['a note', scope, clinic, 'manifest']) expect(latin).not.toContain(word);
	});
});
