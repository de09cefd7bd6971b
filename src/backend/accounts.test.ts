import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addressOf } from '../service-worker/files.ts';
import { addDevice, newKey } from './testing/device.ts';
import {
	addClinic,
	codeOf,
	addOperator,
	addPerson,
	PASSWORD,
	startTestServer,
	type Clinic,
	type Person,
	type Reply,
	type TestServer
} from './testing/server.ts';

const BILLING_SECRET = 'whsec_tests';
let server: TestServer;
let clinic: Clinic;
let other: Clinic;
let operator: Person;

beforeAll(async () => {
	server = await startTestServer({ VULTUS_BILLING_SECRET: BILLING_SECRET });
	clinic = await addClinic(server, 'first', { seats: 6 }, ['owner', 'admin', 'practitioner']);
	other = await addClinic(server, 'second', {}, ['owner']);
	operator = await addOperator(server);
});

afterAll(() => server.close());

/** `browser`: what it calls itself. */
const post = (path: string, token: string | undefined, body: unknown, browser?: string) =>
	server.ask('POST', path, {
		...(token === undefined ? {} : { token }),
		...(browser === undefined ? {} : { headers: { 'user-agent': browser } }),
		body
	});

const CODE = /\b(\d{8})\b/;
const mailsTo = (address: string, what = /./) =>
	server.mails.filter(({ to, text }) => to === address && what.test(text));

async function mailTo(address: string, after = 0, what = /./): Promise<string> {
	const until = Date.now() + 10_000;
	for (;;) {
		const mails = mailsTo(address, what);
		const last = mails.at(-1);
		if (last !== undefined && mails.length > after) return last.text;
		if (Date.now() > until) throw new Error(`no mail to ${address}`);
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
}

const signIn = (email: string, password = PASSWORD, collection = 'users', browser?: string) =>
	post(
		`/api/collections/${collection}/auth-with-password`,
		undefined,
		{ identity: email, password },
		browser
	);

/** Of seven. */
const median = (values: readonly number[] = []) => [...values].sort((a, b) => a - b)[3] ?? 0;

const FRESH = 'a password after the old one';

const askForReset = (email: string) =>
	post('/api/collections/users/request-password-reset', undefined, { email });

/** What stands behind the # of the link that was mailed. */
function linkIn(text: string, page: string): string {
	const found = new RegExp(`${server.url}/${page}#([\\w.-]+)`).exec(text)?.[1];
	if (found === undefined) throw new Error(`no link to /${page} in the mail`);
	return found;
}

/** Password, then the mail code. */
async function signInTwice(
	email: string,
	password = PASSWORD,
	collection = 'users',
	browser?: string
): Promise<Reply> {
	const before = mailsTo(email, CODE).length;
	const { mfaId } = (await signIn(email, password, collection, browser)).body as { mfaId: string };
	const asked = await post(`/api/collections/${collection}/request-otp`, undefined, {
		email,
		mfaId
	});
	const { otpId } = asked.body as { otpId: string };
	const code = CODE.exec(await mailTo(email, before, CODE))?.[1];
	return await post(
		`/api/collections/${collection}/auth-with-otp`,
		undefined,
		{ otpId, password: code, mfaId },
		browser
	);
}

describe('from an application to the first device', () => {
	it('applies, is approved, invites, and is in', async () => {
		const application = {
			practice: 'Third clinic',
			name: 'Dr Third',
			email: 'third@clinic.example',
			registration: '1234',
			authority: 'Medical council',
			region: 'IE',
			attested: true
		};
		expect((await post('/api/vultus/applications', undefined, application)).status).toBe(202);
		const refused = { ...application, attested: false };
		expect(codeOf(await post('/api/vultus/applications', undefined, refused))).toBe(
			'request.invalid'
		);

		const { body } = await server.ask('GET', '/api/vultus/operator/clinics', {
			token: operator.token
		});
		const [applied] = (body as { clinics: { id: string; name: string }[] }).clinics;
		expect(applied).toMatchObject({ name: 'Third clinic', status: 'applied', plan: null });
		const approve = `/api/vultus/operator/clinics/${applied?.id ?? ''}/approve`;
		const approved = await post(approve, operator.token, { plan: 'solo' });
		const { code, link, mailed } = approved.body as { code: string; link: string; mailed: boolean };
		expect(mailed).toBe(true);
		expect(link).toBe(`${server.url}/join#${code}`);
		expect(await mailTo('third@clinic.example')).toContain(code);
		expect(codeOf(await post(approve, operator.token, { plan: 'solo' }))).toBe('conflict');

		const typed = code.toLowerCase().replaceAll('-', ' ');
		const looked = await post('/api/vultus/invitations/look', undefined, { code: typed });
		expect(looked.body).toEqual({
			clinic: 'Third clinic',
			role: 'owner',
			email: 'third@clinic.example'
		});
		const { publicKey } = await newKey();
		const accepted = await post('/api/vultus/invitations/accept', undefined, {
			code,
			name: 'Dr Third',
			password: PASSWORD,
			device: { publicKey, recipient: 'age1recipientrecipient', name: 'Tablet', kind: 'tablet' }
		});
		expect(accepted).toMatchObject({
			status: 201,
			body: { email: 'third@clinic.example', device: { state: 'approved' } }
		});
		const again = await post('/api/vultus/invitations/look', undefined, { code });
		expect(codeOf(again)).toBe('invitation.unknown');
		const signedIn = await signInTwice('third@clinic.example');
		expect(signedIn.body).toMatchObject({ record: { role: 'owner' } });
	});

	it('keeps no code in the clear', async () => {
		const { code } = (
			await post('/api/vultus/invitations', clinic.people.owner.token, {
				email: 'new@first.example',
				role: 'assistant'
			})
		).body as { code: string };
		const { body } = await server.ask('GET', '/api/collections/invitations/records?perPage=200', {
			token: server.superuser
		});
		expect(JSON.stringify(body)).not.toContain(code.replaceAll('-', ''));
		expect(JSON.stringify(body)).not.toContain(code);
	});

	it('fills seats with people and open invitations, and no further', async () => {
		const invite = (role: string, token = clinic.people.admin.token) =>
			post('/api/vultus/invitations', token, { email: `${role}@seats.example`, role });
		expect(codeOf(await invite('owner'))).toBe('auth.role');
		// Three people and one invitation are there.
		const made = await invite('practitioner');
		expect(made.status).toBe(201);
		expect((await invite('consultant')).status).toBe(201);
		expect(codeOf(await invite('assistant'))).toBe('seats.full');
		const { id } = made.body as { id: string };
		await server.ask('DELETE', `/api/vultus/invitations/${id}`, {
			token: clinic.people.owner.token
		});
		expect((await invite('auditor')).status).toBe(201);
	});
});

describe('signing in', () => {
	it('asks owners for the mail code, and practitioners for none', async () => {
		expect(await signIn(clinic.people.practitioner.email)).toMatchObject({ status: 200 });
		const first = await signIn(clinic.people.owner.email);
		expect(first).toMatchObject({ status: 401, body: { mfaId: expect.any(String) as string } });
		expect(first.body).not.toHaveProperty('token');
		const whole = await signInTwice(clinic.people.owner.email);
		expect(whole.status).toBe(200);
		const { token } = whole.body as { token: string };
		const { exp } = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as {
			exp: number;
		};
		expect(exp - Date.now() / 1000).toBeLessThanOrEqual(12 * 3600);
		expect(await signInTwice(operator.email, PASSWORD, 'operators')).toMatchObject({ status: 200 });
	});

	it('sends a code to nobody who has not shown the password', async () => {
		const before = server.mails.length;
		const { email } = clinic.people.practitioner;
		const { mfaId } = (await signIn(clinic.people.owner.email)).body as { mfaId: string };
		for (const body of [{ email }, { email: 'unknown@x.example' }, { email, mfaId }]) {
			const asked = await post('/api/collections/users/request-otp', undefined, body);
			expect(asked).toMatchObject({ status: 200, body: { otpId: expect.any(String) as string } });
		}
		await new Promise((resolve) => setTimeout(resolve, 500));
		expect(server.mails.length).toBe(before);
	});

	it('answers a known and an unknown address alike, and at the same cost', async () => {
		const times: Record<string, number[]> = { known: [], unknown: [] };
		const answers = new Set<string>();
		const person = await addPerson(server, other.id, 'assistant', 'second');
		for (let round = 0; round < 7; round++) {
			for (const [which, email] of [
				['known', person.email],
				['unknown', `nobody-${round}@second.example`]
			] as const) {
				const started = performance.now();
				const reply = await signIn(email, 'not the password');
				times[which]?.push(performance.now() - started);
				answers.add(JSON.stringify([reply.status, reply.body]));
			}
		}
		expect(answers.size).toBe(1);
		// bcrypt or no bcrypt is a factor of twenty and more; two runs of it differ by the machine's noise.
		const ratio = median(times['unknown']) / median(times['known']);
		expect(ratio).toBeGreaterThan(0.33);
		expect(ratio).toBeLessThan(3);
	});

	it('tells nobody whether an address is taken', async () => {
		const { practitioner } = clinic.people;
		const asked = await server.ask('POST', '/api/collections/users/request-email-change', {
			token: practitioner.token,
			body: { newEmail: other.people.owner.email }
		});
		expect(asked.status).toBe(404);
		for (const email of [other.people.owner.email, 'free@first.example']) {
			const before = mailsTo(email).length;
			const changed = await post('/api/vultus/me/email', practitioner.token, {
				email,
				password: PASSWORD
			});
			expect(changed).toMatchObject({ status: 204, body: '' });
			await mailTo(email, before);
		}
		for (const email of [practitioner.email, 'unknown@x.example']) {
			expect(await askForReset(email)).toMatchObject({ status: 204, body: '' });
		}
		expect(await mailTo(practitioner.email)).toContain(`${server.url}/reset#`);
	});

	it('asks for a new password in the same time, known or not', async () => {
		const times: Record<string, number[]> = { known: [], unknown: [] };
		for (let round = 0; round < 7; round++) {
			// Of one account, all but the first mail would be left out.
			const { email } = await addPerson(server, other.id, 'assistant', 'second');
			for (const [which, address] of [
				['known', email],
				['unknown', `nobody-${round}@second.example`]
			] as const) {
				const started = performance.now();
				await askForReset(address);
				times[which]?.push(performance.now() - started);
			}
		}
		// A few milliseconds each; whatever hashed something for one of them would take two hundred.
		expect(Math.abs(median(times['known']) - median(times['unknown']))).toBeLessThan(50);
	});

	it('gives a new password by a mailed link, once, and ends every session', async () => {
		const person = await addPerson(server, other.id, 'assistant', 'second');
		const { token } = (await signIn(person.email)).body as { token: string };
		const before = mailsTo(person.email).length;
		await askForReset(person.email);
		await askForReset('nobody@second.example');
		expect((await askForReset('no address')).status).toBe(400);
		const link = linkIn(await mailTo(person.email, before), 'reset');
		const reset = (password: string, of = link, collection = 'users') =>
			post(`/api/collections/${collection}/confirm-password-reset`, undefined, {
				token: of,
				password,
				passwordConfirm: password
			});
		expect(await reset('too short')).toMatchObject({
			status: 400,
			body: { data: { password: {} } }
		});
		expect(await reset(FRESH, `${link}x`)).toMatchObject({
			status: 400,
			body: { data: { token: {} } }
		});
		expect((await reset(FRESH, link, 'operators')).status).toBe(400);
		expect((await reset(FRESH)).status).toBe(204);
		expect(await reset('another long password')).toMatchObject({
			status: 400,
			body: { data: { token: {} } }
		});
		expect((await server.ask('GET', '/api/vultus/me', { token })).status).toBe(401);
		expect((await signIn(person.email)).status).toBe(400);
		expect((await signIn(person.email, FRESH)).status).toBe(200);
		// The log is written every few seconds.
		const log = async () =>
			JSON.stringify(
				(await server.ask('GET', '/api/logs?perPage=500', { token: server.superuser })).body
			);
		await expect.poll(log, { timeout: 15_000 }).toContain('confirm-password-reset');
		for (const typed of [link, FRESH, 'nobody@second.example']) {
			expect(await log()).not.toContain(typed);
		}
	});

	it('takes another address by a link that is mailed to it, with the password, once', async () => {
		const person = await addPerson(server, other.id, 'assistant', 'second');
		const { token } = (await signIn(person.email)).body as { token: string };
		const email = 'moved@second.example';
		await post('/api/vultus/me/email', token, { email, password: PASSWORD });
		const link = linkIn(await mailTo(email), 'confirm-address');
		const confirm = (password: string) =>
			post('/api/collections/users/confirm-email-change', undefined, { token: link, password });
		expect(await confirm('not the password')).toMatchObject({
			status: 400,
			body: { data: { password: {} } }
		});
		expect((await confirm(PASSWORD)).status).toBe(204);
		expect(await confirm(PASSWORD)).toMatchObject({ status: 400, body: { data: { token: {} } } });
		expect((await server.ask('GET', '/api/vultus/me', { token })).status).toBe(401);
		expect((await signIn(person.email)).status).toBe(400);
		expect((await signIn(email)).status).toBe(200);
	});

	it.each(['_pb_users_auth_', 'USERS', 'operators'])(
		'has no other name for what is closed: %s',
		async (collection) => {
			const { token } = clinic.people.practitioner;
			for (const rest of ['request-email-change', 'request-verification', 'confirm-verification']) {
				const reply = await post(`/api/collections/${collection}/${rest}`, token, {
					newEmail: other.people.owner.email
				});
				expect(reply.status, rest).toBe(404);
			}
		}
	);

	describe('from a new place', () => {
		const HOME = 'Browser at home';
		const ABROAD = 'Browser abroad';
		const toldOf = ({ email }: Person) =>
			mailsTo(email).filter(({ subject }) => subject === 'A sign-in to Vultus from a new place');
		type Place = { readonly id: string; readonly fingerprint: string };
		const placesOf = ({ id }: Person): Place[] => {
			const database = new DatabaseSync(join(server.folder, 'data', 'data.db'));
			try {
				const places = database.prepare('SELECT * FROM _authOrigins WHERE recordRef = ?').all(id);
				return places as Place[];
			} finally {
				database.close();
			}
		};

		it('is told of by mail, but for the first of all, whether or not there is a second factor', async () => {
			const assistant = await addPerson(server, other.id, 'assistant', 'second');
			const owner = await addPerson(server, other.id, 'owner', 'second');
			const ways: readonly (readonly [Person, (browser: string) => Promise<Reply>])[] = [
				[assistant, (browser) => signIn(assistant.email, PASSWORD, 'users', browser)],
				[owner, (browser) => signInTwice(owner.email, PASSWORD, 'users', browser)]
			];
			for (const [person, way] of ways) {
				for (const browser of [HOME, HOME, ABROAD, ABROAD, HOME]) {
					expect((await way(browser)).status).toBe(200);
				}
				await expect.poll(() => toldOf(person)).toHaveLength(1);
				const [mail] = toldOf(person);
				expect(mail?.text).toContain('tell whoever manages your clinic’s account');
				expect(mail?.text).toContain(`${server.url}/console/account`);
				// Nothing of whoever signed in, and nothing that they wrote.
				expect(mail?.text).not.toMatch(/abroad|127\.0\.0\.1|::1|\{/);
				expect(placesOf(person)).toHaveLength(2);
			}
			// The right password without the code is no sign-in.
			await signIn(owner.email, PASSWORD, 'users', 'A third browser');
			expect(placesOf(owner)).toHaveLength(2);
		});

		it('is known by a fingerprint that nobody can read, and that goes with the account', async () => {
			const person = await addPerson(server, other.id, 'assistant', 'second');
			const { token } = (await signIn(person.email, PASSWORD, 'users', HOME)).body as {
				token: string;
			};
			const [place] = placesOf(person);
			expect(place?.fingerprint).toMatch(/^[0-9a-f]{32}$/);
			expect(JSON.stringify(place)).not.toMatch(/home|127\.0\.0\.1|::1/);
			const path = '/api/collections/_authOrigins/records';
			// PocketBase knows it in any letters, and by its id.
			const others = [path.toLowerCase(), '/api/collections/pbc_4275539003/records'];
			for (const who of [token, other.people.owner.token, clinic.people.owner.token, undefined]) {
				for (const [method, of] of [
					['GET', path],
					...others.map((also) => ['GET', also] as const),
					['GET', `${path}/${place?.id ?? ''}`],
					...others.map((also) => ['DELETE', `${also}/${place?.id ?? ''}`] as const),
					['DELETE', `${path}/${place?.id ?? ''}`],
					['PATCH', `${path}/${place?.id ?? ''}`],
					['POST', path]
				] as const) {
					const reply = await server.ask(method, of, {
						...(who === undefined ? {} : { token: who }),
						...(method === 'PATCH' || method === 'POST' ? { body: { fingerprint: 'x' } } : {})
					});
					expect(reply.status, `${method} ${of}`).toBeGreaterThanOrEqual(400);
				}
			}
			expect(placesOf(person)).toEqual([place]);
			const own = (await server.ask('GET', '/api/vultus/me/export', { token })).body as {
				places: { fingerprint: string }[];
			};
			expect(own.places).toMatchObject([{ fingerprint: place?.fingerprint }]);
			expect((await post('/api/vultus/me/delete', token, { password: PASSWORD })).status).toBe(204);
			expect(placesOf(person)).toEqual([]);
		});
	});

	it('stops guessing per account, with Retry-After, known or not', async () => {
		const person = await addPerson(server, other.id, 'practitioner', 'second');
		for (const email of [person.email, 'unknown@throttle.example']) {
			const replies: Reply[] = [];
			for (let guess = 0; guess < 11; guess++)
				replies.push(await signIn(email, 'not the password'));
			expect(replies.map(({ status }) => status)).toEqual([...Array<number>(10).fill(400), 429]);
			const last = replies.at(-1);
			expect(codeOf(last as Reply)).toBe('throttled');
			expect(Number(last?.headers.get('retry-after'))).toBeGreaterThan(800);
			// Not even with the right one.
			expect((await signIn(email)).status).toBe(429);
			// A success forgives the address; the account stays closed.
			await signIn(clinic.people.practitioner.email);
		}
		const { body } = await server.ask('GET', '/api/vultus/operator/incidents', {
			token: operator.token
		});
		const { events } = body as { events: { action: string; target: string }[] };
		expect(events).toContainEqual(
			expect.objectContaining({ action: 'account.throttled', target: person.id })
		);
	});

	it('ends every session on a change of password or role', async () => {
		const person = await addPerson(server, other.id, 'assistant', 'second');
		const { token } = (await signIn(person.email)).body as { token: string };
		const me = (of: string) => server.ask('GET', '/api/vultus/me', { token: of });
		expect((await me(token)).status).toBe(200);
		const wrong = { old: 'not the password', new: 'another long password' };
		expect(codeOf(await post('/api/vultus/me/password', token, wrong))).toBe('password.wrong');
		const weak = { old: PASSWORD, new: 'short' };
		expect(codeOf(await post('/api/vultus/me/password', token, weak))).toBe('password.weak');
		const changed = { old: PASSWORD, new: 'another long password' };
		const answer = await post('/api/vultus/me/password', token, changed);
		expect(answer.status).toBe(200);
		expect((await me(token)).status).toBe(401);
		// Whoever changed it goes on where they are.
		expect((await me((answer.body as { token: string }).token)).status).toBe(200);
		const fresh = ((await signIn(person.email, 'another long password')).body as { token: string })
			.token;
		await server.ask('PATCH', `/api/vultus/staff/${person.id}`, {
			token: other.people.owner.token,
			body: { role: 'consultant' }
		});
		expect((await me(fresh)).status).toBe(401);
	});
});

describe('owners', () => {
	it('the last one stays, and only an owner makes one', async () => {
		const change = (id: string, body: object, by: Person) =>
			server.ask('PATCH', `/api/vultus/staff/${id}`, { token: by.token, body });
		const { owner, admin, practitioner } = clinic.people;
		expect(codeOf(await change(owner.id, { role: 'admin' }, owner))).toBe('owner.last');
		expect(codeOf(await change(owner.id, { active: false }, owner))).toBe('owner.last');
		expect(codeOf(await change(owner.id, { role: 'admin' }, admin))).toBe('auth.role');
		expect(codeOf(await change(practitioner.id, { role: 'owner' }, admin))).toBe('auth.role');
		expect(codeOf(await change(practitioner.id, { role: 'admin' }, other.people.owner))).toBe(
			'not-found'
		);
	});
});

describe('leads', () => {
	const lead = { id: 'lead0lead0lead0', keyVersion: 1, sealed: 'A'.repeat(400) };

	it('are kept once, sealed to the present key, and move along', async () => {
		const { owner, practitioner } = clinic.people;
		const early = await post('/api/vultus/leads', practitioner.token, lead);
		expect(codeOf(early)).toBe('leads.key');
		const { publicKey } = await newKey();
		const device = await post('/api/vultus/devices', practitioner.token, {
			publicKey,
			recipient: 'age1recipientrecipient',
			name: 'Tablet',
			kind: 'tablet'
		});
		const { id } = device.body as { id: string };
		const key = {
			version: 1,
			recipient: 'age1clinicclinicclinic',
			recovery: 'r'.repeat(200),
			wraps: [{ device: id, wrapped: 'w'.repeat(200) }]
		};
		const rotate = (token: string, body: object) =>
			server.ask('PUT', '/api/vultus/lead-key', { token, body });
		expect(codeOf(await rotate(owner.token, key))).toBe('device.pending');
		await post(`/api/vultus/devices/${id}/approve`, owner.token, undefined);
		expect((await rotate(owner.token, key)).status).toBe(204);
		expect(codeOf(await rotate(owner.token, key))).toBe('conflict');
		const found = await server.ask('GET', `/api/vultus/lead-key?device=${id}`, {
			token: practitioner.token
		});
		expect(found.body).toEqual({
			version: 1,
			recipient: key.recipient,
			wrapped: key.wraps[0]?.wrapped,
			stale: false
		});

		expect((await post('/api/vultus/leads', practitioner.token, lead)).status).toBe(201);
		const twice = await post('/api/vultus/leads', practitioner.token, {
			...lead,
			sealed: 'B'.repeat(400)
		});
		expect(twice).toMatchObject({ status: 200, body: { id: lead.id, state: 'new' } });
		const tooLong = { ...lead, id: 'lead1lead1lead1', sealed: 'A'.repeat(5463) };
		expect(codeOf(await post('/api/vultus/leads', practitioner.token, tooLong))).toBe(
			'request.invalid'
		);
		// The same id from another clinic tells nothing and changes nothing.
		expect(codeOf(await post('/api/vultus/leads', other.people.owner.token, lead))).toBe(
			'leads.key'
		);

		const moved = await server.ask('PATCH', `/api/vultus/leads/${lead.id}`, {
			token: practitioner.token,
			body: { state: 'booked' }
		});
		expect(moved.status).toBe(204);
		const listed = await server.ask('GET', '/api/vultus/leads?state=booked', {
			token: practitioner.token
		});
		expect(listed.body).toMatchObject({
			leads: [{ id: lead.id, sealed: lead.sealed, state: 'booked' }]
		});
		const counts = await server.ask('GET', '/api/vultus/leads/counts', { token: owner.token });
		expect(counts.body).toEqual({ new: 0, contacted: 0, booked: 1, closed: 0 });
		const refused = await server.ask('DELETE', `/api/vultus/leads/${lead.id}`, {
			token: practitioner.token
		});
		expect(codeOf(refused)).toBe('auth.role');
	});

	it('leave their id behind, so that a device restored from a backup cannot bring them back', async () => {
		const { owner, practitioner } = clinic.people;
		const again = { id: 'lead3lead3lead3', keyVersion: 1, sealed: 'A'.repeat(400) };
		expect((await post('/api/vultus/leads', practitioner.token, again)).status).toBe(201);
		const path = `/api/vultus/leads/${again.id}`;
		const remove = () => server.ask('DELETE', path, { token: owner.token });
		expect((await remove()).status).toBe(204);
		expect(codeOf(await remove())).toBe('not-found');
		const body = { state: 'booked' };
		const moved = await server.ask('PATCH', path, { token: owner.token, body });
		expect(codeOf(moved)).toBe('not-found');
		expect(await post('/api/vultus/leads', practitioner.token, again)).toMatchObject({
			status: 200,
			body: { state: 'gone' }
		});
		const listed = await server.ask('GET', '/api/vultus/leads', { token: owner.token });
		expect(JSON.stringify(listed.body)).not.toContain(again.id);
		const row = await server.ask('GET', `/api/collections/leads/records/${again.id}`, {
			token: server.superuser
		});
		expect(row.body).toMatchObject({ sealed: '', by: '' });
	});

	it('get a next key: earlier copies go, and so does that of a device that is revoked', async () => {
		const { owner, admin, practitioner } = clinic.people;
		const devices = [
			await addDevice(server, owner, clinic.id),
			await addDevice(server, owner, clinic.id)
		];
		const [first, second] = devices.map(({ id }) => id) as [string, string];
		const keyFor = (device: string) =>
			server.ask('GET', `/api/vultus/lead-key?device=${device}`, { token: practitioner.token });
		const wrap = (token: string, device: string) =>
			post('/api/vultus/lead-key/wraps', token, { version: 2, device, wrapped: 'x'.repeat(200) });
		const next = {
			version: 2,
			recipient: 'age1nextnextnextnext',
			recovery: null,
			wraps: [{ device: first, wrapped: 'n'.repeat(200) }]
		};
		const token = owner.token;
		expect((await server.ask('PUT', '/api/vultus/lead-key', { token, body: next })).status).toBe(
			204
		);
		expect((await keyFor(first)).body).toMatchObject({
			version: 2,
			wrapped: next.wraps[0]?.wrapped
		});
		expect((await keyFor(second)).body).toMatchObject({ version: 2, wrapped: null });
		expect(codeOf(await wrap(practitioner.token, second))).toBe('auth.role');
		expect((await wrap(admin.token, second)).status).toBe(204);
		expect(codeOf(await wrap(admin.token, second))).toBe('conflict');
		const listed = await server.ask('GET', '/api/vultus/devices', { token });
		const { devices: all } = listed.body as { devices: { id: string; leadKey: number }[] };
		expect(all.find(({ id }) => id === second)).toMatchObject({ leadKey: 2 });
		expect(all.filter(({ leadKey }) => leadKey === 1)).toEqual([]);

		const recovery = () => server.ask('GET', '/api/vultus/lead-key/recovery', { token });
		expect((await recovery()).body).toEqual({ version: 2, recovery: null });
		const keep = (version: number) =>
			server.ask('PUT', '/api/vultus/lead-key/recovery', {
				token,
				body: { version, recovery: 'k'.repeat(200) }
			});
		expect(codeOf(await keep(1))).toBe('conflict');
		expect((await keep(2)).status).toBe(204);
		expect((await recovery()).body).toEqual({ version: 2, recovery: 'k'.repeat(200) });

		await post(`/api/vultus/devices/${second}/revoke`, token, undefined);
		expect((await keyFor(second)).body).toMatchObject({ wrapped: null, stale: true });
		const third = { ...next, version: 3 };
		expect((await server.ask('PUT', '/api/vultus/lead-key', { token, body: third })).status).toBe(
			204
		);
		expect((await keyFor(first)).body).toMatchObject({ version: 3, stale: false });
	});

	it('are refused where a clinic keeps none', async () => {
		const { owner } = clinic.people;
		const current = (await server.ask('GET', '/api/vultus/settings', { token: owner.token }))
			.body as {
			version: number;
			document: object;
		};
		const put = (version: number) =>
			server.ask('PUT', '/api/vultus/settings', {
				token: owner.token,
				body: { version, document: { ...current.document, leads: false } }
			});
		expect(await put(current.version)).toMatchObject({
			status: 200,
			body: { version: current.version + 1, by: owner.id }
		});
		expect(codeOf(await put(current.version))).toBe('conflict');
		const off = await post('/api/vultus/leads', owner.token, { ...lead, id: 'lead2lead2lead2' });
		expect(codeOf(off)).toBe('leads.off');
	});
});

describe('the journal', () => {
	it('is never changed, not even by a superuser', async () => {
		const { body } = await server.ask('GET', '/api/collections/auditEvents/records?perPage=1', {
			token: server.superuser
		});
		const [event] = (body as { items: { id: string }[] }).items;
		const path = `/api/collections/auditEvents/records/${event?.id ?? ''}`;
		for (const [method, change] of [
			['PATCH', { action: 'x' }],
			['DELETE', undefined]
		] as const) {
			const reply = await server.ask(method, path, { token: server.superuser, body: change });
			expect(reply.status, method).toBe(400);
		}
	});
});

describe('billing', () => {
	/** As https://docs.stripe.com/webhooks#verify-manually says. */
	function signed(
		payload: string,
		time = Math.floor(Date.now() / 1000),
		secret = BILLING_SECRET
	): string {
		const signature = createHmac('sha256', secret).update(`${time}.${payload}`).digest('hex');
		return `t=${time},v1=${'0'.repeat(64)},v1=${signature},v0=ignored`;
	}
	const send = (payload: string, signature: string) =>
		fetch(`${server.url}/api/vultus/billing/webhook`, {
			method: 'POST',
			headers: { 'content-type': 'application/json', 'stripe-signature': signature },
			body: payload
		});
	const event = (id: string, type: string, object: object) =>
		JSON.stringify({ id, type, data: { object } });

	it('believes the processor only', async () => {
		const payload = event('evt_1', 'invoice.paid', {});
		const old = Math.floor(Date.now() / 1000) - 301;
		for (const signature of [
			'',
			't=1',
			signed(payload, old),
			signed(payload, undefined, 'another secret'),
			signed(`${payload} `)
		]) {
			const reply = await send(payload, signature);
			expect(reply.status).toBe(400);
			expect(await reply.json()).toMatchObject({ code: 'billing.signature' });
		}
	});

	it('begins, is paid, fails and ends; no event counts twice', async () => {
		const customer = 'cus_1';
		const begun = event('evt_2', 'checkout.session.completed', {
			customer,
			client_reference_id: clinic.id
		});
		expect((await send(begun, signed(begun))).status).toBe(200);
		const invoice = {
			id: 'in_1',
			customer,
			number: 'A-1',
			amount_due: 12900,
			currency: 'eur',
			created: 1_700_000_000,
			status: 'paid',
			period_end: 4_000_000_000
		};
		const paid = event('evt_3', 'invoice.paid', invoice);
		for (let time = 0; time < 2; time++) expect((await send(paid, signed(paid))).status).toBe(200);
		const { token } = clinic.people.owner;
		const state = async () =>
			((await server.ask('GET', '/api/vultus/me', { token })).body as { subscription: object })
				.subscription;
		expect(await state()).toMatchObject({ state: 'active', paidUntil: 4_000_000_000 });
		const invoices = await server.ask('GET', '/api/vultus/invoices', { token });
		expect(invoices.body).toMatchObject({
			invoices: [{ number: 'A-1', amount: 12900, currency: 'EUR', state: 'paid' }]
		});
		const failed = event('evt_4', 'invoice.payment_failed', {
			...invoice,
			id: 'in_2',
			status: 'open'
		});
		await send(failed, signed(failed));
		expect(await state()).toMatchObject({ state: 'overdue' });
		const ended = event('evt_5', 'customer.subscription.deleted', { id: 'sub_1', customer });
		await send(ended, signed(ended));
		expect(await state()).toMatchObject({ state: 'ended' });
	});
});

describe('the site', () => {
	it.each([
		['/', 200, 'no-cache'],
		['/visit/12', 200, 'no-cache'],
		['/_app/immutable/a.js', 200, 'public, max-age=31536000, immutable'],
		['/_app/immutable/gone.js', 404, 'no-store'],
		['/gone.png', 404, 'no-store'],
		['/.built-from', 404, 'no-store'],
		['/%2e%2e/lease.key', 404, 'no-store'],
		['/api/x', 404, 'no-store'],
		['/api/vultus/x', 404, 'no-store']
	])('%s answers %i', async (path, status, caching) => {
		const { status: got, headers } = await server.ask('GET', path);
		expect(got).toBe(status);
		expect(headers.get('cache-control')).toBe(caching);
		expect(headers.get('content-security-policy')).toContain("default-src 'none'");
		expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
		expect(headers.get('x-content-type-options')).toBe('nosniff');
		expect(headers.get('clear-site-data')).toBeNull();
	});

	it.each([
		['GET', '/api/health', 200],
		['GET', '/api/vultus/me', 401],
		['POST', '/api/vultus/nonce', 401],
		['POST', '/api/collections/users/auth-with-password', 400]
	])('its API has the same headers: %s %s', async (method, path, status) => {
		const { status: got, headers } = await server.ask(method, path);
		expect(got).toBe(status);
		expect(headers.get('content-security-policy')).toContain("default-src 'none'");
		expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
		expect(headers.get('referrer-policy')).toBe('no-referrer');
		expect(headers.get('clear-site-data')).toBeNull();
	});

	it('gives the service worker each file where it asks for it, and leads it nowhere else', async () => {
		for (const path of [
			'/index.html',
			'/icon.svg',
			'/manifest.webmanifest',
			'/_app/immutable/a.js'
		]) {
			const reply = await fetch(server.url + addressOf(path), { redirect: 'manual' });
			expect(reply.status, path).toBe(200);
			const bytes = readFileSync(join(server.folder, 'site', path));
			expect(Buffer.from(await reply.arrayBuffer()).equals(bytes), path).toBe(true);
		}
	});

	it('serves packed copies, right types, and the locked page in another process', async () => {
		const packed = await server.ask('HEAD', '/_app/immutable/a.js', {
			headers: { 'accept-encoding': 'br' }
		});
		expect(packed.headers.get('content-encoding')).toBe('br');
		expect(packed.headers.get('content-type')).toContain('text/javascript');
		const part = await server.ask('GET', '/_app/immutable/a.js', {
			headers: { 'accept-encoding': 'br', range: 'bytes=0-5' }
		});
		expect(part).toMatchObject({ status: 206, body: 'export' });
		const manifest = await server.ask('GET', '/manifest.webmanifest');
		expect(manifest.headers.get('content-type')).toBe('application/manifest+json');
		const locked = await server.ask('GET', '/locked');
		expect(locked.headers.get('cross-origin-opener-policy')).toBeNull();
		const cross = await server.ask('GET', '/api/health', {
			headers: { origin: 'https://evil.example' }
		});
		expect(cross.headers.get('access-control-allow-origin')).not.toBe('*');
	});
});

describe('closing', () => {
	it('waits thirty days, and can be undone', async () => {
		const leaving = await addClinic(server, 'leaving', {}, ['owner']);
		const { token } = leaving.people.owner;
		expect(codeOf(await post('/api/vultus/close', token, { password: 'wrong one' }))).toBe(
			'password.wrong'
		);
		const closed = await post('/api/vultus/close', token, { password: PASSWORD });
		const { closesAt } = closed.body as { closesAt: number };
		expect(Math.round((closesAt - Date.now() / 1000) / 86_400)).toBe(30);
		expect((await server.ask('DELETE', '/api/vultus/close', { token })).status).toBe(204);
		const me = await server.ask('GET', '/api/vultus/me', { token });
		expect(me.body).toMatchObject({ clinic: { status: 'active', closesAt: null } });
	});

	it('gives all of a clinic’s data, and no secrets', async () => {
		const { body, status } = await server.ask('GET', '/api/vultus/export', {
			token: clinic.people.owner.token
		});
		expect(status).toBe(200);
		expect(body).toMatchObject({ clinic: { id: clinic.id }, complete: true });
		expect(Object.keys(body as object)).toContain('events');
		const text = JSON.stringify(body);
		for (const secret of ['tokenKey', 'password"', 'hash"', 'wrapped"', other.id]) {
			expect(text, secret).not.toContain(secret);
		}
	});
});
