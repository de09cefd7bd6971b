/**
 * Which answers are to be talked about before which kind of treatment. A flag is a reminder: it decides
 * nothing, blocks nothing and says nothing of whether somebody may be treated. That most of them matter
 * is stated in the summaries of product characteristics of botulinum toxin type A (myasthenia and related
 * disorders, albumin, aminoglycosides, pregnancy) and in the instructions for use of hyaluronic acid
 * fillers with lidocaine (anticoagulants, autoimmune disease, permanent fillers, herpes, infection).
 */
import { holds } from './answers.ts';
import type { Item, Standings, TreatmentKind } from './types.ts';

type Rule = {
	readonly id: string;
	readonly item: Item['id'];
	/** Any of these. */
	readonly options: readonly string[];
	readonly before: readonly TreatmentKind[];
};

export const FLAGS = [
	{
		id: 'pregnancy',
		item: 'pregnancy',
		options: ['pregnant', 'maybe', 'planned'],
		before: ['any']
	},
	{ id: 'breastfeeding', item: 'pregnancy', options: ['breastfeeding'], before: ['any'] },
	{ id: 'dental', item: 'recent', options: ['dental'], before: ['filler'] },
	{ id: 'vaccination', item: 'recent', options: ['vaccination'], before: ['filler'] },
	{ id: 'illness', item: 'recent', options: ['illness'], before: ['any'] },
	{ id: 'operation', item: 'recent', options: ['operation'], before: ['any'] },
	{ id: 'autoimmune', item: 'conditions', options: ['autoimmune'], before: ['filler', 'skin'] },
	{ id: 'neuromuscular', item: 'conditions', options: ['neuromuscular'], before: ['toxin'] },
	{
		id: 'bleeding',
		item: 'conditions',
		options: ['bleeding'],
		before: ['toxin', 'filler', 'surgery']
	},
	{ id: 'keloid', item: 'conditions', options: ['keloid'], before: ['filler', 'skin', 'surgery'] },
	{ id: 'cold-sores', item: 'conditions', options: ['cold-sores'], before: ['filler', 'skin'] },
	{ id: 'diabetes', item: 'conditions', options: ['diabetes'], before: ['filler', 'surgery'] },
	{
		id: 'weak-immunity',
		item: 'conditions',
		options: ['weak-immunity'],
		before: ['filler', 'skin', 'surgery']
	},
	{ id: 'heart', item: 'conditions', options: ['heart'], before: ['surgery'] },
	{
		id: 'blood-thinners',
		item: 'medications',
		options: ['anticoagulants', 'antiplatelets', 'supplements'],
		before: ['toxin', 'filler', 'surgery']
	},
	{
		id: 'isotretinoin',
		item: 'medications',
		options: ['isotretinoin'],
		before: ['skin', 'surgery']
	},
	{
		id: 'immunosuppressants',
		item: 'medications',
		options: ['immunosuppressants'],
		before: ['filler', 'skin', 'surgery']
	},
	{
		id: 'toxin-enhancers',
		item: 'medications',
		options: ['muscle-relaxants', 'aminoglycosides'],
		before: ['toxin']
	},
	{ id: 'anaphylaxis', item: 'allergies', options: ['anaphylaxis'], before: ['any'] },
	{ id: 'lidocaine', item: 'allergies', options: ['lidocaine'], before: ['filler', 'surgery'] },
	{ id: 'albumin', item: 'allergies', options: ['albumin'], before: ['toxin'] },
	{
		id: 'hyaluronidase',
		item: 'allergies',
		options: ['hyaluronidase', 'insect-venom'],
		before: ['filler']
	},
	{ id: 'latex', item: 'allergies', options: ['latex'], before: ['any'] },
	{ id: 'chlorhexidine', item: 'allergies', options: ['chlorhexidine'], before: ['any'] },
	{
		id: 'permanent-filler',
		item: 'treatments',
		options: ['permanent-filler'],
		before: ['filler', 'surgery']
	},
	{ id: 'threads', item: 'treatments', options: ['threads'], before: ['filler'] },
	{
		id: 'complications',
		item: 'complications',
		options: ['vessel', 'lumps', 'drooping', 'infection', 'scar'],
		before: ['any']
	},
	{
		id: 'infected-skin',
		item: 'skin-conditions',
		options: ['infected-today'],
		before: ['any']
	},
	{ id: 'melasma', item: 'skin-conditions', options: ['melasma', 'vitiligo'], before: ['skin'] },
	{ id: 'topical-retinoid', item: 'topicals', options: ['retinoid', 'acid'], before: ['skin'] },
	{ id: 'sun', item: 'sun', options: ['tanned-now'], before: ['skin'] },
	{ id: 'phototype', item: 'phototype', options: ['4', '5', '6'], before: ['skin'] },
	{ id: 'smoking', item: 'smoking', options: ['daily'], before: ['surgery'] }
] as const satisfies readonly Rule[];

type Flag = (typeof FLAGS)[number];

/** What is to be talked about, in the order in which it is asked. */
export function flagsIn(standings: Standings): readonly Flag[] {
	return FLAGS.filter(({ item, options }) => holds(standings, item, options));
}

/**
 * Whether the answers ask for a pause before anything is simulated: somebody who is preoccupied with a
 * flaw that others hardly see, and for whom it takes more than an hour a day, is hard to bear, or did
 * not get better by earlier procedures. After the criteria of body dysmorphic disorder (DSM-5 300.7,
 * ICD-11 6B21) in questions of our own: a reason to talk, and no diagnosis.
 */
export function asksForPause(standings: Standings): boolean {
	const isPreoccupied = holds(standings, 'flaw', ['yes']);
	const isHeavy =
		holds(standings, 'flaw-hours', ['1-to-3', 'over-3']) ||
		holds(standings, 'flaw-distress', ['much']) ||
		holds(standings, 'no-relief', ['not-relieved']);
	return isPreoccupied && isHeavy;
}
