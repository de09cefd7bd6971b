/**
 * The one error type that crosses rooms and workers. It carries a stable code and no user text: the
 * sentence for each code lives in `ui/messages`. `details` holds numbers and short technical words
 * for that sentence (sizes, limits); never a file name, a patient's name or image data.
 */
export const ERROR_CODES = [
	// photo: the file
	'photo.empty',
	'photo.not-an-image',
	'photo.truncated',
	'photo.unsupported-kind',
	'photo.too-many-bytes',
	'photo.too-many-pixels',
	'photo.too-wide',
	'photo.too-small',
	'photo.decode-failed',
	'photo.decode-timeout',
	'photo.read-failed',
	'photo.heic-unavailable',
	'photo.encode-failed',
	// face: what is seen in it
	'face.none',
	'face.too-small',
	// camera
	'camera.denied',
	'camera.missing',
	'camera.busy',
	'camera.failed',
	// scan: the barcode of a pack
	'scan.unavailable',
	// engine
	'engine.unsupported-browser',
	'engine.asset-missing',
	'engine.asset-damaged',
	'engine.offline',
	'engine.renderer-lost',
	'engine.no-photo',
	'engine.failed',
	// vault: the way in
	'vault.missing',
	'vault.exists',
	'vault.locked',
	'vault.opened-elsewhere',
	'vault.wrong-passphrase',
	'vault.wrong-kit',
	'vault.wrong-passkey',
	'vault.passkey-refused',
	'vault.passkey-unsupported',
	'vault.passkey-exists',
	'vault.weak-passphrase',
	'vault.kit-mistyped',
	'vault.not-typed-back',
	'vault.last-way-in',
	'vault.kit-needed',
	'vault.slot-stale',
	'vault.slot-damaged',
	'vault.hostile-parameters',
	'vault.no-memory',
	// vault: what is kept in it
	'vault.damaged',
	'vault.newer-version',
	'vault.record-damaged',
	'vault.not-found',
	'vault.no-space',
	'vault.write-failed',
	'vault.failed',
	// a backup of the vault
	'backup.not-a-backup',
	'backup.newer-version',
	'backup.wrong-passphrase',
	'backup.wrong-key',
	'backup.key-mistyped',
	'backup.damaged',
	'backup.other-vault',
	'backup.other-file',
	'backup.changed',
	'backup.read-failed',
	'backup.write-failed',
	// the app's own files
	'offline.interrupted',
	'offline.damaged',
	'offline.no-space',
	// a treatment consent
	'consent.too-early',
	'consent.incomplete',
	'consent.signed',
	// keeping, and letting go
	'record.kept',
	'record.confidential',
	'record.reason-needed',
	'purge.second-person',
	'disclosure.objected',
	// the licence
	'lease.invalid',
	'licence.ended',
	// what a patient agreed to, and asks for
	'privacy.restricted',
	'privacy.not-agreed',
	'privacy.withdrawn',
	'privacy.expired',
	'privacy.exports-off',
	'privacy.not-kept',
	'privacy.guardian-needed',
	'privacy.first-copy-free',
	'teaching.identifies',
	'request.identity-first',
	'request.extended',
	'request.answered',
	'request.reason-needed',
	'import.not-a-file',
	'import.newer-version',
	'import.damaged',
	// leads
	'leads.no-key',
	'leads.other-key',
	'leads.damaged',
	'leads.too-long',
	'leads.off',
	'leads.key-changed',
	'leads.key-invalid',
	'leads.no-copy',
	// the account
	'account.offline',
	'account.failed',
	'account.signed-out',
	'account.wrong-password',
	'account.wrong-code',
	'account.link-unusable',
	'account.throttled',
	'account.inactive',
	'account.role',
	'account.invitation-unknown',
	'account.weak-password',
	'account.seats-full',
	'account.devices-full',
	'account.devices-waiting',
	'account.last-owner',
	'account.conflict',
	'account.not-found',
	'account.device-pending',
	// a message to whoever runs the server
	'message.too-fast',
	'message.stale',
	// general
	'cancelled',
	'unexpected'
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];
export type ErrorDetails = Readonly<Record<string, string | number | boolean>>;

/** One kind of error that was met since the page was loaded: nothing of it but its code. */
export type ErrorMet = {
	readonly code: ErrorCode;
	readonly count: number;
	/** Milliseconds since 1970. */
	readonly lastAt: number;
};

/** How many are remembered, the oldest forgotten first. */
const REMEMBERED = 200;
const met: { readonly code: ErrorCode; readonly at: number }[] = [];

/** For support: what this page, and its workers through it, has met of errors; the last one first. */
export function errorsMet(): readonly ErrorMet[] {
	const byCode = new Map<ErrorCode, ErrorMet>();
	for (const { code, at } of met) {
		const count = (byCode.get(code)?.count ?? 0) + 1;
		byCode.set(code, { code, count, lastAt: at });
	}
	return [...byCode.values()].toSorted((a, b) => b.lastAt - a.lastAt);
}

export class AppError extends Error {
	override readonly name = 'AppError';
	readonly code: ErrorCode;
	/** True when the same action may succeed if simply tried again. */
	readonly retryable: boolean;
	readonly details: ErrorDetails;

	constructor(
		code: ErrorCode,
		options: { retryable?: boolean; details?: ErrorDetails; cause?: unknown } = {}
	) {
		super(code, options.cause === undefined ? undefined : { cause: options.cause });
		this.code = code;
		this.retryable = options.retryable ?? false;
		this.details = options.details ?? {};
		met.push({ code, at: Date.now() });
		if (met.length > REMEMBERED) met.shift();
	}
}

export function isAppError(value: unknown, code?: ErrorCode): value is AppError {
	return value instanceof AppError && (code === undefined || value.code === code);
}

/** Any thrown value as an AppError; an AbortError becomes `cancelled`. */
export function toAppError(value: unknown, fallback: ErrorCode = 'unexpected'): AppError {
	if (value instanceof AppError) return value;
	if (value instanceof DOMException && value.name === 'AbortError') {
		return new AppError('cancelled', { cause: value });
	}
	return new AppError(fallback, { cause: value });
}

/** Structured-clonable form, for workers: comlink keeps only name, message and stack of an error. */
export type WireError = {
	readonly code: ErrorCode;
	readonly retryable: boolean;
	readonly details: ErrorDetails;
	/** Technical message for the console of a developer; never shown. */
	readonly technical: string;
};

export function toWire(value: unknown): WireError {
	const error = toAppError(value);
	const technical = error.cause instanceof Error ? error.cause.message : error.message;
	return { code: error.code, retryable: error.retryable, details: error.details, technical };
}

export function fromWire(wire: WireError): AppError {
	return new AppError(wire.code, {
		retryable: wire.retryable,
		details: wire.details,
		cause: new Error(wire.technical)
	});
}

/** Comlink keeps of an error only name, message and stack; a code must survive, so replies are data. */
export type Reply<T> =
	{ readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: WireError };

/** What was replied. Errors: AppError, as it was thrown on the other side. */
export function valueOf<T>(reply: Reply<T>): T {
	if (!reply.ok) throw fromWire(reply.error);
	return reply.value;
}
