import type { LineWork } from '../../studio/index.ts';

/**
 * What a muscle treatment does with lines: with those at rest, with those that an expression has made,
 * and that the skin then moves towards the photograph at rest, or would if the visit had one.
 */
export type LineWords = Readonly<Record<LineWork, string>>;

export const LINE_WORDS = {
	lines_forehead: {
		rest: 'Softens the lines across the forehead at rest.',
		made: 'Softens the lines that the raised brows make.',
		towards: 'Softens the lines. The brows move towards the photograph at rest.',
		alone: 'Softens the lines. With a photograph at rest it shows more.'
	},
	lines_glabella: {
		rest: 'Softens the lines between the brows at rest.',
		made: 'Softens the lines that the frown makes.',
		towards: 'Softens the lines. The brows move towards the photograph at rest.',
		alone: 'Softens the lines. With a photograph at rest it shows more.'
	},
	lines_crows_feet: {
		rest: 'Softens the lines beside and under the eyes at rest.',
		made: 'Softens the lines that the smile makes beside and under the eyes.',
		towards: 'Softens the lines. The skin moves towards the photograph at rest.',
		alone: 'Softens the lines. With a photograph at rest it shows more.'
	},
	lines_bunny: {
		rest: 'Softens the lines on the sides of the nose at rest.',
		made: 'Softens the lines that the smile makes on the sides of the nose.',
		towards: 'Softens the lines. The skin moves towards the photograph at rest.',
		alone: 'Softens the lines. With a photograph at rest it shows more.'
	}
} satisfies Readonly<Record<string, LineWords>>;

export type LineId = keyof typeof LINE_WORDS;
