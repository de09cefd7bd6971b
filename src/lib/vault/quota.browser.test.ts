/** A limit of the browser's own, at which every write fails. */
import { afterAll, afterEach, expect, it } from 'vitest';
import { cdp } from 'vitest/browser';
import { backUp, byOwner, silent } from '../../../tests/support/backups.ts';
import {
	clearVaults,
	close,
	fingerprints,
	freshName,
	kit,
	openVault,
	pattern,
	text,
	words,
	type Opened
} from '../../../tests/support/vault.ts';
import { AppError } from '../errors.ts';
import { newId } from './ids.ts';
import { openDatabase, Store } from './store.ts';
import type { Changes } from './types.ts';

const { origin } = location;
/** Opening a vault renews its log, which takes some of it for a while. */
const LIMIT = 28_000_000;
const TOO_MUCH = 32_000_000;

/** Room for what is too much, and not for as much again. */
const ROOMY = 64_000_000;

/** Null takes it away. */
async function limit(quotaSize: number | null): Promise<void> {
	await cdp().send('Storage.overrideQuotaForOrigin', {
		origin,
		...(quotaSize === null ? {} : { quotaSize })
	});
}

afterEach(clearVaults);
afterAll(() => limit(null));

/** What is deleted from databases takes room until much later. */
async function storeNothing(): Promise<void> {
	await cdp().send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' });
}

/** Chromium remembers for half a minute how much was free, less what was written since, or tried. */
const FORGETS_MS = 45_000;

/** What needs little succeeds, if not at once. */
async function inAWhile(write: () => Promise<unknown>): Promise<void> {
	const outcome = (): Promise<unknown> =>
		write().then(
			() => null,
			(error: unknown) => error
		);
	await expect.poll(outcome, { timeout: FORGETS_MS, interval: 1000 }).toBeNull();
}

async function setLimit(): Promise<void> {
	await storeNothing();
	await limit(LIMIT);
	await expect.poll(isLimitInEffect, { timeout: FORGETS_MS, interval: 2000 }).toBe(true);
}

async function isLimitInEffect(): Promise<boolean> {
	const probe = openDatabase('vault-test-quota');
	try {
		return await probe.chunks.put({ asset: newId(), i: 0, body: noise(TOO_MUCH) }).then(
			() => false,
			() => true
		);
	} finally {
		await probe.delete();
	}
}

/** What no database makes smaller. */
function noise(length: number): Uint8Array<ArrayBuffer> {
	const most = 65_536;
	const bytes = new Uint8Array(length);
	for (let at = 0; at < length; at += most) crypto.getRandomValues(bytes.subarray(at, at + most));
	return bytes;
}

/** With the noise: it has to find room, or do without. */
const open = (name: string): Opened => openVault(name, {}, Store);

const photo = (length: number, id = newId()): Changes => ({
	records: [],
	assets: [{ id, header: text('header'), content: pattern(length, 5) }]
});
const note = (content: string): Changes => ({
	records: [{ id: newId(), content: text(content) }],
	assets: []
});

it('a full disk is told, loses nothing, and leaves room for notes and for erasing', async () => {
	await setLimit();

	const { vault } = open(freshName());
	const { clinic } = await vault.create(kit());
	const [scope, other] = [await vault.createScope(), await vault.createScope()];
	await vault.save(clinic, note('old words'));
	const kept = newId();
	await vault.save(scope, photo(3_000_000, kept));
	const full = new AppError('vault.no-space');
	await expect(vault.save(other, photo(TOO_MUCH))).rejects.toThrow(full);
	expect((await vault.assets(other)).assets).toEqual([]);
	expect((await vault.asset(scope, kept)).content.length).toBe(3_000_000);
	await vault.save(other, note('a note'));

	let saved = 0;
	for (const length of [2_000_000, 250_000, 30_000]) {
		for (;;) {
			const outcome = await vault.save(other, photo(length)).catch((error: unknown) => error);
			if (outcome !== undefined) {
				expect(outcome).toEqual(full);
				break;
			}
			saved += 1;
		}
	}
	expect((await vault.assets(other)).assets).toHaveLength(saved);
	await inAWhile(() => vault.eraseScope(scope));
	expect(vault.erasures()).toHaveLength(1);
	const { records } = await vault.records(clinic);
	expect(records.map(({ content }) => words(content))).toEqual(['old words']);
	expect((await vault.assets(other)).quarantined).toEqual([]);
});

it('a restore for which there is no space is told, and leaves what was there as it was', async () => {
	await storeNothing();
	await limit(ROOMY);
	const old = open(freshName());
	await old.vault.create(kit());
	await old.vault.save(await old.vault.createScope(), note('old words'));
	const small = await backUp(old.vault);
	await old.vault.save(await old.vault.createScope(), photo(TOO_MUCH));
	const large = await backUp(old.vault);
	await close(old);
	await clearVaults();
	await setLimit();

	const full = new AppError('vault.no-space');
	const [here, empty] = [freshName(), freshName()];
	const one = open(here);
	await one.vault.restore(small, byOwner(), silent);
	const before = await fingerprints(here);
	await expect(one.vault.restore(large, byOwner(), silent)).rejects.toThrow(full);
	expect(await fingerprints(here)).toEqual(before);
	await inAWhile(async () => {
		await one.vault.save(await one.vault.createScope(), note('and still room for a note'));
	});
	const next = open(empty);
	await expect(next.vault.restore(large, byOwner(), silent)).rejects.toThrow(full);
	expect(await next.vault.status()).toEqual({ state: 'missing' });
	await inAWhile(() => next.vault.restore(small, byOwner(), silent));
	expect(await next.vault.status()).toMatchObject({ state: 'open' });
});
