/** Longer than the server asks for: ten characters. */
export const SHORTEST = 12;
/** What the server's hash takes of a password, in bytes. */
const LONGEST = 71;

/** Why a password cannot be one, as the server counts; null where it can. */
export function passwordFault(password: string): 'short' | 'long' | null {
	if (password.length < SHORTEST) return 'short';
	return new TextEncoder().encode(password).length > LONGEST ? 'long' : null;
}
