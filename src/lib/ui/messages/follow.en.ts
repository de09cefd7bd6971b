import { inLanguage, speaker } from './speak.ts';

/** Photographs over time. */
export const FOLLOW_WORDS = {
	'page.compare': 'Compare photographs',
	'compare.title': 'Compare',
	'compare.back': 'Patient',
	'compare.earlier': 'Earlier',
	'compare.later': 'Later',
	'compare.none':
		'Two pictures are needed: a second photograph, or an illustration on the first one.',
	'compare.option': ({ moment, view }: { moment: string; view: string }) => `${view}, ${moment}`,
	'compare.option.brought': ({ moment, view }: { moment: string; view: string }) =>
		`${view}, ${moment}, brought by the patient`,
	'compare.option.illustration': ({
		moment,
		view,
		variant
	}: {
		moment: string;
		view: string;
		variant: string;
	}) => `Illustration ${variant}, ${view}, ${moment}`,
	'compare.picture': ({ day }: { day: string }) => `Photograph, ${day}`,
	'compare.drawing': 'Drawing the illustration…',
	'compare.reading': 'Laying one over the other…',
	'compare.wipe': 'Wipe',
	'compare.wipe.value': ({ share }: { share: number }) => `${share} % earlier picture`,
	'compare.side-by-side': 'Side by side',
	'compare.over-time': 'Over time',
	'compare.same': 'One photograph, with and without what is planned on it.',
	'compare.laid': ({ mm }: { mm: string }) =>
		`Laid over each other by eyes and nose, to ${mm} mm; size, place and light are matched.`,
	'compare.held-otherwise': 'The head is held differently: outlines differ for that alone.',
	'changes.title': 'Measured change',
	'changes.about':
		'Between the two photographs, in the millimetres of the earlier one. It says what is different, not why.',
	'changes.distance': 'Distance',
	'changes.change': 'Change',
	'changes.told': 'Different by more than the measuring error',
	'changes.untold': 'No change that could be told from measuring error',
	'changes.none': 'Not measured',
	'changes.because': ({ name, reason }: { name: string; reason: string }) => `${name}: ${reason}`,
	'changes.how':
		'± is what 95 of 100 repetitions without any change stay within. It holds how landmarks wander, how the head is held and how far away the camera was. All millimetres may be a tenth too long or too short, in both photographs alike.',
	'changes.withheld.held-otherwise':
		'Nothing is measured: the head is held differently on the two photographs, by more than 8°.',
	'changes.withheld.expression':
		'Nothing is measured: the face does something different on the two photographs, or what it does cannot be told. Both have to be taken from the front, at rest or with the same expression.',
	'withheld.needs-frontal': 'the head is turned too far.',
	'withheld.not-visible': 'not seen on both photographs.',
	'withheld.mouth-open': 'the mouth is open.',
	'withheld.expression': 'the face is not at rest there.',
	'distance.brow_height': 'Brow above the pupil',
	'distance.pfh': 'Opening of the eye',
	'distance.philtrum': 'Nose to upper lip',
	'distance.upper_lip': 'Height of the upper lip',
	'distance.lower_lip': 'Height of the lower lip',
	'distance.mouth_width': 'Width of the mouth',
	'distance.bizygomatic': 'Width at the cheekbones',
	'distance.bigonial': 'Width of the jaw',
	'distance.right': ({ name }: { name: string }) => `${name}, right`,
	'distance.left': ({ name }: { name: string }) => `${name}, left`,

	'lapse.view': 'View',
	'lapse.series': ({ view, count }: { view: string; count: number }) =>
		`${view}: ${count} photographs`,
	'lapse.play': 'Play',
	'lapse.pause': 'Pause',
	'lapse.scrub': 'Day',
	'lapse.value': ({ at, of, day }: { at: number; of: number; day: string }) =>
		`${day}, ${at} of ${of}`,
	'lapse.day': ({ day, since }: { day: string; since: string }) => `${day} · ${since}`,
	'lapse.picture': ({ day }: { day: string }) => `Photograph, ${day}`,
	'lapse.reading': ({ at, of }: { at: number; of: number }) =>
		`Laying photograph ${at} of ${of} over the first…`,
	'lapse.laid': ({ count }: { count: number }) =>
		`${count} photographs, each laid over the first by eyes and nose, and lit like it. What lies between them is a fade, and no photograph.`,

	'view.oblique-left-cheek': 'Three-quarter, left cheek',
	'view.oblique-right-cheek': 'Three-quarter, right cheek',
	'view.profile-left-cheek': 'Profile, left cheek',
	'view.profile-right-cheek': 'Profile, right cheek',
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
export const f = speaker(inLanguage('follow', FOLLOW_WORDS));
