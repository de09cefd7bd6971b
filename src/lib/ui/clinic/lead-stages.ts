import type { LeadStage } from '../../console/index.ts';

/** In the order in which a lead goes through them. */
export const LEAD_STAGES = [
	'new',
	'contacted',
	'booked',
	'closed'
] as const satisfies readonly LeadStage[];
