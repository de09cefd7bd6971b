/** What a route answers instead: a stable code, the HTTP status, and what else belongs into the body. */
export class Failure extends Error {
	override readonly name = 'Failure';
	readonly status: number;
	readonly code: string;
	readonly more: Readonly<Record<string, unknown>>;

	constructor(
		status: number,
		code: string,
		message: string,
		more: Readonly<Record<string, unknown>> = {}
	) {
		super(message);
		this.status = status;
		this.code = code;
		this.more = more;
	}
}

export const notFound = () =>
	new Failure(404, 'not-found', 'There is no such thing in this clinic.');
export const conflict = () => new Failure(409, 'conflict', 'Changed meanwhile; read it again.');

/** `retryAfter` in seconds, for the header of that name. */
export const throttled = (retryAfter: number) =>
	new Failure(429, 'throttled', 'Too many attempts.', { retryAfter });
