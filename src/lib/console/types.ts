import type { InferOutput } from 'valibot';
import type { OpenLead } from '../record/index.ts';
import type * as schema from './schema.ts';

export type Role = (typeof schema.ROLES)[number];
export type Me = InferOutput<typeof schema.meSchema>;
export type Instruction = InferOutput<typeof schema.instructionSchema>;
export type ClinicSettings = InferOutput<typeof schema.settingsSchema>;
export type Member = InferOutput<typeof schema.memberSchema>;
export type Invitation = InferOutput<typeof schema.invitationSchema>;
export type NewInvitation = InferOutput<typeof schema.newInvitationSchema>;
export type ListedDevice = InferOutput<typeof schema.deviceSchema>;
/** `code`: for the eye; the device shows the same, `XXXX-XXXX-XXXX-XXXX`. */
export type Device = ListedDevice & { readonly code: string };
export type Usage = InferOutput<typeof schema.usageSchema>;
export type Lease = InferOutput<typeof schema.leaseSchema>;
export type PlanOffer = InferOutput<typeof schema.planSchema>;
export type Invoice = InferOutput<typeof schema.invoiceSchema>;
export type LeadCounts = InferOutput<typeof schema.leadCountsSchema>;
export type LeadStage = (typeof schema.LEAD_STAGES)[number];
/** `lead`: null where this device cannot open it. */
export type LeadRow = Pick<InferOutput<typeof schema.leadSchema>, 'id' | 'state' | 'created'> & {
	readonly lead: OpenLead | null;
};
export type AuditEvent = InferOutput<typeof schema.eventSchema>;
export type JournalEntry = InferOutput<typeof schema.entrySchema>;
export type KnownPlace = InferOutput<typeof schema.knownPlaceSchema>;
export type Operator = InferOutput<typeof schema.operatorSchema>;
export type Clinic = InferOutput<typeof schema.clinicSchema>;
export type Month = InferOutput<typeof schema.monthSchema>;
export type Message = InferOutput<typeof schema.messageSchema>;
export type OwnPolicy = InferOutput<typeof schema.ownPolicySchema>;
export type Published = InferOutput<typeof schema.publishedSchema>;
/** A version of a policy, as it is published. */
export type NewPolicy = {
	readonly kind: OwnPolicy['kind'];
	readonly version: number;
	/** YYYY-MM-DD. */
	readonly date: string;
	readonly material: boolean;
	readonly text: string;
};
export type Notices = InferOutput<typeof schema.noticesSchema>;
export type PageViews = InferOutput<typeof schema.pageViewsSchema>;
