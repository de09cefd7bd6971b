/** What only an operator does, and what the server does by itself at night. */
import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDevice } from './testing/device.ts';
import {
	addClinic,
	codeOf,
	addOperator,
	PASSWORD,
	startTestServer,
	type Clinic,
	type Person,
	type TestServer
} from './testing/server.ts';

const DAY = 86_400;
let server: TestServer;
let operator: Person;

beforeAll(async () => {
	server = await startTestServer();
	operator = await addOperator(server);
});

afterAll(() => server.close());

const get = (path: string, token: string) => server.ask('GET', `/api/vultus${path}`, { token });
const post = (path: string, token: string, body: object = {}) =>
	server.ask('POST', `/api/vultus${path}`, { token, body });
const operate = (path: string, body: object = {}) =>
	post(`/operator/clinics/${path}`, operator.token, body);

/** Straight in the database: what no route allows, such as a row of last year. */
function inDatabase<T>(work: (database: DatabaseSync) => T, file = 'data.db'): T {
	const database = new DatabaseSync(join(server.folder, 'data', file));
	try {
		return work(database);
	} finally {
		database.close();
	}
}

const rows = (sql: string, ...values: (string | number)[]): Record<string, unknown>[] =>
	inDatabase((database) => database.prepare(sql).all(...values));

/** PocketBase's form of a time so many days ago. */
const ago = (days: number): string =>
	new Date(Date.now() - days * DAY * 1000).toISOString().replace('T', ' ');

function age(table: string, id: string, days: number): void {
	inDatabase((database) =>
		database.prepare(`UPDATE ${table} SET created = ? WHERE id = ?`).run(ago(days), id)
	);
}

/** Runs a job of the server's now, and waits until it has. */
async function runJob(job: string, isDone: () => boolean): Promise<void> {
	const { status } = await server.ask('POST', `/api/crons/${job}`, { token: server.superuser });
	expect(status).toBe(204);
	await expect.poll(isDone).toBe(true);
}

const tonight = (isDone: () => boolean): Promise<void> => runJob('vultus-purge', isDone);

describe('an operator’s own account', () => {
	const FRESH = 'a fresh password for tests';
	const own = (method: string, path: string, token: string, body?: object) =>
		server.ask(method, `/api/vultus/operator/me${path}`, { token, ...(body && { body }) });

	it('is theirs to see and to change: password, address, mail, places, sessions', async () => {
		const { id, email, token } = await addOperator(server, 'second@tests.example');
		const me = { name: 'Operator', email, messageMail: true };
		expect((await own('GET', '', token)).body).toEqual(me);
		expect((await own('PATCH', '', token, { messageMail: false })).status).toBe(204);
		expect((await own('GET', '', token)).body).toEqual({ ...me, messageMail: false });
		expect(codeOf(await own('PATCH', '', token, { active: false }))).toBe('request.invalid');

		const { id: operators = '' } =
			rows("SELECT id FROM _collections WHERE name = 'operators'")[0] ?? {};
		const place = { recordRef: id, collectionRef: operators };
		await server.record('_authOrigins', { ...place, fingerprint: 'theirs' });
		// Another account's, which is not theirs to see.
		await server.record('_authOrigins', { ...place, recordRef: operator.id, fingerprint: 'x' });
		const now = Math.floor(Date.now() / 1000);
		const { places } = (await own('GET', '/places', token)).body as {
			places: { first: number; last: number }[];
		};
		expect(places).toHaveLength(1);
		expect(Math.abs((places[0]?.last ?? 0) - now)).toBeLessThan(60);
		expect(Object.keys(places[0] ?? {}).sort()).toEqual(['first', 'last']);

		const wrong = { old: 'not the password', new: FRESH };
		expect(codeOf(await own('POST', '/password', token, wrong))).toBe('password.wrong');
		const changed = await own('POST', '/password', token, { old: PASSWORD, new: FRESH });
		expect(changed.status).toBe(200);
		expect((await own('GET', '', token)).status).toBe(401);
		const { token: next } = changed.body as { token: string };
		expect((await get('/operator/journal', next)).body).toMatchObject({
			events: [{ action: 'account.password', actor: id, target: id, name: 'Operator' }]
		});
		const moved = { email: 'moved@tests.example', password: FRESH };
		expect((await own('POST', '/email', next, moved)).status).toBe(204);
		await expect
			.poll(() => server.mails.find(({ to }) => to === moved.email)?.text)
			.toContain(`${server.url}/confirm-address#`);
		expect((await own('POST', '/sign-out', next)).status).toBe(204);
		expect((await own('GET', '', next)).status).toBe(401);
		// The mail code is asked for as ever.
		const signedIn = await server.ask('POST', '/api/collections/operators/auth-with-password', {
			body: { identity: email, password: FRESH }
		});
		expect(signedIn).toMatchObject({ status: 401, body: { mfaId: expect.any(String) as string } });
	});
});

describe('a clinic that is suspended', () => {
	let clinic: Clinic;
	beforeAll(async () => {
		clinic = await addClinic(server, 'paused', {}, ['owner']);
	});

	it('gets no lease until it is resumed, and is told so', async () => {
		const { owner } = clinic.people;
		const { id: device } = await addDevice(server, owner, clinic.id);
		expect((await operate(`${clinic.id}/suspend`)).status).toBe(204);
		expect(codeOf(await operate(`${clinic.id}/suspend`))).toBe('conflict');
		const refused = await post('/nonce', owner.token, { device });
		expect(refused.status).toBe(403);
		expect((await operate(`${clinic.id}/resume`)).status).toBe(204);
		expect((await post('/nonce', owner.token, { device })).status).toBe(200);
	});

	it('keeps both in its journal', async () => {
		const { body } = await get('/audit', clinic.people.owner.token);
		const actions = (body as { events: { action: string }[] }).events.map(({ action }) => action);
		expect(actions).toEqual(expect.arrayContaining(['clinic.suspended', 'clinic.active']));
	});
});

describe('a clinic whose last owner is lost', () => {
	it('gets a new one by the operator’s invitation, which is an incident', async () => {
		const clinic = await addClinic(server, 'orphan', {}, ['practitioner']);
		const invited = await operate(`${clinic.id}/owner`, { email: 'heir@orphan.example' });
		expect(invited.status).toBe(200);
		const { code } = invited.body as { code: string };
		const accepted = await server.ask('POST', '/api/vultus/invitations/accept', {
			body: { code, name: 'Heir', password: PASSWORD }
		});
		expect(accepted.status).toBeLessThan(300);
		expect(rows("SELECT email FROM users WHERE clinic = ? AND role = 'owner'", clinic.id)).toEqual([
			{ email: 'heir@orphan.example' }
		]);
		const { body } = await get('/operator/incidents', operator.token);
		expect((body as { events: object[] }).events).toContainEqual(
			expect.objectContaining({ action: 'owner.restore', clinic: clinic.id })
		);
	});
});

describe('sums over clinics', () => {
	it('are shown of ten clinics on, and of nine not at all', async () => {
		const visit = (clinic: string, seq: number): void => {
			inDatabase((database) =>
				database
					.prepare(
						`INSERT INTO receipts (id, clinic, device, seq, at, serial, kind, random)
						VALUES (?, ?, ?, ?, ?, ?, 1, '')`
					)
					.run(`visit${String(seq).padStart(10, '0')}`, clinic, 'nodevice0000000', seq, 1, seq)
			);
		};
		const monthOf = async (): Promise<unknown> => {
			inDatabase((database) =>
				database.prepare('UPDATE receipts SET at = ?').run(Math.floor(Date.now() / 1000) - 60)
			);
			return ((await get('/operator/usage', operator.token)).body as { months: unknown }).months;
		};
		const clinics: string[] = [];
		for (let count = 0; count < 10; count++) {
			clinics.push((await addClinic(server, `sum${count}`, {}, [])).id);
		}
		clinics.slice(0, 9).forEach((clinic, at) => {
			visit(clinic, at + 1);
		});
		expect(await monthOf()).toEqual([]);
		visit(clinics[9]!, 10);
		expect(await monthOf()).toEqual([
			{ month: new Date().toISOString().slice(0, 7), clinics: 10, visits: 10 }
		]);
	});
});

describe('what an operator looks at', () => {
	type Events = { events: { action: string; name: string; actor: string }[] };
	const journal = async (): Promise<Events['events']> =>
		((await get('/operator/journal', operator.token)).body as Events).events;
	const seenBy = async ({ people }: Clinic): Promise<Events['events']> =>
		((await get('/audit', people.owner.token)).body as Events).events.filter(
			({ action }) => action === 'clinic.seen'
		);
	const looks = (action: string) =>
		rows('SELECT id, created FROM auditEvents WHERE action = ?', action).length;
	/** As if all of it had been entered so many hours before: the one thing that is taken from the journal. */
	function later(hours: number): void {
		inDatabase((database) => {
			const made = database
				.prepare("SELECT sql FROM sqlite_master WHERE name = 'auditEvents_unchanged'")
				.get();
			database.exec('DROP TRIGGER auditEvents_unchanged');
			database.prepare('UPDATE auditEvents SET created = ?').run(ago(hours / 24));
			database.exec(String(made?.['sql']));
		});
	}

	it('is entered once an hour, and once a day in the journal of each clinic that was shown', async () => {
		const shown = await addClinic(server, 'shown', {}, ['owner']);
		const list = (status: string) => get(`/operator/clinics?status=${status}`, operator.token);
		// What is listed elsewhere shows nothing of this clinic.
		await list('refused');
		expect(await seenBy(shown)).toEqual([]);
		for (let n = 0; n < 3; n++) expect((await list('active')).status).toBe(200);
		expect(await seenBy(shown)).toMatchObject([{ actor: operator.id }]);
		expect(looks('operator.clinics')).toBe(1);
		later(2);
		await list('active');
		expect(looks('operator.clinics')).toBe(2);
		expect(await seenBy(shown)).toHaveLength(1);
		later(25);
		await list('active');
		expect(await seenBy(shown)).toHaveLength(2);
	});

	it('is in the operators’ own journal with their name, messages and incidents as well', async () => {
		for (const path of ['messages', 'incidents']) {
			expect((await get(`/operator/${path}`, operator.token)).status).toBe(200);
		}
		for (const action of ['operator.clinics', 'operator.messages', 'operator.incidents']) {
			expect(await journal()).toContainEqual(
				expect.objectContaining({ action, actor: operator.id, name: 'Operator' })
			);
		}
	});

	it('stays for two years where it is of no clinic, and as long as the clinic where it is', async () => {
		const clinic = await addClinic(server, 'looked-at', {}, ['owner']);
		await get('/operator/clinics?status=active', operator.token);
		later(24 * 729);
		const before = looks('operator.clinics');
		const seen = looks('clinic.seen');
		expect(before).toBeGreaterThan(0);
		await server.record('messages', { kind: 'demo', name: 'A', email: 'a@b.example', text: 'x' });
		const old = String(rows("SELECT id FROM messages WHERE kind = 'demo'")[0]?.['id']);
		age('messages', old, 366);
		await tonight(() => rows("SELECT id FROM messages WHERE kind = 'demo'").length === 0);
		expect(looks('operator.clinics')).toBe(before);
		later(24 * 731);
		await tonight(() => looks('operator.clinics') === 0);
		expect(looks('clinic.seen')).toBe(seen);
		expect(await seenBy(clinic)).toHaveLength(1);
	});
});

describe('at night', () => {
	it('leads, messages and invitations go when their time is over, and not before', async () => {
		const clinic = await addClinic(server, 'keeper', {}, ['owner']);
		const lead = (id: string) =>
			server.record('leads', { id, clinic: clinic.id, keyVersion: 1, sealed: 'x', state: 'new' });
		const kept = await lead('lead00000000new');
		const old = await lead('lead00000000old');
		age('leads', kept, 179);
		age('leads', old, 181);
		const message = { kind: 'contact', name: 'A', email: 'a@b.example', text: 'Hello' };
		const recent = await server.record('messages', message);
		const past = await server.record('messages', message);
		age('messages', recent, 364);
		age('messages', past, 366);
		for (const name of ['young', 'stale']) {
			const body = { email: `${name}@keeper.example`, role: 'practitioner' };
			expect((await post('/invitations', clinic.people.owner.token, body)).status).toBeLessThan(
				300
			);
		}
		const invited = (name: string) =>
			rows('SELECT id FROM invitations WHERE email = ?', `${name}@keeper.example`);
		age('invitations', String(invited('young')[0]?.['id']), 89);
		age('invitations', String(invited('stale')[0]?.['id']), 91);

		const sealed = (id: string) => rows('SELECT sealed, state FROM leads WHERE id = ?', id)[0];
		await tonight(() => sealed(old)?.['state'] === 'gone');
		// The id stays, so that a device out of a backup does not send it again.
		expect(sealed(old)).toMatchObject({ sealed: '' });
		expect(sealed(kept)).toEqual({ sealed: 'x', state: 'new' });
		age('leads', old, 5 * 365 + 1);
		await tonight(() => sealed(old) === undefined);
		expect(sealed(kept)).toEqual({ sealed: 'x', state: 'new' });
		await expect.poll(() => rows('SELECT id FROM messages')).toEqual([{ id: recent }]);
		await expect.poll(() => invited('stale')).toEqual([]);
		expect(invited('young')).toHaveLength(1);
		expect(
			rows("SELECT details FROM auditEvents WHERE clinic = ? AND action = 'leads.purge'", clinic.id)
		).toEqual([{ details: '{"leads":1}' }]);
	});

	it('places of sign-ins go after ninety days, but for the last one', async () => {
		const clinic = await addClinic(server, 'places', {}, ['practitioner']);
		const { practitioner } = clinic.people;
		for (const browser of ['first', 'second', 'third']) {
			const signedIn = await server.ask('POST', '/api/collections/users/auth-with-password', {
				body: { identity: practitioner.email, password: PASSWORD },
				headers: { 'user-agent': browser }
			});
			expect(signedIn.status).toBe(200);
		}
		const places = () =>
			rows('SELECT id FROM _authOrigins WHERE recordRef = ? ORDER BY created', practitioner.id).map(
				({ id }) => String(id)
			);
		const used = (id: string | undefined, days: number) =>
			inDatabase((database) =>
				database
					.prepare('UPDATE _authOrigins SET updated = ? WHERE id = ?')
					.run(ago(days), id ?? '')
			);
		const [first, second, third] = places();
		used(first, 91);
		used(second, 89);
		await tonight(() => places().length < 3);
		expect(places()).toEqual([second, third]);
		used(second, 300);
		used(third, 200);
		await tonight(() => places().length < 2);
		expect(places()).toEqual([third]);
	});

	it('a clinic whose thirty days are over leaves its name and its invoices', async () => {
		const clinic = await addClinic(server, 'gone', {}, ['owner', 'practitioner']);
		const { owner } = clinic.people;
		await addDevice(server, owner, clinic.id);
		const place = { recordRef: owner.id, fingerprint: 'x' };
		const { id: users = '' } = rows("SELECT id FROM _collections WHERE name = 'users'")[0] ?? {};
		await server.record('_authOrigins', { ...place, collectionRef: users });
		await server.record('invoices', {
			clinic: clinic.id,
			processorId: 'in_gone',
			number: '1',
			amount: 100,
			currency: 'EUR',
			state: 'paid',
			date: 1
		});
		expect((await post('/close', owner.token, { password: PASSWORD })).status).toBe(200);
		const closesAt = (days: number) =>
			inDatabase((database) =>
				database
					.prepare('UPDATE clinics SET closesAt = ? WHERE id = ?')
					.run(Math.floor(Date.now() / 1000) - days * DAY, clinic.id)
			);
		closesAt(1);
		const status = () => rows('SELECT status FROM clinics WHERE id = ?', clinic.id)[0]?.['status'];
		await tonight(() => status() === 'closed');
		const tables = rows(
			"SELECT m.name FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table' AND c.name = 'clinic'"
		).map(({ name }) => String(name));
		expect(tables).toContain('leases');
		const left = tables.filter(
			(table) => rows(`SELECT 1 FROM "${table}" WHERE clinic = ?`, clinic.id).length > 0
		);
		expect(left).toEqual(['invoices']);
		expect(rows('SELECT id FROM _authOrigins WHERE recordRef = ?', owner.id)).toEqual([]);
		expect(rows('SELECT name, applicantEmail FROM clinics WHERE id = ?', clinic.id)).toEqual([
			{ name: 'gone', applicantEmail: '-' }
		]);
		expect((await get('/me', owner.token)).status).toBe(401);
	});
});

describe('the server’s log', () => {
	/** What the log holds of this test, in the file that PocketBase keeps it in. */
	const logged = (): unknown[] =>
		inDatabase(
			(database) =>
				database
					.prepare("SELECT id FROM _logs WHERE message = 'a log of this test' ORDER BY id")
					.all()
					.map(({ id }) => id),
			'auxiliary.db'
		);

	it('ends after fourteen days, and has no address and no account of a request', async () => {
		const { body } = await server.ask('GET', '/api/settings', { token: server.superuser });
		expect((body as { logs: unknown }).logs).toMatchObject({
			maxDays: 14,
			logIP: false,
			logAuthId: false
		});
		inDatabase((database) => {
			const write = database.prepare(
				"INSERT INTO _logs (id, level, message, data, created) VALUES (?, 0, 'a log of this test', '{}', ?)"
			);
			write.run('log00000000kept', ago(13));
			write.run('log0000000older', ago(15));
		}, 'auxiliary.db');
		expect(logged()).toEqual(['log00000000kept', 'log0000000older']);
		await runJob('__pbLogsCleanup__', () => logged().length < 2);
		expect(logged()).toEqual(['log00000000kept']);
	});
});
