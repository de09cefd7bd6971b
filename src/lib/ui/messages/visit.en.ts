import { inLanguage, speaker } from './speak.ts';

/** One visit, from who comes to what is illustrated. */
export const VISIT_WORDS = {
	'page.visit': 'Visit',

	'steps.label': 'Steps of this visit',
	'steps.who': 'Who',
	'steps.consent': 'Consent',
	'steps.listen': 'Listen',
	'steps.history': 'History',
	'steps.capture': 'Photographs',
	'steps.illustrate': 'Illustrate',
	'steps.plan': 'Plan',
	'steps.sign': 'Sign',
	'steps.report': 'Report',
	'steps.done': ({ step }: { step: string }) => `${step}, done`,
	'steps.next': ({ step }: { step: string }) => `Next: ${step}`,

	'who.title': 'Who comes?',
	'who.anonymous': 'Nobody is named yet. That can stay so, or be done at any time.',
	'who.name': 'New patient',
	'who.known': 'Patient of the clinic',
	'who.change': 'Change',
	'who.file': 'Open the file',

	'consent.title': 'Before the first photograph',
	'consent.sheet': 'Before this photograph opens',
	'consent.age': 'The patient is',
	'consent.adult': '18 or older',
	'consent.minor': 'Under 18',
	'consent.guardian': 'Parent or guardian',
	'consent.guardian.missing': 'Who agrees for them? A name is needed.',
	'consent.relation': 'Relation to the patient',
	'consent.relation.missing': 'How are they related? Mother, father, legal guardian …',
	'consent.age.card': ({ age }: { age: number }) =>
		`The card allows an age of ${age}: a parent or guardian agrees.`,
	'consent.age.contradicted': ({ age }: { age: number }) =>
		`The card allows an age of ${age}. Correct the birth date in the step Who, or let a parent or guardian agree.`,
	'consent.again': ({ age }: { age: number }) =>
		`It was said that the patient is 18 or older, and the card allows an age of ${age}. Correct the birth date in the step Who, or ask again, here, with a parent or guardian.`,
	'consent.again.short': 'The card and what was agreed to differ on the patient’s age.',
	'consent.again.go': 'Look at consent',
	'consent.age.missing': 'Say how old the patient is first.',
	'consent.give': 'They agree',
	'consent.give.guardian': 'The guardian agrees',
	'consent.busy': 'Keeping…',
	'consent.decline': 'Not now',
	'consent.given': ({ moment }: { moment: string }) => `Agreed on ${moment}.`,
	'consent.given.adult': 'By the patient, who is 18 or older.',
	'consent.given.guardian': ({ name, relation }: { name: string; relation: string }) =>
		relation === '' ? `By ${name}, for the patient.` : `By ${name} (${relation}), for the patient.`,
	'consent.unasked': 'Nobody was asked in this visit yet. The next photograph asks.',

	'listen.title': 'What brings the patient?',
	'listen.about':
		'Let the patient touch the face, and write down what they say in their own words.',
	'listen.face': 'Drawn face: touch where something is of concern',
	'listen.side': 'The patient’s right is on the left, as in a photograph.',
	'listen.add': 'Add without a place',
	'listen.words': ({ n }: { n: number }) => `${n}. In the patient’s own words`,
	'listen.none': 'Nothing yet.',
	'listen.remove': ({ n }: { n: number }) => `Remove concern ${n}`,
	'listen.removed': 'Removed.',
	'listen.undo': 'Undo',
	'listen.marker': ({ n, area }: { n: number; area: string }) => `Concern ${n}, ${area}`,
	'listen.saved': 'Saved',
	'listen.saving': 'Saving…',

	'capture.title': 'Photographs',
	'capture.about': 'Any view can be left out.',
	'capture.guided': 'Take the views',
	'capture.open': 'Open a photo',
	'capture.brought': 'Brought by the patient',
	'capture.brought.mark': 'brought by the patient',
	'capture.expressions': 'Expressions',
	'capture.others': 'Other photographs',
	'capture.take': ({ view }: { view: string }) => `Take: ${view}`,
	'capture.show': ({ view }: { view: string }) => `Open: ${view}`,
	'capture.plain': 'From the side no face is followed: this one is to be looked at and compared.',
	'capture.waiting': ({ count }: { count: number }) =>
		count === 1
			? 'One photograph is being looked at…'
			: `${count} photographs are being looked at…`,

	'illustrate.title': 'Illustrate',
	'illustrate.about': 'One plan goes with all photographs of the visit.',
	'illustrate.none': 'There is no photograph to illustrate on yet.',
	'illustrate.capture': 'Take or open a photograph',
	'illustrate.shown': 'Planned so far',
	'illustrate.nothing': 'Nothing is planned yet. Open a photograph to begin.',

	'plan.title': 'Plan',

	'sign.title': 'Treatment consent',
	'report.title': 'Report',

	'views.label': 'Photographs of this visit',
	'view.front': 'Front',
	'view.oblique-left': '45° left',
	'view.oblique-right': '45° right',
	'view.profile-left': 'Side, left',
	'view.profile-right': 'Side, right',
	'view.frown': 'Frown',
	'view.raise': 'Raised brows',
	'view.smile': 'Smile',
	'view.none': 'Photograph'
};

/** The number is kept with each consent; another text, or another language, has another number. */
export const ENGLISH_PHOTO_CONSENT = {
	number: 1,
	words: [
		'The patient agrees to be photographed, and to illustrations of treatments on these photographs.',
		'The face is measured for it, here on this device. Photographs and measurements are kept encrypted, and are not sent anywhere.',
		'An illustration is for discussion. It is no promise of an outcome.'
	]
};
export const PHOTO_CONSENT = inLanguage('photoConsent', ENGLISH_PHOTO_CONSENT);

/** The text of a key; a missing key or value is a type error. */
export const w = speaker(inLanguage('visit', VISIT_WORDS));
