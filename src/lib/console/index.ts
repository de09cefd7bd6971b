export type { DoneStep, Step } from './checklist.ts';
export { Console } from './console.svelte.ts';
export type { Listing, Loaded } from './loaded.svelte.ts';
export { Operations, type ClinicFilter } from './operations.svelte.ts';
export type * from './types.ts';
