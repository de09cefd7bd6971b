import type { DBCore, DBCoreMutateRequest } from 'dexie';
import { afterEach, describe, expect, it } from 'vitest';
import { refusalOf } from '../../../tests/support/refusal.ts';
import {
	bytesOf,
	clearVaults,
	close,
	freshName,
	KIT,
	kit,
	openVault,
	pattern,
	rawRows,
	reveals,
	text,
	words,
	type Opened
} from '../../../tests/support/vault.ts';
import { sha256 } from '../digest.ts';
import { newId } from './ids.ts';
import { passphraseBytes } from './passphrase-bytes.ts';
import { newSecret, writeKit } from './recovery.ts';
import { Store, type MetaRow, type RecordRow } from './store.ts';
import type { AssetContent, RecordContent, ScopeId, Secret } from './types.ts';

afterEach(clearVaults);

const phrase = (typed: string): Secret => ({
	kind: 'passphrase',
	passphrase: passphraseBytes(typed)
});
const ANNA = 'anna walks to the harbour';
const BEN = 'ben sails on wednesdays';

const codeOf = (attempt: Promise<unknown> | (() => unknown)): Promise<string> =>
	refusalOf(attempt, 'done');

async function created(name = freshName()): Promise<Opened & { name: string; clinic: ScopeId }> {
	const one = openVault(name);
	const { clinic } = await one.vault.create(kit());
	return { ...one, name, clinic };
}

async function reopened(one: Opened, name: string): Promise<Opened> {
	await close(one);
	const again = openVault(name);
	await again.vault.unlock(kit(), false);
	return again;
}

const note = (content: string, id = newId()): RecordContent => ({ id, content: text(content) });
const photo = (length: number, seed: number, id = newId()): AssetContent => ({
	id,
	header: text(`header of ${String(seed)}`),
	content: pattern(length, seed)
});

describe('a vault', () => {
	it('is missing, then open, then locked', async () => {
		const name = freshName();
		const one = openVault(name);
		expect(await one.vault.status()).toEqual({ state: 'missing' });
		expect(await codeOf(one.vault.unlock(kit(), false))).toBe('vault.missing');
		const { vault, clinic, scopes } = await one.vault.create(kit());
		expect(scopes).toEqual([clinic]);
		expect(await one.vault.status()).toMatchObject({ state: 'open', vault });
		await one.vault.lock();
		expect(await one.vault.status()).toMatchObject({ state: 'locked', vault });
		for (const attempt of [
			() => one.vault.records(clinic),
			() => one.vault.createScope(),
			() => one.vault.quarantined(),
			() => one.vault.save(clinic, { records: [], assets: [] })
		]) {
			expect(await codeOf(attempt)).toBe('vault.locked');
		}
	});

	it('is not made over another one, and not with a passkey alone', async () => {
		const one = await created();
		await one.vault.lock();
		expect(await codeOf(one.vault.create(kit()))).toBe('vault.exists');
		const passkey = {
			kind: 'passkey',
			credential: text('c'),
			first: pattern(32, 1),
			second: pattern(32, 2)
		} as const;
		expect(await codeOf(openVault(freshName()).vault.create(passkey))).toBe('vault.last-way-in');
	});

	it('keeps records and assets, amended or not, from one opening to the next', async () => {
		let one: Opened & { name: string } = await created();
		const scope = await one.vault.createScope();
		const [first, second] = [note('first'), note('second')];
		const [small, large] = [photo(100, 1), photo(3 * 2 ** 20 + 17, 2)];
		await one.vault.save(scope, { records: [first, second], assets: [small, large] });
		await one.vault.save(scope, { records: [note('first, amended', first.id)], assets: [] });
		one = { ...(await reopened(one, one.name)), name: one.name };
		const { records, quarantined } = await one.vault.records(scope);
		expect(quarantined).toEqual([]);
		expect(new Map(records.map(({ id, content }) => [id, words(content)]))).toEqual(
			new Map([
				[first.id, 'first, amended'],
				[second.id, 'second']
			])
		);
		expect(words((await one.vault.record(scope, second.id)).content)).toBe('second');
		for (const asset of [small, large]) {
			const back = await one.vault.asset(scope, asset.id);
			expect(back.header).toEqual(asset.header);
			expect(back.content.length).toBe(asset.content.length);
			expect(back.content.every((byte, at) => byte === asset.content[at])).toBe(true);
		}
		const heads = await one.vault.assets(scope);
		expect(heads.assets.map(({ id }) => id).sort()).toEqual([small.id, large.id].sort());
		expect((await rawRows(one.name)).get('chunks')).toHaveLength(1 + 4);
	});

	it('saves in two scopes together, all of it or nothing', async () => {
		const { vault, clinic, name } = await created();
		const scope = await vault.createScope();
		const [first, second] = [note('visit'), note('counted')];
		const beside = (...records: RecordContent[]) => [
			{ scope: clinic, changes: { records, assets: [] } }
		];
		await vault.save(scope, { records: [first], assets: [] }, beside(second));
		expect(words((await vault.record(scope, first.id)).content)).toBe('visit');
		expect(words((await vault.record(clinic, second.id)).content)).toBe('counted');
		const before = JSON.stringify([...(await rawRows(name))]);
		// The second scope refuses, inside the transaction in which the first one was written.
		const more = { records: [note('another visit')], assets: [] };
		const refused = vault.save(scope, more, beside(note('not its own', first.id)));
		expect(await codeOf(refused)).toBe('unexpected');
		expect(JSON.stringify([...(await rawRows(name))])).toBe(before);
		expect((await vault.records(scope)).records).toHaveLength(1);
	});

	it('signs as this device by a key that nobody can export', async () => {
		const one = await created();
		const { id, publicKey } = await one.vault.newDeviceKey();
		expect(await sha256(publicKey)).toBe(id);
		const bytes = text('a request');
		const again = await reopened(one, one.name);
		const signature = await again.vault.signAsDevice(id, bytes);
		const curve = { name: 'ECDSA', namedCurve: 'P-256' };
		const key = await crypto.subtle.importKey('raw', publicKey, curve, true, ['verify']);
		const hash = { name: 'ECDSA', hash: 'SHA-256' };
		expect(await crypto.subtle.verify(hash, key, signature ?? text(''), bytes)).toBe(true);
		const kept = await again.database.device.get(id);
		expect(kept?.key.extractable).toBe(false);
		const next = await again.vault.newDeviceKey();
		await again.vault.keepDeviceKeysOnly(next.id);
		expect(await again.vault.signAsDevice(id, bytes)).toBeNull();
		expect(await again.vault.hasDeviceKey(next.id)).toBe(true);
	});

	it('knows a scope’s things only there', async () => {
		const { vault } = await created();
		const [one, two] = [await vault.createScope(), await vault.createScope()];
		const mine = note('mine');
		await vault.save(one, { records: [mine], assets: [] });
		expect(await codeOf(vault.record(two, mine.id))).toBe('vault.not-found');
		expect(await codeOf(vault.record(one, newId()))).toBe('vault.not-found');
		expect(await codeOf(vault.record(one, String(one)))).toBe('vault.not-found');
		expect(await codeOf(vault.records(newId()))).toBe('vault.not-found');
		expect(await codeOf(vault.save(two, { records: [note('theirs', mine.id)], assets: [] }))).toBe(
			'unexpected'
		);
		expect(words((await vault.record(one, mine.id)).content)).toBe('mine');
		expect(vault.quarantined()).toEqual([]);
		const named = vault.save(one, { records: [note('x', 'Mrs Miller')], assets: [] });
		expect(await codeOf(named)).toBe('unexpected');
	});

	it('takes writers one after another', async () => {
		const { vault } = await created();
		const scope = await vault.createScope();
		const notes = Array.from({ length: 20 }, (_, at) => note(`note ${String(at)}`));
		await Promise.all(notes.map((one) => vault.save(scope, { records: [one], assets: [] })));
		expect((await vault.records(scope)).records).toHaveLength(20);
	});

	it('pads what is small to steps of 256 bytes', async () => {
		const { vault, name } = await created();
		const scope = await vault.createScope();
		const records = [0, 1, 100, 252, 253, 500].map((length) => note('x'.repeat(length)));
		await vault.save(scope, { records, assets: [] });
		const rows = (await rawRows(name)).get('recs') as RecordRow[];
		const lengths = records.map(({ id }) => rows.find((row) => row.id === id)!.body.length - 72);
		expect(lengths).toEqual([256, 256, 256, 256, 512, 512]);
	});
});

describe('a save', () => {
	it('counts only when it was read back as it was given', async () => {
		const name = freshName();
		const one = openVault(name);
		let lies = false;
		one.database.use({
			stack: 'dbcore',
			create: (down: DBCore) => ({
				...down,
				table: (table: string) => ({
					...down.table(table),
					mutate: (request) =>
						lies && table === 'chunks' && request.type === 'add'
							? Promise.resolve({ numFailures: 0, failures: {}, lastResult: undefined })
							: down.table(table).mutate(request)
				})
			})
		});
		await one.vault.create(kit());
		const scope = await one.vault.createScope();
		lies = true;
		const changes = { records: [], assets: [photo(100, 1)] };
		expect(await codeOf(one.vault.save(scope, changes))).toBe('vault.record-damaged');
		lies = false;
		expect(await codeOf(one.vault.save(scope, changes))).toBe('done');
	});

	it('waits until it is on the disk', async () => {
		const one = openVault(freshName());
		const durabilities: string[] = [];
		one.database.use({
			stack: 'dbcore',
			create: (down: DBCore) => ({
				...down,
				transaction: (...given) => {
					const transaction = down.transaction(...given);
					const { mode, durability } = transaction as unknown as IDBTransaction;
					if (mode === 'readwrite') durabilities.push(durability);
					return transaction;
				}
			})
		});
		await one.vault.create(kit());
		const scope = await one.vault.createScope();
		await one.vault.save(scope, { records: [note('kept')], assets: [] });
		await one.vault.eraseScope(scope);
		expect(durabilities.length).toBeGreaterThanOrEqual(7);
		expect(new Set(durabilities)).toEqual(new Set(['strict']));
	});
});

describe('opening a vault', () => {
	/** With the noise, and with all that is written to be seen, or refused. */
	function watched(name: string, write: (request: DBCoreMutateRequest, table: string) => void) {
		const one = openVault(name, {}, Store);
		one.database.use({
			stack: 'dbcore',
			create: (down: DBCore) => ({
				...down,
				table: (table: string) => ({
					...down.table(table),
					mutate: (request) => {
						write(request, table);
						return down.table(table).mutate(request);
					}
				})
			})
		});
		return one;
	}

	it('begins a new log before anything else is written', async () => {
		const first = await created();
		const scope = await first.vault.createScope();
		await close(first);
		const written: string[] = [];
		let noise = 0;
		const { vault } = watched(first.name, (request, table) => {
			written.push(`${request.type} ${table}`);
			if (table !== 'filler' || request.type !== 'put') return;
			for (const { body } of request.values as readonly { body: Uint8Array }[])
				noise += body.length;
		});
		await vault.unlock(kit(), false);
		await vault.save(scope, { records: [note('after it')], assets: [] });
		expect(written.slice(0, 2)).toEqual(['put filler', 'deleteRange filler']);
		expect(written).toContain('put recs');
		expect(noise).toBeGreaterThan(4 * 2 ** 20);
		expect((await rawRows(first.name)).get('filler')).toEqual([]);
	});

	it('succeeds where there is no room for that', async () => {
		const first = await created();
		await close(first);
		let refused = 0;
		const { vault } = watched(first.name, (_, table) => {
			if (table !== 'filler') return;
			refused += 1;
			throw new DOMException('full', 'QuotaExceededError');
		});
		await vault.unlock(kit(), false);
		expect(refused).toBe(1);
		await vault.save(first.clinic, { records: [note('kept')], assets: [] });
	});
});

describe('erasing a scope', () => {
	it('takes its key and its rows, leaves a receipt, and nothing else changes', async () => {
		let one: Opened & { name: string } = await created();
		const [gone, kept] = [await one.vault.createScope(), await one.vault.createScope()];
		const mine = note('kept');
		await one.vault.save(gone, { records: [note('a'), note('b')], assets: [photo(2 ** 21, 1)] });
		await one.vault.save(kept, { records: [mine], assets: [photo(50, 2)] });
		const before = (await rawRows(one.name)).get('meta') as MetaRow[];
		const started = Date.now();
		const receipt = await one.vault.eraseScope(gone);
		expect(receipt).toMatchObject({ scope: gone, records: 2, assets: 1 });
		expect(receipt.erasedAt).toBeGreaterThanOrEqual(started);
		expect(await codeOf(one.vault.records(gone))).toBe('vault.not-found');
		const rows = await rawRows(one.name);
		expect(reveals(rows, gone)).toBe(false);
		expect(rows.get('chunks')).toHaveLength(1);
		// Neither copy of the head still has the ring's old key.
		const keys = (rows.get('meta') as MetaRow[]).map(
			({ body }) => words(body).match(/"ringKey":"(\w+)"/)![1]
		);
		expect(keys[0]).toBe(keys[1]);
		expect(before.some(({ body }) => words(body).includes(keys[0]!))).toBe(false);
		expect(await one.vault.eraseScope(gone)).toEqual(receipt);
		one = { ...(await reopened(one, one.name)), name: one.name };
		expect(one.vault.erasures()).toEqual([receipt]);
		expect(words((await one.vault.record(kept, mine.id)).content)).toBe('kept');
	});

	it('is refused for the clinic’s own scope and for one that never was', async () => {
		const { vault, clinic } = await created();
		expect(await codeOf(vault.eraseScope(clinic))).toBe('vault.not-found');
		expect(await codeOf(vault.eraseScope(newId()))).toBe('vault.not-found');
		expect((await vault.records(clinic)).records).toEqual([]);
	});
});

describe('people', () => {
	it('come by passphrase and go, and the vault’s key changes when one leaves', async () => {
		const name = freshName();
		const one = openVault(name);
		const { person: anna } = await one.vault.create(phrase(ANNA));
		const ben = newId();
		await one.vault.enrol(phrase(ANNA), ben, phrase(BEN));
		await one.vault.lock();
		expect((await one.vault.unlock(phrase(BEN), false)).person).toBe(ben);
		const scope = await one.vault.createScope();
		await one.vault.save(scope, { records: [note('ben’s note')], assets: [] });

		expect(await codeOf(one.vault.removePerson(phrase(BEN), ben))).toBe('vault.last-way-in');
		const ringBefore = (await rawRows(name)).get('meta') as MetaRow[];
		await one.vault.removePerson(phrase(ANNA), ben);
		const ringAfter = (await rawRows(name)).get('meta') as MetaRow[];
		const keyOf = (rows: MetaRow[]): string[] =>
			rows.map(({ body }) => words(body).match(/"ringKey":"(\w+)"/)![1]!);
		for (const key of keyOf(ringAfter)) expect(keyOf(ringBefore)).not.toContain(key);
		await one.vault.lock();
		expect(await codeOf(one.vault.unlock(phrase(BEN), false))).toBe('vault.wrong-passphrase');
		expect((await one.vault.unlock(phrase(ANNA), false)).person).toBe(anna);
		expect((await one.vault.records(scope)).records).toHaveLength(1);
	});

	it('change a passphrase only with a secret that opens the vault now', async () => {
		const one = openVault(freshName());
		const { person } = await one.vault.create(phrase(ANNA));
		expect(await codeOf(one.vault.enrol(phrase(BEN), person, phrase(BEN)))).toBe(
			'vault.wrong-passphrase'
		);
		await one.vault.enrol(phrase(ANNA), person, phrase(BEN));
		await one.vault.lock();
		expect(await codeOf(one.vault.unlock(phrase(ANNA), false))).toBe('vault.wrong-passphrase');
		expect((await one.vault.unlock(phrase(BEN), false)).person).toBe(person);
		const status = await one.vault.status();
		expect(status).toMatchObject({ ways: [{ person, kind: 'passphrase', isCurrent: true }] });
	});

	it('have a recovery kit once two groups of it were typed back', async () => {
		const { vault } = await created();
		const prepared = await vault.prepareKit(kit());
		const typed = prepared.ask.map((group) => prepared.groups[group]!.toLowerCase());
		await vault.lock();
		const printed = { kind: 'recovery', kit: prepared.groups.join(' ') } as const;
		// Until then it opens nothing, and it is forgotten with the session.
		expect(await codeOf(vault.unlock(printed, false))).toBe('vault.wrong-kit');
		await vault.unlock(kit(), false);
		expect(await codeOf(vault.confirmKit(typed))).toBe('vault.not-found');
		const again = await vault.prepareKit(kit());
		expect(await codeOf(vault.confirmKit(['7777', '7777']))).toBe('vault.not-typed-back');
		await vault.confirmKit(again.ask.map((group) => ` ${again.groups[group]!.toLowerCase()}`));
		await vault.lock();
		expect(await codeOf(vault.unlock(kit(), false))).toBe('vault.wrong-kit');
		await vault.unlock({ kind: 'recovery', kit: again.groups.join('') }, false);
	});

	it('keep one lasting way in, and are enrolled again after the key changed', async () => {
		const { vault, name } = await created();
		const [first, second] = [pattern(32, 1), pattern(32, 2)];
		const passkey = (): Secret => ({
			kind: 'passkey',
			credential: text('credential'),
			first: first.slice(),
			second: second.slice()
		});
		const ben = newId();
		const slot = await vault.enrol(kit(), ben, passkey());
		const status = await vault.status();
		const ways = 'ways' in status ? status.ways : [];
		expect(ways.map(({ kind }) => kind)).toEqual(['recovery', 'passkey']);
		expect(ways[1]!.credential).toEqual(text('credential'));
		expect(await codeOf(vault.removeSlot(ways[0]!.slot))).toBe('vault.last-way-in');
		await vault.lock();
		await vault.unlock(passkey(), false);

		await vault.removePerson(kit(), newId());
		await vault.lock();
		expect(await codeOf(vault.unlock(passkey(), false))).toBe('vault.slot-stale');
		await vault.unlock(kit(), false);
		await vault.enrol(kit(), ben, passkey());
		await vault.lock();
		expect((await vault.unlock(passkey(), false)).person).toBe(ben);
		const after = await vault.status();
		expect(after).toMatchObject({ ways: [{ isCurrent: true }, { isCurrent: true }] });
		const current = 'ways' in after ? after.ways.find(({ kind }) => kind === 'passkey')! : null;
		expect(current!.slot).not.toBe(slot);
		await vault.removeSlot(current!.slot);
		await vault.lock();
		expect(await codeOf(vault.unlock(passkey(), false))).toBe('vault.wrong-passkey');
		expect(reveals(await rawRows(name), KIT)).toBe(false);
	});

	it('leave nothing of a secret in what they gave', async () => {
		const { vault } = await created();
		await vault.lock();
		const secret = phrase(ANNA) as Extract<Secret, { kind: 'passphrase' }>;
		expect(await codeOf(vault.unlock(secret, false))).toBe('vault.wrong-passphrase');
		expect(secret.passphrase.every((byte) => byte === 0)).toBe(true);
	});
});

describe('two windows', () => {
	/** Counts what a window hears. `answer` is given once, as the desk does. */
	function listening(name: string, answer?: (one: Opened) => Promise<void>) {
		const heard = { asked: 0, lost: 0 };
		const one = openVault(name, {
			asked: () => {
				heard.asked += 1;
				if (heard.asked === 1) void answer?.(one);
			},
			lost: () => (heard.lost += 1)
		});
		return { ...one, heard };
	}

	it('do not both open the vault', async () => {
		const name = freshName();
		const first = listening(name);
		const { clinic } = await first.vault.create(kit());
		expect(await codeOf(openVault(name).vault.unlock(kit(), false))).toBe('vault.opened-elsewhere');
		expect(first.heard).toEqual({ asked: 0, lost: 0 });
		expect((await first.vault.records(clinic)).records).toEqual([]);
	});

	it('are not disturbed by somebody with a wrong secret', async () => {
		const name = freshName();
		const first = listening(name);
		const { clinic } = await first.vault.create(kit());
		const wrong = (await writeKit(newSecret())).join('');
		const second = openVault(name);
		const attempt = second.vault.unlock({ kind: 'recovery', kit: wrong }, true);
		expect(await codeOf(attempt)).toBe('vault.wrong-kit');
		expect(first.heard).toEqual({ asked: 0, lost: 0 });
		await first.vault.save(clinic, { records: [note('goes on')], assets: [] });
		expect(await second.vault.status()).toMatchObject({ state: 'locked' });
	});

	it('hand over: the first saves what it has, and locks', async () => {
		const name = freshName();
		const [inHand, later] = [note('in hand'), note('in a new scope')];
		let made: ScopeId | null = null;
		const first = listening(name, async ({ vault }) => {
			await vault.save(clinic, { records: [inHand], assets: [photo(2 ** 21, 1)] });
			// Changes the head, which the second one has read by now.
			made = await vault.createScope();
			await vault.save(made, { records: [later], assets: [] });
			await vault.lock();
		});
		const { clinic } = await first.vault.create(kit());
		const second = listening(name);
		const { scopes } = await second.vault.unlock(kit(), true);
		expect(first.heard.lost).toBe(0);
		expect(await codeOf(() => first.vault.records(clinic))).toBe('vault.locked');
		expect(scopes).toEqual([clinic, made]);
		expect((await second.vault.record(clinic, inHand.id)).content).toEqual(inHand.content);
		expect((await second.vault.record(made!, later.id)).content).toEqual(later.content);
		expect((await second.vault.assets(clinic)).assets).toHaveLength(1);

		await second.vault.save(clinic, { records: [note('from the second')], assets: [] });
		await second.vault.lock();
		await first.vault.unlock(kit(), false);
		expect((await first.vault.records(clinic)).records).toHaveLength(2);
		expect(second.heard).toEqual({ asked: 0, lost: 0 });
	});

	it('hand over to nobody whose way in was changed meanwhile', async () => {
		const name = freshName();
		let groups: readonly string[] = [];
		const first = listening(name, async ({ vault }) => {
			const prepared = await vault.prepareKit(kit());
			({ groups } = prepared);
			await vault.confirmKit(prepared.ask.map((group) => groups[group]!));
			await vault.lock();
		});
		const { person } = await first.vault.create(kit());
		const second = openVault(name);
		expect(await codeOf(second.vault.unlock(kit(), true))).toBe('vault.wrong-kit');
		const renewed = { kind: 'recovery', kit: groups.join('') } as const;
		expect((await second.vault.unlock(renewed, false)).person).toBe(person);
	});

	it('hand over one after another where several ask at once', async () => {
		const name = freshName();
		const [first, ...others] = Array.from({ length: 4 }, () =>
			listening(name, ({ vault }) => vault.lock())
		);
		await first!.vault.create(kit());
		await Promise.all(others.map(({ vault }) => vault.unlock(kit(), true)));
		const states = async () =>
			(await Promise.all(others.map(({ vault }) => vault.status()))).map(({ state }) => state);
		await expect.poll(states).toContain('open');
		expect((await states()).filter((state) => state === 'open')).toHaveLength(1);
		expect(others.map(({ heard }) => heard.lost)).toEqual([0, 0, 0]);
	});

	it('do not wait for ever: the place of one that does not answer is taken', async () => {
		const name = freshName();
		const frozen = listening(name);
		const { clinic } = await frozen.vault.create(kit());
		const second = openVault(name);
		const started = performance.now();
		await second.vault.unlock(kit(), true);
		const waited = performance.now() - started;
		// No less than a page takes to save, no more than somebody waits.
		expect(waited).toBeGreaterThan(3000);
		expect(waited).toBeLessThan(6000);
		await expect.poll(() => frozen.heard.lost).toBe(1);
		expect(frozen.heard.asked).toBeGreaterThan(1);
		expect(await codeOf(() => frozen.vault.records(clinic))).toBe('vault.locked');
		await second.vault.save(clinic, { records: [note('from the second')], assets: [] });
		expect(frozen.heard.lost).toBe(1);
	});

	it('never overwrite what the other one wrote, even when the lock fails', async () => {
		const { vault, name } = await created();
		const scope = await vault.createScope();
		await vault.records(scope);
		// The same vault under another lock.
		const other = openVault(name);
		const request = navigator.locks.request.bind(navigator.locks);
		navigator.locks.request = ((
			_: string,
			options: LockOptions,
			work: LockGrantedCallback<unknown>
		) => request('another', options, work)) as typeof request;
		await other.vault.unlock(kit(), false);
		Reflect.deleteProperty(navigator.locks, 'request');
		await other.vault.save(scope, { records: [note('theirs')], assets: [] });
		await other.vault.createScope();
		expect(await codeOf(vault.save(scope, { records: [note('mine')], assets: [] }))).toBe(
			'vault.opened-elsewhere'
		);
		expect(await codeOf(vault.createScope())).toBe('vault.opened-elsewhere');
		// What the other one wrote is known now.
		await vault.save(scope, { records: [note('mine')], assets: [] });
		expect(
			(await vault.records(scope)).records.map(({ content }) => words(content)).sort()
		).toEqual(['mine', 'theirs']);
	});
});

describe('what is on the disk', () => {
	const CANARIES = ['Wilhelmina Quince', 'hyaluronidase-canary', 'jpeg-header-canary', ANNA];

	it('shows no word of what was saved, and random ids only', async () => {
		const name = freshName();
		const one = openVault(name);
		await one.vault.create(phrase(ANNA));
		const scope = await one.vault.createScope();
		const [person, drug, header] = CANARIES as [string, string, string, string];
		await one.vault.save(scope, {
			records: [note(person), note(`allergic to ${drug}`)],
			assets: [{ id: newId(), header: text(header), content: text(person.repeat(70_000)) }]
		});
		await one.vault.save(scope, { records: [note(person)], assets: [] });
		const rows = await rawRows(name);
		for (const canary of CANARIES) expect(reveals(rows, canary), canary).toBe(false);
		expect(reveals(rows, scope)).toBe(true);
		const columns = [...rows].map(([table, found]) => [
			table,
			[...new Set(found.flatMap((row) => Object.keys(row as object)))].sort()
		]);
		expect(Object.fromEntries(columns)).toEqual({
			assets: ['body', 'id', 'n', 'rev', 'scope'],
			chunks: ['asset', 'body', 'i'],
			meta: ['body', 'gen', 'id', 'sha256'],
			queue: [],
			recs: ['body', 'id', 'rev', 'scope'],
			ring: ['body', 'gen', 'id'],
			staged: [],
			filler: [],
			device: []
		});
		expect(rows.get('chunks')).toHaveLength(2);
	});

	it('would show a word that is written in the clear, however', () => {
		const utf16 = new Uint8Array(new Uint16Array([81, 117, 105, 110, 99, 101]).buffer);
		for (const body of [text('aQuince'), utf16, 'Quince', { deep: ['Quince'] }, '5175696e6365']) {
			expect(reveals(new Map([['recs', [{ id: '1', body }]]]), 'Quince')).toBe(true);
		}
		expect(bytesOf(new Map([['recs', [{ n: 1 }]]])).length).toBeGreaterThan(0);
	});
});
