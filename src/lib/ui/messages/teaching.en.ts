import { inLanguage, speaker } from './speak.ts';

/** A case for teaching or to be published: chosen, shown, and let out. */
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
	'use.label': 'What it is for',
	'use.training': 'Teaching in the clinic',
	'use.case-publication': 'To be published',
	'scope.training':
		'The patient agrees to teaching the clinic’s staff. Showing it anywhere else needs an agreement of its own.',
	'scope.case-publication':
		'Journals, books, congresses and courses outside the clinic, as the patient’s agreement says; not advertising. What has been published cannot be called back.',
	'consent.title.training': 'Agreed to teaching',
	'consent.title.case-publication': 'Agreed to publication',
	'consent.open': 'Ask on the page Privacy',
	'consent.lacks.training': 'Nothing leaves while teaching is not agreed to.',
	'consent.lacks.case-publication':
		'The patient has not agreed to a publication, so nothing leaves for one. They are free to say no: ask them calmly, and only if the case is worth it.',
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
	'attest.training': 'The patient agreed to teaching, and I let it out for that alone.',
	'attest.case-publication':
		'The patient agreed to this case being published, and I let it out for that alone.',
	'attest.lacks': 'Confirm that first.',
	save: 'Save the case',
	busy: 'Writing…',
	saved: 'Saved, and written down in the patient’s file.',
	'case.title.training': 'Case for teaching',
	'case.title.case-publication': 'Case to be published',
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
	'case.warning.training':
		'The face can be recognised. The patient agreed to teaching within the clinic; do not publish or pass on.',
	'case.warning.case-publication':
		'The face can be recognised. The patient agreed to publication in professional journals and books, at congresses, in courses and on their websites, not as advertising. They may withdraw: ask the clinic before it is shown again.'
} as const;

/** The text of a key of the teaching case's. */
export const tc = speaker(inLanguage('teaching', TEACHING_WORDS));
