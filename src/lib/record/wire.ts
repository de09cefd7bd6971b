/**
 * A room of promises on both sides of a worker. Comlink keeps of an error only name, message and
 * stack; a code must survive, so replies are data in between. Functions that are given stay where they
 * are and are called back.
 */
import { proxy, transfer, type Remote } from 'comlink';
import { toAppError, toWire, valueOf, type Reply } from '../errors.ts';
import type { Served } from './protocol.ts';

type Work = (...given: readonly unknown[]) => Promise<unknown>;

const isWork = (value: unknown): value is Work => typeof value === 'function';

const isBytes = (value: unknown): value is Uint8Array<ArrayBuffer> => value instanceof Uint8Array;

/**
 * Byte arrays, and those directly within an object, are handed over, not copied: passphrases, keys of
 * passkeys, pictures, pieces of a backup.
 */
function handedOver<T>(value: T): T {
	if (typeof value !== 'object' || value === null) return value;
	// The values of a byte array would be its bytes, a million numbers for each mebibyte.
	const bytes = isBytes(value) ? [value] : Object.values(value).filter(isBytes);
	return transfer(
		value,
		bytes.map(({ buffer }) => buffer)
	);
}

/** What the other side calls: given by name, and called with what is handed over. */
const lent = (value: unknown): unknown => (isWork(value) ? proxy(value) : handedOver(value));
const borrowed = (value: unknown): unknown =>
	isWork(value) ? (...given: readonly unknown[]) => value(...given.map(handedOver)) : value;

/** Inside the worker: every outcome as data. */
export function served<Room extends object>(room: Room): Served<Room> {
	const serve =
		(work: Work): Work =>
		async (...given): Promise<Reply<unknown>> => {
			try {
				return handedOver({ ok: true, value: await work(...given.map(borrowed)) });
			} catch (error) {
				return { ok: false, error: toWire(toAppError(error, 'vault.failed')) };
			}
		};
	const methods = Object.entries(room).map(([name, work]) => [name, serve(work as Work)]);
	return Object.fromEntries(methods) as Served<Room>;
}

/** On the page: values and AppErrors again, or the reason why the worker ended. */
export function asRoom<Room extends object>(
	api: Remote<Served<Room>>,
	ended: Promise<never>
): Room {
	const remote = api as unknown as Readonly<Record<string, Work>>;
	const call =
		(name: string): Work =>
		async (...given) => {
			const reply = remote[name]?.(...given.map(lent)) as Promise<Reply<unknown>>;
			return valueOf(await Promise.race([reply, ended]));
		};
	// A promise asks what it is given for `then`: a room has none.
	const isName = (name: string | symbol): name is string =>
		typeof name === 'string' && name !== 'then';
	return new Proxy({} as Room, { get: (_, name) => (isName(name) ? call(name) : undefined) });
}
