/** A server with throw-away data for tests: a superuser to arrange things, clinics with people in every role. */
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROLES, type Role } from '../hooks/call.ts';
import { startBackend, type Backend, type Mail } from '../server.ts';

export type Reply = { readonly status: number; readonly body: unknown; readonly headers: Headers };

/** Of a refusal. */
export const codeOf = ({ body }: Reply): string | undefined => (body as { code?: string }).code;

export type TestServer = {
	readonly backend: Backend;
	readonly url: string;
	/** A superuser's token. */
	readonly superuser: string;
	readonly folder: string;
	readonly mails: readonly Mail[];
	/** Asks the server; an object becomes JSON. `token`: who asks. */
	ask(method: string, path: string, options?: Ask): Promise<Reply>;
	/** A record, made by the superuser. Gives its id. */
	record(collection: string, values: Readonly<Record<string, unknown>>): Promise<string>;
	/** A token without a sign-in. */
	tokenOf(collection: string, id: string): Promise<string>;
	/** The same data under a new process, after this one was ended somehow. */
	restarted(): Promise<TestServer>;
	close(): Promise<void>;
};

type Ask = {
	readonly token?: string;
	readonly body?: unknown;
	readonly headers?: Readonly<Record<string, string>>;
};

export const PASSWORD = 'a password for tests';
const SUPERUSER = 'superuser@tests.example';

function smallSite(folder: string): string {
	const site = join(folder, 'site');
	mkdirSync(join(site, '_app', 'immutable'), { recursive: true });
	writeFileSync(join(site, 'index.html'), '<html><script>start()</script></html>');
	writeFileSync(join(site, 'icon.svg'), '<svg/>');
	writeFileSync(join(site, 'manifest.webmanifest'), '{}');
	writeFileSync(join(site, '.built-from'), 'secret');
	writeFileSync(join(site, '_app', 'immutable', 'a.js'), 'export const a = 1;');
	writeFileSync(join(site, '_app', 'immutable', 'a.js.br'), 'packed');
	return site;
}

/** `environment` goes to the server. Rate limits by PocketBase are off; those of our own routes are not. */
export async function startTestServer(
	environment: Readonly<Record<string, string>> = {}
): Promise<TestServer> {
	const folder = mkdtempSync(join(tmpdir(), 'vultus-backend-'));
	smallSite(folder);
	return await open(folder, environment, true);
}

async function open(
	folder: string,
	environment: Readonly<Record<string, string>>,
	first: boolean
): Promise<TestServer> {
	const backend = await startBackend({
		data: join(folder, 'data'),
		hooks: join(folder, 'hooks'),
		port: 0,
		leaseKey: join(folder, 'lease.key'),
		site: join(folder, 'site'),
		environment
	});
	return await testServerOver(backend, folder, first, () => open(folder, environment, false));
}

/** A server that runs, with a superuser who is made where this is the `first` time. */
export async function testServerOver(
	backend: Backend,
	folder: string,
	first: boolean,
	reopen: () => Promise<TestServer>
): Promise<TestServer> {
	const { url } = backend;
	const mails: Mail[] = [];
	backend.onMail((mail) => mails.push(mail));
	if (first) await backend.command('vultus-superuser', [SUPERUSER], PASSWORD);

	const ask = async (method: string, path: string, options: Ask = {}): Promise<Reply> => {
		const { token, body, headers = {} } = options;
		const json = typeof body === 'object' && !(body instanceof FormData);
		const response = await fetch(url + path, {
			method,
			headers: {
				...(token === undefined ? {} : { authorization: token }),
				...(json ? { 'content-type': 'application/json' } : {}),
				...headers
			},
			...(body === undefined ? {} : { body: json ? JSON.stringify(body) : (body as string) })
		});
		const text = await response.text();
		return { status: response.status, body: parsed(text), headers: response.headers };
	};
	const signedIn = await ask('POST', '/api/collections/_superusers/auth-with-password', {
		body: { identity: SUPERUSER, password: PASSWORD }
	});
	const superuser = (signedIn.body as { token: string }).token;
	if (first) {
		const off = { rateLimits: { enabled: false } };
		await ask('PATCH', '/api/settings', { token: superuser, body: off });
	}
	return {
		backend,
		url,
		superuser,
		folder,
		mails,
		ask,
		record: async (collection, values) => {
			const { status, body } = await ask('POST', `/api/collections/${collection}/records`, {
				token: superuser,
				body: values
			});
			if (status !== 200) throw new Error(`${collection}: ${JSON.stringify(body)}`);
			return (body as { id: string }).id;
		},
		tokenOf: async (collection, id) => {
			const { body } = await ask('POST', `/api/collections/${collection}/impersonate/${id}`, {
				token: superuser,
				body: {}
			});
			return (body as { token: string }).token;
		},
		restarted: async () => {
			await backend.close();
			return await reopen();
		},
		close: async () => {
			await backend.close();
			rmSync(folder, { recursive: true, force: true });
		}
	};
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}

export type Person = { readonly id: string; readonly email: string; readonly token: string };
export type Clinic = { readonly id: string; readonly people: Readonly<Record<Role, Person>> };

/** An active clinic with one person in each role, by records and not by invitations. */
export async function addClinic(
	server: TestServer,
	name: string,
	subscription: Readonly<Record<string, unknown>> = {},
	roles: readonly Role[] = ROLES
): Promise<Clinic> {
	const id = await server.record('clinics', {
		name,
		status: 'active',
		region: 'IE',
		registration: `number of ${name}`,
		authority: 'council',
		applicantName: `applicant of ${name}`,
		applicantEmail: `applicant@${name}.example`,
		attestedAt: 1
	});
	const { body } = await server.ask('GET', '/api/collections/plans/records?filter=code="group"', {
		token: server.superuser
	});
	const plan = (body as { items: { id: string }[] }).items[0]?.id ?? '';
	await server.record('subscriptions', {
		clinic: id,
		plan,
		state: 'active',
		seats: 40,
		devices: 400,
		visits: 0,
		...subscription
	});
	await server.record('settings', {
		clinic: id,
		version: 1,
		document: { exports: true, leads: true, leadRetentionDays: 180, recordRetentionYears: 10 }
	});
	const people: Partial<Record<Role, Person>> = {};
	for (const role of roles) people[role] = await addPerson(server, id, role, name);
	return { id, people: people as Record<Role, Person> };
}

export async function addPerson(
	server: TestServer,
	clinic: string,
	role: Role,
	name: string
): Promise<Person> {
	const email = `${role}-${randomBytes(3).toString('hex')}@${name}.example`;
	const id = await server.record('users', {
		clinic,
		role,
		email,
		name: `${role} of ${name}`,
		password: PASSWORD,
		passwordConfirm: PASSWORD,
		active: true,
		verified: true
	});
	return { id, email, token: await server.tokenOf('users', id) };
}

export async function addOperator(
	server: TestServer,
	email = 'operator@tests.example'
): Promise<Person> {
	const id = await server.record('operators', {
		email,
		name: 'Operator',
		password: PASSWORD,
		passwordConfirm: PASSWORD,
		active: true,
		verified: true
	});
	return { id, email, token: await server.tokenOf('operators', id) };
}
