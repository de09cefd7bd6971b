/**
 * No clinic sees or changes anything of another. The matrix comes from the schema and from the table of
 * routes: a new collection or route is in it without anybody thinking of it.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROUTES } from './hooks/routes.ts';
import { ROLES, type Role } from './hooks/call.ts';
import { addDevice } from './testing/device.ts';
import {
	addClinic,
	addOperator,
	startTestServer,
	type Clinic,
	type Person,
	type Reply,
	type TestServer
} from './testing/server.ts';

type Field = { readonly name: string; readonly type: string; readonly hidden: boolean };
type Collection = {
	readonly id: string;
	readonly name: string;
	readonly type: string;
	readonly system: boolean;
	readonly fields: readonly Field[];
	readonly listRule: string | null;
	readonly viewRule: string | null;
	readonly createRule: string | null;
	readonly updateRule: string | null;
	readonly deleteRule: string | null;
};

/** In every record of the second clinic; whoever reads it there has read the other clinic's data. */
const CANARY = 'canary4d1f';

let server: TestServer;
let clinic: Clinic;
let other: Clinic;
let operator: Person;
let collections: readonly Collection[];
/** A record of the second clinic in each collection. */
const foreign: Record<string, string> = {};

beforeAll(async () => {
	server = await startTestServer();
	clinic = await addClinic(server, 'first');
	other = await addClinic(server, CANARY, {}, ['owner', 'practitioner', 'auditor']);
	operator = await addOperator(server);
	const { body } = await server.ask('GET', '/api/collections?perPage=200', {
		token: server.superuser
	});
	collections = (body as { items: readonly Collection[] }).items;
	await fill();
});

afterAll(() => server.close());

/** One record of the second clinic in every collection of ours. */
async function fill(): Promise<void> {
	const device = await addDevice(server, other.people.owner, other.id);
	await server.ask('PATCH', `/api/collections/devices/records/${device.id}`, {
		token: server.superuser,
		body: { name: CANARY }
	});
	const user = other.people.owner.id;
	const own = { clinic: other.id };
	Object.assign(foreign, {
		clinics: other.id,
		users: user,
		operators: operator.id,
		devices: device.id,
		plans: await firstOf('plans'),
		subscriptions: await firstOf('subscriptions', `clinic="${other.id}"`),
		settings: await firstOf('settings', `clinic="${other.id}"`),
		invitations: await server.record('invitations', {
			...own,
			email: `${CANARY}@x.example`,
			role: 'owner',
			hash: CANARY,
			expires: 4_000_000_000
		}),
		leases: await server.record('leases', {
			...own,
			device: device.id,
			user,
			requestId: CANARY,
			payload: JSON.stringify({
				iat: 1,
				exp: 2,
				prov: false,
				grant: { from: 1, to: null },
				x: CANARY
			})
		}),
		receipts: await server.record('receipts', {
			...own,
			device: device.id,
			seq: 1,
			at: 1,
			serial: 1,
			kind: 1,
			random: CANARY
		}),
		leads: await server.record('leads', {
			...own,
			by: user,
			keyVersion: 1,
			sealed: CANARY,
			state: 'new'
		}),
		leadKeys: await server.record('leadKeys', {
			...own,
			device: device.id,
			version: 1,
			wrapped: CANARY
		}),
		policies: await server.record('policies', {
			kind: 'terms',
			version: 1,
			date: '2026-01-01',
			sha256: 'x',
			text: 'for anybody'
		}),
		messages: await server.record('messages', {
			kind: 'contact',
			name: 'somebody',
			email: `${CANARY}@x.example`,
			text: CANARY
		}),
		pageViews: await server.record('pageViews', { page: CANARY, day: '2026-01-01', count: 1 }),
		acceptances: await server.record('acceptances', {
			...own,
			user,
			kind: CANARY,
			version: 1
		}),
		auditEvents: await server.record('auditEvents', {
			...own,
			actor: user,
			action: CANARY,
			details: {}
		}),
		invoices: await server.record('invoices', {
			...own,
			processorId: CANARY,
			number: CANARY,
			amount: 1,
			currency: 'EUR',
			state: 'open'
		}),
		billingEvents: await server.record('billingEvents', { eventId: CANARY, kind: 'x' })
	});
}

async function firstOf(collection: string, filter = ''): Promise<string> {
	const path = `/api/collections/${collection}/records?filter=${encodeURIComponent(filter)}`;
	const { body } = await server.ask('GET', path, { token: server.superuser });
	return (body as { items: { id: string }[] }).items[0]?.id ?? '';
}

type Attempt = {
	readonly method: string;
	readonly path: string;
	readonly body?: unknown;
	readonly headers?: Readonly<Record<string, string>>;
};

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

/** All that can be tried on a collection by its records' API. */
function recordAttempts({ name, type, fields }: Collection): readonly Attempt[] {
	const base = `/api/collections/${name}/records`;
	const id = foreign[name] ?? 'aaaaaaaaaaaaaaa';
	const get = (query: string): Attempt => ({ method: 'GET', path: `${base}?${query}` });
	const hidden = fields.filter(({ hidden: is }) => is).map((field) => field.name);
	const relations = fields.filter((field) => field.type === 'relation').map((field) => field.name);
	const clash = { clinic: clinic.id, role: 'owner', active: true, status: 'active' };
	const writes: Attempt[] = [
		clash,
		{ 'role+': 'owner', '+role': 'owner' },
		{ clinic: [other.id] }
	].flatMap((body): Attempt[] => {
		const form = new URLSearchParams(
			Object.entries(body).map(([key, value]): [string, string] => [key, String(value)])
		).toString();
		const multipart = new FormData();
		multipart.set('@jsonPayload', JSON.stringify(body));
		return [
			{ method: 'PATCH', path: `${base}/${id}`, body },
			{ method: 'PATCH', path: `${base}/${id}`, body: form, headers: FORM },
			{ method: 'PATCH', path: `${base}/${id}`, body: multipart },
			{ method: 'POST', path: base, body: { ...body, clinic: other.id } }
		];
	});
	return [
		get(''),
		get('perPage=1&skipTotal=1'),
		get(`clinic=${other.id}&filter=${encodeURIComponent(`clinic="${other.id}"`)}`),
		get(`filter=${encodeURIComponent(`id="${id}"`)}`),
		get(`filter=${encodeURIComponent(`@collection.leads.sealed~"${CANARY}"`)}`),
		get('fields=*,expand.*.*'),
		get(`expand=${relations.join(',')},clinic,clinic.users_via_clinic`),
		...hidden.map((field) => get(`sort=${field}`)),
		...hidden.map((field) => get(`filter=${encodeURIComponent(`${field}~"c"`)}`)),
		{ method: 'GET', path: `${base}/${id}` },
		{ method: 'GET', path: `${base}/${id}?expand=${relations.join(',')}` },
		...writes,
		{ method: 'DELETE', path: `${base}/${id}` },
		{ method: 'GET', path: `/api/files/${name}/${id}/anything.png` },
		{ method: 'POST', path: `/api/collections/${name}/truncate` },
		{ method: 'GET', path: `/api/collections/${name}` },
		...(type === 'auth'
			? ['impersonate/', 'request-email-change', 'request-verification'].map((rest): Attempt => ({
					method: 'POST',
					path: `/api/collections/${name}/${rest}${rest.endsWith('/') ? id : ''}`,
					body: { newEmail: 'mine@x.example', email: other.people.owner.email }
				}))
			: []),
		{
			method: 'POST',
			path: '/api/batch',
			body: {
				requests: [
					{ method: 'PUT', url: base, body: { id, ...clash } },
					{ method: 'DELETE', url: `${base}/${id}` }
				]
			}
		},
		{
			method: 'POST',
			path: '/api/realtime',
			body: { clientId: 'x'.repeat(40), subscriptions: [`${name}/*`, `${name}/${id}`] }
		}
	];
}

/** Each route with another clinic's ids wherever an id can stand. */
function routeAttempts(): readonly Attempt[] {
	const ids = [...new Set(Object.values(foreign))];
	const asked = ROUTES.filter(
		// Whoever signs out can try nothing after that; it has no id to try.
		({ who, path }) => who !== 'anybody' && !path.endsWith('/me/sign-out')
	);
	return asked.flatMap(({ method, path }): Attempt[] => {
		const paths = path.includes('{id}') ? ids.map((id) => path.replace('{id}', id)) : [path];
		return paths.flatMap((one): Attempt[] => {
			if (method === 'GET') {
				return ['', `?clinic=${other.id}`, `?device=${foreign['devices'] ?? ''}&status=active`].map(
					(query) => ({ method, path: one + query })
				);
			}
			return [{ ...clinicBody(one) }, { ...clinicBody(one), clinic: other.id }].map((body) => ({
				method,
				path: one,
				body
			}));
		});
	});
}

/** A body of the right shape for a route, with the other clinic's ids. Those that end the caller are left out. */
function clinicBody(path: string): Readonly<Record<string, unknown>> {
	const device = foreign['devices'];
	if (path.endsWith('/nonce')) return { device };
	if (path.endsWith('/lead-key')) {
		return {
			version: 1,
			recipient: 'age1aaaaaaaaaaaaaaa',
			recovery: 'r'.repeat(40),
			wraps: [{ device, wrapped: 'w'.repeat(40) }]
		};
	}
	if (path.endsWith('/recovery')) return { version: 1, recovery: 'r'.repeat(40) };
	if (path.endsWith('/wraps')) return { version: 1, device, wrapped: 'w'.repeat(40) };
	if (path.endsWith('/leads'))
		return { id: foreign['leads'], keyVersion: 1, sealed: 'A'.repeat(40) };
	if (path.includes('/leads/')) return { state: 'closed' };
	if (path.includes('/staff/')) return { role: 'auditor', active: false };
	if (path.endsWith('/subscription')) return { plan: 'group', state: 'active', paidUntil: null };
	if (path.endsWith('/approve') && path.includes('operator')) return { plan: 'solo' };
	return {};
}

const leaks = ({ body }: Reply) => JSON.stringify(body).includes(CANARY);
const RECORDS = /^\/api\/(collections|files|batch|realtime)/;

/** All of the second clinic's records as they are, but what time alone changes. */
async function stateOfOther(): Promise<string> {
	const all: unknown[] = [];
	for (const { name, system } of collections) {
		if (system) continue;
		const { body } = await server.ask(
			'GET',
			`/api/collections/${name}/records?perPage=500&sort=id`,
			{
				token: server.superuser
			}
		);
		const { items } = body as { items: { id: string; clinic?: string }[] };
		all.push(
			...items.filter(
				(item) =>
					item.clinic === other.id ||
					item.id === other.id ||
					name === 'operators' ||
					name === 'messages'
			)
		);
	}
	return JSON.stringify(all);
}

async function tried(attempts: readonly Attempt[], token: string | undefined): Promise<string[]> {
	const found: string[] = [];
	for (const { method, path, body, headers } of attempts) {
		const reply = await server.ask(method, path, {
			...(token === undefined ? {} : { token }),
			...(body === undefined ? {} : { body }),
			...(headers === undefined ? {} : { headers })
		});
		// A record of a closed collection answers nobody with success; only auth methods and health do.
		const success = RECORDS.test(path) && reply.status < 300;
		if (success || leaks(reply)) found.push(`${method} ${path}: ${reply.status}`);
	}
	return found;
}

describe('the schema', () => {
	it('has no file field, and no rule that is open', () => {
		expect(
			collections
				.filter(({ system }) => !system)
				.map(({ name }) => name)
				.sort()
		).toEqual(Object.keys(foreign).sort());
		for (const { name, system, fields, ...rules } of collections) {
			expect(
				fields.filter(({ type }) => type === 'file'),
				name
			).toEqual([]);
			if (system) continue;
			const { listRule, viewRule, createRule, updateRule, deleteRule } = rules;
			expect([listRule, viewRule, createRule, updateRule, deleteRule], name).toEqual(
				Array(5).fill(null)
			);
		}
	});
});

describe('two clinics', () => {
	it('see and change nothing of each other, in any role, by any way', async () => {
		const before = await stateOfOther();
		const attempts = [...collections.flatMap(recordAttempts), ...routeAttempts()];
		const callers: readonly (readonly [string, string | undefined])[] = [
			['nobody', undefined],
			...ROLES.map((role: Role) => [role, clinic.people[role].token] as const)
		];
		const successes: string[] = [];
		for (const [who, token] of callers) {
			for (const success of await tried(attempts, token)) successes.push(`${who}: ${success}`);
		}
		console.log(
			`isolation matrix: ${callers.length} callers × ${attempts.length} attempts on ${collections.length} collections ` +
				`and ${ROUTES.length} routes = ${callers.length * attempts.length} requests, ${successes.length} successes`
		);
		expect(successes).toEqual([]);
		expect(await stateOfOther()).toBe(before);
		// Those who tried are still who they were, and still there.
		for (const role of ROLES) {
			const { body } = await server.ask('GET', '/api/vultus/me', {
				token: clinic.people[role].token
			});
			expect(body).toMatchObject({ user: { role }, clinic: { id: clinic.id, status: 'active' } });
		}
	});

	it('an operator sees no clinic’s records, and a member is no operator', async () => {
		const staffRoutes = ROUTES.filter(({ who }) => Array.isArray(who));
		for (const { method, path } of staffRoutes) {
			const reply = await server.ask(method, path.replace('{id}', foreign['leads'] ?? ''), {
				token: operator.token
			});
			expect(reply, `${method} ${path}`).toMatchObject({
				status: 401,
				body: { code: 'auth.required' }
			});
		}
		expect(await tried(collections.flatMap(recordAttempts), operator.token)).toEqual([]);
		for (const { method, path } of ROUTES.filter(({ who }) => who === 'operators')) {
			const reply = await server.ask(method, path.replace('{id}', other.id), {
				token: clinic.people.owner.token
			});
			expect(reply, `${method} ${path}`).toMatchObject({ status: 401 });
		}
	});

	it('each route lets in the roles of its row and no other', async () => {
		for (const { method, path, who } of ROUTES) {
			if (!Array.isArray(who)) continue;
			for (const role of ROLES.filter((one) => !who.includes(one))) {
				const reply = await server.ask(method, path.replace('{id}', foreign['leads'] ?? ''), {
					token: clinic.people[role].token
				});
				expect(reply, `${role} ${method} ${path}`).toMatchObject({
					status: 403,
					body: { code: 'auth.role' }
				});
			}
		}
	});

	it('would be caught if a rule were open', async () => {
		const leads = collections.find(({ name }) => name === 'leads') as Collection;
		const open = (listRule: string | null) =>
			server.ask('PATCH', `/api/collections/${leads.id}`, {
				token: server.superuser,
				body: { listRule }
			});
		await open('@request.auth.id != ""');
		const caught = await tried(recordAttempts(leads), clinic.people.assistant.token);
		await open(null);
		expect(caught.length).toBeGreaterThan(3);
		expect(await tried(recordAttempts(leads), clinic.people.assistant.token)).toEqual([]);
	});

	it('a token is good for nothing once its account is not active', async () => {
		const person = clinic.people.consultant;
		const off = await server.ask('PATCH', `/api/vultus/staff/${person.id}`, {
			token: clinic.people.owner.token,
			body: { active: false }
		});
		expect(off.status).toBe(204);
		expect((await server.ask('GET', '/api/vultus/me', { token: person.token })).status).toBe(401);
		const refreshed = await server.ask('POST', '/api/collections/users/auth-refresh', {
			token: person.token
		});
		expect(refreshed.status).toBe(401);
		const fresh = await server.tokenOf('users', person.id);
		expect(await server.ask('GET', '/api/vultus/me', { token: fresh })).toMatchObject({
			status: 403,
			body: { code: 'auth.inactive' }
		});
		expect(
			(await server.ask('POST', '/api/collections/users/auth-refresh', { token: fresh })).status
		).toBe(403);
	});
});
