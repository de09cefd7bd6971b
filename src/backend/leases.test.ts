import { randomBytes, webcrypto } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
	addDevice,
	canonical,
	firstChain,
	leaseOf,
	now,
	renewOnceFree,
	use,
	type Device
} from './testing/device.ts';
import {
	addClinic,
	codeOf,
	startTestServer,
	type Clinic,
	type TestServer
} from './testing/server.ts';
import { ensureLeaseKey } from './lease-key.ts';

let server: TestServer;
let clinic: Clinic;
let other: Clinic;
const DAY = 86_400;

beforeAll(async () => {
	server = await startTestServer();
	clinic = await addClinic(server, 'first', {}, ['owner', 'practitioner', 'auditor']);
	other = await addClinic(server, 'second', {}, ['owner', 'practitioner']);
});

afterAll(() => server.close());

async function isSigned(token: string): Promise<boolean> {
	const pinned = ensureLeaseKey(join(server.folder, 'lease.key'));
	const [, publicKey = ''] = /^[^=]+=(.+)$/.exec(pinned) ?? [];
	const key = await webcrypto.subtle.importKey(
		'raw',
		Buffer.from(publicKey, 'base64url'),
		'Ed25519',
		false,
		['verify']
	);
	const [type = '', payload = '', signature = ''] = token.split('.');
	return await webcrypto.subtle.verify(
		'Ed25519',
		key,
		Buffer.from(signature, 'base64url'),
		Buffer.from(`${type}.${payload}`)
	);
}

describe('a lease', () => {
	it('is signed, canonical, and says what it should', async () => {
		const { practitioner } = clinic.people;
		const device = await addDevice(server, practitioner, clinic.id);
		const reply = await device.renew(practitioner.token);
		expect(reply).toMatchObject({ status: 200 });
		const token = (reply.body as { lease: string }).lease;
		expect(await isSigned(token)).toBe(true);
		const broken = token.replace(/\.(.)/, (_, first: string) => `.${first === 'e' ? 'f' : 'e'}`);
		expect(await isSigned(broken)).toBe(false);

		const [type = '', payload = ''] = token.split('.');
		expect(Buffer.from(type, 'base64url').toString()).toBe('vultus-lease/1');
		const text = Buffer.from(payload, 'base64url').toString();
		expect(text.length).toBeLessThanOrEqual(2048);
		const lease = leaseOf(reply);
		expect(text).toBe(canonical(lease));
		const kid = ensureLeaseKey(join(server.folder, 'lease.key')).split('=')[0];
		expect(lease).toEqual({
			typ: 'vultus-lease/1',
			kid,
			iss: server.url.replace('http://', ''),
			aud: 'vultus-app',
			cli: clinic.id,
			dev: device.id,
			jkt: device.jkt,
			iat: lease.iat,
			nbf: lease.iat,
			exp: lease.iat + 7 * DAY,
			grace: 3 * DAY,
			plan: 'group',
			feat: ['simulate', 'compare', 'export'],
			grant: { unit: 'visit', from: 1, to: null },
			ack: { seq: 0, head: firstChain(device.id).head },
			policy: { ver: 1, sha256: expect.stringMatching(/^[\w-]{43}$/) as string },
			prov: false,
			srv: expect.stringMatching(/^[\w-]{22}$/) as string
		});
		expect(Math.abs(lease.iat - now())).toBeLessThan(60);
		const settings = await server.ask('GET', '/api/vultus/settings', { token: practitioner.token });
		expect(settings.body).toMatchObject({ sha256: (lease['policy'] as { sha256: string }).sha256 });
	});

	it('signs for the audit trails that the device names, and for none otherwise', async () => {
		const { practitioner } = clinic.people;
		const device = await addDevice(server, practitioner, clinic.id);
		const trail = randomBytes(32).toString('base64url');
		const reply = await device.renew(practitioner.token, { trail });
		expect(leaseOf(reply)).toMatchObject({ trl: trail });
		expect(await isSigned((reply.body as { lease: string }).lease)).toBe(true);
		expect(leaseOf(await device.renew(practitioner.token))).not.toHaveProperty('trl');
		expect(await device.renew(practitioner.token, { trail: 'a name' })).toMatchObject({
			status: 400
		});
	});

	it('comes to the device’s own key only', async () => {
		const { practitioner } = clinic.people;
		const device = await addDevice(server, practitioner, clinic.id);
		const stranger = await addDevice(server, practitioner, clinic.id);
		const forged = await stranger.renewal(await nonceFor(device), {
			device: device.id
		});
		const ask = (body: unknown) =>
			server.ask('POST', '/api/vultus/lease', { token: practitioner.token, body });
		expect(codeOf(await ask(forged))).toBe('lease.signature');
		const honest = (await device.renewal(await nonceFor(device))) as { clock: number };
		expect(codeOf(await ask({ ...honest, clock: honest.clock + 1 }))).toBe('lease.signature');
		expect(codeOf(await ask({ ...honest, extra: 1 }))).toBe('request.invalid');
		expect((await ask(honest)).status).toBe(200);
	});

	it('needs a nonce of this device, once', async () => {
		const { practitioner } = clinic.people;
		const device = await addDevice(server, practitioner, clinic.id);
		const another = await addDevice(server, practitioner, clinic.id);
		const ask = async (nonce: string) =>
			server.ask('POST', '/api/vultus/lease', {
				token: practitioner.token,
				body: await device.renewal(nonce)
			});
		const nonce = await nonceFor(device);
		expect((await ask(nonce)).status).toBe(200);
		expect(codeOf(await ask(nonce))).toBe('lease.nonce');
		expect(codeOf(await ask(await nonceFor(another)))).toBe('lease.nonce');
		expect(codeOf(await ask(randomBytes(16).toString('base64url')))).toBe('lease.nonce');
	});

	it('is nothing for another clinic or an auditor', async () => {
		const device = await addDevice(server, clinic.people.practitioner, clinic.id);
		const asked = await server.ask('POST', '/api/vultus/nonce', {
			token: other.people.practitioner.token,
			body: { device: device.id }
		});
		expect(codeOf(asked)).toBe('not-found');
		const nonce = await nonceFor(device);
		const body = await device.renewal(nonce);
		const stolen = await server.ask('POST', '/api/vultus/lease', {
			token: other.people.owner.token,
			body
		});
		expect(codeOf(stolen)).toBe('not-found');
		const audited = await server.ask('POST', '/api/vultus/lease', {
			token: clinic.people.auditor.token,
			body
		});
		expect(codeOf(audited)).toBe('auth.role');
	});

	it('lists what was given, to those who read', async () => {
		const listed = await server.ask('GET', '/api/vultus/leases?limit=2', {
			token: clinic.people.auditor.token
		});
		const first = listed.body as { leases: { id: string }[]; next: string };
		expect(first.leases).toHaveLength(2);
		const named = { id: expect.any(String) as string, name: expect.stringMatching(/./) as string };
		for (const lease of first.leases) expect(lease).toMatchObject({ device: named, user: named });
		const rest = await server.ask('GET', `/api/vultus/leases?before=${first.next}`, {
			token: clinic.people.auditor.token
		});
		const more = (rest.body as typeof first).leases.map(({ id }) => id);
		expect(more.length).toBeGreaterThan(0);
		expect(more).not.toContain(first.leases[1]?.id);
		const refused = await server.ask('GET', '/api/vultus/leases', {
			token: clinic.people.practitioner.token
		});
		expect(codeOf(refused)).toBe('auth.role');
	});
});

async function nonceFor(device: Device): Promise<string> {
	const { body } = await server.ask('POST', '/api/vultus/nonce', {
		token: clinic.people.owner.token,
		body: { device: device.id }
	});
	return (body as { nonce: string }).nonce;
}

describe('settling', () => {
	it('takes over what was used, and goes on from there', async () => {
		const { token } = clinic.people.practitioner;
		const device = await addDevice(server, clinic.people.practitioner, clinic.id);
		await device.renew(token);
		for (const serial of [1, 2, 3]) use(device.chain, serial);
		const lease = leaseOf(await device.renew(token));
		expect(lease.ack).toEqual({ seq: 3, head: device.chain.head });
		expect(lease.grant).toEqual({ unit: 'visit', from: 4, to: null });
		use(device.chain, 4);
		// Receipts that are acknowledged need not be sent again, and may be.
		const receipts = device.chain.uses.slice(3);
		expect(leaseOf(await device.renew(token, { receipts })).ack.seq).toBe(4);
		expect(leaseOf(await device.renew(token)).ack.seq).toBe(4);
		const usage = await server.ask('GET', '/api/vultus/usage', {
			token: clinic.people.owner.token
		});
		const { days, visitsUsed } = usage.body as { days: { visits: number }[]; visitsUsed: number };
		expect(days.reduce((sum, { visits }) => sum + visits, 0)).toBe(visitsUsed);
		expect(visitsUsed).toBeGreaterThanOrEqual(4);
	});

	it('finds a chain that was set back', async () => {
		const { token } = clinic.people.practitioner;
		const device = await addDevice(server, clinic.people.practitioner, clinic.id);
		await device.renew(token);
		use(device.chain, 1);
		const older = {
			seq: device.chain.seq,
			head: device.chain.head,
			receipts: [...device.chain.uses]
		};
		use(device.chain, 2);
		await device.renew(token);
		const reply = await device.renew(token, older);
		expect(reply).toMatchObject({ status: 409, body: { code: 'lease.rollback', ack: { seq: 2 } } });
		expect(await flagOf(device)).toBe('rollback');
	});

	it('finds a cloned device', async () => {
		const { token } = clinic.people.practitioner;
		const device = await addDevice(server, clinic.people.practitioner, clinic.id);
		await device.renew(token);
		use(device.chain, 1);
		const clone = structuredClone(device.chain);
		use(device.chain, 2);
		await device.renew(token);
		use(clone, 2);
		const same = { seq: clone.seq, head: clone.head, receipts: clone.uses };
		expect(codeOf(await device.renew(token, same))).toBe('lease.fork');
		use(clone, 3);
		const longer = { seq: clone.seq, head: clone.head, receipts: clone.uses };
		expect(codeOf(await device.renew(token, longer))).toBe('lease.fork');
		expect(await flagOf(device)).toBe('fork');
	});

	it('asks for receipts that are missing', async () => {
		const { token } = clinic.people.practitioner;
		const device = await addDevice(server, clinic.people.practitioner, clinic.id);
		await device.renew(token);
		for (const serial of [1, 2, 3]) use(device.chain, serial);
		const [, ...late] = device.chain.uses;
		expect(codeOf(await device.renew(token, { receipts: late }))).toBe('lease.gap');
		const early = device.chain.uses.slice(0, 2);
		expect(codeOf(await device.renew(token, { receipts: early }))).toBe('lease.gap');
		expect((await device.renew(token)).status).toBe(200);
		expect(await flagOf(device)).toBeNull();
	});

	it('takes each serial once, and none that was not granted', async () => {
		const limited = await addClinic(server, 'limited', { visits: 3 }, ['owner']);
		const { owner } = limited.people;
		const device = await addDevice(server, owner, limited.id);
		expect(leaseOf(await device.renew(owner.token)).grant).toMatchObject({ from: 1, to: 3 });
		const chain = firstChain(device.id);
		use(chain, 1);
		use(chain, 1);
		const twice = { seq: 2, head: chain.head, receipts: chain.uses };
		expect(codeOf(await device.renew(owner.token, twice))).toBe('lease.serial');
		const beyond = firstChain(device.id);
		use(beyond, 4);
		const invented = { seq: 1, head: beyond.head, receipts: beyond.uses };
		expect(codeOf(await device.renew(owner.token, invented))).toBe('lease.serial');
		for (const serial of [1, 2, 3]) use(device.chain, serial);
		const empty = await device.renew(owner.token);
		expect(empty).toMatchObject({ status: 409, body: { code: 'lease.quota' } });
		// The receipts count although there was no further lease.
		const usage = await server.ask('GET', '/api/vultus/usage', { token: owner.token });
		expect(usage.body).toMatchObject({ visits: 3, visitsUsed: 3 });
	});

	it('keeps a clock that went backwards, and tells of it', async () => {
		const { token } = clinic.people.practitioner;
		const device = await addDevice(server, clinic.people.practitioner, clinic.id);
		await device.renew(token);
		use(device.chain, 1, now());
		use(device.chain, 2, now() - DAY, 2);
		use(device.chain, 3, now() - DAY, 1);
		expect((await device.renew(token)).status).toBe(200);
		const { body } = await server.ask('GET', '/api/vultus/audit', {
			token: clinic.people.owner.token
		});
		const { events } = body as { events: { action: string; target: string; details: object }[] };
		const [clock] = events.filter(
			({ action, target }) => action === 'device.clock' && target === device.id
		);
		expect(clock?.details).toEqual({ receipts: 1 });
	});
});

async function flagOf(device: Device): Promise<string | null | undefined> {
	const { body } = await server.ask('GET', '/api/vultus/devices', {
		token: clinic.people.owner.token
	});
	const { devices } = body as { devices: { id: string; flag: string | null }[] };
	return devices.find(({ id }) => id === device.id)?.flag;
}

describe('a device that waits for approval', () => {
	it('gets 24 hours and five visits, once', async () => {
		const { practitioner, owner } = clinic.people;
		const device = await addDevice(server, practitioner);
		const first = leaseOf(await device.renew(practitioner.token));
		expect(first).toMatchObject({ prov: true, grace: 0, grant: { from: 1, to: 5 } });
		expect(first.exp - first.iat).toBe(DAY);
		use(device.chain, 1);
		const second = leaseOf(await device.renew(practitioner.token));
		expect(second).toMatchObject({ prov: true, exp: first.exp, grant: { from: 2, to: 5 } });
		for (const serial of [2, 3, 4, 5]) use(device.chain, serial);
		expect(codeOf(await device.renew(practitioner.token))).toBe('device.pending');
		const approve = (token: string) =>
			server.ask('POST', `/api/vultus/devices/${device.id}/approve`, { token });
		expect(codeOf(await approve(practitioner.token))).toBe('auth.role');
		expect(codeOf(await approve(other.people.owner.token))).toBe('not-found');
		expect((await approve(owner.token)).body).toMatchObject({ state: 'approved' });
		expect(leaseOf(await device.renew(practitioner.token))).toMatchObject({
			prov: false,
			grant: { from: 6, to: null }
		});
	});

	it('waits with two others at most', async () => {
		const { people } = await addClinic(server, 'waiting', {}, ['practitioner']);
		for (let device = 0; device < 3; device++) await addDevice(server, people.practitioner);
		await expect(addDevice(server, people.practitioner)).rejects.toThrow('devices.waiting');
	});

	it('is refused once revoked', async () => {
		const { practitioner, owner } = clinic.people;
		const device = await addDevice(server, practitioner, clinic.id);
		await server.ask('POST', `/api/vultus/devices/${device.id}/revoke`, { token: owner.token });
		const nonce = await nonceFor(device);
		const reply = await server.ask('POST', '/api/vultus/lease', {
			token: practitioner.token,
			body: await device.renewal(nonce)
		});
		expect(codeOf(reply)).toBe('device.revoked');
	});
});

describe('an ended subscription', () => {
	it('gets no lease, an overdue one does for 14 days', async () => {
		for (const [paidUntil, state, code] of [
			[now() - DAY, 'active', undefined],
			[now() - 15 * DAY, 'active', 'lease.ended'],
			[now() - DAY, 'trial', 'lease.ended'],
			[0, 'ended', 'lease.ended']
		] as const) {
			const late = await addClinic(server, `late-${state}`, { paidUntil, state }, ['owner']);
			const device = await addDevice(server, late.people.owner, late.id);
			expect(codeOf(await device.renew(late.people.owner.token)), `${state} ${paidUntil}`).toBe(
				code
			);
		}
	});
});

describe('many requests at once', () => {
	it('two hundred against a quota of fifty get exactly fifty', async () => {
		const { id, people } = await addClinic(server, 'crowd', { visits: 50 }, ['owner']);
		const plan = await server.record('plans', {
			code: 'one-by-one',
			name: 'One by one',
			seats: 9,
			devices: 400,
			visits: 50,
			prepaid: 1,
			leaseDays: 7,
			features: ['simulate']
		});
		await patchSubscription(id, { plan });
		const devices: Device[] = [];
		for (let count = 0; count < 200; count++)
			devices.push(await addDevice(server, people.owner, id));
		const { token } = people.owner;
		const requests: object[] = [];
		for (const device of devices) {
			const asked = await server.ask('POST', '/api/vultus/nonce', {
				token,
				body: { device: device.id }
			});
			requests.push(await device.renewal((asked.body as { nonce: string }).nonce));
		}
		const replies = await Promise.all(
			requests.map((request) => renewOnceFree(server, token, request))
		);
		const granted = replies.filter(({ status }) => status === 200).map(leaseOf);
		const refused = replies.filter((reply) => codeOf(reply) === 'lease.quota');
		expect([granted.length, refused.length]).toEqual([50, 150]);
		const visits = granted.reduce((sum, { grant }) => sum + (grant.to ?? 0) - grant.from + 1, 0);
		expect(visits).toBe(50);
	});

	it('the same request two hundred times is one lease', async () => {
		const { id, people } = await addClinic(server, 'stubborn', { visits: 50 }, ['owner']);
		const { token } = people.owner;
		const device = await addDevice(server, people.owner, id);
		const { body } = await server.ask('POST', '/api/vultus/nonce', {
			token,
			body: { device: device.id }
		});
		const request = await device.renewal((body as { nonce: string }).nonce);
		const send = () => renewOnceFree(server, token, request);
		const replies = await Promise.all(Array.from({ length: 200 }, send));
		expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200]));
		const tokens = replies.map((reply) => (reply.body as { lease: string }).lease);
		expect(new Set(tokens).size).toBe(1);
		const { body: leases } = await server.ask('GET', '/api/vultus/leases', { token });
		expect((leases as { leases: unknown[] }).leases).toHaveLength(1);
		const usage = await server.ask('GET', '/api/vultus/me', { token });
		expect(usage.body).toMatchObject({ subscription: { visits: 50, visitsUsed: 10 } });
	});
});

async function patchSubscription(clinicId: string, values: object): Promise<void> {
	const { superuser: token } = server;
	const path = '/api/collections/subscriptions/records';
	const { body } = await server.ask('GET', `${path}?filter=clinic="${clinicId}"`, { token });
	const [row] = (body as { items: { id: string }[] }).items;
	await server.ask('PATCH', `${path}/${row?.id ?? ''}`, { token, body: values });
}

describe('the key', () => {
	it('is in no file but its own, and in nothing that the server prints', () => {
		const secret = readFileSync(join(server.folder, 'lease.key'), 'utf8').trim();
		const hex = Buffer.from(secret, 'base64url').toString('hex');
		for (const name of [
			'data/data.db',
			'data/auxiliary.db',
			'hooks/vultus.js',
			'hooks/main.pb.js'
		]) {
			const bytes = readFileSync(join(server.folder, name));
			for (const form of [secret, hex]) expect(bytes.includes(form), name).toBe(false);
			expect(bytes.includes(Buffer.from(secret, 'base64url')), name).toBe(false);
		}
		expect(server.backend.output()).not.toContain(secret);
	});
});
