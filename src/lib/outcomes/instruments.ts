import type { Instrument } from './types.ts';

/**
 * Rosenberg Self-Esteem Scale, as in M. Rosenberg, Society and the Adolescent Self-Image, Princeton University
 * Press 1965; order and scoring of the University of Maryland, where the author taught: strongly agree 3 to
 * strongly disagree 0, reversed where the statement is negative, summed to 0–30. In the public domain, says the
 * university: free to use, without notice, with attribution. No rule for missing answers was published, so
 * there is no score unless all ten are answered. Two weeks apart scores agreed by 0.85 to 0.88 (Rosenberg
 * 1979); an error in points was not published by its author.
 */
const SELF_ESTEEM = {
	id: 'self-esteem',
	version: 1,
	published: {
		name: 'Rosenberg Self-Esteem Scale',
		source: 'M. Rosenberg, Society and the Adolescent Self-Image, 1965',
		instruction:
			'Below is a list of statements dealing with your general feelings about yourself. Please indicate how strongly you agree or disagree with each statement.',
		responses: [
			{ value: 1, words: 'Strongly agree' },
			{ value: 2, words: 'Agree' },
			{ value: 3, words: 'Disagree' },
			{ value: 4, words: 'Strongly disagree' }
		],
		items: [
			{
				id: '1',
				words: 'I feel that I’m a person of worth, at least on an equal plane with others.',
				isReversed: false
			},
			{ id: '2', words: 'I feel that I have a number of good qualities.', isReversed: false },
			{
				id: '3',
				words: 'All in all, I am inclined to feel that I am a failure.',
				isReversed: true
			},
			{
				id: '4',
				words: 'I am able to do things as well as most other people.',
				isReversed: false
			},
			{ id: '5', words: 'I feel I do not have much to be proud of.', isReversed: true },
			{ id: '6', words: 'I take a positive attitude toward myself.', isReversed: false },
			{ id: '7', words: 'On the whole, I am satisfied with myself.', isReversed: false },
			{ id: '8', words: 'I wish I could have more respect for myself.', isReversed: true },
			{ id: '9', words: 'I certainly feel useless at times.', isReversed: true },
			{ id: '10', words: 'At times I think I am no good at all.', isReversed: true }
		]
	},
	values: [1, 4],
	range: [0, 30]
} as const satisfies Instrument;

/**
 * How satisfied somebody is with each area that they named, 0 to 10: a plain numeric rating of the app's own,
 * with no score over all areas and no published error of measurement.
 */
const SATISFACTION = {
	id: 'satisfaction',
	version: 1,
	published: null,
	values: [0, 10],
	range: [0, 10]
} as const satisfies Instrument;

export const INSTRUMENTS = [SATISFACTION, SELF_ESTEEM] as const;

/** Undefined for one that this version does not know. */
export function instrumentOf(id: string): (typeof INSTRUMENTS)[number] | undefined {
	return INSTRUMENTS.find((one) => one.id === id);
}

/** Whether these are answers to today's version of an instrument, and there is at least one. */
export function isAnswerTo(
	instrument: Instrument,
	answers: readonly { readonly item: string; readonly value: number | null }[]
): boolean {
	const [least, most] = instrument.values;
	const items = instrument.published?.items.map(({ id }) => id) ?? null;
	const isOnce = new Set(answers.map(({ item }) => item)).size === answers.length;
	const isWhole =
		items === null ||
		(items.length === answers.length && answers.every(({ item }) => items.includes(item)));
	const isInRange = answers.every(
		({ value }) => value === null || (Number.isInteger(value) && value >= least && value <= most)
	);
	return isOnce && isWhole && isInRange && answers.some(({ value }) => value !== null);
}
