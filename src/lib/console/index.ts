export type { Step } from './checklist.ts';
export { Console } from './console.svelte.ts';
export type { LeadBox, LeadKey } from './lead-box.svelte.ts';
export type { Listing } from './loaded.svelte.ts';
export { Operations, type ClinicFilter } from './operations.svelte.ts';
export type * from './types.ts';
export type { WayIn } from './way-in.ts';
