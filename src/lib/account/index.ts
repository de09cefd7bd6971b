export { Account } from './account.svelte.ts';
export { answer } from './answer.ts';
export { askForReset, confirmAddress, readLink, resetPassword } from './by-mail.ts';
export { fetchLeadKey } from './leads.ts';
export { Membership } from './membership.svelte.ts';
export type * from './types.ts';
export {
	acceptInvitation,
	applyForClinic,
	beginMessage,
	countView,
	leaveMessage,
	lookAtInvitation
} from './visitor.ts';
