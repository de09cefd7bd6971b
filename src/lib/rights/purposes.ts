/** What a patient can be asked for. Never used again for something else: entries name them. */
export const PURPOSES = [
	'record',
	'simulation',
	'training',
	'case-publication',
	'promotion-web',
	'promotion-social',
	'promotion-print',
	'research',
	'marketing-email',
	'marketing-sms',
	'marketing-phone',
	'marketing-post',
	'inform-gp',
	'clinical-audit'
] as const;

export type Purpose = (typeof PURPOSES)[number];

/**
 * What may be done before anybody has asked: `visit` follows what was agreed to before a visit's first
 * photograph, `consent` waits for an agreement of its own, `objection` goes on until somebody objects.
 */
export type Basis = 'visit' | 'consent' | 'objection';

export function basisOf(purpose: Purpose): Basis {
	if (purpose === 'record' || purpose === 'simulation') return 'visit';
	return purpose === 'inform-gp' || purpose === 'clinical-audit' ? 'objection' : 'consent';
}

/** What a case may be let out for. */
export type CaseUse = Extract<Purpose, 'training' | 'case-publication'>;

/** A way in which a clinic writes to people who agreed to it. */
export type Channel = Extract<Purpose, `marketing-${string}`>;
