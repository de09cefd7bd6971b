export { Account } from './account.svelte.ts';
export { answer } from './answer.ts';
export { fetchLeadKey } from './leads.ts';
export { Membership } from './membership.svelte.ts';
export type * from './types.ts';
export { acceptInvitation, applyForClinic, lookAtInvitation } from './visitor.ts';
