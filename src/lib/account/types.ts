import type { ServedLeadKey } from '../record/index.ts';

/** Staff of a clinic, or operators of the server. */
export type AccountKind = 'users' | 'operators';

/** What a mailed link is for, as its token says. `address`: that is signed in with once it was used. */
export type MailedLink = {
	readonly token: string;
	readonly purpose: 'passwordReset' | 'emailChange';
	readonly kind: AccountKind;
	readonly address: string;
};

/**
 * One request to the server's own API. `path` is below /api/vultus (docs/backend.md). Errors: AppError
 * `account.…`, `licence.ended`.
 */
export type Ask = (
	method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE',
	path: string,
	body?: object
) => Promise<unknown>;

/** What an invitation is for, before it is accepted. */
export type InvitationFacts = {
	readonly clinic: string;
	readonly role: string;
	readonly email: string;
};

/** What an invitation is accepted with. */
export type Acceptance = {
	readonly code: string;
	readonly name: string;
	readonly password: string;
};

/** What the clinic's owner tells a device by. */
export type DeviceFacts = {
	readonly name: string;
	readonly kind: 'tablet' | 'phone' | 'computer';
};

export type Application = {
	readonly practice: string;
	readonly name: string;
	readonly email: string;
	readonly registration: string;
	/** Where it is registered. */
	readonly authority: string;
	readonly region: string;
	readonly attested: true;
};

/** `stale`: a device that could open leads was revoked since the key was made. */
export type LeadKeyState = ServedLeadKey & { readonly stale: boolean };

/** What a visitor writes to whoever runs the server. */
export type LeftMessage = {
	readonly kind: 'contact' | 'demo' | 'support' | 'feedback';
	/** Empty in feedback. */
	readonly name: string;
	/** Empty in feedback where no answer is wanted. */
	readonly email: string;
	readonly text: string;
	/** Empty where a person wrote it. */
	readonly website: string;
	/** The leave to write it (`beginMessage`). */
	readonly form: string;
};
