/** The vault through its door: the page on one side, its worker on the other. */
import { afterEach, expect, test } from 'vitest';
import { refusalOf } from '../../../tests/support/refusal.ts';
import { pattern, text, words } from '../../../tests/support/vault.ts';
import { newId, openVaultRoom, type TypedSecret, type VaultRoom } from './index.ts';

const PHRASE = 'anna walks to the harbour';
const phrase = (passphrase = PHRASE): TypedSecret => ({ kind: 'passphrase', passphrase });

const rooms: VaultRoom[] = [];
function room(): VaultRoom {
	const opened = openVaultRoom();
	rooms.push(opened);
	return opened;
}

afterEach(async () => {
	for (const opened of rooms.splice(0)) opened.lock();
	await new Promise<void>((resolve, reject) => {
		const request = indexedDB.deleteDatabase('vultus-vault');
		request.onsuccess = () => resolve();
		request.onerror = () => reject(request.error ?? new Error('not deleted'));
	});
});

const codeOf = (attempt: Promise<unknown>): Promise<string> => refusalOf(attempt, 'done');

test('what is saved is there after locking and unlocking with the passphrase', async () => {
	const vault = room();
	expect(await vault.status()).toEqual({ state: 'missing' });
	expect(await codeOf(vault.create('too short'))).toBe('vault.weak-passphrase');
	const { clinic, person } = await vault.create(PHRASE);
	const scope = await vault.createScope();
	const [note, photo] = [newId(), newId()];
	const content = pattern(3_000_000, 1);
	await vault.save(scope, {
		records: [{ id: note, content: text('a note') }],
		assets: [{ id: photo, header: text('header'), content }]
	});
	expect(content.length).toBe(0);

	vault.lock();
	expect(await codeOf(vault.records(scope))).toBe('vault.locked');
	expect(await vault.status()).toMatchObject({ state: 'locked' });
	expect(await codeOf(vault.unlock(phrase('anna walks to the harbor'), false))).toBe(
		'vault.wrong-passphrase'
	);
	const opened = await vault.unlock(phrase(), false);
	expect(opened).toMatchObject({ person, clinic });
	expect(new Set(opened.scopes)).toEqual(new Set([clinic, scope]));
	expect(words((await vault.record(scope, note)).content)).toBe('a note');
	const back = await vault.asset(scope, photo);
	const wanted = pattern(3_000_000, 1);
	expect(back.content.every((byte, at) => byte === wanted[at])).toBe(true);
	expect((await vault.assets(scope)).assets).toEqual([{ id: photo, header: text('header') }]);

	expect(await vault.eraseScope(scope)).toMatchObject({ records: 1, assets: 1 });
	expect(await vault.erasures()).toHaveLength(1);
	expect(await vault.quarantined()).toEqual([]);
	expect(await codeOf(vault.record(scope, note))).toBe('vault.not-found');
});

test('a person, a kit and a passkey are let in and out through the door', async () => {
	const vault = room();
	const { person } = await vault.create(PHRASE);
	const { groups, ask } = await vault.prepareKit(phrase());
	await vault.confirmKit(ask.map((group) => groups[group] ?? ''));
	const kit = { kind: 'recovery', kit: groups.join(' ') } as const;
	const passkey = (): TypedSecret => ({
		kind: 'passkey',
		credential: text('credential'),
		first: pattern(32, 1),
		second: pattern(32, 2)
	});
	const slot = await vault.enrol(kit, person, passkey());
	const ben = newId();
	await vault.enrol(passkey(), ben, phrase('ben sails on wednesdays'));
	vault.lock();
	expect((await vault.unlock(passkey(), false)).person).toBe(person);
	await vault.removeSlot(slot);
	await vault.removePerson(kit, ben);
	vault.lock();
	expect(await codeOf(vault.unlock(passkey(), false))).toBe('vault.wrong-passkey');
	expect((await vault.unlock(kit, false)).person).toBe(person);
});

test('a call that is under way when the vault is locked ends, and the vault opens again', async () => {
	const vault = room();
	await vault.create(PHRASE);
	const attempt = codeOf(vault.createScope());
	vault.lock();
	expect(await attempt).toBe('vault.locked');
	await vault.unlock(phrase(), false);
	expect(await codeOf(vault.createScope())).toBe('done');
});

test('the second window takes over, and the first is told', async () => {
	const [first, second] = [room(), room()];
	let told = 0;
	const stop = first.onTakenOver(() => (told += 1));
	await first.create(PHRASE);
	expect(await codeOf(second.unlock(phrase(), false))).toBe('vault.opened-elsewhere');
	await second.unlock(phrase(), true);
	await expect.poll(() => told).toBe(1);
	expect(await codeOf(first.createScope())).toBe('vault.locked');
	expect(await codeOf(second.createScope())).toBe('done');
	stop();
	await first.unlock(phrase(), true);
	expect(told).toBe(1);
});
