import { inLanguage, speaker } from './speak.ts';

/** A case for teaching: chosen, shown, and let out. */
export const TEACHING_WORDS = {
	'page.teaching': 'Teaching case',
	open: 'Teaching case',
	title: 'Teaching case',
	back: 'Back to the file',
	about:
		'Photographs of one visit, what was done and your own words as one file, without name, number, lots or dates.',
	face: 'A face stays recognisable.',
	'face.about':
		'Nothing that leaves here is anonymous: whoever knows the patient will know them, and a bar over the eyes does not change that.',
	scope:
		'The patient agrees to teaching the clinic’s staff. Showing it anywhere else needs an agreement of its own.',
	'consent.title': 'Agreed to teaching',
	'consent.open': 'Ask on the page Privacy',
	'consent.lacks': 'Nothing leaves while teaching is not agreed to.',
	'consent.restricted': 'The file is restricted: nothing leaves it.',
	'pictures.title': 'Pictures',
	'pictures.none': 'There is no photograph in this visit.',
	picture: ({ view, time }: { view: string; time: string }) => `${view}, ${time}`,
	plan: 'Illustrations',
	'plan.none': 'None',
	'plan.one': ({ variant }: { variant: string }) => `Plan ${variant}`,
	'week.none': 'no treatment before',
	week: ({ week }: { week: number }) => `week ${week}`,
	'done.title': 'What was done',
	'done.none': 'The plan of this visit says nothing.',
	'text.title': 'In your words',
	'text.about': 'No names, no places, no dates: weeks before and after say enough.',
	show: 'Show what would leave',
	'show.again': 'Show it anew',
	drawing: 'Drawing the pictures…',
	'show.lacks': 'Choose at least one photograph.',
	'preview.title': 'This leaves, and nothing else',
	'preview.files':
		'As a page with the pictures beside it, and the same once more as data. The file is not encrypted.',
	attest: 'The patient agreed to teaching, and I let it out for that alone.',
	'attest.lacks': 'Confirm that first.',
	save: 'Save the case',
	busy: 'Writing…',
	saved: 'Saved, and written down in the patient’s file.',
	'case.title': 'Case for teaching',
	'case.age': 'Age',
	'case.age.band': ({ from, to }: { from: number; to: number }) => `${from} to ${to} years`,
	'case.age.under': 'under 18 years',
	'case.age.over': ({ from }: { from: number }) => `${from} years or older`,
	'case.age.unknown': 'not known',
	'case.treatment': 'Treatment',
	'case.product': 'Product',
	'case.amount': 'Amount',
	'case.photograph': ({ view, time }: { view: string; time: string }) =>
		`Photograph: ${view}, ${time}`,
	'case.illustration': ({ view, time }: { view: string; time: string }) =>
		`Illustration, not a photograph: ${view}, ${time}`,
	'case.warning':
		'The face can be recognised. The patient agreed to teaching within the clinic; do not publish or pass on.'
} as const;

/** The text of a key of the teaching case's. */
export const tc = speaker(inLanguage('teaching', TEACHING_WORDS));
