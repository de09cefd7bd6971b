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
	'view.frontal': 'Front',
	'view.oblique': 'Three-quarter',
	'view.profile': 'Profile',

	'visit.no-photographs': 'No photographs.',
	'visit.brought': 'Brought by the patient',
	'visit.illustration': ({ variant }: { variant: string }) => `Illustration ${variant}`,
	'visit.illustration.compare': ({ variant }: { variant: string }) =>
		`Compare illustration ${variant} with its photograph`,
	'visit.illustrated': ({ treatments }: { treatments: string }) => `Illustrated: ${treatments}`,
	'visit.follow-up': ({ day }: { day: string }) => `To be seen again: ${day}`,
	'visit.open': 'Open the visit',
	'timeline.year': ({ year, count }: { year: number; count: number }) =>
		count === 1 ? `${year}: one visit` : `${year}: ${count} visits`,

	'treated.set': 'Note a treatment',
	'treated.label': 'Day of treatment',
	'treated.on': ({ day }: { day: string }) => `Treated on ${day}`,
	'treated.change': 'Change',
	'treated.change.name': 'Change the day of treatment',
	'treated.save': 'Save the day',
	'treated.clear': 'Not treated',
	'treated.cancel': 'Cancel',
	'treated.outside': ({ from }: { from: string }) => `Between ${from}, the visit, and today.`,

	'since.same-day': 'Day of treatment',
	'since.days': ({ count }: { count: number }) =>
		count === 1 ? '1 day after treatment' : `${count} days after treatment`,
	'since.weeks': ({ count }: { count: number }) => `${count} weeks after treatment`,
	'since.months': ({ count }: { count: number }) => `${count} months after treatment`
};

/** The text of a key; a missing key or value is a type error. */
export const f = speaker(FOLLOW_WORDS);
