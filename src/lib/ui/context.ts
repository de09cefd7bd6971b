import { createContext } from 'svelte';
import type { Studio } from '../studio/index.ts';

/** The live job, given by the layout to every page and component below it. */
export const [useStudio, provideStudio] = createContext<Studio>();
