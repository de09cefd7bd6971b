import type { Expression } from '../../face/index.ts';

/** What a muscle treatment softens, on a face at rest and on one that makes the lines. */
type LineWords = {
	readonly rest: string;
	readonly moved: string;
	readonly by: Exclude<Expression, 'neutral' | 'unknown'>;
};

export const LINE_WORDS = {
	lines_forehead: {
		rest: 'Softens the lines across the forehead at rest.',
		moved: 'Softens the lines that the raised brows make.',
		by: 'raised'
	},
	lines_glabella: {
		rest: 'Softens the lines between the brows at rest.',
		moved: 'Softens the lines that the frown makes.',
		by: 'frown'
	},
	lines_crows_feet: {
		rest: 'Softens the lines beside and under the eyes at rest.',
		moved: 'Softens the lines that the smile makes beside and under the eyes.',
		by: 'smile'
	},
	lines_bunny: {
		rest: 'Softens the lines on the sides of the nose at rest.',
		moved: 'Softens the lines that the smile makes on the sides of the nose.',
		by: 'smile'
	}
} as const satisfies Readonly<Record<string, LineWords>>;
