import type { PhotographOrigin } from '$lib/studio/index.ts';
import type { Go } from '$lib/ui/index.ts';
import { createContext } from 'svelte';

/** What every page may ask of the layout: the ways to a photograph. All of them ask for consent first. */
export type Intake = {
	/** Where nothing is said, it comes from a file. */
	readonly pick: (origin?: PhotographOrigin) => void;
	readonly open: (photo: Blob, origin?: PhotographOrigin) => void;
	/** The face that comes with the app. */
	readonly openSample: () => void;
};

export const [useIntake, provideIntake] = createContext<Intake>();

/** The ways through the records, and back to where the vault was locked. */
export type Ways = Go & { readonly resume: () => Promise<void> };

export const [useWays, provideWays] = createContext<Ways>();
