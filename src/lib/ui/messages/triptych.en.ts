import { inLanguage, speaker } from './speak.ts';

/** One plan in three strengths. */
export const TRIPTYCH_WORDS = {
	title: 'Three strengths',
	close: 'Back to one picture',
	cautious: 'Less: 60 %',
	planned: 'As planned',
	upper: 'More: 140 %, as far as the range goes',
	about: ({ percent }: { percent: number }) =>
		`Millimetres on this photograph, give or take ${percent} % for the scale. How a treatment turns out differs from person to person.`
};

/** The text of a key; a missing key or value is a type error. */
export const y = speaker(inLanguage('triptych', TRIPTYCH_WORDS));
