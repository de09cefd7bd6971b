import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { refusalOf } from '../../../tests/support/refusal.ts';
import { random, utf8, type Bytes } from './bytes.ts';
import { open, seal, type InputKey } from './container.ts';
import { newId } from './ids.ts';
import {
	addScope,
	createKey,
	createRing,
	dropScope,
	moveRing,
	openRing,
	type Home
} from './keys.ts';
import { passphraseBytes } from './passphrase-bytes.ts';
import { newSecret, writeKit } from './recovery.ts';
import { createSlot, deriveSlot, openSlot, type OpenSlot, type Slot } from './slots.ts';
import type { Secret } from './types.ts';

const vault = newId();
const [anna, ben] = [newId(), newId()];
const EPOCH = 1;

const phrase = (typed: string): Secret => ({
	kind: 'passphrase',
	passphrase: passphraseBytes(typed)
});
const outputs = { first: random(32), second: random(32) };
const passkey = (change: { first?: Bytes; second?: Bytes; credential?: Bytes } = {}): Secret => ({
	kind: 'passkey',
	credential: utf8('credential'),
	first: outputs.first.slice(),
	second: outputs.second.slice(),
	...change
});
const annas = (): Secret => phrase('anna walks to the harbour');
const bens = (): Secret => phrase('ben sails on wednesdays');

const codeOf = (attempt: Promise<unknown>): Promise<string> => refusalOf(attempt, 'opened');

/** Whether two keys are the same, seen from outside. */
async function same(a: InputKey, b: InputKey): Promise<boolean> {
	const context = utf8('same');
	return (await codeOf(open(b, context, await seal(a, context, utf8('?'))))) === 'opened';
}

let slots: Slot[];
let vaultKey: InputKey;
let kit: string;

beforeAll(async () => {
	const created = await createSlot(vault, anna, EPOCH, annas());
	const proof: OpenSlot = await openSlot(vault, EPOCH, [created.slot], annas());
	kit = (await writeKit(newSecret())).join(' ');
	vaultKey = created.vaultKey;
	slots = [
		created.slot,
		await deriveSlot(vault, proof, ben, bens()),
		await deriveSlot(vault, proof, anna, { kind: 'recovery', kit }),
		await deriveSlot(vault, proof, ben, passkey())
	];
});

const slotOf = (kind: Slot['kind'], person?: string): Slot =>
	slots.find((slot) => slot.kind === kind && (person ?? slot.person) === slot.person)!;

describe('the ways in', () => {
	it('all lead to the same key, each as its own person', async () => {
		const secrets: [Secret, string][] = [
			[annas(), anna],
			[bens(), ben],
			[{ kind: 'recovery', kit: kit.toLowerCase() }, anna],
			[passkey(), ben]
		];
		for (const [secret, person] of secrets) {
			const opened = await openSlot(vault, EPOCH, slots, secret);
			expect(opened.slot.person).toBe(person);
			expect(await same(opened.vaultKey, vaultKey)).toBe(true);
		}
	});

	it('stay shut to another secret of each kind', async () => {
		const other = (await writeKit(newSecret())).join('-');
		const tries: [Secret, string][] = [
			[phrase('anna walks to the harbor'), 'vault.wrong-passphrase'],
			[{ kind: 'recovery', kit: other }, 'vault.wrong-kit'],
			[{ kind: 'recovery', kit: kit.slice(1) }, 'vault.kit-mistyped'],
			[passkey({ first: random(32) }), 'vault.wrong-passkey'],
			[passkey({ second: random(32) }), 'vault.wrong-passkey'],
			[passkey({ credential: utf8('another') }), 'vault.wrong-passkey']
		];
		for (const [secret, code] of tries) {
			expect(await codeOf(openSlot(vault, EPOCH, slots, secret)), code).toBe(code);
		}
	});

	it('refuse what an authenticator without PRF may answer', async () => {
		const answers = [
			{ first: new Uint8Array(32) },
			{ second: new Uint8Array(32) },
			{ first: new Uint8Array() },
			{ first: outputs.first.slice(0, 31) },
			{ second: outputs.first.slice() }
		];
		const proof = await openSlot(vault, EPOCH, slots, { kind: 'recovery', kit });
		for (const answer of answers) {
			expect(await codeOf(deriveSlot(vault, proof, ben, passkey(answer)))).toBe(
				'vault.wrong-passkey'
			);
		}
	});

	it('do not let a short passphrase in', async () => {
		const proof = await openSlot(vault, EPOCH, slots, { kind: 'recovery', kit });
		expect(await codeOf(deriveSlot(vault, proof, ben, phrase('123456')))).toBe(
			'vault.weak-passphrase'
		);
	});
});

describe('a slot that someone wrote over', () => {
	it('is damaged where its wrapped key was changed, however the passphrase', async () => {
		const slot = slotOf('recovery');
		const secret: Secret = { kind: 'recovery', kit };
		await fc.assert(
			fc.asyncProperty(fc.nat(slot.wrapped.length - 1), fc.nat(7), async (at, bit) => {
				const wrapped = slot.wrapped.slice();
				wrapped[at] = wrapped[at]! ^ (1 << bit);
				const code = await codeOf(openSlot(vault, EPOCH, [{ ...slot, wrapped }], secret));
				// Salt and commitment cannot be told from another key.
				expect(code).toBe(at < 56 ? 'vault.wrong-kit' : 'vault.slot-damaged');
			})
		);
		for (const length of [0, 10, slot.wrapped.length - 1]) {
			const wrapped = slot.wrapped.slice(0, length);
			expect(await codeOf(openSlot(vault, EPOCH, [{ ...slot, wrapped }], secret))).toBe(
				'vault.slot-damaged'
			);
		}
	});

	it('does not open as another person, in another vault or as another slot', async () => {
		const slot = slotOf('recovery');
		const secret: Secret = { kind: 'recovery', kit };
		const changed = [
			{ ...slot, person: ben },
			{ ...slot, id: newId() }
		];
		for (const candidate of changed) {
			expect(await codeOf(openSlot(vault, EPOCH, [candidate], secret))).toBe('vault.wrong-kit');
		}
		expect(await codeOf(openSlot(newId(), EPOCH, [slot], secret))).toBe('vault.wrong-kit');
		const later = { ...slot, epoch: 2 };
		expect(await codeOf(openSlot(vault, 2, [later], secret))).toBe('vault.wrong-kit');
		expect(await codeOf(openSlot(vault, 2, [slot], secret))).toBe('vault.slot-stale');
	});

	it('does not make the device pay more than is bearable', async () => {
		const slot = slotOf('passphrase', anna);
		const hostile = { ...slot, cost: { memoryKiB: 4 * 2 ** 20, iterations: 3 } } as Slot;
		const started = performance.now();
		expect(await codeOf(openSlot(vault, EPOCH, [hostile], annas()))).toBe(
			'vault.hostile-parameters'
		);
		expect(performance.now() - started).toBeLessThan(50);
	});

	it('does not stand in the way of a whole one', async () => {
		const hostile = {
			...slotOf('passphrase', anna),
			cost: { memoryKiB: 1, iterations: 1 }
		} as Slot;
		const opened = await openSlot(vault, EPOCH, [hostile, slotOf('passphrase', ben)], bens());
		expect(opened.slot.person).toBe(ben);
	});
});

describe('the key ring', () => {
	const home = (key: InputKey, revision: number): Home => ({
		key,
		place: { vault, table: 'ring', record: '', revision }
	});
	const wrapping = (): Home => ({
		key: vaultKey,
		place: { vault, table: 'ring-key', record: '', revision: 1 }
	});

	it('gives back each scope’s key, from one generation to the next', async () => {
		const { key } = await createKey(wrapping());
		const clinic = newId();
		const first = await createRing(home(key, 1), clinic);
		const scope = newId();
		const grown = await addScope(home(key, 1), first.sealedRing, home(key, 2), scope);
		const ring = await openRing(home(key, 2), grown.sealedRing);
		expect([...ring.scopes.keys()]).toEqual([clinic, scope]);
		expect(ring.clinic).toBe(clinic);
		expect(await same(ring.scopes.get(clinic)!, first.key)).toBe(true);
		expect(await same(ring.scopes.get(scope)!, grown.key)).toBe(true);
		expect(await same(ring.scopes.get(scope)!, first.key)).toBe(false);
		expect(await codeOf(openRing(home(key, 1), grown.sealedRing))).toBe('vault.record-damaged');
	});

	it('forgets an erased scope, keeps the others, and its old key opens it no more', async () => {
		const [{ key: old }, { key: fresh }] = [
			await createKey(wrapping()),
			await createKey(wrapping())
		];
		const [clinic, erased, kept] = [newId(), newId(), newId()];
		const { sealedRing } = await createRing(home(old, 1), clinic);
		const two = await addScope(home(old, 1), sealedRing, home(old, 2), erased);
		const three = await addScope(home(old, 2), two.sealedRing, home(old, 3), kept);
		const receipt = { scope: erased, erasedAt: 1_795_000_000_000, records: 3, assets: 70_000 };
		const dropped = await dropScope(home(old, 3), three.sealedRing, home(fresh, 4), receipt);
		const ring = await openRing(home(fresh, 4), dropped);
		expect([...ring.scopes.keys()]).toEqual([clinic, kept]);
		expect(ring.erased).toEqual([receipt]);
		expect(await same(ring.scopes.get(kept)!, three.key)).toBe(true);
		expect(await codeOf(openRing(home(old, 4), dropped))).toBe('vault.record-damaged');
		const moved = await openRing(
			home(fresh, 5),
			await moveRing(home(fresh, 4), dropped, home(fresh, 5))
		);
		expect(moved.erased).toEqual([receipt]);
		expect([...moved.scopes.keys()]).toEqual([clinic, kept]);
	});

	it('does not show which scopes it has', async () => {
		const { key } = await createKey(wrapping());
		const scope = newId();
		const { sealedRing } = await createRing(home(key, 1), scope);
		expect(Buffer.from(sealedRing).includes(Buffer.from(scope, 'hex'))).toBe(false);
	});
});
