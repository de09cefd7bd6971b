/**
 * What the answers give reason to write down, each from published guidance. A suggestion names no product and
 * no dose and decides nothing: it stands nowhere until a clinician takes it. Codes are kept in files for years
 * and never used again for something else; the words are ui's.
 */
import type { Item, Standings, Suggestion } from './types.ts';

type Condition = {
	readonly item: Item['id'];
	/** Any of these was chosen. */
	readonly options?: readonly string[];
	/** It was answered, and none of these was chosen. */
	readonly lacks?: readonly string[];
};

type Rule = {
	readonly id: string;
	/** All of them hold. */
	readonly because: readonly Condition[];
	/** For whom it is: the clinician's plan, or what the patient takes home. */
	readonly into: 'plan' | 'aftercare';
	/** As it is cited, in its own language. */
	readonly source: string;
};

export const SUGGESTIONS = [
	{
		id: 'sun-protection',
		because: [
			{ item: 'sun', options: ['much', 'tanned-now'] },
			{ item: 'routine', lacks: ['sunscreen'] }
		],
		into: 'aftercare',
		source: 'NICE guideline NG34, Sunlight exposure: risks and benefits, 2016.'
	},
	{
		id: 'melasma-sun',
		because: [{ item: 'skin-conditions', options: ['melasma'] }],
		into: 'aftercare',
		source: 'British Association of Dermatologists, patient information leaflet Melasma.'
	},
	{
		id: 'retinoid-timing',
		because: [{ item: 'topicals', options: ['retinoid', 'acid'] }],
		into: 'plan',
		source:
			'Khunger N, IADVL Task Force. Standard guidelines of care for chemical peels. Indian J Dermatol Venereol Leprol 2008; 74 Suppl: S5–12.'
	},
	{
		id: 'isotretinoin-timing',
		because: [{ item: 'medications', options: ['isotretinoin'] }],
		into: 'plan',
		source:
			'Waldman A et al. ASDS Guidelines Task Force: procedures during and after isotretinoin use. Dermatol Surg 2017; 43: 1249–62.'
	},
	{
		id: 'blood-thinners',
		because: [{ item: 'medications', options: ['anticoagulants'] }],
		into: 'plan',
		source: 'NHS, Anticoagulant medicines: considerations.'
	},
	{
		id: 'stop-smoking',
		because: [{ item: 'smoking', options: ['sometimes', 'daily'] }],
		into: 'aftercare',
		source: 'NICE guideline NG209, Tobacco: preventing uptake, promoting quitting, 2021.'
	}
] as const satisfies readonly Rule[];

const RULES: readonly (Rule & Pick<Suggestion, 'id'>)[] = SUGGESTIONS;

/** What the answers that count suggest, each with the answers that it follows from. */
export function suggestionsIn(standings: Standings): readonly Suggestion[] {
	return RULES.flatMap(({ id, because, into, source }) => {
		const reasons = because.map((one) => reasonIn(standings, one));
		return reasons.every((one) => one !== null) ? [{ id, into, source, because: reasons }] : [];
	});
}

function reasonIn(
	standings: Standings,
	{ item, options = [], lacks = [] }: Condition
): Suggestion['because'][number] | null {
	const answer = standings.get(item)?.known?.answer;
	// What was told in words alone may say either.
	if (answer?.state !== 'given' || answer.choices.length === 0) return null;
	const chosen = answer.choices.filter((one) => options.includes(one));
	if (options.length > 0 && chosen.length === 0) return null;
	if (answer.choices.some((one) => lacks.includes(one))) return null;
	return { item, chosen, lacks };
}
