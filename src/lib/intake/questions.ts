/**
 * What is asked before a treatment, page by page. Codes are kept in files for years: none is ever used
 * again for something else. The words are ui's.
 */

/** Pages, in the order in which they are asked. */
export const PAGES = [
	'health',
	'medicines',
	'elsewhere',
	'skin',
	'care',
	'living',
	'expectations'
] as const;

type Shape = {
	readonly id: string;
	readonly page: (typeof PAGES)[number];
	/** `one` choice, `many` of them, or a `list`: many, and treatments one by one. */
	readonly ways: 'one' | 'many' | 'list';
	readonly options: readonly string[];
	/** Choosing it takes back all others: "none of these". Always the first option. */
	readonly hasNone: boolean;
	/** There is room for words of one's own. */
	readonly hasText: boolean;
	/** Of this day only: an answer of an earlier visit says nothing in this one. */
	readonly isOfTheDay: boolean;
};

const MANY = { ways: 'many', hasNone: true, hasText: true, isOfTheDay: false } as const;
const ONE = { ways: 'one', hasNone: false, hasText: false, isOfTheDay: false } as const;

export const ITEMS = [
	{
		...ONE,
		id: 'pregnancy',
		page: 'health',
		options: ['no', 'pregnant', 'maybe', 'planned', 'breastfeeding'],
		isOfTheDay: true
	},
	{
		...MANY,
		id: 'recent',
		page: 'health',
		options: ['none', 'dental', 'vaccination', 'illness', 'operation'],
		isOfTheDay: true
	},
	{
		...MANY,
		id: 'conditions',
		page: 'health',
		options: [
			'none',
			'autoimmune',
			'neuromuscular',
			'bleeding',
			'keloid',
			'cold-sores',
			'diabetes',
			'weak-immunity',
			'heart'
		]
	},
	{
		...MANY,
		id: 'medications',
		page: 'medicines',
		options: [
			'none',
			'anticoagulants',
			'antiplatelets',
			'supplements',
			'isotretinoin',
			'immunosuppressants',
			'muscle-relaxants',
			'aminoglycosides'
		]
	},
	{
		...MANY,
		id: 'allergies',
		page: 'medicines',
		options: [
			'none',
			'anaphylaxis',
			'lidocaine',
			'albumin',
			'hyaluronidase',
			'insect-venom',
			'latex',
			'chlorhexidine',
			'antibiotics'
		]
	},
	{
		...MANY,
		id: 'treatments',
		page: 'elsewhere',
		ways: 'list',
		options: [
			'none',
			'toxin',
			'filler',
			'permanent-filler',
			'threads',
			'fat-dissolving',
			'laser-or-peel',
			'operation'
		],
		hasText: false
	},
	{
		...MANY,
		id: 'complications',
		page: 'elsewhere',
		options: ['none', 'vessel', 'lumps', 'drooping', 'infection', 'scar']
	},
	{
		...MANY,
		id: 'skin-conditions',
		page: 'skin',
		options: [
			'none',
			'acne',
			'rosacea',
			'eczema',
			'psoriasis',
			'melasma',
			'vitiligo',
			'infected-today'
		]
	},
	{
		...MANY,
		id: 'topicals',
		page: 'skin',
		options: ['none', 'retinoid', 'hydroquinone', 'steroid', 'acid']
	},
	{
		...MANY,
		id: 'skin-allergies',
		page: 'skin',
		options: ['none', 'fragrance', 'preservatives', 'plasters', 'metals']
	},
	{
		...MANY,
		id: 'routine',
		page: 'care',
		options: ['none', 'cleanser', 'moisturiser', 'sunscreen', 'serum']
	},
	{
		...ONE,
		id: 'cosmetics',
		page: 'care',
		options: ['never', 'sometimes', 'daily'],
		hasText: true
	},
	{ ...ONE, id: 'sun', page: 'care', options: ['little', 'some', 'much', 'tanned-now'] },
	{ ...ONE, id: 'phototype', page: 'care', options: ['1', '2', '3', '4', '5', '6'] },
	{ ...ONE, id: 'hair', page: 'care', options: ['straight', 'wavy', 'curly', 'coily'] },
	{ ...ONE, id: 'smoking', page: 'living', options: ['never', 'stopped', 'sometimes', 'daily'] },
	{ ...ONE, id: 'sleep', page: 'living', options: ['well', 'varying', 'badly'] },
	{ ...ONE, id: 'stress', page: 'living', options: ['little', 'some', 'much'] },
	{ ...ONE, id: 'exercise', page: 'living', options: ['rarely', 'weekly', 'most-days'] },
	{
		...ONE,
		id: 'diet',
		page: 'living',
		options: ['mixed', 'vegetarian', 'vegan', 'other'],
		hasText: true
	},
	{ ...ONE, id: 'gender', page: 'living', options: ['woman', 'man', 'other'], hasText: true },
	{
		...ONE,
		id: 'cycle',
		page: 'living',
		options: ['regular', 'irregular', 'menopause', 'does-not-apply']
	},
	{ ...ONE, id: 'flaw', page: 'expectations', options: ['no', 'somewhat', 'yes'] },
	{
		...ONE,
		id: 'flaw-hours',
		page: 'expectations',
		options: ['under-1', '1-to-3', 'over-3']
	},
	{ ...ONE, id: 'flaw-distress', page: 'expectations', options: ['none', 'some', 'much'] },
	{
		...ONE,
		id: 'no-relief',
		page: 'expectations',
		options: ['never-tried', 'relieved', 'not-relieved'],
		hasText: true
	}
] as const satisfies readonly Shape[];
