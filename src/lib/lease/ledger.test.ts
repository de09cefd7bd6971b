import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstHead, nextHead } from './chain.ts';
import {
	afterEnrolment,
	afterLease,
	afterUse,
	serialsLeft,
	standingOf,
	type Ledger
} from './ledger.ts';
import type { Lease } from './schema.ts';

const HOUR = 3600;
const DAY = 24 * HOUR;
const NOW = 1_800_000_000;
const RANDOM = 'AAAAAAAAAAAAAAAAAAAAAA';

function leaseOf(fields: Partial<Lease> = {}): Lease {
	return {
		typ: 'vultus-lease/1',
		kid: 'key',
		iss: 'app.example',
		aud: 'vultus-app',
		cli: 'clinic',
		dev: 'device',
		jkt: '',
		iat: NOW,
		nbf: NOW,
		exp: NOW + 7 * DAY,
		grace: 3 * DAY,
		plan: 'practice',
		feat: ['simulate', 'compare', 'export'],
		grant: { unit: 'visit', from: 1, to: null },
		ack: { seq: 0, head: '' },
		policy: { ver: 1, sha256: '' },
		prov: false,
		srv: '',
		...fields
	};
}

async function leased(fields: Partial<Lease> = {}): Promise<Ledger> {
	return afterLease(await afterEnrolment('device'), leaseOf(fields), NOW);
}

async function used(ledger: Ledger, now: number, times = 1): Promise<Ledger> {
	let after = ledger;
	for (let at = 0; at < times; at++) {
		const next = await afterUse(after, now, RANDOM);
		if (next === null) throw new Error(`refused after ${at}`);
		after = next;
	}
	return after;
}

describe('a standing', () => {
	it.each([
		[0, 'fresh', true],
		[5 * DAY - 1, 'fresh', true],
		[5 * DAY, 'renew-soon', true],
		[7 * DAY - 1, 'renew-soon', true],
		[7 * DAY, 'grace', true],
		[10 * DAY - 1, 'grace', true],
		[10 * DAY, 'expired', false],
		[4000 * DAY, 'expired', false],
		[-5 * 60, 'fresh', true],
		[-5 * 60 - 1, 'clock', true],
		[-DAY, 'clock', true],
		[-DAY - 1, 'rescue', true],
		[-NOW, 'rescue', true]
	] as const)('after %d s is %s', async (passed, state, mayBegin) => {
		expect(standingOf(await leased(), NOW + passed)).toEqual({ state, mayBegin });
	});

	it('waits until there is a lease', async () => {
		const ledger = await afterEnrolment('device');
		expect(standingOf(ledger, NOW)).toEqual({ state: 'waiting', mayBegin: false });
		expect(serialsLeft(ledger)).toBe(0);
	});

	it('of a revoked device lets nothing begin', async () => {
		const ledger = { ...(await leased()), isRevoked: true };
		expect(standingOf(ledger, NOW)).toEqual({ state: 'revoked', mayBegin: false });
		expect(await afterUse(ledger, NOW, RANDOM)).toBeNull();
	});

	it('of a plan without illustrations is expired', async () => {
		expect(standingOf(await leased({ feat: ['export'] }), NOW).mayBegin).toBe(false);
	});

	it('has no grace where the lease is provisional', async () => {
		const ledger = await leased({ prov: true, grace: 0, exp: NOW + DAY });
		expect(standingOf(ledger, NOW + DAY - 1).mayBegin).toBe(true);
		expect(standingOf(ledger, NOW + DAY).state).toBe('expired');
	});

	it('ends with the granted serials', async () => {
		const ledger = await used(await leased({ grant: { unit: 'visit', from: 4, to: 6 } }), NOW, 3);
		expect(ledger.receipts.map(({ serial }) => serial)).toEqual([4, 5, 6]);
		expect(standingOf(ledger, NOW)).toEqual({ state: 'spent', mayBegin: false });
		expect(serialsLeft(ledger)).toBe(0);
	});

	it('stretches no lease by a clock that is set back', async () => {
		const ledger = await used(await leased(), NOW + 10 * DAY - 60);
		expect(standingOf(ledger, NOW + 10 * DAY - 2 * DAY).state).toBe('rescue');
		expect(standingOf({ ...ledger, high: NOW + 10 * DAY }, NOW).state).toBe('expired');
	});

	it('lets twenty visits begin with a clock of 1970, and counts them apart', async () => {
		const before = await used(await leased(), NOW + 9);
		const ledger = await used(before, 60, 20);
		expect(standingOf(ledger, 60)).toEqual({ state: 'clock', mayBegin: false });
		expect(ledger.receipts.slice(1).every(({ kind, at }) => kind === 2 && at === 60)).toBe(true);
		// The right time again, or an answer of the server, and work goes on.
		expect(standingOf(ledger, NOW + 10).state).toBe('fresh');
		expect(standingOf(afterLease(ledger, leaseOf(), NOW), 60).state).toBe('rescue');
	});

	it('keeps times from falling by the little that clocks are corrected', async () => {
		const ledger = await used(await used(await leased(), NOW + 100), NOW + 40);
		expect(ledger.receipts.map(({ at, kind }) => [at, kind])).toEqual([
			[NOW + 100, 1],
			[NOW + 100, 1]
		]);
	});

	it('forgets what is acknowledged and keeps what came meanwhile', async () => {
		const ledger = await used(await leased(), NOW, 3);
		const head = ledger.receipts[1];
		expect(head?.seq).toBe(2);
		const after = afterLease(ledger, leaseOf({ ack: { seq: 2, head: '' } }), NOW);
		expect(after.receipts.map(({ seq }) => seq)).toEqual([3]);
		expect(after.head).toBe(ledger.head);
	});
});

/** The server's side of the contract, as docs/backend.md tells it. */
class ServerModel {
	readonly quota = 12;
	granted = 0;
	accepted = 0;
	readonly #devices = new Map<
		string,
		{ seq: number; head: string; next: number; to: number; isRevoked: boolean; isFlagged: boolean }
	>();

	async enrol(device: string): Promise<void> {
		const head = await firstHead(device);
		const rest = { seq: 0, next: 1, to: 0, isRevoked: false, isFlagged: false };
		this.#devices.set(device, { head, ...rest });
	}

	revoke(device: string): void {
		const known = this.#devices.get(device);
		if (known !== undefined) known.isRevoked = true;
	}

	/** Null: refused; the device is flagged, revoked, or nothing is left. */
	async renew(ledger: Ledger, now: number): Promise<Lease | null> {
		const known = this.#devices.get(ledger.device);
		if (known === undefined || known.isRevoked || known.isFlagged) return null;
		let { seq, head } = known;
		let serial = known.next - 1;
		const fresh = ledger.receipts.filter((receipt) => receipt.seq > seq);
		for (const receipt of fresh) {
			if (receipt.seq !== seq + 1 || receipt.serial <= serial || receipt.serial > known.to) {
				known.isFlagged = true;
				return null;
			}
			({ seq, serial } = receipt);
			head = await nextHead(head, receipt);
		}
		if (ledger.seq !== seq || ledger.head !== head) {
			known.isFlagged = true;
			return null;
		}
		this.accepted += fresh.length;
		Object.assign(known, { seq, head, next: serial + 1 });
		const wanted = Math.max(0, 3 - (known.to - serial));
		const got = Math.min(wanted, this.quota - this.granted);
		this.granted += got;
		known.to = Math.max(known.to, serial) + got;
		if (known.to < known.next) return null;
		return leaseOf({
			dev: ledger.device,
			iat: now,
			nbf: now,
			exp: now + 7 * DAY,
			grant: { unit: 'visit', from: known.next, to: known.to },
			ack: { seq, head }
		});
	}
}

type Copy = { ledger: Ledger; skew: number; begun: number };

class World {
	now = NOW;
	readonly server = new ServerModel();
	readonly copies: Copy[] = [];
	#snapshot: Ledger | null = null;
	#devices = 0;

	async start(): Promise<this> {
		await this.enrol(null);
		return this;
	}

	async enrol(copy: Copy | null): Promise<void> {
		const device = `device ${this.#devices++}`;
		await this.server.enrol(device);
		const ledger = await afterEnrolment(device);
		if (copy === null) this.copies.push({ ledger, skew: 0, begun: 0 });
		else copy.ledger = ledger;
	}

	at(index: number): Copy {
		const copy = this.copies[index % this.copies.length];
		if (copy === undefined) throw new Error('no copy');
		return copy;
	}

	async use(copy: Copy): Promise<void> {
		const now = this.now + copy.skew;
		const { mayBegin } = standingOf(copy.ledger, now);
		const next = await afterUse(copy.ledger, now, toRandom(copy.begun++));
		expect(next !== null).toBe(mayBegin);
		if (next !== null) copy.ledger = next;
	}

	async sync(copy: Copy): Promise<void> {
		const lease = await this.server.renew(copy.ledger, this.now);
		if (lease !== null) copy.ledger = afterLease(copy.ledger, lease, this.now);
	}

	snapshot(copy: Copy): void {
		this.#snapshot = copy.ledger;
	}

	restore(copy: Copy): void {
		if (this.#snapshot !== null) copy.ledger = this.#snapshot;
	}
}

function toRandom(count: number): string {
	return RANDOM.slice(0, 20) + String.fromCharCode(65 + (count % 26)) + 'A';
}

const step = fc.oneof(
	{ weight: 5, arbitrary: fc.record({ do: fc.constant('use' as const), who: fc.nat(3) }) },
	{ weight: 4, arbitrary: fc.record({ do: fc.constant('sync' as const), who: fc.nat(3) }) },
	fc.record({
		do: fc.constantFrom('snapshot', 'restore', 'clone', 'revoke', 'enrol' as const),
		who: fc.nat(3)
	}),
	fc.record({
		do: fc.constant('clock' as const),
		who: fc.nat(3),
		by: fc.constantFrom(-NOW, -2 * DAY, -HOUR, -60, 60, HOUR, 2 * DAY, 400 * DAY, 0)
	}),
	fc.record({ do: fc.constant('wait' as const), by: fc.constantFrom(60, HOUR, DAY, 8 * DAY) })
);
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

async function take(world: World, one: Step): Promise<void> {
	if (one.do === 'wait') {
		world.now += one.by;
		return;
	}
	const copy = world.at(one.who);
	switch (one.do) {
		case 'use':
			return world.use(copy);
		case 'sync':
			return world.sync(copy);
		case 'snapshot':
			world.snapshot(copy);
			return;
		case 'restore':
			world.restore(copy);
			return;
		case 'clone':
			if (world.copies.length < 4) world.copies.push({ ...copy, begun: copy.begun + 13 });
			return;
		case 'revoke':
			world.server.revoke(copy.ledger.device);
			return;
		case 'enrol':
			return world.enrol(copy);
		case 'clock':
			copy.skew = one.by;
	}
}

describe('whatever happens to devices and clocks', () => {
	it('no more uses are accepted than were granted, and a lone honest device is never flagged', async () => {
		let most = 0;
		await fc.assert(
			fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 60 }), async (steps) => {
				const world = await new World().start();
				for (const one of steps) {
					await take(world, one);
					expect(world.server.accepted).toBeLessThanOrEqual(world.server.granted);
					expect(world.server.granted).toBeLessThanOrEqual(world.server.quota);
					for (const { ledger, skew } of world.copies) {
						// All that a licence ever says: nothing in it could keep anything from being read.
						const standing = standingOf(ledger, world.now + skew);
						expect(Object.keys(standing).sort()).toEqual(['mayBegin', 'state']);
					}
				}
				most = Math.max(most, world.server.accepted);
			}),
			{ numRuns: 300 }
		);
		// Or the model would be too strict to say anything.
		expect(most).toBeGreaterThan(3);
	});

	it('an honest device uses all that was granted, whatever its clock says', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(fc.constantFrom(-HOUR, -60, 0, 60, HOUR)), async (skews) => {
				const world = await new World().start();
				const copy = world.at(0);
				for (const skew of [...skews, ...Array.from({ length: 13 }, () => 0)]) {
					copy.skew = skew;
					await world.sync(copy);
					await world.use(copy);
				}
				await world.sync(copy);
				expect(world.server.accepted).toBe(world.server.quota);
			}),
			{ numRuns: 40 }
		);
	});
});
