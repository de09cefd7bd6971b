import { createContext } from 'svelte';

/** What every page may ask of the layout: the ways to a photograph. */
export type Intake = { readonly pick: () => void; readonly open: (photo: Blob) => void };

export const [useIntake, provideIntake] = createContext<Intake>();
