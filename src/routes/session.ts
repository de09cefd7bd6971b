import { createContext } from 'svelte';

/** Whoever is signed in to the console, of a clinic or of operators, in this tab. */
type Session = {
	/** Ends it, and leaves nothing of it. */
	readonly signOut: () => void;
	/** Goes on in it; all others of the account end. */
	readonly changePassword: (old: string, changed: string) => Promise<void>;
};

export const [useSession, provideSession] = createContext<Session>();
