/**
 * What these hooks use of PocketBase's JavaScript API, typed. The functions are Go's; the global object
 * has them in every runtime. (PocketBase's own declarations are global and hide TypeScript's `Record`.)
 */
export type Row = {
	readonly id: string;
	getString(field: string): string;
	getInt(field: string): number;
	getBool(field: string): boolean;
	set(field: string, value: unknown): void;
	setPassword(password: string): void;
	validatePassword(password: string): boolean;
	refreshTokenKey(): void;
	newAuthToken(): string;
	email(): string;
	setEmail(email: string): void;
	setVerified(verified: boolean): void;
	collection(): Collection;
};

type Collection = { readonly id: string; readonly name: string };

type Query = {
	bind(values: Readonly<Record<string, string | number>>): Query;
	execute(): { rowsAffected(): number };
	all(rows: unknown): void;
};

export type Message = {
	readonly to: readonly { readonly address: string }[];
	readonly subject: string;
	readonly text: string;
	readonly html: string;
};

export type App = {
	findCollectionByNameOrId(name: string): Collection;
	/** Throws where there is none. */
	findRecordById(collection: string, id: string): Row;
	/** Throws where there is none. */
	findFirstRecordByFilter(
		collection: string,
		filter: string,
		values: Readonly<Record<string, string | number>>
	): Row;
	findRecordsByFilter(
		collection: string,
		filter: string,
		sort: string,
		limit: number,
		offset: number,
		values: Readonly<Record<string, string | number>>
	): readonly (Row | undefined)[];
	findAuthRecordByEmail(collection: string, email: string): Row;
	save(row: Row): void;
	delete(row: Row): void;
	runInTransaction(work: (tx: App) => void): void;
	db(): { newQuery(sql: string): Query };
	settings(): {
		readonly meta: { appURL: string; senderAddress: string; senderName: string };
		readonly smtp: { readonly enabled: boolean };
	};
	newMailClient(): { send(message: unknown): void };
	logger(): {
		info(message: string, ...pairs: unknown[]): void;
		error(message: string, ...pairs: unknown[]): void;
	};
	store(): Store;
	runAllMigrations(): void;
};

/** Shared by all runtimes of the process, and gone with it. */
type Store = {
	get(key: string): string | null | undefined;
	getAll(): Readonly<Record<string, string>>;
	has(key: string): boolean;
	remove(key: string): void;
	/** Holds the store's lock while `next` runs. */
	setFunc(key: string, next: (old: string | null | undefined) => string): void;
};

type Headers = {
	get(name: string): string;
	set(name: string, value: string): void;
	add(name: string, value: string): void;
	del(name: string): void;
};

export type RequestEvent = {
	readonly app: App;
	readonly auth: Row | null | undefined;
	readonly request: {
		readonly method: string;
		/** `GET /api/…/{id}`, as the router has it. */
		readonly pattern: string;
		readonly body: unknown;
		readonly header: Headers;
		readonly url: { path: string; query(): { get(name: string): string } };
		pathValue(name: string): string;
		setPathValue(name: string, value: string): void;
	};
	readonly response: { header(): Headers };
	realIP(): string;
	requestInfo(): { readonly body: Readonly<Record<string, unknown>> };
	next(): void;
	/** Whether it was answered. */
	written(): boolean;
	json(status: number, body: unknown): void;
	noContent(status: number): void;
};

/** Two events in one, so that Go promotes the methods of the request but not its `response`. */
export type AuthEvent = Omit<RequestEvent, 'request' | 'response'> & {
	readonly requestEvent: RequestEvent;
	readonly record: Row | null | undefined;
	readonly collection: Collection;
	readonly identity: string;
	readonly password: string;
};

type Globals = {
	readonly $os: {
		getenv(name: string): string;
		/** Throws where it is missing. */
		readFile(path: string): unknown;
		writeFile(path: string, text: string, mode: number): void;
		stat(path: string): { mode(): number };
	};
	readonly $security: {
		randomString(length: number): string;
		equal(a: string, b: string): boolean;
		hs256(text: string, secret: string): string;
	};
	readonly $mails: { sendRecordChangeEmail(app: App, row: Row, address: string): void };
	readonly Record: new (collection: Collection, values?: Readonly<Record<string, unknown>>) => Row;
	readonly DynamicModel: new (shape: object) => unknown;
	readonly MailerMessage: new (message: object) => unknown;
	readonly arrayOf: (model: unknown) => readonly Readonly<Record<string, string | number>>[];
	readonly toString: (value: unknown, maxBytes?: number) => string;
};

const globals = globalThis as unknown as Globals;
export const { $os, $security, $mails, DynamicModel, MailerMessage, arrayOf } = globals;
export const NewRow = globals.Record;
/** Bytes or a stream as text, at most `maxBytes` of it. */
export const goText = globals.toString;
