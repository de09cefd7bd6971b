/** What anybody may send without an account, as bots and worse would send it; and what becomes of it. */
import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
	addClinic,
	addOperator,
	codeOf,
	PASSWORD,
	startTestServer,
	type Clinic,
	type Person,
	type Reply,
	type TestServer
} from './testing/server.ts';

let server: TestServer;
let operator: Person;
let clinic: Clinic;

/** An operator who wants no mail of messages. */
const QUIET = 'quiet@tests.example';

beforeAll(async () => {
	server = await startTestServer({ VULTUS_PROXY_HEADER: 'X-Forwarded-For' });
	operator = await addOperator(server);
	const { token } = await addOperator(server, QUIET);
	await server.ask('PATCH', '/api/vultus/operator/me', { token, body: { messageMail: false } });
	clinic = await addClinic(server, 'visited', {}, ['owner', 'practitioner']);
});

afterAll(() => server.close());

/** Behind the proxy, each visitor has an address of their own. */
let visitors = 0;
const another = (): string => `203.0.113.${(visitors += 1)}`;

const post = (path: string, body: object, from: string): Promise<Reply> =>
	server.ask('POST', `/api/vultus${path}`, { body, headers: { 'x-forwarded-for': from } });

const kept = (): readonly Record<string, unknown>[] => {
	const database = new DatabaseSync(join(server.folder, 'data', 'data.db'));
	try {
		return database.prepare('SELECT kind, name, email, text FROM messages').all();
	} finally {
		database.close();
	}
};

async function leave(from: string): Promise<string> {
	return ((await post('/messages/begin', {}, from)).body as { form: string }).form;
}

/** Leave to write that is old enough: a person has written meanwhile. */
async function written(from: string): Promise<string> {
	const form = await leave(from);
	await new Promise((resolve) => setTimeout(resolve, 4000));
	return form;
}

const HELLO = {
	kind: 'contact',
	name: 'Ana Visitor',
	email: 'ana@visitor.example',
	text: 'Hello',
	website: ''
} as const;

const asOperator = (method: string, path: string, body?: object): Promise<Reply> =>
	server.ask(method, `/api/vultus/operator${path}`, {
		token: operator.token,
		...(body === undefined ? {} : { body })
	});

type Listed = {
	messages: { id: string; kind: string; name: string; text: string; answered: number | null }[];
};
const listed = async (query = ''): Promise<Listed['messages']> =>
	((await asOperator('GET', `/messages${query}`)).body as Listed).messages;

/** What the operators' own journal has of these deeds, the newest first. */
async function entered(...actions: readonly string[]): Promise<object[]> {
	const { body } = await asOperator('GET', '/journal');
	const { events } = body as { events: { action: string; target: string; details: object }[] };
	return events
		.filter(({ action }) => actions.includes(action))
		.map(({ action, target, details }) => ({ action, target, details }));
}

describe('a message', () => {
	it('of a person arrives, is told of without a word of it, and is marked as answered', async () => {
		const from = another();
		const form = await written(from);
		const text = '<script>alert(1)</script>\n<b>bold</b>';
		const reply = await post('/messages', { ...HELLO, text, form }, from);
		expect(reply.status).toBe(202);
		const [message] = await listed('?waiting=1');
		// Kept as it was written, and only ever shown as text.
		expect(message).toMatchObject({ name: 'Ana Visitor', text, answered: null });
		await expect.poll(() => server.mails.filter(({ to }) => to === operator.email)).toHaveLength(1);
		expect(server.mails.filter(({ to }) => to === QUIET)).toEqual([]);
		expect(JSON.stringify(server.mails)).not.toMatch(/Ana|visitor\.example|script/);
		const id = message?.id ?? '';
		expect((await asOperator('PATCH', `/messages/${id}`, { answered: true })).status).toBe(204);
		expect(await listed('?waiting=1')).toEqual([]);
		expect((await listed())[0]?.answered).toBeGreaterThan(0);
		// Once more changes nothing, and is no deed.
		for (const answered of [true, false])
			await asOperator('PATCH', `/messages/${id}`, { answered });
		expect(await entered('message.answer', 'message.reopen')).toEqual([
			{ action: 'message.reopen', target: id, details: {} },
			{ action: 'message.answer', target: id, details: {} }
		]);
		// The same leave is good for no second one.
		expect(codeOf(await post('/messages', { ...HELLO, form }, from))).toBe('message.stale');
	});

	it('is refused without leave, with a forged one, and before anybody could have written it', async () => {
		const from = another();
		const before = kept().length;
		const old = `${Math.floor(Date.now() / 1000) - 60}-abcdefghijkl`;
		for (const form of ['', 'x', `${old}.${'0'.repeat(64)}`]) {
			expect(codeOf(await post('/messages', { ...HELLO, form }, from)), form).toBe('message.stale');
		}
		const quick = await post('/messages', { ...HELLO, form: await leave(from) }, from);
		expect(codeOf(quick)).toBe('message.too-fast');
		expect(kept()).toHaveLength(before);
	});

	it('of a bot that fills in every field is answered alike and kept nowhere', async () => {
		const from = another();
		const before = kept().length;
		const form = await written(from);
		const reply = await post('/messages', { ...HELLO, website: 'https://x.example', form }, from);
		expect(reply).toMatchObject({ status: 202, body: {} });
		expect(kept()).toHaveLength(before);
	});

	it('whose name or address could become a head of a mail is refused', async () => {
		for (const change of [
			{ name: 'Ana\r\nBcc: all@x.example' },
			{ name: 'Ana\nBcc: all@x.example' },
			{ email: 'ana@x.example\nBcc: all@x.example' },
			{ email: 'ana@x.example, all@x.example' },
			{ text: 'a\u0000b' }
		]) {
			const reply = await post('/messages', { ...HELLO, ...change, form: 'x' }, another());
			expect(codeOf(reply), JSON.stringify(change)).toBe('request.invalid');
		}
	});

	it('of staff needs neither name nor address, may be short only, and waits among the others', async () => {
		const feedback = { kind: 'feedback', name: '', email: '', text: 'Larger dials', website: '' };
		for (const change of [
			{ email: 'ana@' },
			{ name: 'Ana' },
			{ text: 'x'.repeat(1001) },
			{ text: '' },
			{ kind: 'contact' }
		]) {
			const reply = await post('/messages', { ...feedback, ...change, form: 'x' }, another());
			expect(codeOf(reply), JSON.stringify(change)).toBe('request.invalid');
		}
		const from = another();
		const form = await written(from);
		expect((await post('/messages', { ...feedback, form }, from)).status).toBe(202);
		const [message] = await listed('?waiting=1');
		expect(message).toMatchObject({
			kind: 'feedback',
			name: '',
			text: 'Larger dials',
			answered: null
		});
		// It is all there is: nothing says of which clinic, device or address it came.
		expect(kept().filter(({ kind }) => kind === 'feedback')).toEqual([
			{ kind: 'feedback', name: '', email: '', text: 'Larger dials' }
		]);
		const database = new DatabaseSync(join(server.folder, 'data', 'data.db'));
		const columns = database.prepare("SELECT name FROM pragma_table_info('messages')").all();
		database.close();
		expect(columns.map(({ name }) => name).sort()).toEqual([
			'answered',
			'created',
			'email',
			'id',
			'kind',
			'name',
			'text'
		]);
	});

	it('that is too long, or of another shape, is refused before anything is looked at', async () => {
		const long = { ...HELLO, form: 'x', text: 'x'.repeat(4001) };
		expect(codeOf(await post('/messages', long, another()))).toBe('request.invalid');
		const huge = { ...HELLO, form: 'x', text: 'x'.repeat(20_000) };
		expect(codeOf(await post('/messages', huge, another()))).toBe('request.too-long');
		const more = { ...HELLO, form: 'x', clinic: clinic.id };
		expect(codeOf(await post('/messages', more, another()))).toBe('request.invalid');
	});

	it('is the sixth of an hour from one address: throttled', async () => {
		const from = another();
		const codes: (string | undefined)[] = [];
		for (let n = 0; n < 6; n++) {
			codes.push(codeOf(await post('/messages', { ...HELLO, form: 'x' }, from)));
		}
		expect(codes).toEqual([...Array<string>(5).fill('message.stale'), 'throttled']);
	});
});

describe('a public page', () => {
	it('is counted by page and day, and nothing of whoever read it is kept', async () => {
		const from = another();
		for (let n = 0; n < 3; n++) {
			expect((await post('/views', { page: '/about' }, from)).status).toBe(204);
		}
		expect(codeOf(await post('/views', { page: '/patients/1' }, from))).toBe('request.invalid');
		expect((await asOperator('GET', '/views')).body).toEqual({
			pages: [{ page: '/about', count: 3 }]
		});
		const database = new DatabaseSync(join(server.folder, 'data', 'data.db'));
		const rows = database.prepare('SELECT * FROM pageViews').all();
		database.close();
		expect(rows).toHaveLength(1);
		expect(Object.keys(rows[0] ?? {}).sort()).toEqual(['count', 'created', 'day', 'id', 'page']);
	});
});

describe('a policy', () => {
	const mine = async (token: string): Promise<unknown> =>
		(
			(await server.ask('GET', '/api/vultus/me/policies', { token })).body as {
				policies: unknown;
			}
		).policies;
	const accept = (token: string, version: number): Promise<Reply> =>
		server.ask('POST', '/api/vultus/me/policies', { token, body: { kind: 'privacy', version } });
	const publish = (version: number, material: boolean): Promise<Reply> =>
		asOperator('POST', '/policies', {
			kind: 'privacy',
			version,
			date: '2026-11-27',
			material,
			text: `Text ${version}`
		});

	it('is asked of each person once, and again after a change that matters', async () => {
		const { token } = clinic.people.practitioner;
		expect(await mine(token)).toEqual([]);
		expect((await publish(1, true)).status).toBe(204);
		expect(codeOf(await publish(1, false))).toBe('conflict');
		const privacy = { kind: 'privacy', date: '2026-11-27' };
		expect(await mine(token)).toEqual([{ ...privacy, version: 1, accepted: null, asks: true }]);
		expect(codeOf(await accept(token, 2))).toBe('conflict');
		expect((await accept(token, 1)).status).toBe(204);
		expect((await accept(token, 1)).status).toBe(204);
		expect(await mine(token)).toEqual([{ ...privacy, version: 1, accepted: 1, asks: false }]);
		await publish(2, false);
		expect(await mine(token)).toEqual([{ ...privacy, version: 2, accepted: 1, asks: false }]);
		await publish(3, true);
		expect(await mine(token)).toEqual([{ ...privacy, version: 3, accepted: 1, asks: true }]);
		expect(await mine(clinic.people.owner.token)).toMatchObject([{ accepted: null }]);
		const { body } = await server.ask('GET', '/api/vultus/policies');
		expect(body).toMatchObject({ policies: [{ kind: 'privacy', version: 3, text: 'Text 3' }] });
		// What was refused is no deed.
		expect(await entered('policy.publish')).toEqual(
			[3, 2, 1].map((version) => ({
				action: 'policy.publish',
				target: null,
				details: { kind: 'privacy', version }
			}))
		);
	});
});

describe('the names in a clinic’s papers', () => {
	const notices = {
		controller: 'Visited Ltd',
		address: '1 High Street\nDublin',
		email: 'privacy@visited.example',
		phone: '',
		officer: '',
		authority: 'Data Protection Commission',
		authorityContact: ''
	};
	const put = (token: string, body: object): Promise<Reply> =>
		server.ask('PUT', '/api/vultus/notices', { token, body });

	it('are set by whoever manages it, and read by all of it', async () => {
		const { owner, practitioner } = clinic.people;
		const read = async () =>
			(await server.ask('GET', '/api/vultus/notices', { token: practitioner.token })).body;
		expect(await read()).toMatchObject({ controller: '', authority: '' });
		expect(codeOf(await put(practitioner.token, notices))).toBe('auth.role');
		expect((await put(owner.token, notices)).status).toBe(204);
		expect(await read()).toEqual(notices);
		expect(codeOf(await put(owner.token, { ...notices, email: 'nobody' }))).toBe('request.invalid');
	});
});

describe('one’s own account', () => {
	const end = (token: string, password: string): Promise<Reply> =>
		server.ask('POST', '/api/vultus/me/delete', { token, body: { password } });

	it('can be downloaded, and ended with the password; of it an id stays', async () => {
		const { practitioner, owner } = await addClinic(server, 'leaver', {}, [
			'owner',
			'practitioner'
		]).then(({ people }) => people);
		const data = (await server.ask('GET', '/api/vultus/me/export', { token: practitioner.token }))
			.body as { account: { email: string } };
		expect(data.account.email).toBe(practitioner.email);
		expect(JSON.stringify(data)).not.toMatch(/password|tokenKey/);
		expect(codeOf(await end(practitioner.token, 'not it'))).toBe('password.wrong');
		expect((await end(practitioner.token, PASSWORD)).status).toBe(204);
		const me = await server.ask('GET', '/api/vultus/me', { token: practitioner.token });
		expect(me.status).toBe(401);
		const { body } = await server.ask('GET', '/api/vultus/export', { token: owner.token });
		expect(JSON.stringify(body)).not.toContain(practitioner.email);
		const staff = await server.ask('GET', '/api/vultus/staff', { token: owner.token });
		expect((staff.body as { staff: unknown[] }).staff).toHaveLength(1);
		// A clinic is never without an owner.
		expect(codeOf(await end(owner.token, PASSWORD))).toBe('owner.last');
	});
});
