import { speaker } from './speak.ts';

/** Photographs over time. */
const FOLLOW_WORDS = {
	'page.compare': 'Compare photographs',
	'compare.title': 'Compare',
	'compare.back': 'Patient',
	'compare.earlier': 'Earlier',
	'compare.later': 'Later',
	'compare.none': 'Two photographs are needed. The next visit brings the second one.',
	'compare.option': ({ moment, view }: { moment: string; view: string }) => `${moment}, ${view}`,
	'compare.picture': ({ day }: { day: string }) => `Photograph, ${day}`,
	'compare.reading': 'Laying one over the other…',
	'compare.wipe': 'Wipe',
	'compare.wipe.value': ({ share }: { share: number }) => `${share} % earlier photograph`,
	'compare.side-by-side': 'Side by side',
	'compare.laid': ({ mm }: { mm: number }) =>
		`Laid over each other by eyes and nose, to ${mm.toFixed(1)} mm; size, place and light are matched.`,
	'compare.held-otherwise': 'The head is held differently: outlines differ for that alone.',
	'view.frontal': 'front',
	'view.oblique': 'three-quarter',
	'view.profile': 'profile'
};

/** The text of a key; a missing key or value is a type error. */
export const f = speaker(FOLLOW_WORDS);
