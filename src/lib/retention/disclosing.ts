/** What of a file may be given to whom. */

export const SHARED_FIELDS = [
	'identity',
	'contact',
	'reasons',
	'history',
	'plan',
	'products',
	'notes',
	'photographs'
] as const;
/** `reasons`: why the patient came. `products`: what was used, with lots. */
export type SharedField = (typeof SHARED_FIELDS)[number];

export const RECIPIENTS = ['gp', 'insurer', 'referral', 'regulator', 'other'] as const;
export type RecipientKind = (typeof RECIPIENTS)[number];

export const BASES = ['consent', 'emergency', 'legal', 'contract'] as const;
export type Basis = (typeof BASES)[number];

/** What is offered for a recipient at first: the least that it usually is for. Photographs never are. */
const OFFERED: Readonly<Record<RecipientKind, readonly SharedField[]>> = {
	gp: ['identity', 'history', 'plan', 'products'],
	insurer: ['identity', 'plan'],
	referral: ['identity', 'contact', 'reasons', 'history', 'plan'],
	regulator: ['identity', 'products'],
	other: ['identity']
};

export function offeredFields(to: RecipientKind): readonly SharedField[] {
	return OFFERED[to];
}

/**
 * Whether a patient's objection is in the way. `objections`: kinds of recipient that they do not want to
 * be told. What the law asks for, and an emergency, go before it.
 */
export function isObjected(
	to: RecipientKind,
	basis: Basis,
	objections: readonly RecipientKind[]
): boolean {
	return objections.includes(to) && basis !== 'legal' && basis !== 'emergency';
}
