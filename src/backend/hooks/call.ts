/** How a route is called: who calls, with what, and what goes back. */
import * as v from 'valibot';
import { base64url, fromBase64url, utf8, type Json } from './bytes.ts';
import { Failure, notFound } from './failure.ts';
import {
	DynamicModel,
	NewRow,
	arrayOf,
	goText,
	type App,
	type RequestEvent,
	type Row
} from './pocketbase.ts';

export const ROLES = [
	'owner',
	'admin',
	'practitioner',
	'consultant',
	'assistant',
	'auditor'
] as const;
export type Role = (typeof ROLES)[number];
export const USERS: readonly Role[] = ['owner', 'admin', 'practitioner', 'consultant', 'assistant'];
export const READERS: readonly Role[] = ['owner', 'admin', 'auditor'];
export const MANAGERS: readonly Role[] = ['owner', 'admin'];
export const OWNER: readonly Role[] = ['owner'];

/** Who may call: anybody, operators, or staff with one of these roles. */
export type Who = 'anybody' | 'operators' | readonly Role[];

export type Call<Body = undefined> = {
	readonly event: RequestEvent;
	readonly app: App;
	readonly body: Body;
	/** The account; only where the route is not anybody's. */
	readonly account: Row;
	readonly role: Role;
	/** The caller's clinic: the one and only source of a clinic's id in a staff route. */
	readonly clinic: Row;
	/** `{id}` of the path. */
	readonly id: string;
	/** UTC seconds. */
	readonly now: number;
	query(name: string): string;
};

export type Answer = { readonly status: number; readonly body?: unknown };
export const ok = (body: unknown): Answer => ({ status: 200, body });
export const made = (body: unknown): Answer => ({ status: 201, body });
export const done: Answer = { status: 204 };

export type Schema = v.GenericSchema;

export type Route = {
	readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
	readonly path: string;
	readonly who: Who;
	readonly schema: Schema | undefined;
	/** The most a body may have. */
	readonly bytes: number;
	readonly handle: (call: Call<never>) => Answer;
};

/** A text without control characters but line breaks. */
export const text = (min: number, max: number) =>
	v.pipe(
		v.string(),
		v.trim(),
		v.minLength(min),
		v.maxLength(max),
		v.regex(/^[^\x00-\x09\x0b-\x1f\x7f]*$/)
	);
export const email = v.pipe(
	v.string(),
	v.trim(),
	v.toLowerCase(),
	v.maxLength(200),
	v.regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/)
);
export const whole = (min: number, max: number) =>
	v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max));
/** base64url of exactly so many bytes. */
export const bytes = (count: number) =>
	v.pipe(
		v.string(),
		v.maxLength(100),
		v.check((value) => fromBase64url(value)?.length === count)
	);
export const recordId = v.pipe(v.string(), v.regex(/^[a-z0-9]{15}$/));

/** Reads the body, checks it, finds out who calls, and answers. */
export function answer(route: Route, event: RequestEvent): void {
	try {
		const { status, body } = route.handle(callOf(route, event) as Call<never>);
		event.response.header().set('Cache-Control', 'no-store');
		if (body === undefined) event.noContent(status);
		else event.json(status, body);
	} catch (error) {
		fail(event, error);
	}
}

/** Answers with a failure; anything else is logged and becomes 500. */
export function fail(event: RequestEvent, error: unknown): void {
	const failure =
		error instanceof Failure
			? error
			: new Failure(500, 'server.failed', 'Something went wrong here.');
	if (failure !== error) event.app.logger().error('a route failed', 'error', String(error));
	const { status, code, message, more } = failure;
	if (typeof more['retryAfter'] === 'number') {
		event.response.header().set('Retry-After', String(more['retryAfter']));
	}
	event.response.header().set('Cache-Control', 'no-store');
	event.json(status, { code, message, ...more });
}

function callOf(route: Route, event: RequestEvent): Call<unknown> {
	const { account, clinic } = callerOf(route.who, event);
	return {
		event,
		app: event.app,
		body: route.schema === undefined ? undefined : bodyOf(event, route.schema, route.bytes),
		// Routes for anybody have neither, and their handlers look at neither.
		account: account as Row,
		role: (account?.getString('role') ?? '') as Role,
		clinic: clinic as Row,
		id: event.request.pathValue('id'),
		now: Math.floor(Date.now() / 1000),
		query: (name) => event.request.url.query().get(name)
	};
}

function callerOf(
	who: Who,
	event: RequestEvent
): { readonly account?: Row; readonly clinic?: Row } {
	if (who === 'anybody') return {};
	const account = event.auth;
	const wanted = who === 'operators' ? 'operators' : 'users';
	if (account?.collection().name !== wanted)
		throw new Failure(401, 'auth.required', 'Sign in first.');
	const inactive = new Failure(403, 'auth.inactive', 'This account or its clinic is not active.');
	if (!account.getBool('active')) throw inactive;
	if (who === 'operators') return { account };
	const clinic = event.app.findRecordById('clinics', account.getString('clinic'));
	if (!['active', 'closing'].includes(clinic.getString('status'))) throw inactive;
	if (!who.includes(account.getString('role') as Role)) {
		throw new Failure(403, 'auth.role', 'This role may not do that.');
	}
	return { account, clinic };
}

function bodyOf(event: RequestEvent, schema: Schema, most: number): unknown {
	if (!/^application\/json\b/i.test(event.request.header.get('Content-Type'))) {
		throw new Failure(415, 'request.type', 'JSON only.');
	}
	// A byte more shows that there is more.
	const raw = goText(event.request.body, most + 1);
	if (utf8Length(raw) > most) throw new Failure(413, 'request.too-long', 'The body is too long.');
	const result = v.safeParse(schema, parsed(raw));
	if (!result.success) {
		const issue = result.issues[0];
		throw invalid(`${v.getDotPath(issue) ?? 'body'}: ${issue.type}`);
	}
	return result.output;
}

function utf8Length(raw: string): number {
	return raw.length * 3 < 1024 ? raw.length : utf8(raw).length;
}

function parsed(raw: string): unknown {
	try {
		return JSON.parse(raw);
	} catch {
		throw invalid('not JSON');
	}
}

export const invalid = (what: string) => new Failure(400, 'request.invalid', what);

/** A clinic's own row, or 404: another clinic's answers the same as none. */
export function own({ app, clinic }: Call<unknown>, collection: string, id: string): Row {
	const row = found(() => app.findRecordById(collection, id));
	if (row?.getString('clinic') !== clinic.id) throw notFound();
	return row;
}

/** What Go throws where there is nothing, as `undefined`. */
export function found(find: () => Row): Row | undefined {
	try {
		return find();
	} catch {
		return undefined;
	}
}

/** A new row, saved. */
export function add(app: App, collection: string, values: Readonly<Record<string, unknown>>): Row {
	const row = new NewRow(app.findCollectionByNameOrId(collection), values);
	app.save(row);
	return row;
}

/** What a query finds, as plain objects of `shape`'s fields. No column may be NULL. */
export function select<Shape extends Readonly<Record<string, string | number>>>(
	app: App,
	shape: Shape,
	sql: string,
	values: Readonly<Record<string, string | number>> = {}
): Shape[] {
	const rows = arrayOf(new DynamicModel(shape));
	app.db().newQuery(sql).bind(values).all(rows);
	const fields = Object.keys(shape);
	const plain: Record<string, string | number>[] = [];
	// By number: to step through Go's rows costs this runtime as much as to read them.
	for (let at = 0, end = rows.length; at < end; at++) {
		const row = rows[at];
		const one: Record<string, string | number> = {};
		for (const field of fields) one[field] = row?.[field] ?? '';
		plain.push(one);
	}
	return plain as Shape[];
}

/** Unix seconds in PocketBase's form of a time, which sorts like it. */
export function stamp(seconds: number): string {
	return new Date(seconds * 1000).toISOString().replace('T', ' ');
}

/** Unix seconds of PocketBase's column `created`. */
export const CREATED = "CAST(strftime('%s', created) AS INTEGER)";

/**
 * The newest rows first, part by part, by key: `where` must begin with what the index
 * (…, created, id) begins with. Gives the rows with `next` for the part after.
 */
export function page<Shape extends Readonly<Record<string, string | number>>>(
	call: Call<unknown>,
	shape: Shape,
	{
		columns,
		from,
		where
	}: { readonly columns: string; readonly from: string; readonly where: string },
	values: Readonly<Record<string, string | number>>
): { readonly rows: Shape[]; readonly next: string | null } {
	const limit = limitOf(call.query('limit'));
	const [created, id] = cursorOf(call.query('before'));
	const rows = select(
		call.app,
		{ ...shape, cursor: '' },
		`SELECT ${columns}, ${from}.created || ' ' || ${from}.id AS cursor FROM ${from}
		WHERE ${where} AND (${from}.created, ${from}.id) < ({:created}, {:before})
		ORDER BY ${from}.created DESC, ${from}.id DESC LIMIT {:limit}`,
		{ ...values, created, before: id, limit: limit + 1 }
	);
	const shown = rows.slice(0, limit);
	const last = shown[shown.length - 1];
	return {
		rows: shown.map(({ cursor: _, ...row }) => row as unknown as Shape),
		next: rows.length > limit && last !== undefined ? base64url(utf8(last.cursor)) : null
	};
}

function limitOf(asked: string): number {
	if (asked === '') return 50;
	const limit = Number(asked);
	if (!Number.isInteger(limit) || limit < 1 || limit > 100) throw invalid('limit');
	return limit;
}

function cursorOf(before: string): readonly [string, string] {
	if (before === '') return ['~', '~'];
	const bytes = fromBase64url(before);
	const match = /^([0-9:. Z-]{24}) ([a-z0-9]{15})$/.exec(
		bytes === undefined ? '' : String.fromCharCode(...bytes)
	);
	if (match === null) throw invalid('before');
	return [match[1] ?? '', match[2] ?? ''];
}

/** One line of the clinic's journal, in the transaction of what it tells of. */
export function note(
	app: App,
	event: {
		readonly clinic: string;
		readonly actor: string;
		readonly action: string;
		readonly target?: string;
		readonly incident?: boolean;
		readonly details?: Json;
	}
): void {
	add(app, 'auditEvents', { target: '', incident: false, details: {}, ...event });
}
