import type { InferOutput } from 'valibot';
import type * as schema from './schema.ts';

/**
 * One request to the server's own API, as whoever is signed in. `path` is below /api/vultus. Errors:
 * AppError with the server's code.
 */
export type Ask = (
	method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE',
	path: string,
	body?: object
) => Promise<unknown>;

export type Role = (typeof schema.ROLES)[number];
export type Me = InferOutput<typeof schema.meSchema>;
export type Instruction = InferOutput<typeof schema.instructionSchema>;
export type ClinicSettings = InferOutput<typeof schema.settingsSchema>;
export type Subscription = InferOutput<typeof schema.subscriptionSchema>;
export type Member = InferOutput<typeof schema.memberSchema>;
export type Invitation = InferOutput<typeof schema.invitationSchema>;
export type NewInvitation = InferOutput<typeof schema.newInvitationSchema>;
export type Device = InferOutput<typeof schema.deviceSchema>;
export type Usage = InferOutput<typeof schema.usageSchema>;
export type Lease = InferOutput<typeof schema.leaseSchema>;
export type PlanOffer = InferOutput<typeof schema.planSchema>;
export type Invoice = InferOutput<typeof schema.invoiceSchema>;
export type LeadCounts = InferOutput<typeof schema.leadCountsSchema>;
export type AuditEvent = InferOutput<typeof schema.eventSchema>;
export type Clinic = InferOutput<typeof schema.clinicSchema>;
export type Month = InferOutput<typeof schema.monthSchema>;
export type Message = InferOutput<typeof schema.messageSchema>;
