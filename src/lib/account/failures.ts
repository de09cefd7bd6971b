import { ClientResponseError } from 'pocketbase';
import { AppError, toAppError, type ErrorCode } from '../errors.ts';

/** The server's codes (docs/backend.md) that a person can do something about. */
const CODES: Readonly<Record<string, ErrorCode>> = {
	'auth.required': 'account.signed-out',
	'auth.inactive': 'account.inactive',
	'auth.role': 'account.role',
	'auth.code': 'account.wrong-code',
	'password.wrong': 'account.wrong-password',
	'password.weak': 'account.weak-password',
	'invitation.unknown': 'account.invitation-unknown',
	'seats.full': 'account.seats-full',
	'devices.full': 'account.devices-full',
	'devices.waiting': 'account.devices-waiting',
	'owner.last': 'account.last-owner',
	'device.pending': 'account.device-pending',
	'device.revoked': 'licence.ended',
	'lease.ended': 'licence.ended',
	'lease.quota': 'licence.ended',
	'lease.rollback': 'licence.ended',
	'lease.fork': 'licence.ended',
	'lease.serial': 'licence.ended',
	'leads.off': 'leads.off',
	'leads.key': 'leads.key-changed',
	'message.too-fast': 'message.too-fast',
	'message.stale': 'message.stale',
	throttled: 'account.throttled',
	conflict: 'account.conflict',
	'not-found': 'account.not-found'
};

/** What went wrong between here and the server. Nothing typed is in it. */
export function failureOf(reason: unknown): AppError {
	if (!(reason instanceof ClientResponseError)) return toAppError(reason, 'account.failed');
	if (reason.status === 0) return new AppError('account.offline', { retryable: true });
	const { code, retryAfter } = reason.response as {
		readonly code?: unknown;
		readonly retryAfter?: unknown;
	};
	const details = {
		status: reason.status,
		...(typeof code === 'string' ? { code } : {}),
		...(typeof retryAfter === 'number' ? { minutes: Math.ceil(retryAfter / 60) } : {})
	};
	const known = typeof code === 'string' ? CODES[code] : undefined;
	if (known !== undefined) {
		return new AppError(known, { retryable: known === 'account.throttled', details });
	}
	if (reason.status === 401) return new AppError('account.signed-out');
	if (reason.status === 429) {
		// PocketBase's own limits, none of which counts for longer.
		return new AppError('account.throttled', { retryable: true, details: { minutes: 5 } });
	}
	return new AppError('account.failed', { retryable: reason.status >= 500, details });
}
