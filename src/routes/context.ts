import type { Go } from '$lib/ui/index.ts';
import { createContext } from 'svelte';

/** What every page may ask of the layout: the ways to a photograph. */
export type Intake = { readonly pick: () => void; readonly open: (photo: Blob) => void };

export const [useIntake, provideIntake] = createContext<Intake>();

/** The ways through the records, and back to where the vault was locked. */
export type Ways = Go & { readonly resume: () => Promise<void> };

export const [useWays, provideWays] = createContext<Ways>();
