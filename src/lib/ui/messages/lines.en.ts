import type { Expression } from '../../face/index.ts';

/** What a muscle treatment softens, on a face at rest and on one that makes the lines. */
export type LineWords = { readonly rest: string; readonly moved: string };

export const LINE_WORDS = {
	lines_forehead: {
		rest: 'Softens the lines across the forehead at rest.',
		moved: 'Softens the lines that the raised brows make.'
	},
	lines_glabella: {
		rest: 'Softens the lines between the brows at rest.',
		moved: 'Softens the lines that the frown makes.'
	},
	lines_crows_feet: {
		rest: 'Softens the lines beside and under the eyes at rest.',
		moved: 'Softens the lines that the smile makes beside and under the eyes.'
	},
	lines_bunny: {
		rest: 'Softens the lines on the sides of the nose at rest.',
		moved: 'Softens the lines that the smile makes on the sides of the nose.'
	}
} satisfies Readonly<Record<string, LineWords>>;

export type LineId = keyof typeof LINE_WORDS;

/** The expression that makes the lines, in any language. */
export const MADE_BY: Readonly<Record<LineId, Exclude<Expression, 'neutral' | 'unknown'>>> = {
	lines_forehead: 'raised',
	lines_glabella: 'frown',
	lines_crows_feet: 'smile',
	lines_bunny: 'smile'
};
