/** How strongly an earlier photograph lies over the preview. */
const STRENGTHS = ['off', 'faint', 'strong'] as const;
export type Strength = (typeof STRENGTHS)[number];

export function nextStrength(strength: Strength): Strength {
	return STRENGTHS[(STRENGTHS.indexOf(strength) + 1) % STRENGTHS.length] ?? 'off';
}
