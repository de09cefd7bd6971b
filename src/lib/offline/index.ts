export { needsHomeScreen, type InstallPrompt } from './installation.ts';
export type { Installation } from './installation.svelte.ts';
export { Offline } from './offline.svelte.ts';
export type { Provision } from './provision.svelte.ts';
export type { Kind, Stored, Version } from './types.ts';
export type { Updates } from './updates.svelte.ts';
export { thisVersion } from './version.ts';
