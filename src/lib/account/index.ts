export { Account } from './account.svelte.ts';
export type * from './types.ts';
export { acceptInvitation, applyForClinic, lookAtInvitation } from './visitor.ts';
