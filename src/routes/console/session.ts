import { createContext } from 'svelte';

/** Ends the session in this tab, and leaves nothing of it. */
export const [useSignOut, provideSignOut] = createContext<() => void>();
