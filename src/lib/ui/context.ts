import { createContext } from 'svelte';
import type { Console, Operations } from '../console/index.ts';
import type { Offline } from '../offline/index.ts';
import type { Desk } from '../record/index.ts';
import type { Studio } from '../studio/index.ts';

/** The live job, given by the layout to every page and component below it. */
export const [useStudio, provideStudio] = createContext<Studio>();

/** The vault as the page has it. */
export const [useDesk, provideDesk] = createContext<Desk>();

/** The clinic, as its managers run it. */
export const [useConsole, provideConsole] = createContext<Console>();

/** All clinics, as an operator sees them. */
export const [useOperations, provideOperations] = createContext<Operations>();

/** The app as it lies on this device; null until that is loaded, after the first screen. */
export const [useOffline, provideOffline] = createContext<() => Offline | null>();
